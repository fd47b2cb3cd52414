import { request } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { inspectMessage } from "../../../../../src/node/um/console/inspect-message.js";
import { startUmConsole, type UmConsole } from "../../../../../src/node/um/console/um-console.js";
import { startUmService, type UmServer } from "../../../../../src/node/um-testing.js";
import { createUmClient } from "../../../../../src/um.js";
import { SetOofStatus, serializeUmMessage } from "../../../../../src/um-messages.js";

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const open of closing.splice(0)) await open.close();
});

async function start(): Promise<{ console: UmConsole; service: UmServer; token: string }> {
  const service = await startUmService();
  const console = await startUmConsole({
    connect: (onExchange) => createUmClient({ endpoint: service.endpoint, onExchange }),
    endpoint: service.endpoint,
    every: 10,
  });
  closing.push(console, service);
  return { console, service, token: console.link.replace(/^.*#token=/, "") };
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

/** `fetch` does not let a program choose these headers; an attacker's browser, or program, has them. */
function send(
  { port }: UmConsole,
  path: string,
  { method = "GET", headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, method, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
        // Events do not end.
        if (response.headers["content-type"] === "text/event-stream") response.destroy();
      });
      response.on("close", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

const json = { "content-type": "application/json" };

async function openSession(console: UmConsole, token: string): Promise<Record<string, string>> {
  const { text } = await send(console, "/session", { method: "POST", headers: json, body: JSON.stringify({ token }) });
  return { ...json, authorization: `Bearer ${(JSON.parse(text) as { session: string }).session}` };
}

describe("the console", () => {
  it("listens on this machine only", async () => {
    const { console } = await start();
    expect(console.link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/);
  });

  it("serves a page that may load nothing from elsewhere", async () => {
    const { console } = await start();
    for (const [path, type] of [
      ["/", "text/html"],
      ["/console.js", "text/javascript"],
      ["/console.css", "text/css"],
    ] as const) {
      const { status, headers } = await send(console, path);
      expect(status).toBe(200);
      expect(headers["content-type"]).toBe(`${type}; charset=utf-8`);
      expect(headers["content-security-policy"]).toMatch(
        /^default-src 'none'; script-src 'self'; .*frame-ancestors 'none'$/,
      );
      expect(headers["cache-control"]).toBe("no-store");
    }
    expect((await send(console, "/")).text).not.toMatch(/https?:\/\/|<script>|<style| style=| on\w+=/);
  });

  it.each([
    ["a host name that points here", { host: "evil.example" }, 421],
    ["another port", { host: "127.0.0.1:1" }, 421],
    ["another origin", { origin: "http://evil.example" }, 403],
    ["a page without an origin", { origin: "null" }, 403],
    ["another page of this machine", { origin: "http://127.0.0.1:1" }, 403],
    ["another site, as the browser says", { "sec-fetch-site": "cross-site" }, 403],
    ["another port of this site, as the browser says", { "sec-fetch-site": "same-site" }, 403],
  ])("refuses %s, with the token or a session", async (_what, headers, status) => {
    const { console, token, service } = await start();
    const session = await openSession(console, token);
    const body = JSON.stringify({ token, number: "1", item: "AAAA" });
    for (const [method, path] of [
      ["GET", "/"],
      ["GET", "/events"],
      ["POST", "/session"],
      ["POST", "/calls"],
    ] as const) {
      const answer = await send(console, path, {
        method,
        headers: { ...session, ...headers },
        ...(method === "POST" ? { body } : {}),
      });
      expect(answer.status).toBe(status);
      expect(answer.text).not.toContain("Unified");
    }
    expect(service.exchanges).toEqual([]);
  });

  it("tells and does nothing without a session", async () => {
    const { console, service } = await start();
    for (const headers of [{}, { authorization: "Bearer" }, { authorization: "Bearer x" }, { cookie: "session=x" }]) {
      for (const [method, path] of [
        ["GET", "/events"],
        ["POST", "/calls"],
        ["POST", "/calls/follow"],
        ["POST", "/calls/disconnect"],
        ["GET", "/nothing"],
      ] as const) {
        expect((await send(console, path, { method, headers: { ...json, ...headers } })).status).toBe(401);
      }
    }
    expect(service.exchanges).toEqual([]);
  });

  it("takes its token once", async () => {
    const { console, token } = await start();
    const open = (value: unknown) =>
      send(console, "/session", { method: "POST", headers: json, body: JSON.stringify({ token: value }) });
    expect((await open("x")).status).toBe(401);
    expect((await open("")).status).toBe(401);
    expect((await open(1)).status).toBe(400);
    expect((await open(token)).status).toBe(200);
    expect((await open(token)).status).toBe(401);
  });

  it("answers what the page asks, and refuses what it never would", async () => {
    const { console, token, service } = await start();
    const headers = await openSession(console, token);
    const post = async (path: string, body: string, more: Record<string, string> = {}) => {
      const { status, text } = await send(console, path, { method: "POST", headers: { ...headers, ...more }, body });
      return `${status} ${text}`;
    };
    expect(await post("/calls", '{"number":"1","item":"AAAA"}')).toBe("200 {}");
    expect(await post("/calls", '{"number":"1","greeting":"OofCustom"}')).toBe("200 {}");
    expect(await post("/calls/follow", JSON.stringify({ callId: service.calls[0]?.callId }))).toBe("200 {}");
    expect(await post("/calls/follow", '{"callId":"bogus"}')).toMatch(/^502 .*um-invalid-call-id/);
    // Over is over.
    expect(await post("/calls/disconnect", '{"callId":"bogus"}')).toBe("200 {}");
    const before = service.exchanges.length;
    expect(await post("/calls", '{"number":"1"}')).toBe('400 {"error":"the request has no item"}');
    expect(await post("/calls", '{"number":"1","greeting":"x"}')).toContain("400");
    expect(await post("/calls", "{")).toBe('400 {"error":"the request is not JSON"}');
    expect(await post("/calls", "null")).toBe('400 {"error":"the request is not an object"}');
    expect(await post("/calls", '{"__proto__":{"number":"1","item":"AAAA"}}')).toContain("400");
    expect(await post("/calls", " ".repeat(20_000))).toBe('400 {"error":"the request is too long"}');
    expect(await post("/calls", "number=1", { "content-type": "application/x-www-form-urlencoded" })).toContain("400");
    expect(await post("/nothing", "{}")).toContain("404");
    expect(service.counts["PlayOnPhone"]).toBe(1);
    expect(before).toBeGreaterThan(0);
    const { text } = await send(console, "/events", { headers });
    expect(text).toMatch(/^data: \{"type":"snapshot","service":"um"/);
    expect(text).toContain("PlayOnPhoneGreeting");
  });
});

describe("a message", () => {
  const kind = { service: "um", operation: "SetOofStatus", direction: "request" } as const;

  it("is indented, and valid", () => {
    const { segments, problems, verdict } = inspectMessage(serializeUmMessage(SetOofStatus, { status: true }), kind);
    expect({ problems, verdict }).toEqual({ problems: [], verdict: "Valid." });
    expect(segments.map(({ text }) => text).join("")).toContain("\n      <status>true</status>\n");
  });

  it("in the https spelling has a warning where it stands", () => {
    const text = serializeUmMessage(SetOofStatus, { status: true }, { namespace: "documented-2020" });
    const { segments, problems, verdict } = inspectMessage(text, kind);
    expect(verdict).toBe("Valid.");
    expect(problems).toMatchObject([{ severity: "warning", code: "um-namespace-alias", line: 3 }]);
    expect(
      segments
        .filter(({ problem }) => problem === 0)
        .map(({ text: part }) => part)
        .join(""),
    ).toContain("<SetOofStatus");
  });

  it.each([
    ["<a", "Not valid.", ["xml-well-formed"]],
    ["", "Not valid.", ["xml-well-formed"]],
    ["no XML at all", "Not valid.", ["xml-well-formed"]],
    ["<a/>", "Not valid.", ["soap-envelope"]],
  ])("that is none, %j, is shown all the same", (text, verdict, codes) => {
    const found = inspectMessage(text, kind);
    expect(found.verdict).toBe(verdict);
    expect(found.problems.map(({ code }) => code)).toEqual(codes);
    expect(found.segments.map((segment) => segment.text).join("")).toBe(text);
  });

  it("with several mistakes has a mark for each", () => {
    const text = serializeUmMessage(SetOofStatus, { status: true }).replace(
      /<status>.*<\/status>/,
      "<status>maybe</status><x/>",
    );
    const { segments, problems, verdict } = inspectMessage(text, kind);
    expect(verdict).toBe("Not valid.");
    expect(problems.map(({ code }) => code)).toEqual([
      "cvc-datatype-valid.1.2.1",
      expect.stringMatching(/^cvc-complex-type/),
    ]);
    expect(new Set(segments.map(({ problem }) => problem))).toEqual(new Set([undefined, 0, 1]));
  });

  it("of another operation, or without end, is shown", () => {
    expect(inspectMessage("<a/>", { ...kind, operation: "constructor" }).verdict).toMatch(/^Not checked/);
    const { segments } = inspectMessage(`<a>${"b".repeat(300_000)}</a>`, kind);
    expect(segments.map(({ text }) => text).join("").length).toBeLessThan(100_100);
  });
});

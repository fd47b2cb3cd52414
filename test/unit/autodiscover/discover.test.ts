import { describe, expect, it } from "vitest";
import { AutodiscoverError } from "../../../src/autodiscover/autodiscover-error.js";
import { type DiscoverOptions, discoverOver, type ServiceRecord } from "../../../src/autodiscover/discover.js";
import { strongestAuthentication } from "../../../src/node/index.js";
import {
  basicAuthentication,
  TransportError,
  type TransportRequest,
  type TransportResponse,
} from "../../../src/soap.js";
import { rejectionOf } from "../node/transport/send.js";

const file = "/autodiscover/autodiscover.xml";
const schema = "http://schemas.microsoft.com/exchange/autodiscover";

/** An answer of POX Autodiscover. */
function pox(content: string, status = 200): TransportResponse {
  const body =
    `<?xml version="1.0" encoding="utf-8"?><Autodiscover xmlns="${schema}/responseschema/2006">` +
    `<Response xmlns="${schema}/outlook/responseschema/2006a">${content}</Response></Autodiscover>`;
  return { status, headers: new Headers({ "content-type": "text/xml" }), body: new TextEncoder().encode(body) };
}

const action = (name: string, more: string) => pox(`<Account><Action>${name}</Action>${more}</Account>`);
const settings = (host = "mail.example.com") =>
  pox(
    "<User><DisplayName>Älice</DisplayName><AutoDiscoverSMTPAddress>alice@example.com</AutoDiscoverSMTPAddress></User>" +
      "<Account><AccountType>email</AccountType><Action>settings</Action>" +
      `<Protocol><Type>EXCH</Type><ASUrl>https://in.example.com/EWS/Exchange.asmx</ASUrl>` +
      `<UMUrl>https://in.example.com/EWS/UM2007Legacy.asmx</UMUrl></Protocol>` +
      `<Protocol><Type>EXPR</Type><EwsUrl>https://${host}/EWS/Exchange.asmx</EwsUrl>` +
      `<UMUrl>https://${host}/EWS/UM2007Legacy.asmx</UMUrl></Protocol></Account>`,
  );
const redirect = (location: string, status = 302): TransportResponse => ({
  status,
  headers: new Headers({ location }),
  body: new Uint8Array(),
});

type Answer = TransportResponse | ((request: TransportRequest) => TransportResponse);

/** Servers by the method and URL that they answer; the others cannot be reached. */
function network(answers: Readonly<Record<string, Answer>>, records: readonly ServiceRecord[] = []) {
  const requests: TransportRequest[] = [];
  const asked: string[] = [];
  const means = {
    async transport(request: TransportRequest) {
      requests.push(request);
      const key = `${request.method} ${request.url}`;
      asked.push(key);
      const answer = answers[key];
      if (answer === undefined) throw new TransportError("transport-refused", "no connection could be made");
      return typeof answer === "function" ? answer(request) : answer;
    },
    async resolveService(name: string) {
      asked.push(`SRV ${name}`);
      return records;
    },
  };
  const credentials = { user: "alice", password: "s3cret" };
  const run = (options: DiscoverOptions = {}, email = "alice@example.com") =>
    discoverOver(means, email, { authentication: basicAuthentication(credentials), ...options });
  return { run, requests, asked };
}

const post = (host: string) => `POST https://${host}${file}`;
const all = [
  post("example.com"),
  post("autodiscover.example.com"),
  `GET http://autodiscover.example.com${file}`,
  "SRV _autodiscover._tcp.example.com",
];

describe("discover", () => {
  it("gives the URLs from outside, or from within", async () => {
    const { run, requests, asked } = network({ [post("example.com")]: settings() });
    expect(await run()).toMatchObject({
      umUrl: "https://mail.example.com/EWS/UM2007Legacy.asmx",
      ewsUrl: "https://mail.example.com/EWS/Exchange.asmx",
      displayName: "Älice",
      smtpAddress: "alice@example.com",
      endpoint: `https://example.com${file}`,
    });
    expect(await run({ prefer: "internal" })).toMatchObject({
      umUrl: "https://in.example.com/EWS/UM2007Legacy.asmx",
      ewsUrl: "https://in.example.com/EWS/Exchange.asmx",
    });
    expect(asked).toEqual([all[0], all[0]]);
    expect(requests[0]?.headers).toMatchObject({ "content-type": "text/xml; charset=utf-8" });
    expect(requests[0]?.body).toContain("<EMailAddress>alice@example.com</EMailAddress>");
    expect(requests[0]?.body).toContain(`${schema}/outlook/responseschema/2006a</AcceptableResponseSchema>`);
  });

  it("asks in the documented order", async () => {
    const records = [
      { name: "second.example.com", port: 443, priority: 10, weight: 1 },
      { name: "first.example.com.", port: 8443, priority: 0, weight: 0 },
      { name: "elsewhere.invalid", port: 443, priority: 0, weight: 9 },
    ];
    const { run, asked } = network({}, records);
    const error = await rejectionOf(run({ endpoints: ["https://scp.invalid/a"] }));
    expect(error).toBeInstanceOf(AutodiscoverError);
    expect(error).toMatchObject({ code: "um-autodiscover" });
    expect(asked).toEqual([
      "POST https://scp.invalid/a",
      ...all,
      "POST https://first.example.com:8443/autodiscover/autodiscover.xml",
      post("second.example.com"),
    ]);
    expect(
      (error as AutodiscoverError).attempts.map(({ url, error: { code } }) => `${code} ${url}`).slice(0, 2),
    ).toEqual(["transport-refused https://scp.invalid/a", `transport-refused https://example.com${file}`]);
  });

  it.each<[string, TransportResponse]>([
    [
      "of a web site",
      { status: 200, headers: new Headers({ "content-type": "text/html" }), body: new TextEncoder().encode("<html>") },
    ],
    ["that is empty", { status: 200, headers: new Headers(), body: new Uint8Array() }],
    ["that is missing", { status: 404, headers: new Headers(), body: new Uint8Array() }],
    ["that is no Autodiscover", { status: 200, headers: new Headers(), body: new TextEncoder().encode("<a/>") }],
    ["with an error", pox("<Error><ErrorCode>600</ErrorCode><Message>Invalid Request</Message></Error>")],
    ["without an action", pox("<Account/>")],
    ["with a URL that is none", action("redirectUrl", "<RedirectUrl>nowhere</RedirectUrl>")],
    ["with an address that is none", action("redirectAddr", "<RedirectAddr>a@b@c/d</RedirectAddr>")],
    ["of another kind of account", action("other", "")],
  ])("goes on after an answer %s", async (_name, answer) => {
    const { run } = network({ [post("example.com")]: answer, [post("autodiscover.example.com")]: settings() });
    expect(await run()).toMatchObject({ endpoint: `https://autodiscover.example.com${file}` });
  });

  it("gives no URL that is not https", async () => {
    const insecure = pox(
      "<Account><Action>settings</Action><Protocol><Type>EXPR</Type><UMUrl>http://mail.example.com/a</UMUrl></Protocol></Account>",
    );
    const found = await network({ [post("example.com")]: insecure }).run();
    expect([found.umUrl, found.protocols[0]?.umUrl]).toEqual([undefined, "http://mail.example.com/a"]);
  });

  it.each(["", "alice", "a@", "@b", "a@b/c", "a@b?c", "a@[::1]", "a b@c"])("takes %j for no address", async (email) => {
    const { run, asked } = network({});
    expect(await rejectionOf(run({}, email))).toBeInstanceOf(TypeError);
    expect(asked).toEqual([]);
  });
});

describe("an endpoint that is given", () => {
  it.each(["http://scp.example.com/a", "scp.example.com", "https://"])("cannot be %j", async (endpoint) => {
    const { run, asked } = network({});
    expect(await rejectionOf(run({ endpoints: [endpoint] }))).toBeInstanceOf(TypeError);
    expect(asked).toEqual([]);
  });
});

describe("a redirect", () => {
  it.each([
    ["of HTTP within the domain", redirect(`https://mail.example.com${file}`)],
    [
      "of the answer within the domain",
      action("redirectUrl", `<RedirectUrl>https://mail.example.com${file}</RedirectUrl>`),
    ],
  ])("%s is followed", async (_name, answer) => {
    const { run } = network({ [post("example.com")]: answer, [post("mail.example.com")]: settings() });
    expect(await run()).toMatchObject({ endpoint: `https://mail.example.com${file}` });
  });

  it.each([
    "https://evil.invalid/a",
    "https://example.com.evil.invalid/a",
    "https://notexample.com/a",
    "http://mail.example.com/a",
    "https://user@mail.example.com/a",
    "ftp://mail.example.com/a",
  ])("to %s is not, and brings nothing there", async (location) => {
    for (const answer of [redirect(location), action("redirectUrl", `<RedirectUrl>${location}</RedirectUrl>`)]) {
      const { run, asked } = network({
        [post("example.com")]: answer,
        [`GET http://autodiscover.example.com${file}`]: redirect(location),
      });
      const error = await rejectionOf(run());
      expect(error.message).toMatch(/not trusted; the option trust allows it/);
      expect(asked).toEqual(all);
    }
  });

  it("to a host that is trusted by name is followed", async () => {
    const seen: string[] = [];
    const { run } = network({
      [post("example.com")]: redirect("https://cloud.invalid/a?b=c"),
      "POST https://cloud.invalid/a?b=c": settings(),
    });
    const trust = (url: URL) => {
      seen.push(url.href);
      return url.hostname === "cloud.invalid";
    };
    expect(await run({ trust })).toMatchObject({ endpoint: "https://cloud.invalid/a" });
    expect(seen).toEqual(["https://cloud.invalid/a?b=c"]);
  });

  it("that is asked for over http is asked for without credentials", async () => {
    const { run, requests } = network({
      [`GET http://autodiscover.example.com${file}`]: redirect(`https://mail.example.com${file}`),
      [post("mail.example.com")]: settings(),
    });
    await run();
    const open = requests.filter(({ url }) => url.startsWith("http:"));
    expect(open.map(({ method, headers, body }) => [method, headers, body])).toEqual([["GET", {}, ""]]);
  });

  it("to another address asks for that", async () => {
    const other = { [post("other.invalid")]: settings("mail.other.invalid") };
    const answers = {
      [post("example.com")]: action("redirectAddr", "<RedirectAddr>a@other.invalid</RedirectAddr>"),
      ...other,
    };
    const { run, requests } = network(answers);
    const error = await rejectionOf(run());
    // The credentials are for example.com.
    expect(error.message).toMatch(/not trusted/);
    expect(requests.some(({ method, url }) => method === "POST" && url.includes("other.invalid"))).toBe(false);
    const trusted = network(answers);
    expect(await trusted.run({ trust: ({ hostname }) => hostname.endsWith("other.invalid") })).toMatchObject({
      umUrl: "https://mail.other.invalid/EWS/UM2007Legacy.asmx",
    });
    expect(trusted.requests.at(-1)?.body).toContain("a@other.invalid");
  });

  it("that leads in a circle ends", async () => {
    const { run, asked } = network({
      [post("example.com")]: redirect(`https://a.example.com${file}`),
      [post("a.example.com")]: redirect(`https://example.com${file}`),
    });
    await rejectionOf(run());
    expect(asked).toEqual([all[0], post("a.example.com"), ...all.slice(1)]);
    let count = 0;
    const endless = network({});
    const error = await rejectionOf(
      discoverOver(
        {
          transport: async ({ url }) => {
            endless.asked.push(url);
            return redirect(`https://a${count++}.example.com/`);
          },
        },
        "alice@example.com",
      ),
    );
    expect(error.message).toMatch(/too many redirects/);
    expect(count).toBeLessThan(20);
  });
});

describe("credentials", () => {
  const refusing: Answer = {
    status: 401,
    headers: new Headers({ "www-authenticate": "Basic realm=x" }),
    body: new Uint8Array(),
  };

  it("that are refused twice are not tried further", async () => {
    const { run, asked } = network({
      [post("example.com")]: refusing,
      [post("autodiscover.example.com")]: refusing,
      [`GET http://autodiscover.example.com${file}`]: redirect(`https://mail.example.com${file}`),
      [post("mail.example.com")]: settings(),
    });
    expect((await rejectionOf(run())).message).toMatch(/^um-autodiscover: the credentials were refused/);
    expect(asked).toEqual(all.slice(0, 2));
  });

  it("are in no error", async () => {
    const { run } = network({ [post("example.com")]: redirect("https://evil.invalid/?token=s3cret") });
    const error = await rejectionOf(run());
    expect(error.message + JSON.stringify(error)).not.toMatch(/s3cret|YWxpY2U6czNjcmV0/);
  });

  it("may be of a scheme that the server chooses", async () => {
    const { run } = network({
      [post("example.com")]: ({ headers }) =>
        headers["authorization"] === undefined ? (refusing as TransportResponse) : settings(),
    });
    const authentication = strongestAuthentication([basicAuthentication({ user: "alice", password: "s3cret" })]);
    expect(await run({ authentication })).toMatchObject({ displayName: "Älice" });
  });

  it("are never those of a transport, which would send them wherever a server leads", async () => {
    const transport = Object.assign(async () => settings(), { authenticates: true });
    await expect(discoverOver({ transport }, "alice@example.com")).rejects.toThrow(
      new TypeError("discover decides who gets the credentials: authentication is given to it, not to the transport"),
    );
  });
});

describe("time", () => {
  it("ends for an endpoint, and for all", async () => {
    const silent = (answers: Readonly<Record<string, Answer>>) => {
      const { requests, asked } = network(answers);
      const transport = (request: TransportRequest) => {
        asked.push(request.url);
        const answer = answers[`${request.method} ${request.url}`];
        return answer === undefined || typeof answer === "function"
          ? new Promise<never>(() => undefined)
          : Promise.resolve(answer);
      };
      return { transport, requests, asked };
    };
    const one = silent({ [post("autodiscover.example.com")]: settings() });
    expect(await discoverOver(one, "alice@example.com", { endpointTimeout: 20 })).toMatchObject({
      displayName: "Älice",
    });
    const error = await rejectionOf(discoverOver(silent({}), "alice@example.com", { timeout: 20 }));
    expect(error).toMatchObject({ code: "transport-timeout" });
    const signal = AbortSignal.abort();
    expect(await rejectionOf(discoverOver(one, "alice@example.com", { signal }))).toMatchObject({
      code: "transport-aborted",
    });
  });
});

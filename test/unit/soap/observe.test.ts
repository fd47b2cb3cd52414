import { inspect } from "node:util";
import { context, propagation, type Span, SpanStatusCode, trace } from "@opentelemetry/api";
import { afterEach, describe, expect, it } from "vitest";
import { UMService } from "../../../generated/um.js";
import { openTelemetry } from "../../../src/node/index.js";
import {
  type Authentication,
  basicAuthentication,
  bearerAuthentication,
  createClient,
  type Interceptor,
  type LogEntry,
  log,
  retry,
  type Transport,
  TransportError,
  withHeaders,
} from "../../../src/soap.js";
import { rejectionOf } from "../node/transport/send.js";
import { envelope } from "./answers.js";

const endpoint = "https://mail.example.com/EWS/UM2007Legacy.asmx?key=s3cret";
const secrets = /s3cret|dXNlcjpzM2NyZXQ=|abc\.def/;

function clientOf(
  transport: Transport,
  authentication: Authentication | undefined,
  ...interceptors: readonly Interceptor[]
) {
  const httpHeaders = { "X-Api-Key": "s3cret" };
  return createClient(UMService, { endpoint, transport, authentication, interceptors, httpHeaders });
}

const body = new TextEncoder().encode(envelope("<m:ResetPINResponse/>"));
const ok: Transport = async () => ({ status: 200, headers: new Headers({ "content-type": "text/xml" }), body });

describe("log", () => {
  it("tells of calls and of the requests that they are made of, without secrets", async () => {
    const calls: LogEntry[] = [];
    const requests: LogEntry[] = [];
    let count = 0;
    const transport: Transport = (request) =>
      count++ === 0 ? Promise.reject(new TransportError("transport-refused", "x")) : ok(request);
    const client = clientOf(
      transport,
      undefined,
      log((entry) => calls.push(entry)),
      retry({ delay: 0 }),
      (request, next) => next(withHeaders(request, { authorization: "Bearer abc.def" })),
      log((entry) => requests.push(entry)),
    );
    await client.resetPIN();
    const about = {
      operation: "ResetPIN",
      url: "https://mail.example.com/EWS/UM2007Legacy.asmx",
      requestLength: expect.any(Number),
      duration: expect.any(Number),
    };
    expect(calls).toEqual([expect.objectContaining({ ...about, status: 200, responseLength: body.length })]);
    expect(requests).toEqual([
      expect.objectContaining({ ...about, status: undefined, error: { code: "transport-refused", message: "x" } }),
      expect.objectContaining({ ...about, status: 200, error: undefined }),
    ]);
    expect(requests[0]?.headers).toMatchObject({
      authorization: "…",
      "x-api-key": "…",
      soapaction: expect.stringMatching(/ResetPIN/),
    });
    expect(inspect([calls, requests], { depth: 9 }) + JSON.stringify([calls, requests])).not.toMatch(secrets);
  });

  it("shows nothing of an error that is not ours, and ends no call", async () => {
    const entries: LogEntry[] = [];
    const failing: Transport = () => Promise.reject(new Error("s3cret"));
    await rejectionOf(
      clientOf(
        failing,
        undefined,
        log((entry) => entries.push(entry)),
      ).resetPIN(),
    );
    expect(entries[0]?.error?.code).toBe("Error");
    expect(inspect(entries)).not.toMatch(secrets);
    const full = log(() => {
      throw new Error("disk full");
    });
    await expect(clientOf(ok, undefined, full).resetPIN()).resolves.toEqual({});
  });
});

describe("an error", () => {
  it("has nothing of the credentials in what it shows", async () => {
    const echoing: Transport = async (request) => ({
      status: 500,
      headers: new Headers({ "content-type": "text/html", "set-cookie": "sid=s3cret", location: "/a?token=s3cret" }),
      body: new TextEncoder().encode(
        `<pre>Authorization: ${request.headers["authorization"]}</pre><PIN>s3cret</PIN><a:AccessToken x="1">s3cret</a:AccessToken>`,
      ),
    });
    for (const authentication of [
      basicAuthentication({ user: "user", password: "s3cret" }),
      bearerAuthentication("abc.def"),
      bearerAuthentication(() => "abc.def"),
    ]) {
      const error = await rejectionOf(clientOf(echoing, authentication).resetPIN());
      expect(error).toMatchObject({ code: "transport-status", status: 500, headers: { location: "/a?…" } });
      const shown = [inspect(error, { depth: 9, showHidden: true }), JSON.stringify(error), String(error), error.stack];
      for (const text of shown) expect(text).not.toMatch(secrets);
    }
  });
});

describe("a bearer token", () => {
  const refusing = (good: string) => {
    const seen: string[] = [];
    const transport: Transport = async (request) => {
      seen.push(request.headers["authorization"] ?? "");
      if (request.headers["authorization"] === `Bearer ${good}`) return ok(request);
      return {
        status: 401,
        headers: new Headers({ "www-authenticate": 'Bearer error="invalid_token"' }),
        body: new Uint8Array(),
      };
    };
    return { seen, transport };
  };

  it("that is refused is asked for anew, once", async () => {
    const { seen, transport } = refusing("new");
    const asked: boolean[] = [];
    const token = bearerAuthentication(({ refresh }) => {
      asked.push(refresh);
      return refresh ? "new" : "old";
    });
    await clientOf(transport, token).resetPIN();
    expect([seen, asked]).toEqual([
      ["Bearer old", "Bearer new"],
      [false, true],
    ]);
  });

  it("that is refused again, or no other, is an error", async () => {
    for (const [refreshed, count] of [
      ["other", 2],
      ["old", 1],
    ] as const) {
      const { seen, transport } = refusing("new");
      const error = await rejectionOf(
        clientOf(
          transport,
          bearerAuthentication(({ refresh }) => (refresh ? refreshed : "old")),
        ).resetPIN(),
      );
      expect(error).toMatchObject({ code: "transport-auth", status: 401 });
      expect(seen.length).toBe(count);
    }
  });
});

interface Recorded {
  readonly name: string;
  readonly attributes: Record<string, unknown>;
  status?: number;
  isEnded?: boolean;
}

/** A tracer provider that keeps what it is told. */
function recordSpans(): Recorded[] {
  const spans: Recorded[] = [];
  const start = (name: string, options: { attributes?: object }): Span => {
    const recorded: Recorded = { name, attributes: { ...options.attributes } };
    spans.push(recorded);
    return {
      setAttribute: (key: string, value: unknown) => void (recorded.attributes[key] = value),
      setStatus: ({ code }: { code: number }) => void (recorded.status = code),
      end: () => void (recorded.isEnded = true),
    } as unknown as Span;
  };
  const tracer = {
    startSpan: start,
    startActiveSpan: (name: string, options: object, act: (span: Span) => unknown) => act(start(name, options)),
  };
  trace.setGlobalTracerProvider({ getTracer: () => tracer } as never);
  propagation.setGlobalPropagator({
    inject: (_context, carrier, setter) => setter.set(carrier, "traceparent", "00-1-2-01"),
    extract: () => context.active(),
    fields: () => ["traceparent"],
  });
  return spans;
}

describe("openTelemetry", () => {
  afterEach(() => {
    trace.disable();
    propagation.disable();
  });

  it("makes a span of a call, without secrets", async () => {
    const spans = recordSpans();
    let sent: Readonly<Record<string, string>> = {};
    const transport: Transport = (request) => {
      sent = request.headers;
      return ok(request);
    };
    await clientOf(transport, bearerAuthentication("abc.def"), openTelemetry({ service: "UM" })).resetPIN();
    expect(spans).toEqual([
      {
        name: "ResetPIN",
        attributes: {
          "rpc.system": "soap",
          "rpc.service": "UM",
          "rpc.method": "ResetPIN",
          "server.address": "mail.example.com",
          "server.port": 443,
          "http.response.status_code": 200,
          "rpc.xsdsmith.attempts": 1,
        },
        isEnded: true,
      },
    ]);
    expect(sent["traceparent"]).toBe("00-1-2-01");
    expect(inspect(spans, { depth: 9 })).not.toMatch(secrets);
  });

  it("marks what failed", async () => {
    const spans = recordSpans();
    const fail: Transport = () => Promise.reject(new TransportError("transport-truncated", "s3cret", { status: 200 }));
    await rejectionOf(clientOf(fail, undefined, openTelemetry()).resetPIN());
    expect(spans[0]).toMatchObject({
      attributes: { "error.type": "transport-truncated", "http.response.status_code": 200 },
      status: SpanStatusCode.ERROR,
      isEnded: true,
    });
    expect(inspect(spans)).not.toMatch(secrets);
  });
});

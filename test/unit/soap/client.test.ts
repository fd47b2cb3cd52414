import { inspect } from "node:util";
import { describe, expect, expectTypeOf, it } from "vitest";
import { ExceptionType, type UMCallInfo, UMService } from "../../../generated/um.js";
import { type Issue, ParseError, ValidationError, XmlError } from "../../../src/index.js";
import { createClient, ResponseError, type Transport, TransportError, toXmlElement } from "../../../src/soap.js";
import { answering, type CannedAnswer, clientFor, envelope, messages, rejection, soap11, soap12 } from "./answers.js";

const endpoint = "https://mail.example.com/EWS/UM2007Legacy.asmx";
const emptyAnswer = envelope("<m:DisconnectResponse/>");

describe("a request", () => {
  it("is an envelope with quoted SOAPAction and a charset", async () => {
    const { transport, requests } = answering({ body: emptyAnswer });
    await createClient(UMService, { endpoint, transport }).disconnect({ callId: "a&b" });
    expect(requests).toEqual([
      {
        url: endpoint,
        method: "POST",
        deadline: expect.any(Number),
        headers: {
          accept: "text/xml",
          "content-type": "text/xml; charset=utf-8",
          soapaction: `"${messages}/Disconnect"`,
        },
        body:
          '<?xml version="1.0" encoding="UTF-8"?>\n' +
          `<soap:Envelope xmlns:soap="${soap11}"><soap:Body>` +
          `<Disconnect xmlns="${messages}"><CallId>a&amp;b</CallId></Disconnect></soap:Body></soap:Envelope>`,
        signal: expect.any(AbortSignal),
        maxResponseLength: 64 * 1024 * 1024,
      },
    ]);
  });

  it("has the caller's headers, but those of SOAP as they must be", async () => {
    const { transport, requests } = answering({ body: emptyAnswer });
    const client = createClient(UMService, { endpoint, transport, httpHeaders: { "User-Agent": "a", "X-One": "1" } });
    await client.disconnect({ callId: "a" }, { httpHeaders: { "x-one": "2", SOAPAction: "x" } });
    expect(requests[0]?.headers).toMatchObject({
      "user-agent": "a",
      "x-one": "2",
      soapaction: `"${messages}/Disconnect"`,
    });
  });

  it("carries header blocks", async () => {
    const { transport, requests } = answering({ body: emptyAnswer });
    const block = toXmlElement(ExceptionType, "x");
    await createClient(UMService, { endpoint, transport }).disconnect({ callId: "a" }, { soapHeaders: [block] });
    expect(requests[0]?.body).toContain(
      `<soap:Header><ExceptionType xmlns="${messages}">x</ExceptionType></soap:Header>`,
    );
  });

  it("in SOAP 1.2 carries the action in its content type", async () => {
    const { transport, requests } = answering({ body: envelope("<m:DisconnectResponse/>", soap12) });
    const service = { ...UMService, soap: "1.2" } as const;
    expect(await createClient(service, { endpoint, transport }).disconnect({ callId: "a" })).toEqual({});
    expect(requests[0]?.headers).toEqual({
      accept: "application/soap+xml",
      "content-type": `application/soap+xml; charset=utf-8; action="${messages}/Disconnect"`,
    });
    expect(requests[0]?.body).toContain(`<soap:Envelope xmlns:soap="${soap12}">`);
  });

  it("is not sent where the input is not valid", async () => {
    const { transport, requests } = answering({ body: emptyAnswer });
    const client = createClient(UMService, { endpoint, transport });
    const error = await rejection(client.disconnect({ callId: "x".repeat(513) }));
    expect(error).toBeInstanceOf(ValidationError);
    expect(error).toMatchObject({ code: "cvc-maxLength-valid", issues: [{ path: ["callId"] }] });
    expect(requests).toEqual([]);
  });

  it("is sent as it is where validation is off", async () => {
    const { transport, requests } = answering({ body: emptyAnswer });
    const client = createClient(UMService, { endpoint, transport, validateRequest: false });
    await client.disconnect({ callId: "" });
    expect(requests).toHaveLength(1);
  });
});

describe("an output", () => {
  it("is typed, and an input without properties can be left out", async () => {
    const client = clientFor({
      body: envelope("<m:IsUMEnabledResponse><m:IsUMEnabledResponse>1</m:IsUMEnabledResponse></m:IsUMEnabledResponse>"),
    });
    const output = await client.isUMEnabled();
    expectTypeOf(output).toEqualTypeOf<{ isUMEnabledResponse: boolean }>();
    expectTypeOf(client.getCallInfo).returns.resolves.toEqualTypeOf<{ getCallInfoResponse: UMCallInfo }>();
    expectTypeOf(client.disconnect).parameter(0).toEqualTypeOf<{ callId: string }>();
    expect(output).toEqual({ isUMEnabledResponse: true });
  });

  it("comes with headers for those who ask", async () => {
    const body = `<s:Envelope xmlns:s="${soap11}"><s:Header><t xmlns="urn:x" a="1">u</t></s:Header><s:Body><DisconnectResponse xmlns="${messages}"/></s:Body></s:Envelope>`;
    const client = clientFor({ body, headers: { "x-id": "7" } });
    let seen: unknown;
    await client.disconnect(
      { callId: "a" },
      {
        onResponse: ({ status, httpHeaders, soapHeaders }) => {
          seen = [status, httpHeaders.get("x-id"), soapHeaders];
        },
      },
    );
    expect(seen).toMatchObject([200, "7", [{ namespace: "urn:x", name: "t", attributes: { a: "1" }, content: ["u"] }]]);
  });

  it("is read out of a SOAP 1.2 envelope with a warning", async () => {
    const issues: Issue[] = [];
    const options = { onIssue: (issue: Issue) => issues.push(issue) };
    const client = clientFor(
      { body: envelope("<m:DisconnectResponse/>", soap12), contentType: "application/soap+xml" },
      options,
    );
    expect(await client.disconnect({ callId: "a" })).toEqual({});
    expect(issues).toMatchObject([{ code: "soap-version", severity: "warning" }]);
  });

  it("is not checked where validation is off", async () => {
    const client = clientFor(
      { body: envelope("<m:DisconnectResponse><m:More/></m:DisconnectResponse>") },
      { validateResponse: false },
    );
    expect(await client.disconnect({ callId: "a" })).toEqual({});
  });
});

/** The answer to GetCallInfo with these children. */
function callInfo(inside: string): string {
  return envelope(`<m:GetCallInfoResponse>${inside}</m:GetCallInfoResponse>`);
}

function callState(state: string): string {
  const children = `<m:CallState>${state}</m:CallState><m:EventCause>None</m:EventCause>`;
  return `<m:GetCallInfoResponse>${children}</m:GetCallInfoResponse>`;
}

const idle = callInfo(callState("Idle"));
const page = "<html><body>Sign in</body></html>";
const fault = (text: string) => `<s:Fault><faultcode>s:Server</faultcode><faultstring>${text}</faultstring></s:Fault>`;
const manyHeaders = `<s:Header>${"<m:b/>".repeat(101)}</s:Header>`;
const multipart = "multipart/related";

/** Answers to GetCallInfo without a value, and the codes of their errors. */
const errors: readonly (readonly [what: string, code: string, answer: CannedAnswer])[] = [
  ["nothing", "transport-empty", { body: "" }],
  ["nothing, not even a type", "transport-empty", { body: "", contentType: "" }],
  ["zero bytes with status 400", "transport-status", { status: 400, body: "" }],
  ["zero bytes with status 415", "transport-status", { status: 415, body: "" }],
  ["a page", "transport-content-type", { body: page, contentType: "text/html" }],
  ["an error page", "transport-status", { status: 500, body: page, contentType: "text/html; charset=utf-8" }],
  ["a sentence", "transport-status", { status: 503, body: "try later", contentType: "text/plain" }],
  ["a page that calls itself XML", "xml-doctype", { body: `<!DOCTYPE html>${page}` }],
  ["a redirect", "transport-redirect", { status: 302, body: "", headers: { location: "https://other.example/" } }],
  ["a refusal", "transport-auth", { status: 401, body: "", headers: { "www-authenticate": "Negotiate, NTLM" } }],
  [
    "a proxy's refusal",
    "transport-auth",
    { status: 407, body: "x", headers: { "proxy-authenticate": "Basic realm=x" } },
  ],
  ["a value with status 500", "transport-status", { status: 500, body: idle }],
  ["another document", "soap-envelope", { body: "<definitions xmlns='http://schemas.xmlsoap.org/wsdl/'/>" }],
  ["an envelope of no version", "soap-version", { body: envelope("", soap11.replace("http:", "https:")) }],
  ["an envelope without a body", "soap-body", { body: `<s:Envelope xmlns:s="${soap11}"/>` }],
  ["an empty body", "soap-body", { body: envelope(" ") }],
  ["two entries", "soap-body-entries", { body: idle.replace("</s:Body>", "<m:GetCallInfoResponse/></s:Body>") }],
  ["text in the body", "soap-envelope", { body: envelope("hello") }],
  ["something before the body", "soap-envelope", { body: idle.replace("<s:Body>", "<m:Other/><s:Body>") }],
  ["a second body", "soap-envelope", { body: idle.replace("</s:Envelope>", "<s:Body/></s:Envelope>") }],
  ["another operation's answer", "cvc-elt.1", { body: emptyAnswer }],
  ["the answer in no namespace", "cvc-elt.1", { body: envelope("<GetCallInfoResponse/>") }],
  ["no inner element", "cvc-complex-type.2.4.b", { body: callInfo("") }],
  ["an unknown state", "cvc-enumeration-valid", { body: callInfo(callState("Asleep")) }],
  ["half an answer", "xml-well-formed", { body: idle.slice(0, -60) }],
  ["an answer and a half", "xml-well-formed", { body: `${idle}<x/>` }],
  ["an ill-formed fault", "xml-well-formed", { status: 500, body: envelope(fault("&#x1F;")) }],
  ["an unknown encoding", "xml-encoding", { body: idle, contentType: "text/xml; charset=bogus" }],
  ["bytes of another encoding", "xml-encoding", { body: new Uint8Array([0x3c, 0x61, 0xff, 0x3e]) }],
  ["deep without end", "xml-limit", { body: envelope(`<s:Fault>${"<a>".repeat(300)}`) }],
  ["a header of too many blocks", "soap-envelope", { body: idle.replace("<s:Body>", `${manyHeaders}<s:Body>`) }],
  ["a multipart message", "transport-content-type", { body: `--x\r\n\r\n${idle}`, contentType: multipart }],
];

describe("an answer that is", () => {
  it.each(errors)("%s gives %s", async (_what, code, answer) => {
    const error = await rejection(clientFor(answer).getCallInfo({ callId: "a" }));
    expect(error).toMatchObject({ code, status: answer.status ?? 200 });
    expect(error instanceof TransportError || error instanceof ResponseError).toBe(true);
    if (error instanceof ResponseError) {
      expect(error).toBeInstanceOf(ParseError);
      expect(error.cause).toBeInstanceOf(XmlError);
      expect(error.excerpt.length).toBeGreaterThan(0);
    }
  });

  it("wrong inside says where", async () => {
    const body = callInfo(callState("Asleep").replace("<m:CallState>", "\n<m:CallState>"));
    const error = await rejection(clientFor({ body }).getCallInfo({ callId: "a" }));
    expect(error).toMatchObject({ path: ["getCallInfoResponse", "callState"], location: { line: 2, column: 14 } });
  });

  it("long is quoted from its beginning only, on one line, without credentials", async () => {
    const body = `<html>Authorization: Basic c2VjcmV0\nCookie: id=c2VjcmV0\n${"x\n".repeat(10_000)}</html>`;
    const error = await rejection(
      clientFor({ status: 500, body, contentType: "text/html" }).getCallInfo({ callId: "a" }),
    );
    expect(error).toMatchObject({ excerpt: expect.stringMatching(/^<html>Authorization: … Cookie: … x x/) });
    expect((error as TransportError).excerpt?.length).toBeLessThanOrEqual(501);
  });

  it("not what it should be keeps the response's headers, but no cookies", async () => {
    const headers = { "retry-after": "5", "set-cookie": "a=b" };
    const error = await rejection(clientFor({ status: 503, body: "", headers }).getCallInfo({ callId: "a" }));
    expect(error).toMatchObject({ headers: { "retry-after": "5" } });
    expect((error as TransportError).headers).not.toHaveProperty("set-cookie");
  });

  it("shows the schemes that a refusal offers", async () => {
    const challenges = 'Negotiate, NTLM, Basic realm="a, b", Bearer client_id="x", error="invalid_token"';
    const error = await rejection(
      clientFor({ status: 401, body: "", headers: { "www-authenticate": challenges } }).resetPIN(),
    );
    expect((error as Error).message).toMatch(/it offers Negotiate, NTLM, Basic, Bearer$/);
  });
});

describe("encodings", () => {
  const text = `<?xml version="1.0"?>${idle}`;
  const utf16 = (mark: boolean, swap: boolean) => {
    const bytes = Buffer.from((mark ? "\ufeff" : "") + text, "utf16le");
    return new Uint8Array(swap ? bytes.swap16() : bytes);
  };
  it.each([
    ["UTF-8 with a mark", new TextEncoder().encode(`\ufeff${text}`), "text/xml"],
    ["UTF-8 that calls itself UTF-16", new TextEncoder().encode(text), "text/xml; charset=utf-16"],
    ["UTF-8 that calls itself UCS-2", new TextEncoder().encode(text), "text/xml; charset=ucs-2"],
    ["UTF-16 with a mark that calls itself UTF-8", utf16(true, false), "text/xml; charset=utf-8"],
    ["big-endian UTF-16 with a mark", utf16(true, true), 'text/xml; charset="utf-16"'],
    ["UTF-16 without a mark", utf16(false, false), "text/xml; charset=utf-16"],
    ["big-endian UTF-16 without a mark", utf16(false, true), "text/xml"],
    ["an envelope that calls itself a page", new TextEncoder().encode(text), "text/html"],
  ])("reads %s", async (_what, body, contentType) => {
    const answer = await clientFor({ body, contentType }).getCallInfo({ callId: "a" });
    expect(answer.getCallInfoResponse.callState).toBe("Idle");
  });

  it("takes the declaration's where HTTP names none", async () => {
    const body = Buffer.from(
      `<?xml version="1.0" encoding="iso-8859-1"?>${envelope("<m:PlayOnPhoneResponse><m:PlayOnPhoneResponse>é</m:PlayOnPhoneResponse></m:PlayOnPhoneResponse>")}`,
      "latin1",
    );
    const output = await clientFor({ body, contentType: "text/xml" }).playOnPhone({ entryId: "", dialString: "" });
    expect(output).toEqual({ playOnPhoneResponse: "é" });
  });
});

describe("time", () => {
  const never: Transport = () => new Promise(() => undefined);

  it("ends a call that takes too long, whatever the transport does", async () => {
    const client = createClient(UMService, { endpoint, transport: never, timeout: 10 });
    expect(await rejection(client.resetPIN())).toMatchObject({ code: "transport-timeout" });
    const slowToken = createClient(UMService, { endpoint, transport: never, interceptors: [() => never({} as never)] });
    expect(await rejection(slowToken.resetPIN({}, { timeout: 10 }))).toMatchObject({ code: "transport-timeout" });
  });

  it("ends a call that the caller aborts, with the reason", async () => {
    const controller = new AbortController();
    const client = createClient(UMService, { endpoint, transport: never });
    const call = rejection(client.resetPIN({}, { signal: controller.signal }));
    controller.abort(new Error("enough"));
    expect(await call).toMatchObject({ code: "transport-aborted", cause: { message: "enough" } });
  });

  it("begins no call that is aborted already", async () => {
    const { transport, requests } = answering({ body: emptyAnswer });
    const client = createClient(UMService, { endpoint, transport });
    const error = await rejection(client.resetPIN({}, { signal: AbortSignal.abort() }));
    expect(error).toMatchObject({ code: "transport-aborted" });
    expect(requests).toEqual([]);
  });

  it("leaves no listener at the caller's signal", async () => {
    const { signal } = new AbortController();
    let listeners = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      listeners++;
      add(...args);
    };
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      listeners--;
      remove(...args);
    };
    await clientFor({ body: emptyAnswer }).disconnect({ callId: "a" }, { signal });
    await rejection(clientFor({ body: "" }).disconnect({ callId: "a" }, { signal }));
    expect(listeners).toBe(0);
  });
});

describe("interceptors", () => {
  it("stand around the transport in their order", async () => {
    const seen: string[] = [];
    const { transport } = answering({ body: emptyAnswer });
    const client = createClient(UMService, {
      endpoint,
      transport,
      interceptors: ["a", "b"].map((name) => async (request, next) => {
        seen.push(`${name} ${request.operation.name}`);
        const response = await next(request);
        seen.push(`${name} ${response.status}`);
        return response;
      }),
    });
    await client.disconnect({ callId: "a" });
    expect(seen).toEqual(["a Disconnect", "b Disconnect", "b 200", "a 200"]);
  });

  it("that fail end in an error of ours", async () => {
    const cause = new RangeError("secret");
    const client = createClient(UMService, { endpoint, interceptors: [() => Promise.reject(cause)] });
    const error = await rejection(client.resetPIN());
    expect(error).toBeInstanceOf(TransportError);
    expect(error).toMatchObject({ code: "transport-failed", cause });
    expect((error as Error).message).not.toContain("secret");
  });
});

describe("options", () => {
  it.each(["mail.example.com", "ftp://mail.example.com/", "https://user:secret@mail.example.com/"])(
    "refuse the endpoint %s without showing a password",
    (wrong) => {
      expect(() => createClient(UMService, { endpoint: wrong })).toThrow(TypeError);
      try {
        createClient(UMService, { endpoint: wrong });
      } catch (error) {
        expect(inspect(error)).not.toContain("secret");
      }
    },
  );

  it("refuse a timeout that is none", async () => {
    expect(await rejection(clientFor({ body: "" }, { timeout: 0 }).resetPIN())).toBeInstanceOf(TypeError);
  });

  it("tell of each exchange as it went over the wire", async () => {
    const exchanges: unknown[] = [];
    const options = { onExchange: (exchange: unknown) => exchanges.push(exchange) };
    await clientFor({ body: emptyAnswer }, options).disconnect({ callId: "a" });
    await rejection(clientFor({ body: "no", status: 500 }, options).disconnect({ callId: "a" }));
    const request = expect.stringContaining("<CallId>a</CallId>");
    expect(exchanges).toEqual([
      { operation: "Disconnect", request, response: emptyAnswer, status: 200 },
      { operation: "Disconnect", request, response: "no", status: 500 },
    ]);
  });
});

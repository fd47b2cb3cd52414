import { describe, expect, expectTypeOf, it } from "vitest";
import { ExceptionType, type GetCallInfo, UMService } from "../../../generated/um.js";
import { type XmlError, xmlName } from "../../../src/index.js";
import {
  createClient,
  createHandler,
  type Handler,
  type HandlerExchange,
  type HandlerOptions,
  type Implementation,
  SoapFault,
  type Transport,
  toXmlElement,
} from "../../../src/soap.js";
import { envelope, messages, rejection, soap11, soap12 } from "./answers.js";

const url = "http://um.example.com/service";
const refuse = () => {
  throw new SoapFault({ reason: "not now" });
};

const implementation: Implementation<UMService> = {
  isUMEnabled: () => ({ isUMEnabledResponse: true }),
  getUMProperties: refuse,
  setOofStatus: () => undefined,
  setMissedCallNotificationEnabled: async () => undefined,
  setPlayOnPhoneDialString: () => ({}),
  setTelephoneAccessFolderEmail: refuse,
  resetPIN: () => {
    throw new RangeError("an internal secret");
  },
  playOnPhone: () => ({ playOnPhoneResponse: "" }),
  playOnPhoneGreeting: refuse,
  getCallInfo: ({ callId }) => {
    throw new SoapFault({
      faultCode: xmlName("urn:errors", "InvalidCallIdException"),
      reason: `no call ${callId}`,
      language: "en",
      actor: "urn:here",
      detail: [toXmlElement(ExceptionType, "InvalidCallIdException")],
    });
  },
  disconnect: () => undefined,
};

function handlerWith(options: HandlerOptions = {}): Handler {
  return createHandler(UMService, implementation, options);
}

/** A client whose requests go to the handler without a network. */
function clientOf(handler: Handler) {
  const transport: Transport = async ({ url: target, method, headers, body }) => {
    const response = await handler(new Request(target, { method, headers: { ...headers }, body }));
    const { status } = response;
    return { status, headers: response.headers, body: new Uint8Array(await response.arrayBuffer()) };
  };
  return createClient(UMService, { endpoint: url, transport });
}

function post(body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}): Request {
  return new Request(url, { method: "POST", headers: { "content-type": "text/xml", ...headers }, body });
}

const disconnect = envelope("<m:Disconnect><m:CallId>a</m:CallId></m:Disconnect>");

describe("an implementation", () => {
  it("answers the client", async () => {
    const client = clientOf(handlerWith());
    expect(await client.isUMEnabled()).toEqual({ isUMEnabledResponse: true });
    expect(await client.setOofStatus({ status: true })).toEqual({});
    expect(await client.setMissedCallNotificationEnabled({ status: true })).toEqual({});
    expect(await client.setPlayOnPhoneDialString({ dialString: "1" })).toEqual({});
  });

  it("is typed", () => {
    expectTypeOf<Parameters<Implementation<UMService>["getCallInfo"]>[0]>().toEqualTypeOf<GetCallInfo>();
    // @ts-expect-error an output with properties cannot be left out
    expectTypeOf<() => undefined>().toExtend<Implementation<UMService>["isUMEnabled"]>();
  });

  it("throws faults that arrive whole", async () => {
    const error = await rejection(clientOf(handlerWith()).getCallInfo({ callId: "x<y" }));
    expect(error).toBeInstanceOf(SoapFault);
    expect(error).toMatchObject({
      faultCode: { namespace: "urn:errors", localName: "InvalidCallIdException" },
      reason: "no call x<y",
      language: "en",
      actor: "urn:here",
      status: 500,
    });
    expect((error as SoapFault).detailOf(ExceptionType)).toBe("InvalidCallIdException");
  });

  it("that fails tells its owner, not the caller", async () => {
    const errors: unknown[] = [];
    const handler = handlerWith({ onError: (error) => errors.push(error) });
    const response = await handler(post(envelope("<m:ResetPIN/>")));
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).toContain("soap:Server</faultcode>");
    expect(text).not.toMatch(/secret|RangeError|handler\.test/);
    expect(errors).toEqual([expect.any(RangeError)]);
  });

  it("that answers what the schema does not allow has failed", async () => {
    const errors: unknown[] = [];
    const handler = handlerWith({ onError: (error) => errors.push(error) });
    const error = await rejection(clientOf(handler).playOnPhone({ entryId: "a", dialString: "1" }));
    expect(error).toMatchObject({ code: "soap-fault", faultCode: { localName: "Server" } });
    expect(errors).toMatchObject([{ code: "cvc-minLength-valid" }]);
    const lax = await handlerWith({ validateResponse: false })(
      post(envelope("<m:PlayOnPhone><m:entryId/><m:DialString/></m:PlayOnPhone>")),
    );
    expect(lax.status).toBe(200);
  });

  it("has a function for each operation", () => {
    const { disconnect: _left, ...rest } = implementation;
    expect(() => createHandler(UMService, rest as Implementation<UMService>)).toThrow(/no function disconnect/);
  });

  it("sees the header blocks and the request", async () => {
    let seen: unknown;
    const handler = createHandler(UMService, {
      ...implementation,
      disconnect: (_input, { operation, request, soapHeaders }) => {
        seen = [operation.name, request.headers.get("x-id"), soapHeaders.map(({ name }) => name)];
      },
    });
    const body = disconnect.replace("<s:Body>", '<s:Header><t xmlns="urn:t"/></s:Header><s:Body>');
    expect((await handler(post(body, { "x-id": "7" }))).status).toBe(200);
    expect(seen).toEqual(["Disconnect", "7", ["t"]]);
  });
});

describe("dispatch", () => {
  it.each([undefined, '""', `"${messages}/Disconnect"`, `${messages}/Disconnect`])(
    "takes the action %s",
    async (action) => {
      const response = await handlerWith()(post(disconnect, action === undefined ? {} : { soapaction: action }));
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe("text/xml; charset=utf-8");
      expect(await response.text()).toContain(`<DisconnectResponse xmlns="${messages}"/>`);
    },
  );

  it.each([`"${messages}/GetCallInfo"`, `"${messages.replace("http:", "https:")}/Disconnect"`, '"x"'])(
    "refuses the action %s, which is another operation's or nobody's",
    async (action) => {
      const response = await handlerWith()(post(disconnect, { soapaction: action }));
      expect(response.status).toBe(500);
      expect(await response.text()).toMatch(/soap:Client<.*soap-action: found the action/);
    },
  );
});

/** Requests that no operation answers: HTTP status, and what the fault says. */
const wrong: readonly (readonly [what: string, status: number, says: RegExp, body: string])[] = [
  ["an unknown operation", 500, /soap:Client<.*soap-operation: no operation takes/, envelope("<m:Hang/>")],
  ["the https spelling", 500, /soap-operation/, disconnect.replace(messages, messages.replace("http:", "https:"))],
  ["a missing argument", 500, /soap:Client<.*cvc-complex-type\.2\.4\.b/, envelope("<m:Disconnect/>")],
  ["two operations", 500, /soap-body-entries/, envelope("<m:ResetPIN/><m:ResetPIN/>")],
  ["no body", 500, /soap-body: /, `<s:Envelope xmlns:s="${soap11}"/>`],
  ["no envelope", 500, /soap-envelope/, "<x/>"],
  ["another version", 500, /soap:VersionMismatch</, envelope("<m:ResetPIN/>", soap12)],
  ["an envelope of no version", 500, /soap:VersionMismatch</, envelope("<m:ResetPIN/>", "urn:x")],
  ["ill-formed XML", 400, /soap:Client<.*xml-well-formed/, disconnect.slice(0, -1)],
  ["a document type", 400, /xml-doctype/, `<!DOCTYPE x>${disconnect}`],
  ["nothing", 400, /xml-well-formed/, ""],
];

describe("a request", () => {
  it.each(wrong)("with %s has status %i", async (_what, status, says, body) => {
    let called = false;
    const handler = createHandler(UMService, {
      ...implementation,
      disconnect: () => {
        called = true;
      },
    });
    const response = await handler(post(body));
    expect(response.status).toBe(status);
    expect(await response.text()).toMatch(says);
    expect(called).toBe(false);
  });

  it("is refused in the words of the service", async () => {
    const seen: unknown[] = [];
    const invalidRequest = (error: XmlError, operation: { readonly name: string } | undefined) => {
      seen.push([error.code, operation?.name]);
      return new SoapFault({ faultCode: xmlName("urn:t", "Wrong"), reason: "wrong" });
    };
    const handler = handlerWith({ invalidRequest });
    expect(await (await handler(post(envelope("<m:Disconnect/>")))).text()).toMatch(
      /xmlns:(\w+)="urn:t">\1:Wrong<.*>wrong</,
    );
    await handler(post(envelope("<m:Hang/>")));
    expect(seen).toEqual([
      ["cvc-complex-type.2.4.b", "Disconnect"],
      ["soap-operation", undefined],
    ]);
  });

  it("is not checked where validation is off", async () => {
    const handler = handlerWith({ validateRequest: false });
    expect((await handler(post(envelope("<m:Disconnect/>")))).status).toBe(200);
  });

  it.each([
    ["mustUnderstand", 's:mustUnderstand="1"', 500],
    [
      "mustUnderstand for the next",
      's:mustUnderstand="true" s:actor="http://schemas.xmlsoap.org/soap/actor/next"',
      500,
    ],
    ["mustUnderstand for somebody else", 's:mustUnderstand="1" s:actor="urn:else"', 200],
    ["no need to understand", 's:mustUnderstand="0"', 200],
  ])("with a header block with %s", async (_what, attributes, status) => {
    const body = disconnect.replace("<s:Body>", `<s:Header><m:Block ${attributes}/></s:Header><s:Body>`);
    const response = await handlerWith()(post(body));
    expect(response.status).toBe(status);
    if (status === 500) expect(await response.text()).toMatch(/soap:MustUnderstand<.*the header block Block/);
    const known = handlerWith({ understood: [xmlName(messages, "Block")] });
    expect((await known(post(body))).status).toBe(200);
  });

  it("may be UTF-16", async () => {
    const bytes = new Uint8Array(Buffer.from(`\ufeff${disconnect}`, "utf16le"));
    expect((await handlerWith()(post(bytes, { "content-type": "text/xml; charset=utf-16" }))).status).toBe(200);
  });

  it.each([
    ["another method", 405, "http-method", new Request(url, { method: "PUT", body: "x" })],
    ["GET", 405, "http-method", new Request(url)],
    ["another content type", 415, "http-content-type", post(disconnect, { "content-type": "application/json" })],
    ["compression", 415, "http-content-encoding", post(disconnect, { "content-encoding": "gzip" })],
    ["too many bytes", 413, "http-too-large", post(" ".repeat(2000))],
    ["an unknown encoding", 400, "xml-encoding", post(disconnect, { "content-type": "text/xml; charset=bogus" })],
    ["bytes of another encoding", 400, "xml-encoding", post(new Uint8Array([0x3c, 0xff]))],
  ])("with %s has status %i and no envelope, but %s", async (_what, status, code, request) => {
    const response = await handlerWith({ maxRequestLength: 1000 })(request);
    expect(response.status).toBe(status);
    expect(response.headers.get("allow")).toBe(status === 405 ? "POST" : null);
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(await response.text()).toMatch(new RegExp(`^${code}: `));
  });

  it("that breaks off has status 400", async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error("reset")) });
    const request = new Request(url, { method: "POST", headers: { "content-type": "text/xml" }, body, duplex: "half" });
    const response = await handlerWith()(request);
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(/^http-truncated: /);
  });

  it("is told of with its answer", async () => {
    const exchanges: HandlerExchange[] = [];
    const handler = handlerWith({ onExchange: (exchange) => exchanges.push(exchange) });
    const response = await handler(post(disconnect));
    await handler(post("<x/>"));
    expect(exchanges).toMatchObject([
      { operation: "Disconnect", request: disconnect, response: await response.text(), status: 200 },
      { operation: undefined, request: "<x/>", status: 500 },
    ]);
  });
});

describe("SOAP 1.2", () => {
  const service = { ...UMService, soap: "1.2" } as const;
  const type = { "content-type": "application/soap+xml" };

  it("has its own media type, action and faults", async () => {
    const handler = createHandler(service, implementation);
    const body = envelope("<m:Disconnect><m:CallId>a</m:CallId></m:Disconnect>", soap12);
    const good = await handler(post(body, { "content-type": `application/soap+xml; action="${messages}/Disconnect"` }));
    expect(good.status).toBe(200);
    expect(good.headers.get("content-type")).toBe("application/soap+xml; charset=utf-8");
    const bad = await handler(post(body, { "content-type": 'application/soap+xml; action="x"' }));
    expect(bad.status).toBe(400);
    expect(await bad.text()).toMatch(/<soap:Code><soap:Value>soap:Sender<\/soap:Value><\/soap:Code><soap:Reason>/);
    expect((await handler(post(body))).status).toBe(415);
  });

  it("puts other codes into a subcode", async () => {
    const body = envelope("<m:GetCallInfo><m:CallId>a</m:CallId></m:GetCallInfo>", soap12);
    const text = await (await createHandler(service, implementation)(post(body, type))).text();
    expect(text).toMatch(/<soap:Value>soap:Receiver<.*<soap:Subcode><soap:Value xmlns:(\w+)="urn:errors">\1:Invalid/);
    expect(text).toMatch(/<soap:Role>urn:here<\/soap:Role><soap:Detail><ExceptionType/);
  });
});

describe("the description", () => {
  const wsdl = {
    text:
      `<d:definitions xmlns:d="http://schemas.xmlsoap.org/wsdl/" xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/">` +
      `<d:import location="a&#46;xsd"/><d:import location='b.xsd'/><s:address location="http://old/"/></d:definitions>`,
    imports: { "a.xsd": '<x schemaLocation="a.xsd" other="a.xsd"/>' },
  };

  it("is served with the address where it was asked for", async () => {
    const response = await handlerWith({ wsdl })(new Request("http://um.example.com/it's?wsdl"));
    expect(response.headers.get("content-type")).toBe("text/xml; charset=utf-8");
    const text = await response.text();
    expect(text).toContain(
      `<d:import location="http://um.example.com/it&#39;s?xsd=a.xsd"/><d:import location='b.xsd'/>`,
    );
    expect(text).toContain('<s:address location="http://um.example.com/it&#39;s"/>');
  });

  it("is served with what it imports", async () => {
    const handler = handlerWith({ wsdl });
    const text = await (await handler(new Request(`${url}?xsd=a.xsd`))).text();
    expect(text).toBe(`<x schemaLocation="${url}?xsd=a.xsd" other="a.xsd"/>`);
    expect((await handler(new Request(`${url}?xsd=__proto__`))).status).toBe(405);
    expect((await handler(new Request(url))).status).toBe(405);
    expect((await handlerWith()(new Request(`${url}?wsdl`))).status).toBe(405);
  });
});

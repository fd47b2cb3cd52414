import { describe, expect, it } from "vitest";
import {
  headerElement,
  type Interceptor,
  securityTimestamp,
  usernameToken,
  withSoapHeaders,
  wsAddressing,
} from "../../../src/soap.js";
import { connect, elements, overHandler, readService, rejectionOf, wsdl } from "./wsdl-service.js";

const wsa = "http://www.w3.org/2005/08/addressing";
const text = wsdl({
  schema: elements("Ask", "Answer"),
  definitions: `<w:message name="In"><w:part name="p" element="t:Ask"/></w:message><w:message name="Out"><w:part name="p" element="t:Answer"/></w:message>
    <w:portType name="P"><w:operation name="Ask"><w:input message="t:In" xmlns:wsam="http://www.w3.org/2007/05/addressing/metadata" wsam:Action="urn:t/AskAction"/><w:output message="t:Out"/></w:operation></w:portType>`,
  binding: `<w:operation name="Ask"><soap:operation soapAction="urn:t/Ask"/><w:input><soap:body use="literal"/></w:input><w:output><soap:body use="literal"/></w:output></w:operation>`,
});
const understood = [
  ...["Action", "MessageID", "To", "ReplyTo"].map((localName) => ({ namespace: wsa, localName })),
  {
    namespace: "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd",
    localName: "Security",
  },
];

/** What a call sends through interceptors, and what comes of it. */
async function send(interceptors: readonly Interceptor[], relatesTo?: string, endpoint = "http://127.0.0.1/service") {
  const service = await readService(text);
  const { handler, exchanges } = connect(service, { ask: () => "yes" }, { handler: { understood } });
  const { client } = connect(
    service,
    { ask: () => "yes" },
    {
      client: {
        endpoint,
        interceptors,
        transport: async (request) => {
          const response = await overHandler(handler)(request);
          if (relatesTo === undefined) return response;
          const header = `<soap:Header><a:RelatesTo xmlns:a="${wsa}">${relatesTo}</a:RelatesTo></soap:Header>`;
          const body = new TextDecoder().decode(response.body).replace("<soap:Body>", `${header}<soap:Body>`);
          return { ...response, body: new TextEncoder().encode(body) };
        },
      },
    },
  );
  const answer = await client["ask"]?.("really?");
  return { answer, request: exchanges[0]?.request ?? "" };
}

describe("wsAddressing", () => {
  it("says what the message is, its identifier, where it goes and where the answer does", async () => {
    const { answer, request } = await send([wsAddressing({ messageId: () => "urn:uuid:1", mustUnderstand: true })]);
    expect(answer).toBe("yes");
    expect(request).toMatch(
      /<Action[^>]*soap:mustUnderstand="1"[^>]*>urn:t\/AskAction<\/Action>|<Action[^>]*mustUnderstand="1">urn:t\/AskAction/,
    );
    expect(request).toContain(">urn:uuid:1</MessageID>");
    expect(request).toContain(">http://127.0.0.1/service</To>");
    expect(request).toMatch(new RegExp(`<ReplyTo[^>]*><Address>${wsa}/anonymous</Address></ReplyTo>`));
  });

  it("gives each message an identifier of its own", async () => {
    const [first, second] = [await send([wsAddressing()]), await send([wsAddressing()])];
    const id = /urn:uuid:[\da-f-]{36}/;
    expect(id.exec(first.request)?.[0]).not.toBe(id.exec(second.request)?.[0]);
  });

  it("takes an answer to this message, and no other", async () => {
    const addressing = wsAddressing({ messageId: () => "urn:uuid:1" });
    expect((await send([addressing], " urn:uuid:1 ")).answer).toBe("yes");
    expect(await rejectionOf(send([addressing], "urn:uuid:2"))).toMatchObject({
      name: "ResponseError",
      code: "soap-addressing",
    });
  });
});

describe("usernameToken", () => {
  const now = () => Date.UTC(2026, 10, 25, 12);
  const nonce = () => Uint8Array.from({ length: 16 }, (_, index) => index);

  it("sends name and password with a time, and how long the message is valid", async () => {
    const { request } = await send([usernameToken({ user: "me", password: "<secret>", validFor: 300, now, nonce })]);
    expect(request).toMatch(/<Username>me<\/Username><Password Type="[^"]*#PasswordText">&lt;secret&gt;<\/Password>/);
    expect(request).toMatch(/Expires>2026-11-25T12:05:00\.000Z</);
    expect(request).toMatch(/<Security[^>]*mustUnderstand="1"/);
  });

  it("sends the digest of nonce, time and password: SHA-1 in base64", async () => {
    const { request } = await send([
      usernameToken({ user: "me", password: "secret", passwordType: "digest", now, nonce }),
    ]);
    const bytes = new Uint8Array([...nonce(), ...new TextEncoder().encode("2026-11-25T12:00:00.000Zsecret")]);
    const digest = Buffer.from(await crypto.subtle.digest("SHA-1", bytes)).toString("base64");
    expect(request).toMatch(/#PasswordDigest/);
    expect(request).toContain(`>${digest}</Password>`);
    expect(request).not.toContain("secret<");
  });

  it("keeps a password in clear from other machines without TLS", async () => {
    const token = usernameToken({ user: "me", password: "secret" });
    expect(await rejectionOf(send([token], undefined, "http://example.com/"))).toMatchObject({
      code: "transport-insecure",
    });
    expect((await send([usernameToken({ user: "me" })], undefined, "http://example.com/")).request).toContain(
      "<Username>me",
    );
  });

  it("refuses options that mean nothing", () => {
    expect(() => usernameToken({ user: "" })).toThrow(TypeError);
    expect(() => usernameToken({ user: "me", validFor: 0 })).toThrow(TypeError);
    expect(() => securityTimestamp(-1)).toThrow(TypeError);
  });
});

describe("withSoapHeaders", () => {
  it("adds blocks behind those that are there", async () => {
    const add =
      (name: string): Interceptor =>
      (request, next) =>
        next(withSoapHeaders(request, [headerElement("urn:h", name, ["x"])]));
    const { request } = await send([add("One"), add("Two")]);
    expect(request).toMatch(
      /<soap:Header><One xmlns="urn:h">x<\/One><Two xmlns="urn:h">x<\/Two><\/soap:Header><soap:Body>/,
    );
  });
});

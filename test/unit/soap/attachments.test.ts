import { describe, expect, it } from "vitest";
import { attachmentSupport, type TransportRequest } from "../../../src/soap.js";
import { connect, overHandler, readService, rejectionOf, wsdl } from "./wsdl-service.js";

const file = (name: string) =>
  `<xs:element name="${name}"><xs:complexType><xs:sequence><xs:element name="name" type="xs:string"/><xs:element name="data" type="xs:base64Binary" maxOccurs="2"/></xs:sequence></xs:complexType></xs:element>`;
const text = wsdl({
  schema: file("Echo") + file("EchoResponse"),
  definitions: `<w:message name="In"><w:part name="p" element="t:Echo"/></w:message><w:message name="Out"><w:part name="p" element="t:EchoResponse"/></w:message>
    <w:portType name="P"><w:operation name="Echo"><w:input message="t:In"/><w:output message="t:Out"/></w:operation></w:portType>`,
  binding: `<w:operation name="Echo"><soap:operation soapAction="urn:t/Echo"/><w:input><soap:body use="literal"/></w:input><w:output><soap:body use="literal"/></w:output></w:operation>`,
});
const echo = { echo: (input: unknown) => input };
const bytes = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 7) % 256);
const endpoint = "http://127.0.0.1/";

describe.each(["1.1", "1.2"] as const)("MTOM in SOAP %s", (soapVersion) => {
  it("carries long bytes beside the envelope, in both directions, and short ones in it", async () => {
    const requests: TransportRequest[] = [];
    const attachments = attachmentSupport({ sendAbove: 100 });
    const service = await readService(text);
    const { handler, exchanges } = connect(service, echo, { handler: { attachments, versions: ["1.1", "1.2"] } });
    const { client } = connect(service, echo, {
      client: {
        soapVersion,
        attachments,
        transport: (request) => {
          requests.push(request);
          return overHandler(handler)(request);
        },
      },
    });
    const value = { name: "a", data: [bytes(100), bytes(5000)] };
    let received = 0;
    const answer = await client["echo"]?.(value, {
      onResponse: (info: { attachments: readonly unknown[] }) => (received = info.attachments.length),
    });
    expect(answer).toEqual(value);
    expect(received).toBe(1);
    expect(requests[0]?.body).toBeInstanceOf(Uint8Array);
    expect(requests[0]?.headers["content-type"]).toMatch(/^multipart\/related; type="application\/xop\+xml"/);
    expect(requests[0]?.headers["accept"]).toMatch(/^multipart\/related, application\/xop\+xml, /);
    expect(exchanges[0]?.request.match(/\bInclude /g)).toHaveLength(1);
  });
});

describe("without being asked", () => {
  it("bytes go as text, and an answer with attachments is an error that says how to read it", async () => {
    const service = await readService(text);
    const { handler } = connect(service, echo, { handler: { attachments: attachmentSupport({ sendAbove: 10 }) } });
    const { client } = connect(service, echo, { client: { transport: overHandler(handler) } });
    expect(await rejectionOf(client["echo"]?.({ name: "a", data: [bytes(50)] }))).toMatchObject({
      code: "transport-content-type",
      reason: expect.stringContaining("the option attachments reads both"),
    });
  });

  it("a server refuses attachments", async () => {
    const service = await readService(text);
    const { handler } = connect(service, echo);
    const { client } = connect(service, echo, {
      client: { transport: overHandler(handler), attachments: attachmentSupport({ sendAbove: 1 }) },
    });
    expect(await rejectionOf(client["echo"]?.({ name: "a", data: [bytes(50)] }))).toMatchObject({
      code: "transport-status",
      status: 415,
    });
  });
});

/** A client that gets one multipart answer. */
async function clientOf(body: string, parameters = `boundary=b; start="<root>"`) {
  const headers = new Headers({ "content-type": `multipart/related; type="application/xop+xml"; ${parameters}` });
  return connect(await readService(text), echo, {
    client: {
      endpoint,
      attachments: attachmentSupport(),
      transport: async () => ({
        status: 200,
        headers,
        body: Uint8Array.from(body, (character) => character.charCodeAt(0)),
      }),
    },
  }).client["echo"];
}

const include = (id: string) => `<x:Include xmlns:x="http://www.w3.org/2004/08/xop/include" href="cid:${id}"/>`;
const envelope = (...data: readonly string[]) =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><EchoResponse xmlns="urn:t"><name>n</name>${data.map((item) => `<data>${item}</data>`).join("")}</EchoResponse></s:Body></s:Envelope>`;
const part = (id: string, content: string, more = "") =>
  `--b\r\nContent-ID: <${id}>\r\nContent-Type: ${id === "root" ? 'application/xop+xml; charset=utf-8; type="text/xml"' : "application/octet-stream"}\r\n${more}\r\n${content}\r\n`;
const input = { name: "a", data: [bytes(1)] };

describe("an answer of several parts", () => {
  it.each([
    [
      "the root first",
      part("root", envelope(include("f%401"))) + part("f@1", "\x00\xffdata"),
      [0, 255, 100, 97, 116, 97],
    ],
    [
      "the root last, which start names",
      part("f@1", "\r\n--x") + part("root", envelope(include("f%401"))),
      [13, 10, 45, 45, 120],
    ],
    ["white space around the reference", part("root", envelope(` ${include("f")}\n`)) + part("f", "a"), [97]],
    [
      "a part in base64",
      part("root", envelope(include("f"))) + part("f", "YWJj", "Content-Transfer-Encoding: base64\r\n"),
      [97, 98, 99],
    ],
    ["an empty part", part("root", envelope(include("f"))) + part("f", ""), []],
    [
      "a preamble, an epilogue and folded headers",
      `preamble\r\n${part("root", envelope(include("f")))}${part("f", "a", "X-Note: one\r\n two\r\n")}`,
      [97],
    ],
  ])("is read: %s", async (_what, body, expected) => {
    const call = await clientOf(`${body}--b--\r\nepilogue`);
    expect(await call?.(input)).toMatchObject({ data: [Uint8Array.from(expected)] });
  });

  it("of SOAP with Attachments gives the envelope, and the others to onResponse", async () => {
    const plain = part("root", envelope("YQ==")).replace(/application\/xop[^\r]*/, "text/xml; charset=utf-8");
    let names: readonly string[] = [];
    const call = await clientOf(`${plain}${part("f@1", "content")}--b--`);
    const onResponse = (info: { attachments: readonly { contentId: string }[] }) =>
      (names = info.attachments.map(({ contentId }) => contentId));
    expect(await call?.(input, { onResponse })).toMatchObject({
      data: [Uint8Array.of(97)],
    });
    expect(names).toEqual(["f@1"]);
  });

  it.each([
    ["a reference to nothing", `${part("root", envelope(include("none")))}--b--`, undefined],
    ["no last boundary", part("root", envelope("YQ==")), undefined],
    ["no boundary in the header", "--b--", "start=x"],
    ["no part that is the start", `${part("other", "x")}--b--`, undefined],
    [
      "a part that is not in base64",
      `${part("root", envelope(include("f")))}${part("f", "?", "Content-Transfer-Encoding: base64\r\n")}--b--`,
      undefined,
    ],
    ["a part without an end of its headers", "--b\r\nContent-ID: x\r\n--b--", undefined],
    [
      "an encoding of another kind",
      `${part("root", envelope("YQ=="), "Content-Transfer-Encoding: quoted-printable\r\n")}--b--`,
      undefined,
    ],
  ])("is an error: %s", async (_what, body, parameters) => {
    const call = await clientOf(body, parameters);
    expect(await rejectionOf(call?.(input))).toMatchObject({ name: "ResponseError", code: "soap-attachments" });
  });

  it("cannot grow by referring to one attachment again and again", async () => {
    const body = part("root", envelope(include("f"), include("f"))) + part("f", "a".repeat(9 * 1024 * 1024));
    expect(await rejectionOf((await clientOf(`${body}--b--`))?.(input))).toMatchObject({ code: "soap-attachments" });
  });
});

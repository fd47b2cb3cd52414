import { describe, expect, it } from "vitest";
import type { OperationDescriptor } from "../../../src/schema/services.js";
import {
  CallContext,
  contextKey,
  isFault,
  isFaultOf,
  mustUnderstand,
  newFault,
  type ResponseInfo,
  SoapFault,
  toXmlElement,
  type XmlElement,
} from "../../../src/soap.js";
import { connect, elements, readService, readWsdl, rejectionOf, wsdl } from "./wsdl-service.js";

const wrapper = (name: string, content: string) =>
  `<xs:element name="${name}"><xs:complexType><xs:sequence>${content}</xs:sequence></xs:complexType></xs:element>`;
const schema = `
  ${wrapper("Find", elements("key"))}${wrapper("FindResponse", elements("value"))}
  ${elements("Session", "Quota", "NotFound", "Busy", "BadSession", "Notice")}
  ${wrapper("Limits", `<xs:element name="max" type="xs:int"/>`)}`;
const message = (name: string, ...parts: readonly string[]) =>
  `<w:message name="${name}">${parts.map((part) => `<w:part name="${part}" element="t:${part}"/>`).join("")}</w:message>`;
const definitions = `
  ${message("FindIn", "Find", "Session")}${message("FindOut", "FindResponse", "Quota", "Limits")}
  ${message("NotFoundMessage", "NotFound")}${message("BusyMessage", "Busy")}${message("BadSessionMessage", "BadSession")}
  ${message("NoticeIn", "Notice")}<w:message name="None"/>
  <w:portType name="P">
    <w:operation name="Find">
      <w:input message="t:FindIn"/><w:output message="t:FindOut"/>
      <w:fault name="notFound" message="t:NotFoundMessage"/><w:fault name="busy" message="t:BusyMessage"/>
    </w:operation>
    <w:operation name="Notify"><w:input message="t:NoticeIn"/></w:operation>
    <w:operation name="Ping"><w:input message="t:None"/><w:output message="t:None"/></w:operation>
  </w:portType>`;
const header = (messageName: string, part: string, inside = "") =>
  `<soap:header message="t:${messageName}" part="${part}" use="literal">${inside}</soap:header>`;
const binding = `
  <w:operation name="Find"><soap:operation soapAction="urn:t/Find"/>
    <w:input><soap:body parts="Find" use="literal"/>${header("FindIn", "Session", `<soap:headerfault message="t:BadSessionMessage" part="BadSession" use="literal"/>`)}</w:input>
    <w:output><soap:body parts="FindResponse" use="literal"/>${header("FindOut", "Quota")}${header("FindOut", "Limits")}</w:output>
    <w:fault name="notFound"><soap:fault name="notFound" use="literal"/></w:fault>
    <w:fault name="busy"><soap:fault name="busy" use="literal"/></w:fault>
  </w:operation>
  <w:operation name="Notify"><soap:operation soapAction="urn:t/Notify"/><w:input><soap:body use="literal"/></w:input></w:operation>
  <w:operation name="Ping"><soap:operation soapAction="urn:t/Ping"/><w:input><soap:body use="literal"/></w:input><w:output><soap:body use="literal"/></w:output></w:operation>`;
const text = wsdl({ schema, definitions, binding });
const idle = { find: () => "found", notify: () => undefined, ping: () => undefined };

async function find(): Promise<OperationDescriptor> {
  const { descriptor } = await readService(text);
  const operation = descriptor.operations["find"];
  if (operation === undefined) throw new Error("no operation");
  return operation;
}

describe("document/literal", () => {
  it("gives what a wrapper holds, or the message where messages are wanted", async () => {
    expect(await connect(await readService(text), idle).client["find"]?.({ key: "a" })).toBe("found");
    const bare = connect(await readService(text, "bare"), { ...idle, find: () => ({ value: "found" }) });
    expect(await bare.client["find"]?.({ key: "a" })).toEqual({ value: "found" });
  });

  it("sends a one-way operation, and one whose bodies are empty", async () => {
    const { client, exchanges } = connect(await readService(text), idle);
    expect(await client["notify"]?.("now")).toBeUndefined();
    expect(await client["ping"]?.()).toEqual({});
    expect(exchanges.map(({ status }) => status)).toEqual([202, 200]);
    expect(exchanges[1]?.request).toContain("<soap:Body/>");
    expect(exchanges[1]?.response).toContain("<soap:Body/>");
  });

  it("refuses an answer where the body must be empty", async () => {
    const answer = connect(await readService(text), idle).handler;
    const { client } = connect(await readService(text), idle, {
      client: {
        transport: async (request) => {
          const headers = { ...request.headers, soapaction: `"urn:t/Find"` };
          const body = request.body
            .toString()
            .replace("<soap:Body/>", `<soap:Body><t:Find xmlns:t="urn:t"><t:key>a</t:key></t:Find></soap:Body>`);
          const response = await answer(new Request(request.url, { method: "POST", headers, body }));
          return { status: 200, headers: response.headers, body: new Uint8Array(await response.arrayBuffer()) };
        },
      },
    });
    expect(await rejectionOf(client["ping"]?.())).toMatchObject({ code: "soap-body-entries" });
  });
});

describe("declared header blocks", () => {
  it("go out and come back as values", async () => {
    let session: unknown;
    const { client } = connect(await readService(text), {
      ...idle,
      find(_input: unknown, { headers, responseHeaders }) {
        session = (headers as Record<string, unknown>)["session"];
        Object.assign(responseHeaders, { quota: "9", limits: { max: 5 } });
        return "found";
      },
    });
    let info: ResponseInfo<Record<string, unknown>> | undefined;
    const onResponse = (response: typeof info) => void (info = response);
    await client["find"]?.({ key: "a" }, { headers: { session: "s1" }, onResponse });
    expect(session).toBe("s1");
    expect(info?.headers).toEqual({ quota: "9", limits: { max: 5 } });
    expect(info?.soapHeaders.map(({ name }) => name)).toEqual(["Quota", "Limits"]);
  });

  it("that are unknown or wrong are not sent", async () => {
    const { client, exchanges } = connect(await readService(text), idle);
    const unknown = await rejectionOf(client["find"]?.({ key: "a" }, { headers: { sesion: "s1" } }));
    expect(unknown).toMatchObject({ code: "value-unknown-property", issues: [{ path: ["headers", "sesion"] }] });
    expect(await rejectionOf(client["find"]?.({ key: "a" }, { headers: { session: 1 } }))).toMatchObject({
      code: "value-type",
    });
    expect(exchanges).toHaveLength(0);
  });

  it("are understood when they must be, whatever their types say of the attribute", async () => {
    const operation = await find();
    const declared = Object.values<OperationDescriptor["input"]>(operation.headers)[0];
    const block: XmlElement | undefined = declared && mustUnderstand(toXmlElement(declared, "s1"));
    const { client } = connect(await readService(text), idle);
    expect(await client["find"]?.({ key: "a" }, { soapHeaders: [block] })).toBe("found");
    const other = mustUnderstand({ namespace: "urn:other", name: "Other", content: [] });
    const fault = await rejectionOf(client["find"]?.({ key: "a" }, { soapHeaders: [other] }));
    expect(fault).toMatchObject({ faultCode: { localName: "MustUnderstand" } });
  });

  it("have the faults of their own beside them", async () => {
    expect(Object.keys((await find()).headerFaults)).toEqual(["badSession"]);
  });
});

describe("declared faults", () => {
  it("are told apart by type", async () => {
    const operation = await find();
    const { notFound, busy } = operation.faults as Readonly<Record<string, OperationDescriptor["input"]>>;
    if (notFound === undefined || busy === undefined) throw new Error("the faults are not there");
    const { client } = connect(await readService(text), {
      ...idle,
      find: () => {
        throw newFault(notFound, "no a", { reason: "nothing is called a" });
      },
    });
    const error = await rejectionOf(client["find"]?.({ key: "a" }));
    expect(isFault(error, notFound) && error.declared.value).toBe("no a");
    expect(isFault(error, busy)).toBe(false);
    expect(isFaultOf(error, operation)).toBe(true);
    expect(error).toMatchObject({ declared: { name: "notFound" }, reason: "nothing is called a", status: 500 });
    expect(isFault(new Error("another"), notFound)).toBe(false);
  });

  it("with a detail that is not as declared are faults still, with a warning", async () => {
    const warnings: string[] = [];
    const detail: XmlElement = {
      namespace: "urn:t",
      name: "NotFound",
      content: [{ namespace: "", name: "x", content: [] }],
    };
    const { client } = connect(
      await readService(text),
      {
        ...idle,
        find: () => {
          throw new SoapFault({ reason: "gone", detail: [detail] });
        },
      },
      { client: { onIssue: ({ code }) => warnings.push(code) } },
    );
    expect(await rejectionOf(client["find"]?.({ key: "a" }))).toMatchObject({ reason: "gone", declared: undefined });
    expect(warnings).toHaveLength(1);
  });
});

describe("SOAP 1.2", () => {
  const modern = wsdl({ schema, definitions, binding, soap: "1.2" });

  it("has the action in the content type, and codes, subcodes, reasons and roles in faults", async () => {
    let contentType: string | null = "";
    const operation = await find();
    const { busy } = operation.faults as Readonly<Record<string, OperationDescriptor["input"]>>;
    const { client, exchanges } = connect(await readService(modern), {
      ...idle,
      find(_input: unknown, { request }) {
        contentType = request.headers.get("content-type");
        throw new SoapFault({
          reason: "later",
          language: "en",
          actor: "urn:here",
          faultCode: { namespace: "urn:t", localName: "Overload" },
          detail: busy && [toXmlElement(busy, "5 s")],
        });
      },
    });
    const error = await rejectionOf(client["find"]?.({ key: "a" }));
    expect(contentType).toBe(`application/soap+xml; charset=utf-8; action="urn:t/Find"`);
    expect(error).toMatchObject({
      faultCode: { localName: "Receiver" },
      subcodes: [{ namespace: "urn:t", localName: "Overload" }],
      reason: "later",
      actor: "urn:here",
      declared: { name: "busy", value: "5 s" },
    });
    expect(exchanges[0]?.response).toContain("<soap:Subcode>");
  });

  it("says what it does not understand, and which envelopes it takes", async () => {
    const { client, exchanges } = connect(await readService(modern), idle);
    const other = mustUnderstand({ namespace: "urn:other", name: "Other", content: [] }, "1.2");
    await rejectionOf(client["find"]?.({ key: "a" }, { soapHeaders: [other] }));
    expect(exchanges[0]?.response).toMatch(/<soap:NotUnderstood [^>]*qname="h:Other"/);
    const { handler } = connect(await readService(modern), idle);
    const body = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body/></s:Envelope>`;
    const headers = { "content-type": "application/soap+xml" };
    const response = await handler(new Request("http://127.0.0.1/", { method: "POST", headers, body }));
    expect(await response.text()).toMatch(/<s:SupportedEnvelope .*VersionMismatch/s);
  });

  it.each(["1.1", "1.2"] as const)("is spoken by one handler beside the other: %s", async (soapVersion) => {
    const options = { client: { soapVersion }, handler: { versions: ["1.1", "1.2"] as const } };
    const { client, exchanges } = connect(await readService(modern), idle, options);
    expect(await client["find"]?.({ key: "a" })).toBe("found");
    const namespace = soapVersion === "1.1" ? "schemas.xmlsoap.org" : "www.w3.org/2003/05";
    expect(exchanges[0]?.response).toContain(namespace);
  });
});

describe("a WSDL", () => {
  it("of several bindings gives a service each", async () => {
    const second = binding.replaceAll("soap:", "s12:");
    const both = text.replace(
      "</w:definitions>",
      `<w:binding name="B12" type="t:P" xmlns:s12="http://schemas.xmlsoap.org/wsdl/soap12/"><s12:binding transport="http://schemas.xmlsoap.org/soap/http"/>${second}</w:binding></w:definitions>`,
    );
    const { services } = await readWsdl(both);
    expect(services.map(({ bound }) => [bound.identifier, bound.soap])).toEqual([
      ["P", "1.1"],
      ["B12", "1.2"],
    ]);
  });

  it("with policies and attachments is read, and policies are reported", async () => {
    const policy = `<wsp:PolicyReference xmlns:wsp="http://www.w3.org/ns/ws-policy" URI="#p"/>`;
    const part = `<mime:part><mime:content part="file" type="image/png"/></mime:part>`;
    const mime = text
      .replace(`name="FindIn">`, `name="FindIn"><w:part name="file" type="xs:base64Binary"/>`)
      .replace(
        /<soap:body parts="Find" use="literal"\/>/,
        (body) => `<mime:multipartRelated><mime:part>${body}</mime:part>${part}</mime:multipartRelated>`,
      )
      .replace(/<soap:header message="t:FindIn".*?<\/soap:header>/, "")
      .replace('<w:operation name="Find"><soap:operation', `${policy}<w:operation name="Find"><soap:operation`);
    const { components, services } = await readWsdl(mime);
    expect(components.issues.map(({ code }) => code).sort()).toEqual(["wsdl-extension"]);
    expect(services[0]?.binding.extensions).toHaveLength(1);
    expect(services[0]?.descriptor.operations["find"]?.input).toMatchObject({ name: "Find" });
  });

  it("spread over files is one", async () => {
    const [types = ""] = /<w:types>.*<\/w:types>/s.exec(text) ?? [];
    const abstract = `<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:t="urn:t" xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t">${types}${definitions}</w:definitions>`;
    const concrete = text
      .replace(types, `<w:import namespace="urn:t" location="abstract.wsdl"/>`)
      .replace(definitions, "");
    const { services } = await readWsdl(concrete, { files: { "abstract.wsdl": abstract } });
    expect(Object.keys(services[0]?.descriptor.operations ?? {})).toEqual(["find", "notify", "ping"]);
  });

  it("of several inline schemas that refer to each other is read", async () => {
    const second = `<xs:schema targetNamespace="urn:u" xmlns:t="urn:t"><xs:import namespace="urn:t"/><xs:element name="U" type="t:T"/></xs:schema>`;
    const both = text
      .replace(
        "</xs:schema></w:types>",
        `<xs:simpleType name="T"><xs:restriction base="xs:string"/></xs:simpleType></xs:schema>${second}</w:types>`,
      )
      .replace(`<w:part name="Notice" element="t:Notice"/>`, `<w:part name="Notice" element="u:U" xmlns:u="urn:u"/>`);
    const service = await readService(both);
    expect(service.descriptor.operations["notify"]?.input).toMatchObject({ namespace: "urn:u", name: "U" });
  });

  it("with overloaded operations is refused by name", async () => {
    const [operation = ""] = /<w:operation name="Notify">.*?<\/w:operation>/s.exec(binding) ?? [];
    const error = await rejectionOf(readWsdl(text.replace(operation, operation + operation)));
    expect(error).toMatchObject({ code: "bp-R2304", reason: expect.stringContaining("Notify is overloaded") });
  });
});

describe("a call's context", () => {
  it("reaches interceptors, typed by its keys", async () => {
    const tenant = contextKey<string>("tenant");
    const seen: (string | undefined)[] = [];
    const { client } = connect(await readService(text), idle, {
      client: {
        interceptors: [
          (request, next) => {
            seen.push(request.context.get(tenant));
            return next(request);
          },
        ],
      },
    });
    await client["find"]?.({ key: "a" }, { context: new CallContext().set(tenant, "blue") });
    await client["find"]?.({ key: "a" });
    expect(seen).toEqual(["blue", undefined]);
  });
});

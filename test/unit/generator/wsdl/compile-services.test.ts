import { describe, expect, test } from "vitest";
import { compileSchemas } from "../../../../generator/schema/compile-schemas.js";
import { compileServices } from "../../../../generator/wsdl/compile-services.js";
import type { ServiceSet } from "../../../../generator/wsdl/components.js";
import type { Issue } from "../../../../src/errors.js";
import { type Files, loadFiles, places } from "../load-text.js";

interface Compiled {
  readonly services: ServiceSet;
  readonly issues: readonly Issue[];
}

async function compileFiles(files: Files): Promise<Compiled> {
  const loaded = await loadFiles(files);
  const { schemas, issues } = compileSchemas(loaded);
  const compiled = compileServices(loaded, schemas);
  return { services: compiled.services, issues: [...loaded.issues, ...issues, ...compiled.issues] };
}

const open = `<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:s12="http://schemas.xmlsoap.org/wsdl/soap12/" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:t" targetNamespace="urn:t">`;
const types = `<w:types><xs:schema targetNamespace="urn:t">${["Ask", "Answer", "Head", "Fault"]
  .map((name) => `<xs:element name="${name}" type="xs:string"/>`)
  .join("")}<xs:complexType name="T"/></xs:schema></w:types>`;

interface Parts {
  readonly messages?: string;
  readonly operation?: string;
  readonly soapBinding?: string;
  readonly bound?: string;
  readonly more?: string;
}

/** A WSDL with one operation `Op`, one thing to a line. */
function wsdl({
  messages = `<w:message name="In"><w:part name="body" element="Ask"/></w:message><w:message name="Out"><w:part name="body" element="Answer"/></w:message>`,
  operation = `<w:operation name="Op"><w:input message="In"/><w:output message="Out"/></w:operation>`,
  soapBinding = `<s:binding transport="http://schemas.xmlsoap.org/soap/http"/>`,
  bound = `<w:operation name="Op"><s:operation soapAction="urn:op"/><w:input><s:body use="literal"/></w:input><w:output><s:body use="literal"/></w:output></w:operation>`,
  more = "",
}: Parts): string {
  return [
    open + types,
    messages,
    `<w:portType name="P">${operation}</w:portType>`,
    `<w:binding name="B" type="P">${soapBinding}`,
    `${bound}</w:binding>`,
    `${more}</w:definitions>`,
  ].join("\n");
}

const compile = (parts: Parts): Promise<Compiled> => compileFiles({ "a.wsdl": wsdl(parts) });
const found = async (parts: Parts): Promise<readonly string[]> => places((await compile(parts)).issues);

describe("services", () => {
  test("have ports with addresses, bindings and operations", async () => {
    const { services, issues } = await compile({
      more: `<w:service name="S"><w:documentation>Answers.</w:documentation><w:port name="A" binding="B"><s:address location="http://example.org/"/></w:port></w:service>`,
    });
    expect(issues).toEqual([]);
    expect(services.services).toMatchObject([
      {
        name: { namespace: "urn:t", localName: "S" },
        documentation: "Answers.",
        ports: [{ name: "A", address: "http://example.org/" }],
      },
    ]);
    const [binding] = services.bindings;
    expect(services.services[0]?.ports[0]?.binding).toBe(binding);
    expect(binding).toMatchObject({
      name: { localName: "B" },
      portType: { namespace: "urn:t", localName: "P" },
      soap: "1.1",
      style: "document",
      operations: [
        {
          name: "Op",
          style: "document",
          soapAction: "urn:op",
          input: { body: [{ name: "body", element: { name: { localName: "Ask" } } }], headers: [] },
          output: { body: [{ element: { name: { localName: "Answer" } } }] },
          faults: [],
        },
      ],
    });
  });

  test("are not needed", async () => {
    const { services, issues } = await compile({});
    expect(issues).toEqual([]);
    expect(services).toMatchObject({ services: [], bindings: [{ operations: [{ name: "Op" }] }] });
  });

  test("may be spread over files", async () => {
    const [types = "", messages = "", portType = "", ...rest] = wsdl({}).split("\n");
    const { services, issues } = await compileFiles({
      "a.wsdl": [open, `<w:import namespace="urn:t" location="b.wsdl"/>`, ...rest].join("\n"),
      "b.wsdl": `${[types, messages, portType].join("\n")}</w:definitions>`,
    });
    expect(issues).toEqual([]);
    expect(services.bindings[0]?.operations).toHaveLength(1);
  });
});

describe("messages", () => {
  const messages = `<w:message name="In"><w:part name="body" element="Ask"/><w:part name="head" element="Head"/></w:message>
    <w:message name="Out"><w:part name="body" element="Answer"/></w:message>
    <w:message name="Heads"><w:part name="fault" element="Head"/></w:message><w:message name="Bad"><w:part name="fault" element="Fault"/></w:message>`;

  test("have headers, which take their parts from the body, and faults", async () => {
    const { services, issues } = await compile({
      messages,
      operation: `<w:operation name="Op"><w:input message="In"/><w:output message="Out"/><w:fault name="F" message="Bad"><w:documentation>Why.</w:documentation></w:fault></w:operation>`,
      bound: `<w:operation name="Op"><s:operation soapAction=""/>
        <w:input><s:header message="In" part="head" use="literal"><s:headerfault message="Heads" part="fault" use="literal"/></s:header><s:body use="literal"/></w:input>
        <w:output><s:body use="literal"/></w:output><w:fault name="F"><s:fault name="F" use="literal"/></w:fault></w:operation>`,
    });
    expect(issues).toEqual([]);
    expect(services.bindings[0]?.operations[0]).toMatchObject({
      input: {
        body: [{ name: "body" }],
        headers: [{ part: { name: "head", element: { name: { localName: "Head" } } }, faults: [{ name: "fault" }] }],
      },
      faults: [{ name: "F", documentation: "Why.", part: { element: { name: { localName: "Fault" } } } }],
    });
  });

  test("have the parts that soap:body names", async () => {
    const body = (parts: string): string =>
      `<w:operation name="Op"><w:input><s:body parts="${parts}"/></w:input><w:output><s:body/></w:output></w:operation>`;
    const { services } = await compile({ messages, bound: body("body") });
    expect(services.bindings[0]?.operations[0]?.input.body.map(({ name }) => name)).toEqual(["body"]);
    expect((await compile({ messages, bound: body("") })).services.bindings[0]?.operations[0]?.input.body).toEqual([]);
    expect(await found({ messages, bound: body("nope") })).toEqual(["a.wsdl:7:48 wsdl-resolve"]);
  });

  test("of style rpc have typed parts and a namespace", async () => {
    const { services, issues } = await compile({
      messages: `<w:message name="In"><w:part name="a" type="xs:int"/><w:part name="b" type="T"/></w:message><w:message name="Out"/>`,
      soapBinding: `<s12:binding style="rpc" transport="http://schemas.xmlsoap.org/soap/http"/>`,
      bound: `<w:operation name="Op"><w:input><s12:body use="literal" namespace="urn:rpc"/></w:input><w:output><s12:body use="literal" namespace="urn:rpc"/></w:output></w:operation>`,
    });
    expect(issues).toEqual([]);
    expect(services.bindings[0]).toMatchObject({
      soap: "1.2",
      style: "rpc",
      operations: [
        {
          input: { namespace: "urn:rpc", body: [{ type: { builtin: true } }, { type: { kind: "complexType" } }] },
          output: { body: [] },
        },
      ],
    });
  });

  test("one-way operations have no output", async () => {
    const { services, issues } = await compile({
      operation: `<w:operation name="Op"><w:input message="In"/></w:operation>`,
      bound: `<w:operation name="Op"><w:input><s:body/></w:input></w:operation>`,
    });
    expect(issues).toEqual([]);
    expect(services.bindings[0]?.operations[0]?.output).toBeUndefined();
  });

  test("with attachments keep their body", async () => {
    const mime = `<m:multipartRelated xmlns:m="http://schemas.xmlsoap.org/wsdl/mime/"><m:part><s:body use="literal"/></m:part><m:part><m:content type="image/png"/></m:part></m:multipartRelated>`;
    const { services, issues } = await compile({
      bound: `<w:operation name="Op"><w:input>${mime}</w:input><w:output><s:body/></w:output></w:operation>`,
    });
    expect(places(issues)).toEqual(["a.wsdl:5:149 wsdl-resolve?"]);
    expect(services.bindings[0]?.operations[0]?.input.body).toHaveLength(1);
  });
});

describe("problems", () => {
  const rpc = `<s:binding style="rpc"/>`;
  const bound = (input: string): string =>
    `<w:operation name="Op"><w:input>${input}</w:input><w:output><s:body namespace="urn:t"/></w:output></w:operation>`;
  const cases: readonly (readonly [what: string, parts: Parts, wanted: readonly string[]])[] = [
    [
      "an unknown message",
      { operation: `<w:operation name="Op"><w:input message="Inn"/><w:output message="Out"/></w:operation>` },
      ["a.wsdl:3:63 wsdl-resolve"],
    ],
    [
      "an input without a message",
      { operation: `<w:operation name="Op"><w:input/><w:output message="Out"/></w:operation>` },
      ["a.wsdl:3:45 wsdl-attribute"],
    ],
    [
      "no input",
      { operation: `<w:operation name="Op"><w:output message="Out"/></w:operation>` },
      ["a.wsdl:3:22 bp-R2303"],
    ],
    [
      "an unknown element",
      { messages: `<w:message name="In"><w:part name="p" element="Aks"/></w:message><w:message name="Out"/>` },
      ["a.wsdl:2:48 src-resolve"],
    ],
    [
      "an unbound prefix",
      { messages: `<w:message name="In"><w:part name="p" element="x:Ask"/></w:message><w:message name="Out"/>` },
      ["a.wsdl:2:48 wsdl-attribute"],
    ],
    [
      "a part of neither",
      { messages: `<w:message name="In"><w:part name="p"/></w:message><w:message name="Out"/>` },
      ["a.wsdl:2:22 bp-R2306"],
    ],
    [
      "a part of both",
      {
        messages: `<w:message name="In"><w:part name="p" element="Ask" type="xs:int"/></w:message><w:message name="Out"/>`,
      },
      ["a.wsdl:2:22 bp-R2306", "a.wsdl:2:59 bp-R2204"],
    ],
    [
      "a typed part in style document",
      { messages: `<w:message name="In"><w:part name="p" type="xs:int"/></w:message><w:message name="Out"/>` },
      ["a.wsdl:2:45 bp-R2204"],
    ],
    [
      "an element part in style rpc",
      {
        soapBinding: rpc,
        messages: `<w:message name="In"><w:part name="p" element="Ask"/></w:message><w:message name="Out"/>`,
        bound: bound(`<s:body namespace="urn:t"/>`),
      },
      ["a.wsdl:2:48 bp-R2203"],
    ],
    [
      "style rpc without a namespace",
      { soapBinding: rpc, messages: `<w:message name="In"/><w:message name="Out"/>`, bound: bound("<s:body/>") },
      ["a.wsdl:5:33 bp-R2717?"],
    ],
    [
      "two parts in style document",
      {
        messages: `<w:message name="In"><w:part name="p" element="Ask"/><w:part name="q" element="Ask"/></w:message><w:message name="Out"/>`,
      },
      ["a.wsdl:5:67 bp-R2201"],
    ],
    ["encoding", { bound: bound(`<s:body use="encoded"/>`) }, ["a.wsdl:5:46 bp-R2706"]],
    ["no soap:body", { bound: bound("") }, ["a.wsdl:5:24 wsdl-binding"]],
    [
      "a direction that is not bound",
      { bound: `<w:operation name="Op"><w:output><s:body/></w:output></w:operation>` },
      ["a.wsdl:5:1 wsdl-binding"],
    ],
    ["an unknown style", { soapBinding: `<s:binding style="odd"/>` }, ["a.wsdl:4:48 wsdl-attribute"]],
    [
      "an operation that the port type lacks",
      { bound: `${bound("<s:body/>")}<w:operation name="Other"/>` },
      ["a.wsdl:5:133 bp-R2718"],
    ],
    ["an operation that is not bound", { bound: "" }, ["a.wsdl:4:1 bp-R2718?"]],
    ["an overloaded operation", { bound: bound("<s:body/>") + bound("<s:body/>") }, ["a.wsdl:5:133 bp-R2304"]],
    [
      "another kind of binding",
      { soapBinding: `<h:binding xmlns:h="http://schemas.xmlsoap.org/wsdl/http/" verb="GET"/>`, bound: "" },
      ["a.wsdl:4:1 wsdl-unsupported?"],
    ],
    [
      "an unknown binding",
      { more: `<w:service name="S"><w:port name="A" binding="C"/></w:service>` },
      ["a.wsdl:6:47 wsdl-resolve"],
    ],
    ["a name twice", { more: `<w:message name="In"/>` }, ["a.wsdl:6:18 wsdl-name"]],
    ["no name", { more: `<w:portType/>` }, ["a.wsdl:6:1 wsdl-name"]],
    [
      "a fault without a part",
      {
        operation: `<w:operation name="Op"><w:input message="In"/><w:output message="Out"/><w:fault name="F" message="E"/></w:operation>`,
        more: `<w:message name="E"/>`,
      },
      ["a.wsdl:3:120 wsdl-fault"],
    ],
    [
      "a header without a part",
      { bound: bound(`<s:header message="In" use="literal"/><s:body/>`) },
      ["a.wsdl:5:33 wsdl-attribute"],
    ],
    [
      "a header of a type",
      {
        messages: `<w:message name="In"><w:part name="p" type="xs:int"/></w:message><w:message name="Out"/>`,
        bound: bound(`<s:header message="In" part="p" use="literal"/><s:body/>`),
      },
      ["a.wsdl:2:22 bp-R2205"],
    ],
  ];

  test.each(cases)("%s", async (_, parts, wanted) => {
    expect(await found(parts)).toEqual(wanted);
  });

  test("of names come with a suggestion", async () => {
    const { issues } = await compile({
      operation: `<w:operation name="Op"><w:input message="Inn"/><w:output message="Out"/></w:operation>`,
    });
    expect(issues[0]?.message).toBe("there is no message {urn:t}Inn; did you mean In?");
  });

  test("of imports are a schema, or another namespace than asked for", async () => {
    const importing = (location: string, namespace: string): string =>
      `${open}\n<w:import namespace="${namespace}" location="${location}"/></w:definitions>`;
    const other = `${open}</w:definitions>`;
    const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>`;
    const codes = async (files: Files): Promise<readonly string[]> => places((await compileFiles(files)).issues);
    expect(await codes({ "a.wsdl": importing("b.wsdl", "urn:x"), "b.wsdl": other })).toEqual([
      "a.wsdl:2:22 wsdl-import",
    ]);
    expect(await codes({ "a.wsdl": importing("b.xsd", "urn:x"), "b.xsd": schema })).toEqual([
      "a.wsdl:2:1 wsdl-import?",
    ]);
  });
});

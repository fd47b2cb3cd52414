import { describe, expect, it } from "vitest";
import { Disconnect } from "../../../generated/um.js";
import { type Issue, ParseError, parse, serializeElement, xmlName } from "../../../src/index.js";
import { type NamespaceAlias, namespaceAlias } from "../../../src/soap/namespace-alias.js";
import { XmlWriter } from "../../../src/xml/write/writer.js";
import { XmlReader } from "../../../src/xml.js";

const namespace = Disconnect.namespace;
const spellings = { namespace, alias: "urn:other", code: "test-alias" };
const alias = namespaceAlias({ ...spellings, send: "namespace" });
const sent = namespaceAlias({ ...spellings, send: "alias" });

function read(
  text: string,
  with_: NamespaceAlias = alias,
): { readonly value: unknown; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const reader = with_.reader(new XmlReader(text), (issue) => issues.push(issue));
  return { value: parse(Disconnect, reader), issues };
}

describe("the reader", () => {
  it("takes the alias for the namespace, and says so once, with the place", () => {
    const { value, issues } = read('\n<o:Disconnect xmlns:o="urn:other"><o:CallId>a</o:CallId></o:Disconnect>');
    expect(value).toEqual({ callId: "a" });
    expect(issues).toMatchObject([{ code: "test-alias", severity: "warning", location: { line: 2, column: 1 } }]);
  });

  it("reads the namespace itself, and a mixture", () => {
    expect(read(`<Disconnect xmlns="${namespace}"><CallId>a</CallId></Disconnect>`).issues).toEqual([]);
    const mixed = `<Disconnect xmlns="${namespace}"><CallId xmlns="urn:other">a</CallId></Disconnect>`;
    expect(read(mixed)).toMatchObject({ value: { callId: "a" }, issues: [{}] });
  });

  it("warns of the other one where the alias is sent", () => {
    const inAlias = '<Disconnect xmlns="urn:other"><CallId>a</CallId></Disconnect>';
    expect(read(inAlias, sent).issues).toEqual([]);
    expect(read(inAlias.replace("urn:other", namespace), sent).issues).toHaveLength(1);
  });

  it("takes no other namespace", () => {
    expect(() => read('<Disconnect xmlns="urn:third"><CallId>a</CallId></Disconnect>')).toThrow(ParseError);
  });

  it("maps attributes, declarations and prefixes", () => {
    const text = '<x xmlns:o="urn:other" xmlns:p="urn:p" o:a="1" p:b="2" c="3"/>';
    const reader = alias.reader(new XmlReader(text), undefined);
    reader.next();
    const { attributes } = reader;
    expect(attributes.get(xmlName(namespace, "a"))).toBe("1");
    expect(attributes.indexOf(xmlName("urn:p", "b"))).toBe(1);
    expect(attributes.get(xmlName("", "d"))).toBeUndefined();
    expect(reader.lookupNamespace("o")).toBe(namespace);
    expect(reader.namespaceDeclarations).toContainEqual({ prefix: "o", namespace });
    expect(reader.namespacesInScope()).toContainEqual({ prefix: "p", namespace: "urn:p" });
  });
});

describe("the writer", () => {
  it("writes elements, attributes and QNames in the alias", () => {
    const writer = sent.sink({}, (prefixes) => new XmlWriter({ prefixes }));
    writer.startElement(xmlName("", "x"));
    serializeElement(Disconnect, { callId: "a" }, writer);
    writer.startElement(xmlName(namespace, "y"));
    writer.attribute(xmlName(namespace, "z"), xmlName(namespace, "q"));
    writer.endElement();
    writer.endElement();
    const text = writer.toString();
    expect(text).toContain('<Disconnect xmlns="urn:other"><CallId>a</CallId></Disconnect>');
    expect(text).not.toContain(namespace);
  });
});

describe("the action", () => {
  it("has the spelling that is sent", () => {
    expect(alias.action(`${namespace}/X`)).toBe(`${namespace}/X`);
    expect(sent.action(`${namespace}/X`)).toBe("urn:other/X");
    expect(sent.action("urn:action")).toBe("urn:action");
  });
});

import { describe, expect, it } from "vitest";
import { CompactWriter } from "../../../src/xml/compact/writer.js";
import { xmlName } from "../../../src/xml/names.js";
import { ElementSink } from "../../../src/xml/tree/element-sink.js";
import { XmlWriter } from "../../../src/xml/write/writer.js";
import { xsiNamespace, xsiType } from "../../../src/xml/xsi.js";

const xs = "http://www.w3.org/2001/XMLSchema";

describe.each([
  ["the writer", (prefixes: Record<string, string>) => new XmlWriter({ prefixes })],
  ["the compact writer", (prefixes: Record<string, string>) => new CompactWriter({ prefixes })],
] as const)("%s", (_, begin) => {
  it("calls namespaces what everybody calls them", () => {
    const writer = begin({});
    writer.startElement(xmlName("urn:a", "a"));
    writer.attribute(xsiType, xmlName(xs, "int"));
    writer.endElement();
    expect(writer.toString()).toBe(`<a xmlns:xsi="${xsiNamespace}" xmlns="urn:a" xmlns:xs="${xs}" xsi:type="xs:int"/>`);
  });

  it("calls them what the program prefers", () => {
    const writer = begin({ [xsiNamespace]: "i", [xs]: "xsd" });
    writer.startElement(xmlName("", "a"));
    writer.attribute(xsiType, xmlName(xs, "int"));
    writer.endElement();
    expect(writer.toString()).toBe(`<a xmlns:i="${xsiNamespace}" xmlns:xsd="${xs}" i:type="xsd:int"/>`);
  });

  it("takes no prefix that another namespace has, or is to have", () => {
    const writer = begin({ "urn:mine": "xs" });
    writer.startElement(xmlName("", "a"));
    writer.declareNamespace("xsi", "urn:other");
    writer.attribute(xsiType, xmlName(xs, "int"));
    writer.startElement(xmlName("urn:mine", "b"));
    writer.endElement();
    writer.endElement();
    const text = writer.toString();
    expect(text).toContain(`xmlns:ns1="${xsiNamespace}"`);
    expect(text).toContain(`xmlns:ns2="${xs}" ns1:type="ns2:int"`);
    expect(text).toContain('<xs:b xmlns:xs="urn:mine"/>');
  });
});

it("so does what makes an element", () => {
  const sink = new ElementSink();
  sink.startElement(xmlName("urn:a", "a"));
  sink.attribute(xsiType, xmlName(xs, "int"));
  sink.endElement();
  expect(sink.root).toEqual({
    namespace: "urn:a",
    name: "a",
    attributes: { [`{${xsiNamespace}}type`]: "xs:int" },
    content: [],
    namespaces: { xs },
  });
});

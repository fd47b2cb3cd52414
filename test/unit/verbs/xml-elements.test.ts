import { describe, expect, it } from "vitest";
import { ParseError, ValidationError } from "../../../src/errors.js";
import { parse } from "../../../src/verbs/parse.js";
import { serialize } from "../../../src/verbs/serialize.js";
import { fromXmlElement, parseXmlElement, serializeXmlElement, toXmlElement } from "../../../src/verbs/xml-elements.js";
import type { XmlElement } from "../../../src/xml/tree/xml-element.js";
import { readSchema } from "./read-schema.js";

const schema = await readSchema(`
  <xs:element name="bill"><xs:complexType><xs:sequence>
    <xs:element name="total" type="xs:decimal"/>
    <xs:any minOccurs="0" maxOccurs="unbounded" processContents="lax"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="stamp"><xs:complexType>
    <xs:sequence>
      <xs:element name="number" type="xs:int" maxOccurs="unbounded"/>
      <xs:element name="kind" type="xs:QName" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="by" type="xs:NCName"/>
  </xs:complexType></xs:element>
`);
const bill = schema.element("bill");
const stamp = schema.element("stamp");
const text =
  '<bill xmlns="urn:t" xmlns:k="urn:k"><total>1</total><stamp by="me"><number>1</number><number>2</number><kind>k:x</kind></stamp></bill>';

describe("what a wildcard allows", () => {
  it("is a value once its descriptor is known", () => {
    const { any } = parse(bill, text) as { any: readonly XmlElement[] };
    expect(any.map((element) => fromXmlElement(stamp, element))).toEqual([
      { by: "me", number: [1, 2], kind: { namespace: "urn:k", localName: "x" } },
    ]);
  });

  it("is made of a value", () => {
    const made = toXmlElement(stamp, { by: "you", number: [3], kind: { namespace: "urn:k", localName: "y" } });
    const document = serialize(bill, { total: "1", any: [made] });
    const { any } = parse(bill, document) as { any: readonly XmlElement[] };
    expect(any.map((element) => fromXmlElement(stamp, element))).toEqual([
      { by: "you", number: [3], kind: { namespace: "urn:k", localName: "y" } },
    ]);
  });

  it("says what is not as its descriptor says, with the path in it", () => {
    const element = parseXmlElement('<stamp xmlns="urn:t"><number>x</number></stamp>');
    expect(() => fromXmlElement(stamp, element)).toThrow(ParseError);
    expect(() => fromXmlElement(stamp, element)).toThrow(/cvc-datatype-valid.*\/number\[0\]/);
    expect(() => toXmlElement(stamp, { number: ["x"] })).toThrow(ValidationError);
  });

  it("is refused in one line where it is none", () => {
    expect(() => fromXmlElement(stamp, parseXmlElement("<other/>"))).toThrow("cvc-elt.1");
    // @ts-expect-error arguments in the wrong order
    expect(() => fromXmlElement(parseXmlElement("<other/>"), stamp)).toThrow(TypeError);
  });
});

describe("any document", () => {
  it("is an element, and comes back", () => {
    const element = parseXmlElement('<a xmlns:p="urn:p" p:b="1">x<p:c/>y</a>');
    expect(element).toEqual({
      namespace: "",
      name: "a",
      attributes: { "{urn:p}b": "1" },
      content: ["x", { namespace: "urn:p", name: "c", content: [] }, "y"],
      namespaces: { p: "urn:p" },
    });
    expect(serializeXmlElement(element)).toBe('<a xmlns:p="urn:p" p:b="1">x<p:c/>y</a>');
  });

  it("is well-formed to its end", () => {
    expect(() => parseXmlElement("<a/><b/>")).toThrow("xml-well-formed");
    expect(() => serializeXmlElement({ namespace: "", name: "a b", content: [] })).toThrow(ValidationError);
  });
});

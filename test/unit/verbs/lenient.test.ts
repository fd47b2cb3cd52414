import { describe, expect, it } from "vitest";
import { parse } from "../../../src/verbs/parse.js";
import { safeParse } from "../../../src/verbs/safe-parse.js";
import { readSchema } from "./read-schema.js";

const xsi = 'xmlns:i="http://www.w3.org/2001/XMLSchema-instance"';

const schema = await readSchema(`
  <xs:element name="trip"><xs:complexType><xs:sequence>
    <xs:element name="visibleTo" type="xs:string" minOccurs="0"/>
    <xs:element name="note" type="xs:string" minOccurs="0"/>
    <xs:element name="visibleCc" type="xs:string" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="kinds"><xs:complexType><xs:sequence>
    <xs:element name="child" type="xs:string" minOccurs="0" maxOccurs="unbounded"/>
    <xs:element name="size" type="xs:int" minOccurs="0"/>
    <xs:element name="box" minOccurs="0"><xs:complexType><xs:sequence>
      <xs:element name="side" type="xs:int"/>
    </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
`);

/** What the reading that tells and the reading that does not make of a document, which must be the same. */
function read(
  element: string,
  content: string,
  declarations = "",
): { readonly value: unknown; readonly codes: string[] } {
  const descriptor = schema.element(element);
  const text = `<${element} xmlns="urn:t" ${declarations}>${content}</${element}>`;
  const result = safeParse(descriptor, text);
  const value = result.ok ? result.value : result.partial;
  expect(parse(descriptor, text, { validation: "off" })).toEqual(value);
  return { value, codes: result.issues.map(({ code }) => code) };
}

describe("an element that the content model has elsewhere", () => {
  it("is that element, and no misspelling of a similar one", () => {
    expect(read("trip", "<note>n</note><visibleTo>ann</visibleTo>")).toEqual({
      value: { note: "n", visibleTo: "ann" },
      codes: ["cvc-complex-type.2.4.a"],
    });
  });

  it("takes nothing from the similar one", () => {
    const { value } = read("trip", "<note>n</note><visibleTo>ann</visibleTo><visibleCc>bob</visibleCc>");
    expect(value).toEqual({ note: "n", visibleTo: "ann", visibleCc: "bob" });
  });

  it("is looked for by a similar name only where it is nowhere", () => {
    expect(read("trip", "<note>n</note><visibelCc>bob</visibelCc>").value).toEqual({ note: "n", visibleCc: "bob" });
  });
});

describe("xsi:nil where it is not allowed", () => {
  it("says of an empty element that there is none", () => {
    expect(read("kinds", '<child i:nil="true"/><size i:nil="1"/><box i:nil="true"/>', xsi)).toEqual({
      value: { child: [] },
      codes: ["cvc-elt.3.1", "cvc-elt.3.1", "cvc-elt.3.1"],
    });
  });

  it("takes nothing away from one that holds something", () => {
    const content = '<child i:nil="true">a</child><size i:nil="true">1</size><box i:nil="true"><side>2</side></box>';
    expect(read("kinds", content, xsi)).toEqual({
      value: { child: ["a"], size: 1, box: { side: 2 } },
      codes: ["cvc-elt.3.1", "cvc-elt.3.1", "cvc-elt.3.1"],
    });
  });
});

describe("reading without validation", () => {
  it("recognises what safeParse recognises", () => {
    const text = '<t:trip xmlns:t="urn:t"><note>n</note><t:visibleCC>a</t:visibleCC></t:trip>';
    const result = safeParse(schema.element("trip"), text);
    expect(result).toMatchObject({ ok: false, partial: { note: "n", visibleCc: "a" } });
    expect(parse(schema.element("trip"), text, { validation: "off" })).toEqual({ note: "n", visibleCc: "a" });
  });
});

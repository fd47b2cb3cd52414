import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSchemas } from "../../../../../generator/interpret/read-schemas.js";
import { memoryFiles } from "../../../../../generator/load/files.js";
import { sampleDocument } from "../../../../../generator/questions/sample/sample.js";
import type { SampleKind } from "../../../../../generator/questions/sample/sampler.js";
import { validateXml } from "../../../../../src/verbs/validate-xml.js";
import { libxml2Wasm } from "../../../../libxml2.js";
import { elementNamed, readInline, xsd } from "../../read-inline.js";

const kinds: readonly (readonly [SampleKind, number])[] = [
  ["minimal", 1],
  ["maximal", 1],
  ["random", 1],
  ["random", 2],
  ["random", 3],
];

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "xsdsmith-sample-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Samples of the element `a`, each accepted by libxml2 and by the runtime. */
async function samples(components: string): Promise<readonly string[]> {
  const text = xsd(components);
  const read = await readInline({ "a.xsd": text });
  const { schema } = await readSchemas(["a.xsd"], memoryFiles({ "a.xsd": text }));
  const file = join(folder, "a.xsd");
  writeFileSync(file, text);
  const libxml2 = libxml2Wasm(file);
  return kinds.map(([kind, seed]) => {
    const sample = sampleDocument(read.schemas, elementNamed(read, "a"), { kind, seed, indent: 0 });
    expect({ sample, findings: libxml2(sample) }).toEqual({ sample, findings: [] });
    expect({ sample, issues: validateXml(schema, sample) }).toEqual({ sample, issues: [] });
    return sample;
  });
}

function simple(type: string): string {
  return `<xs:element name="a"><xs:simpleType>${type}</xs:simpleType></xs:element>`;
}

describe("simple values", () => {
  it.each([
    ["a pattern", '<xs:restriction base="xs:string"><xs:pattern value="[A-Z]{2}\\d{4}(-x)?"/></xs:restriction>'],
    [
      "two patterns that must both hold",
      '<xs:restriction><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="\\d{3}[A-Z]*"/></xs:restriction></xs:simpleType><xs:pattern value=".{5}"/></xs:restriction>',
    ],
    [
      "a pattern and a length",
      '<xs:restriction base="xs:string"><xs:pattern value="[a-f]*"/><xs:length value="17"/></xs:restriction>',
    ],
    ["a category", '<xs:restriction base="xs:string"><xs:pattern value="\\p{Lu}\\p{Ll}{3,9}"/></xs:restriction>'],
    [
      "characters beyond ASCII",
      '<xs:restriction base="xs:string"><xs:pattern value="\\p{IsGreek}{4}"/></xs:restriction>',
    ],
    [
      "a range",
      '<xs:restriction base="xs:int"><xs:minInclusive value="-7"/><xs:maxExclusive value="-3"/></xs:restriction>',
    ],
    [
      "one value of a range",
      '<xs:restriction base="xs:long"><xs:minExclusive value="9007199254740992"/><xs:maxInclusive value="9007199254740993"/></xs:restriction>',
    ],
    [
      "digits",
      '<xs:restriction base="xs:decimal"><xs:totalDigits value="3"/><xs:fractionDigits value="2"/><xs:maxExclusive value="1"/></xs:restriction>',
    ],
    [
      "bounds of a date",
      '<xs:restriction base="xs:date"><xs:minExclusive value="1999-12-31"/><xs:maxExclusive value="2001-01-01"/></xs:restriction>',
    ],
    [
      "an enumeration",
      '<xs:restriction base="xs:token"><xs:enumeration value="one"/><xs:enumeration value="two words"/></xs:restriction>',
    ],
    ["a binary length", '<xs:restriction base="xs:hexBinary"><xs:length value="16"/></xs:restriction>'],
    [
      "a list with a length",
      '<xs:restriction><xs:simpleType><xs:list itemType="xs:short"/></xs:simpleType><xs:minLength value="3"/></xs:restriction>',
    ],
    ["a union", '<xs:union memberTypes="xs:date xs:boolean"/>'],
    ["a time with a zone", '<xs:restriction base="xs:time"><xs:pattern value=".*Z"/></xs:restriction>'],
  ])("obey %s", async (_, type) => {
    expect(new Set(await samples(simple(type))).size).toBeGreaterThanOrEqual(1);
  });

  it("write qualified names with a prefix that is bound", async () => {
    const [sample] = await samples(
      simple('<xs:restriction base="xs:QName"><xs:enumeration value="t:b"/></xs:restriction>'),
    );
    expect(sample).toBe('<ns1:a xmlns:ns1="urn:t">ns1:b</ns1:a>');
  });

  it("vary with the seed and are the same for the same seed", async () => {
    const components = '<xs:element name="a" type="xs:string"/>';
    const [, , first, second] = await samples(components);
    expect(first).not.toBe(second);
    expect(await samples(components)).toEqual(await samples(components));
  });
});

describe("content", () => {
  it("is the least that is allowed, or everything", async () => {
    const [minimal, maximal] = await samples(`<xs:element name="a"><xs:complexType>
      <xs:sequence>
        <xs:element name="b" type="xs:int"/>
        <xs:choice minOccurs="0" maxOccurs="unbounded"><xs:element name="c"/><xs:element name="d"/></xs:choice>
      </xs:sequence>
      <xs:attribute name="e" use="required" type="xs:boolean"/><xs:attribute name="f" default="x"/>
    </xs:complexType></xs:element>`);
    expect(minimal).toBe('<a xmlns="urn:t" e="true"><b>1</b></a>');
    expect(maximal).toBe('<a xmlns="urn:t" e="true" f="x"><b>1</b><c>text</c><d>text</d></a>');
  });

  it("takes the branch that ends where a type contains itself", async () => {
    const [minimal] = await samples(`<xs:element name="a" type="t:tree"/>
      <xs:complexType name="tree"><xs:choice><xs:element name="node" type="t:pair"/><xs:element name="leaf" type="xs:int"/></xs:choice></xs:complexType>
      <xs:complexType name="pair"><xs:sequence><xs:element name="left" type="t:tree"/><xs:element name="right" type="t:tree"/></xs:sequence></xs:complexType>`);
    expect(minimal).toBe('<a xmlns="urn:t"><leaf>1</leaf></a>');
  });

  it("replaces abstract elements and types", async () => {
    const [minimal] = await samples(`<xs:element name="a"><xs:complexType><xs:sequence>
        <xs:element ref="t:head"/><xs:element name="item" type="t:base"/>
      </xs:sequence></xs:complexType></xs:element>
      <xs:element name="head" abstract="true" type="xs:string"/><xs:element name="member" substitutionGroup="t:head" type="xs:string"/>
      <xs:complexType name="base" abstract="true"/>
      <xs:complexType name="derived"><xs:complexContent><xs:extension base="t:base"><xs:attribute name="x" use="required"/></xs:extension></xs:complexContent></xs:complexType>`);
    expect(minimal).toContain("<member>text</member>");
    expect(minimal).toMatch(/<item [^>]*xsi:type="derived" x="text"\/>/);
  });

  it("has what wildcards demand", async () => {
    const [minimal] = await samples(`<xs:element name="a"><xs:complexType><xs:sequence>
        <xs:any namespace="##other" processContents="lax"/><xs:any namespace="##targetNamespace" minOccurs="0"/>
      </xs:sequence></xs:complexType></xs:element>`);
    expect(minimal).toContain("urn:example:extension");
  });
});

describe("identity", () => {
  const keys = `<xs:element name="a"><xs:complexType><xs:sequence>
      <xs:element name="order" minOccurs="2" maxOccurs="9"><xs:complexType>
        <xs:attribute name="id" type="xs:byte" use="required"/><xs:attribute name="by" type="xs:string"/>
      </xs:complexType></xs:element>
      <xs:element name="customer" minOccurs="0" maxOccurs="9"><xs:complexType><xs:attribute name="name" type="xs:string"/></xs:complexType></xs:element>
    </xs:sequence></xs:complexType>
    <xs:unique name="orders"><xs:selector xpath="t:order"/><xs:field xpath="@id"/></xs:unique>
    <xs:key name="customers"><xs:selector xpath="t:customer"/><xs:field xpath="@name"/></xs:key>
    <xs:keyref name="by" refer="t:customers"><xs:selector xpath="t:order"/><xs:field xpath="@by"/></xs:keyref>
  </xs:element>`;

  it("makes keys unique and references name them", async () => {
    const [minimal, maximal = ""] = await samples(keys);
    expect(minimal).toBe('<a xmlns="urn:t"><order id="1"/><order id="42"/></a>');
    const names = new Set([...maximal.matchAll(/name="([^"]*)"/g)].map((match) => match[1]));
    const references = [...maximal.matchAll(/by="([^"]*)"/g)].map((match) => match[1]);
    expect(references.length).toBe(2);
    expect(references.filter((reference) => !names.has(reference))).toEqual([]);
  });

  it("gives each ID once and makes IDREFs name one", async () => {
    const [minimal] = await samples(`<xs:element name="a"><xs:complexType><xs:sequence>
        <xs:element name="b" minOccurs="2" maxOccurs="2"><xs:complexType><xs:attribute name="id" type="xs:ID" use="required"/></xs:complexType></xs:element>
        <xs:element name="to" type="xs:IDREF"/>
      </xs:sequence></xs:complexType></xs:element>`);
    expect(minimal).toMatch(/^<a xmlns="urn:t"><b id="id1"\/><b id="id2"\/><to>id[12]<\/to><\/a>$/);
  });
});

describe("refusal", () => {
  it("says when an element has no instance", async () => {
    const read = await readInline({
      "a.xsd": xsd(
        '<xs:element name="a" type="t:endless"/><xs:complexType name="endless"><xs:sequence><xs:element name="b" type="t:endless"/></xs:sequence></xs:complexType>',
      ),
    });
    expect(() => sampleDocument(read.schemas, elementNamed(read, "a"))).toThrow(
      "sample-none: element {urn:t}a has no finite instance",
    );
  });

  it("gives up a document that would be huge", async () => {
    const many = '<xs:element name="b" minOccurs="30000" maxOccurs="30000"/>';
    const read = await readInline({
      "a.xsd": xsd(
        `<xs:element name="a"><xs:complexType><xs:sequence>${many}</xs:sequence></xs:complexType></xs:element>`,
      ),
    });
    expect(() => sampleDocument(read.schemas, elementNamed(read, "a"))).toThrow("sample-limit");
  });

  it("gives up a pattern that asks for an endless text", async () => {
    const read = await readInline({
      "a.xsd": xsd(
        simple('<xs:restriction base="xs:string"><xs:pattern value="(((a{99}){99}){99}){99}"/></xs:restriction>'),
      ),
    });
    expect(() => sampleDocument(read.schemas, elementNamed(read, "a"))).toThrow("sample-none");
  });
});

import { describe, expect, test } from "vitest";
import { issuesOf } from "../compile-text.js";

const codesOf = async (content: string): Promise<readonly string[]> =>
  (await issuesOf(content)).map(({ code }) => code);

const complex = (name: string, content: string, attributes = ""): string =>
  `<xs:complexType name="${name}"${attributes}>${content}</xs:complexType>`;
const derive = (how: string, base: string, content = ""): string =>
  `<xs:complexContent><xs:${how} base="${base}">${content}</xs:${how}></xs:complexContent>`;
const simpleContent = (how: string, base: string, content = ""): string =>
  `<xs:simpleContent><xs:${how} base="${base}">${content}</xs:${how}></xs:simpleContent>`;
const sequence = (...names: readonly string[]): string =>
  `<xs:sequence>${names.map((name) => `<xs:element name="${name}"/>`).join("")}</xs:sequence>`;

describe("attributes", () => {
  test.each([
    [`<xs:attribute name="a" type="xs:int" default="x"/>`, "a-props-correct.2"],
    [`<xs:attribute name="a" type="xs:ID" fixed="x"/>`, "a-props-correct.3"],
    [`<xs:attribute name="xmlns"/>`, "no-xmlns"],
    [`<xs:attribute name="a" default="1" fixed="1"/>`, "src-attribute.1"],
    [complex("T", `<xs:attribute name="a" default="1" use="required"/>`), "src-attribute.2"],
    [complex("T", `<xs:attribute/>`), "src-attribute.3.1"],
    [`<xs:attribute name="a"/>${complex("T", `<xs:attribute ref="a" type="xs:int"/>`)}`, "src-attribute.3.2"],
    [
      `<xs:attribute name="a" type="xs:int"><xs:simpleType><xs:restriction base="xs:int"/></xs:simpleType></xs:attribute>`,
      "src-attribute.4",
    ],
    [
      `<xs:attribute name="a" type="xs:int" fixed="1"/>${complex("T", `<xs:attribute ref="a" fixed="2"/>`)}`,
      "au-props-correct.2",
    ],
    [
      `<xs:attribute name="a" type="xs:int" fixed="1"/>${complex("T", `<xs:attribute ref="a" default="1"/>`)}`,
      "au-props-correct.2",
    ],
    [complex("T", `<xs:attribute name="a"/><xs:attribute name="a"/>`), "ct-props-correct.4"],
    [complex("T", `<xs:attribute name="a" type="xs:ID"/><xs:attribute name="b" type="xs:ID"/>`), "ct-props-correct.5"],
    [
      `<xs:attributeGroup name="G"><xs:attribute name="a"/><xs:attribute name="a"/></xs:attributeGroup>`,
      "ag-props-correct.2",
    ],
    [
      `<xs:attributeGroup name="G"><xs:attribute name="a" type="xs:ID"/><xs:attribute name="b" type="xs:ID"/></xs:attributeGroup>`,
      "ag-props-correct.3",
    ],
    [
      `<xs:attributeGroup name="G"><xs:attributeGroup ref="H"/></xs:attributeGroup><xs:attributeGroup name="H"><xs:attributeGroup ref="G"/></xs:attributeGroup>`,
      "src-attribute_group.3",
    ],
  ])("%s: %s", async (content, code) => {
    expect(await codesOf(content)).toEqual([code]);
  });

  test("a fixed value may be spelled another way where the type says they are equal", async () => {
    expect(
      await codesOf(
        `<xs:attribute name="a" type="xs:int" fixed="1"/>${complex("T", `<xs:attribute ref="a" fixed="01"/>`)}`,
      ),
    ).toEqual([]);
  });

  test("in the namespace of instances cannot be declared", async () => {
    const text = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/2001/XMLSchema-instance"><xs:attribute name="a"/></xs:schema>`;
    expect((await issuesOf({ "a.xsd": text })).map(({ code }) => code)).toEqual(["no-xsi"]);
  });
});

describe("elements", () => {
  test.each([
    [`<xs:element name="e" type="xs:int" default="x"/>`, "e-props-correct.2"],
    [
      `<xs:element name="e" fixed="x"><xs:complexType><xs:sequence/></xs:complexType></xs:element>`,
      "e-props-correct.2",
    ],
    [
      `<xs:element name="e" default="x"><xs:complexType mixed="true">${sequence("a")}</xs:complexType></xs:element>`,
      "e-props-correct.2",
    ],
    [`<xs:element name="e" type="xs:ID" default="x"/>`, "e-props-correct.5"],
    [
      `<xs:element name="h" type="xs:int"/><xs:element name="m" substitutionGroup="h" type="xs:string"/>`,
      "e-props-correct.4",
    ],
    [
      `<xs:element name="h" type="xs:int" final="restriction"/><xs:element name="m" substitutionGroup="h" type="xs:short"/>`,
      "e-props-correct.4",
    ],
    [`<xs:element name="a" substitutionGroup="b"/><xs:element name="b" substitutionGroup="a"/>`, "e-props-correct.6"],
    [`<xs:element name="e" default="1" fixed="1"/>`, "src-element.1"],
    [complex("T", `<xs:sequence><xs:element/></xs:sequence>`), "src-element.2.1"],
    [
      `<xs:element name="e"/>${complex("T", `<xs:sequence><xs:element ref="e" nillable="true"/></xs:sequence>`)}`,
      "src-element.2.2",
    ],
    [`<xs:element name="e" type="xs:int"><xs:complexType/></xs:element>`, "src-element.3"],
  ])("%s: %s", async (content, code) => {
    expect(await codesOf(content)).toEqual([code]);
  });

  test("a mixed type that may be empty has defaults", async () => {
    const content = `<xs:element name="e" default="x"><xs:complexType mixed="true"><xs:sequence><xs:element name="a" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>`;
    expect(await codesOf(content)).toEqual([]);
  });
});

describe("complex types", () => {
  test.each([
    [complex("A", derive("extension", "B")) + complex("B", derive("extension", "A")), "ct-props-correct.3"],
    [complex("B", sequence("a"), ` final="extension"`) + complex("T", derive("extension", "B")), "cos-ct-extends.1.1"],
    [
      `<xs:simpleType name="S" final="#all"><xs:restriction base="xs:int"/></xs:simpleType>${complex("T", simpleContent("extension", "S"))}`,
      "cos-ct-extends.2.2",
    ],
    [
      complex("B", sequence("a"), ` mixed="true"`) + complex("T", derive("extension", "B", sequence("b"))),
      "cos-ct-extends.1.4.3.2.2.1",
    ],
    [
      complex("B", simpleContent("extension", "xs:int")) + complex("T", derive("extension", "B", sequence("b"))),
      "cos-ct-extends.1.4",
    ],
    [complex("T", simpleContent("restriction", "xs:int")), "src-ct.2"],
    [complex("B", sequence("a")) + complex("T", simpleContent("extension", "B")), "src-ct.2"],
    [complex("T", derive("extension", "xs:int")), "src-ct.1"],
    [
      complex("B", sequence("a"), ` final="restriction"`) + complex("T", derive("restriction", "B", sequence("a"))),
      "derivation-ok-restriction.1",
    ],
    [
      complex("B", `<xs:attribute name="a" use="required"/>`) +
        complex("T", derive("restriction", "B", `<xs:attribute name="a"/>`)),
      "derivation-ok-restriction.2.1.1",
    ],
    [
      complex("B", `<xs:attribute name="a" type="xs:int"/>`) +
        complex("T", derive("restriction", "B", `<xs:attribute name="a" type="xs:string"/>`)),
      "derivation-ok-restriction.2.1.2",
    ],
    [
      complex("B", `<xs:attribute name="a" fixed="1"/>`) +
        complex("T", derive("restriction", "B", `<xs:attribute name="a"/>`)),
      "derivation-ok-restriction.2.1.3",
    ],
    [
      complex("B", "") + complex("T", derive("restriction", "B", `<xs:attribute name="a"/>`)),
      "derivation-ok-restriction.2.2",
    ],
    [
      complex("B", `<xs:attribute name="a" use="required"/>`) +
        complex("T", derive("restriction", "B", `<xs:attribute name="a" use="prohibited"/>`)),
      "derivation-ok-restriction.3",
    ],
    [
      complex("B", "") + complex("T", derive("restriction", "B", `<xs:anyAttribute/>`)),
      "derivation-ok-restriction.4.1",
    ],
    [
      complex("B", `<xs:anyAttribute namespace="##local"/>`) +
        complex("T", derive("restriction", "B", `<xs:anyAttribute/>`)),
      "derivation-ok-restriction.4.2",
    ],
    [
      complex("B", `<xs:anyAttribute/>`) +
        complex("T", derive("restriction", "B", `<xs:anyAttribute processContents="skip"/>`)),
      "derivation-ok-restriction.4.3",
    ],
    [
      complex("B", simpleContent("extension", "xs:int")) +
        complex(
          "T",
          simpleContent("restriction", "B", `<xs:simpleType><xs:restriction base="xs:string"/></xs:simpleType>`),
        ),
      "derivation-ok-restriction.5.2.2.1",
    ],
    [complex("B", sequence("a")) + complex("T", derive("restriction", "B")), "derivation-ok-restriction.5.3.2"],
    [complex("B", "") + complex("T", derive("restriction", "B", sequence("a"))), "derivation-ok-restriction.5.4"],
    [
      complex("B", sequence("a")) + complex("T", derive("restriction", "B", sequence("a")), ` mixed="true"`),
      "derivation-ok-restriction.5.4.1",
    ],
  ])("%s: %s", async (content, code) => {
    expect(await codesOf(content)).toEqual([code]);
  });

  test.each([
    [`<xs:anyAttribute namespace="##other"/>`, `<xs:anyAttribute namespace="urn:x urn:y"/>`],
    [`<xs:anyAttribute/>`, `<xs:attribute name="a"/>`],
    [`<xs:attribute name="a" type="xs:int"/>`, `<xs:attribute name="a" type="xs:short" use="required"/>`],
    [`<xs:attribute name="a"/>`, `<xs:attribute name="a" use="prohibited"/>`],
  ])("%s may become %s", async (base, derived) => {
    expect(await codesOf(complex("B", base) + complex("T", derive("restriction", "B", derived)))).toEqual([]);
  });

  test("with two wildcards whose meeting cannot be written down are refused", async () => {
    const files = (own: string, other: string) => ({
      "a.xsd": `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t" xmlns:o="urn:o"><xs:import namespace="urn:o" schemaLocation="b.xsd"/>
        <xs:complexType name="T"><xs:attributeGroup ref="o:G"/><xs:anyAttribute namespace="${own}"/></xs:complexType></xs:schema>`,
      "b.xsd": `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:o"><xs:attributeGroup name="G"><xs:anyAttribute namespace="${other}"/></xs:attributeGroup></xs:schema>`,
    });
    expect((await issuesOf(files("##other", "##other"))).map(({ code }) => code)).toEqual(["src-ct.4"]);
    expect((await issuesOf(files("##other", "urn:a"))).map(({ code }) => code)).toEqual([]);
  });
});

describe("identity constraints", () => {
  const constrained = (selector: string, field: string): string =>
    `<xs:element name="e"><xs:key name="k"><xs:selector xpath="${selector}"/><xs:field xpath="${field}"/></xs:key></xs:element>`;

  test.each([
    [".//a/b", "@id"],
    ["child::a | .//xs:b/*", "attribute::xs:id"],
    [". // a", "a/@*"],
    ["xs:*", "."],
    ["a", "b/./c"],
  ])("%s and %s are XPaths of the subset", async (selector, field) => {
    expect(await codesOf(constrained(selector, field))).toEqual([]);
  });

  test.each([
    ["/a", ".", "c-selector-xpath"],
    ["a//b", ".", "c-selector-xpath"],
    ["@a", ".", "c-selector-xpath"],
    ["a[1]", ".", "c-selector-xpath"],
    ["..", ".", "c-selector-xpath"],
    ["", ".", "c-selector-xpath"],
    ["p:a", ".", "c-selector-xpath"],
    ["a", "@id/b", "c-fields-xpaths"],
    ["a", "xs :a", "c-fields-xpaths"],
    ["a", "string(b)", "c-fields-xpaths"],
    ["a", "b|", "c-fields-xpaths"],
  ])("%s and %s are not: %s", async (selector, field, code) => {
    expect(await codesOf(constrained(selector, field))).toEqual([code]);
  });

  test.each([
    [`<xs:keyref name="r" refer="missing"><xs:selector xpath="a"/><xs:field xpath="b"/></xs:keyref>`, "src-resolve"],
    [
      `<xs:key name="k"><xs:selector xpath="a"/><xs:field xpath="b"/><xs:field xpath="c"/></xs:key><xs:keyref name="r" refer="k"><xs:selector xpath="a"/><xs:field xpath="b"/></xs:keyref>`,
      "c-props-correct.2",
    ],
    [
      `<xs:key name="k"><xs:selector xpath="a"/><xs:field xpath="b"/></xs:key><xs:unique name="k"><xs:selector xpath="a"/><xs:field xpath="b"/></xs:unique>`,
      "sch-props-correct.2",
    ],
    [
      `<xs:key name="k"><xs:selector xpath="a"/><xs:field xpath="b"/></xs:key><xs:keyref name="r" refer="k"><xs:selector xpath="a"/><xs:field xpath="b"/></xs:keyref><xs:keyref name="q" refer="r"><xs:selector xpath="a"/><xs:field xpath="b"/></xs:keyref>`,
      "src-resolve",
    ],
  ])("%s: %s", async (content, code) => {
    expect(await codesOf(`<xs:element name="e">${content}</xs:element>`)).toEqual([code]);
  });
});

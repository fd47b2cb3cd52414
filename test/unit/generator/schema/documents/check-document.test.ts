import { describe, expect, test } from "vitest";
import { places, schemaText } from "../../load-text.js";
import { issuesOf } from "../compile-text.js";

const foundIn = async (content: string): Promise<readonly string[]> =>
  places(await issuesOf(content)).map((place) => place.replace("a.xsd:", ""));

describe("the structure of schema documents", () => {
  test.each([
    [`<xs:element name="e" typ="xs:int"/>`, "2:27 xsd-attribute"],
    [`<xs:element/>`, "2:1 xsd-attribute"],
    [`<xs:element name="e" minOccurs="1"/>`, "2:33 xsd-attribute"],
    [`<xs:element name="e" xs:type="xs:int"/>`, "2:31 xsd-attribute"],
    [`<xs:element name="1"/>`, "2:19 xsd-attribute-value"],
    [`<xs:element name="a:b"/>`, "2:19 xsd-attribute-value"],
    [`<xs:element name="e" type=":int"/>`, "2:28 xsd-attribute-value"],
    [`<xs:element name="e" nillable="yes"/>`, "2:32 xsd-attribute-value"],
    [`<xs:element name="e" block="list"/>`, "2:29 xsd-attribute-value"],
    [`<xs:element name="e" id="x"/><xs:element name="f" id="x"/>`, "2:55 xsd-attribute-value"],
    [`<xs:complexType name="T"><xs:sequence maxOccurs="many"/></xs:complexType>`, "2:50 xsd-attribute-value"],
    [
      `<xs:complexType name="T"><xs:all maxOccurs="2"><xs:element name="a"/></xs:all></xs:complexType>`,
      "2:45 xsd-attribute-value",
    ],
    [
      `<xs:complexType name="T"><xs:anyAttribute namespace="##any urn:x"/></xs:complexType>`,
      "2:54 xsd-attribute-value",
    ],
    [`<xs:complexType name="T"><xs:attribute name="a"/><xs:sequence/></xs:complexType>`, "2:50 xsd-content"],
    [`<xs:complexType name="T"><xs:sequence/><xs:sequence/></xs:complexType>`, "2:40 xsd-content"],
    [`<xs:complexType name="T"><xs:complexContent/></xs:complexType>`, "2:26 xsd-content"],
    [`<xs:complexType name="T"><html/></xs:complexType>`, "2:26 xsd-content"],
    [`<xs:element name="e">text</xs:element>`, "2:1 xsd-content"],
    [`<xs:element name="e"/><xs:import namespace="urn:x"/>`, "2:23 xsd-content"],
    [`<xs:group name="G"/>`, "2:1 xsd-content"],
    [`<xs:element name="e"><xs:key name="k"><xs:selector xpath="a"/></xs:key></xs:element>`, "2:22 xsd-content"],
    [`<xs:complexType name="T"><xs:sequence/><xs:assert test="1"/></xs:complexType>`, "2:40 xsd-unsupported"],
    [`<xs:override schemaLocation="a.xsd"/>`, "2:1 xsd-unsupported"],
    [`<xs:element name="e" type="xs:dateTimeStamp"/>`, "2:28 xsd-unsupported"],
    [
      `<xs:complexType name="T"><xs:sequence><xs:any notQName="##defined"/></xs:sequence></xs:complexType>`,
      "2:57 xsd-unsupported",
    ],
  ])("%s: %s", async (content, wanted) => {
    expect(await foundIn(content)).toEqual([wanted]);
  });

  test("everything wrong is told at once, in order", async () => {
    expect(
      await foundIn(
        `<xs:element name="e" type="xs:nope" nillable="x"/>\n<xs:complexType name="T"><xs:foo/><xs:sequence><xs:element/></xs:sequence></xs:complexType>`,
      ),
    ).toEqual(["2:28 src-resolve", "2:47 xsd-attribute-value", "3:26 xsd-content", "3:48 src-element.2.1"]);
  });

  test("annotations hold anything, foreign attributes are allowed", async () => {
    const content = `<xs:element name="e" x:y="1" xmlns:x="urn:x"><xs:annotation><xs:documentation xml:lang="en">t <b x="1"/></xs:documentation><xs:appinfo source="urn:x"><xs:assert/></xs:appinfo></xs:annotation></xs:element>`;
    expect(await foundIn(content)).toEqual([]);
  });
});

describe("references", () => {
  test.each([
    [
      `<xs:element name="e" type="Adress"/><xs:complexType name="Address"/>`,
      "there is no type {urn:t}Adress; did you mean Address?",
    ],
    [
      `<xs:element name="e" type="xs:strin"/>`,
      "there is no type {http://www.w3.org/2001/XMLSchema}strin; did you mean string?",
    ],
    [
      `<xs:element name="e" type="x:T" xmlns:x="urn:x"/>`,
      "there is no type {urn:x}T; no schema was loaded for its namespace",
    ],
    [
      `<xs:element name="e" type="x:T" xmlns:x="urn:x"/><xs:complexType name="T"/>`,
      "there is no type {urn:x}T; did you mean {urn:t}T?",
    ],
    [`<xs:element name="e" substitutionGroup="E"/>`, "there is no element declaration {urn:t}E; did you mean e?"],
    [`<xs:complexType name="T"><xs:group ref="qqqqq"/></xs:complexType>`, "there is no group {urn:t}qqqqq"],
    [`<xs:element name="e" type="x:T"/>`, 'the prefix "x" is not bound to a namespace'],
    [
      `<xs:attribute name="a" type="T"/><xs:complexType name="T"/>`,
      "a complex type is named where a simple type is expected",
    ],
  ])("%s", async (content, message) => {
    expect((await issuesOf(content)).map((issue) => issue.message)).toEqual([message]);
  });

  test("bring no further findings about what was not found", async () => {
    const content = `<xs:complexType name="B"><xs:complexContent><xs:extension base="Nope"><xs:sequence><xs:element name="b"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
      <xs:complexType name="C"><xs:complexContent><xs:restriction base="B"><xs:sequence><xs:element name="x"/></xs:sequence><xs:attribute name="y"/></xs:restriction></xs:complexContent></xs:complexType>
      <xs:simpleType name="S"><xs:restriction base="Nix"/></xs:simpleType><xs:simpleType name="L"><xs:list itemType="S"/></xs:simpleType>
      <xs:element name="e" type="Nada" default="x"/><xs:attribute name="a" type="S" default="x"/>`;
    expect((await issuesOf(content)).map(({ code }) => code)).toEqual(["src-resolve", "src-resolve", "src-resolve"]);
  });

  test("need an import, or leave a warning in the practical profile", async () => {
    const files = {
      "a.xsd": schemaText(`<xs:include schemaLocation="b.xsd"/><xs:element name="e" type="c:T" xmlns:c="urn:c"/>`),
      "b.xsd": schemaText(`<xs:import namespace="urn:c" schemaLocation="c.xsd"/>`),
      "c.xsd": schemaText(`<xs:complexType name="T"/>`, `targetNamespace="urn:c"`),
    };
    expect(places(await issuesOf(files))).toEqual(["a.xsd:2:64 src-resolve.4"]);
    expect(places(await issuesOf(files, {}))).toEqual(["a.xsd:2:64 src-resolve.4?"]);
  });
});

describe("includes, imports and redefinitions", () => {
  const first = (content: string): string => schemaText(content);
  test.each([
    [first(`<xs:include schemaLocation="b.xsd"/>`), `targetNamespace="urn:b"`, "a.xsd:2:29 src-include.2.1"],
    [first(`<xs:redefine schemaLocation="b.xsd"/>`), `targetNamespace="urn:b"`, "a.xsd:2:30 src-redefine.3.1"],
    [
      first(`<xs:import namespace="urn:c" schemaLocation="b.xsd"/>`),
      `targetNamespace="urn:b"`,
      "a.xsd:2:23 src-import.3.1",
    ],
    [first(`<xs:import schemaLocation="b.xsd"/>`), `targetNamespace="urn:b"`, "a.xsd:2:1 src-import.3.2"],
    [
      first(`<xs:import namespace="urn:t" schemaLocation="b.xsd"/>`),
      `targetNamespace="urn:t"`,
      "a.xsd:2:23 src-import.1.1",
    ],
    [schemaText(`<xs:import schemaLocation="b.xsd"/>`, ""), "", "a.xsd:2:1 src-import.1.2"],
  ])("%s of a schema with %s", async (text, attributes, wanted) => {
    expect(places(await issuesOf({ "a.xsd": text, "b.xsd": schemaText("", attributes) }))).toEqual([wanted]);
  });

  const original = `<xs:complexType name="T"/><xs:group name="G"><xs:sequence><xs:element name="a"/><xs:element name="b" minOccurs="0"/></xs:sequence></xs:group>
    <xs:attributeGroup name="AG"><xs:attribute name="a" use="required"/></xs:attributeGroup>`;
  test.each([
    [`<xs:complexType name="T"/>`, "src-redefine.5"],
    [`<xs:complexType name="U"/>`, "src-redefine"],
    [
      `<xs:group name="G"><xs:sequence><xs:group ref="G"/><xs:group ref="G"/></xs:sequence></xs:group>`,
      "src-redefine.6.1.1",
    ],
    [
      `<xs:group name="G"><xs:sequence><xs:group ref="G" minOccurs="0"/></xs:sequence></xs:group>`,
      "src-redefine.6.1.2",
    ],
    [`<xs:group name="G"><xs:sequence><xs:element name="b"/></xs:sequence></xs:group>`, "src-redefine.6.2.2"],
    [
      `<xs:attributeGroup name="AG"><xs:attributeGroup ref="AG"/><xs:attributeGroup ref="AG"/></xs:attributeGroup>`,
      "src-redefine.7.1",
    ],
    [
      `<xs:attributeGroup name="AG"><xs:attribute name="b"/></xs:attributeGroup>`,
      "src-redefine.7.2.2,src-redefine.7.2.2",
    ],
    [`<xs:attributeGroup name="AG"><xs:attribute name="a" use="required"/></xs:attributeGroup>`, ""],
    [`<xs:group name="G"><xs:sequence><xs:element name="a"/></xs:sequence></xs:group>`, ""],
  ])("%s redefines: %s", async (content, wanted) => {
    const files = {
      "a.xsd": first(`<xs:redefine schemaLocation="b.xsd">${content}</xs:redefine>`),
      "b.xsd": first(original),
    };
    expect((await issuesOf(files)).map(({ code }) => code).join()).toBe(wanted);
  });

  test("twice, in a circle, or of what is not there", async () => {
    const redefine = (name: string, more = ""): string =>
      first(
        `<xs:redefine schemaLocation="${name}"><xs:attributeGroup name="AG"><xs:attributeGroup ref="AG"/></xs:attributeGroup>${more}</xs:redefine>`,
      );
    const twice = `<xs:attributeGroup name="AG"><xs:attributeGroup ref="AG"/></xs:attributeGroup>`;
    const codes = async (files: Record<string, string>) => (await issuesOf(files)).map(({ code }) => code);
    expect(await codes({ "a.xsd": redefine("b.xsd", twice), "b.xsd": first(original) })).toEqual([
      "sch-props-correct.2",
    ]);
    expect(
      await codes({
        "a.xsd": redefine("b.xsd"),
        "b.xsd": redefine("a.xsd").replace("</xs:schema>", `${original}</xs:schema>`),
      }),
    ).toContain("src-redefine");
    expect(await codes({ "a.xsd": redefine("b.xsd") })).toContain("src-redefine.1");
  });
});

describe("hostile schemas end in findings", () => {
  const chain = (count: number, one: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => one(index)).join("");

  test.each([
    [
      "derivations",
      chain(
        1200,
        (i) =>
          `<xs:complexType name="T${i}"><xs:complexContent><xs:extension base="${i === 0 ? "xs:anyType" : `T${i - 1}`}"/></xs:complexContent></xs:complexType>`,
      ),
    ],
    [
      "simple types",
      `${chain(
        1200,
        (i) =>
          `<xs:simpleType name="S${i}"><xs:restriction base="${i === 0 ? "xs:string" : `S${i - 1}`}"/></xs:simpleType>`,
      )}<xs:attribute name="a" type="S1199" default="x"/>`,
    ],
    [
      "groups",
      chain(
        1200,
        (i) =>
          `<xs:group name="G${i}"><xs:sequence>${i < 1199 ? `<xs:group ref="G${i + 1}"/>` : ""}</xs:sequence></xs:group>`,
      ),
    ],
    [
      "exact occurrences",
      `<xs:complexType name="T">${`<xs:sequence minOccurs="2" maxOccurs="2">`.repeat(60)}<xs:element name="a"/>${"</xs:sequence>".repeat(60)}</xs:complexType>`,
    ],
  ])("chains of %s", async (_, content) => {
    const codes = new Set((await issuesOf(content, { maxSteps: 10_000 })).map(({ code }) => code));
    expect([...codes]).toEqual(["xsd-limit"]);
  });

  test("groups that double at every level", async () => {
    const groups = chain(
      40,
      (i) =>
        `<xs:group name="G${i}"><xs:sequence>${i < 39 ? `<xs:group ref="G${i + 1}"/>`.repeat(2) : `<xs:element name="a"/>`}</xs:sequence></xs:group>`,
    );
    const types = `<xs:complexType name="B"><xs:group ref="G0"/></xs:complexType><xs:complexType name="R"><xs:complexContent><xs:restriction base="B"><xs:group ref="G0" minOccurs="1"/></xs:restriction></xs:complexContent></xs:complexType>`;
    const codes = (await issuesOf(groups + types, { maxSteps: 10_000 })).map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(["xsd-limit"]));
  });

  test("everything nested as deeply as it may be", async () => {
    const nest = (content: string): string => `${"<xs:choice>".repeat(80)}${content}${"</xs:choice>".repeat(80)}`;
    const groups = chain(
      7,
      (i) =>
        `<xs:group name="G${i}"><xs:sequence>${nest(`<xs:element name="g${i}"/>${i < 5 ? `<xs:group ref="G${i + 1}"/>` : ""}`)}</xs:sequence></xs:group>`,
    );
    const own = (i: number): string =>
      `<xs:sequence><xs:element name="e${i}"/>${i % 100 === 0 ? `<xs:group ref="G0"/>` : ""}</xs:sequence>`;
    const types = chain(
      499,
      (i) =>
        `<xs:complexType name="T${i}"><xs:complexContent><xs:extension base="${i === 0 ? "E" : `T${i - 1}`}">${own(i)}</xs:extension></xs:complexContent></xs:complexType>`,
    );
    const restricted = `<xs:complexType name="R"><xs:complexContent><xs:restriction base="T490"><xs:group ref="G0"/></xs:restriction></xs:complexContent></xs:complexType>`;
    const codes = (await issuesOf(`<xs:complexType name="E"/>${groups}${types}${restricted}`)).map(({ code }) => code);
    expect(codes).toEqual(["cos-particle-restrict.2"]);
  });

  test("more children than a function takes arguments", async () => {
    const many = `<xs:element name="a" minOccurs="0"/>`.repeat(150_000);
    const issues = await issuesOf(`<xs:complexType name="T"><xs:sequence>${many}</xs:sequence></xs:complexType>`);
    expect(issues.map(({ code }) => code)).toEqual(["cos-nonambig"]);
  });

  test("wide and deep models are no trouble", async () => {
    const wide = chain(3000, (i) => `<xs:element name="e${i}" minOccurs="0"/>`);
    const deep = `${"<xs:sequence>".repeat(100)}<xs:element name="a"/>${"</xs:sequence>".repeat(100)}`;
    expect(
      await issuesOf(
        `<xs:complexType name="T"><xs:sequence>${wide}</xs:sequence></xs:complexType><xs:complexType name="U">${deep}</xs:complexType>`,
      ),
    ).toEqual([]);
  });
});

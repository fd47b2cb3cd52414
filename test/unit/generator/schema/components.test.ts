import { describe, expect, test } from "vitest";
import type { ComplexTypeDefinition, NamespaceConstraint, Particle } from "../../../../generator/schema/components.js";
import { clarkName, xmlName } from "../../../../src/xml/names.js";
import { schemaText } from "../load-text.js";
import { compileText, complexType, elementNamed, simpleType } from "./compile-text.js";

/** A content model as `(a, b?)*`, with `|` for choice and `&` for all. */
function spell({ term, minOccurs, maxOccurs }: Particle): string {
  const text =
    term.kind === "element"
      ? term.name.localName
      : term.kind === "wildcard"
        ? "%"
        : `(${term.particles.map(spell).join({ sequence: ", ", choice: " | ", all: " & " }[term.compositor])})`;
  const occurrence = `${minOccurs}-${maxOccurs}`;
  return text + ({ "1-1": "", "0-1": "?", "0-Infinity": "*", "1-Infinity": "+" }[occurrence] ?? `{${occurrence}}`);
}

function content({ content: type }: ComplexTypeDefinition): string {
  return type.kind === "elementOnly" || type.kind === "mixed" ? `${type.kind} ${spell(type.particle)}` : type.kind;
}

function attributes({ attributeUses }: ComplexTypeDefinition): string {
  return attributeUses
    .map(({ declaration, required }) => `${declaration.name.localName}${required ? "!" : ""}`)
    .join(" ");
}

describe("content types", () => {
  test.each([
    ["", "empty"],
    ["<xs:sequence/>", "empty"],
    ["<xs:all/>", "empty"],
    [`<xs:choice minOccurs="0"/>`, "empty"],
    [`<xs:sequence maxOccurs="0" minOccurs="0"><xs:element name="a"/></xs:sequence>`, "empty"],
    [`<xs:sequence><xs:element name="a" minOccurs="0" maxOccurs="0"/></xs:sequence>`, "elementOnly ()"],
    [
      `<xs:choice maxOccurs="unbounded"><xs:element name="a"/><xs:any namespace="urn:o"/></xs:choice>`,
      "elementOnly (a | %)+",
    ],
    [`<xs:all><xs:element name="a" minOccurs="0"/><xs:element name="b"/></xs:all>`, "elementOnly (a? & b)"],
    [`<xs:group ref="G" minOccurs="0"/>`, "elementOnly (g)?"],
    [`<xs:complexContent mixed="true"><xs:restriction base="xs:anyType"/></xs:complexContent>`, "mixed ()"],
  ])("%s is %s", async (text, wanted) => {
    const schemas = await compileText(
      `<xs:group name="G"><xs:sequence><xs:element name="g"/></xs:sequence></xs:group><xs:complexType name="T">${text}</xs:complexType>`,
    );
    expect(content(complexType(schemas, "T"))).toBe(wanted);
  });

  test("of extensions begin with their base's", async () => {
    const schemas = await compileText(`
      <xs:complexType name="A"><xs:sequence><xs:element name="a"/></xs:sequence><xs:attribute name="x"/></xs:complexType>
      <xs:complexType name="B"><xs:complexContent><xs:extension base="A"><xs:choice><xs:element name="b"/></xs:choice><xs:attribute name="y" use="required"/></xs:extension></xs:complexContent></xs:complexType>
      <xs:complexType name="C"><xs:complexContent><xs:extension base="B"/></xs:complexContent></xs:complexType>
      <xs:complexType name="E"/>
      <xs:complexType name="F"><xs:complexContent><xs:extension base="E"><xs:all><xs:element name="f"/></xs:all></xs:extension></xs:complexContent></xs:complexType>`);
    expect(content(complexType(schemas, "B"))).toBe("elementOnly ((a), (b))");
    expect(spell(complexType(schemas, "B").ownParticle as Particle)).toBe("(b)");
    expect(complexType(schemas, "C").content).toBe(complexType(schemas, "B").content);
    expect(complexType(schemas, "C").ownParticle).toBeUndefined();
    expect(attributes(complexType(schemas, "C"))).toBe("x y!");
    expect(content(complexType(schemas, "F"))).toBe("elementOnly (f)");
    expect(schemas.derivedTypes.get(complexType(schemas, "A"))).toEqual([complexType(schemas, "B")]);
  });

  test("of simple content restrict that of their base", async () => {
    const schemas = await compileText(`
      <xs:complexType name="A"><xs:simpleContent><xs:extension base="xs:string"><xs:attribute name="x"/></xs:extension></xs:simpleContent></xs:complexType>
      <xs:complexType name="B"><xs:simpleContent><xs:restriction base="A"><xs:maxLength value="3"/></xs:restriction></xs:simpleContent></xs:complexType>
      <xs:complexType name="M" mixed="true"><xs:sequence><xs:element name="a" minOccurs="0"/></xs:sequence></xs:complexType>
      <xs:complexType name="N"><xs:simpleContent><xs:restriction base="M"><xs:simpleType><xs:restriction base="xs:int"/></xs:simpleType></xs:restriction></xs:simpleContent></xs:complexType>`);
    const { content: restricted } = complexType(schemas, "B");
    expect(restricted).toMatchObject({
      kind: "simple",
      type: { variety: "atomic", facets: [{ kind: "maxLength", value: "3" }] },
    });
    expect(restricted.kind === "simple" && restricted.type.base?.name?.localName).toBe("string");
    expect(complexType(schemas, "N").content).toMatchObject({
      kind: "simple",
      type: { primitive: { name: { localName: "decimal" } } },
    });
  });
});

describe("attributes", () => {
  test("come from groups, are replaced and prohibited by restrictions", async () => {
    const schemas = await compileText(`
      <xs:attribute name="g" type="xs:int" default="7"/>
      <xs:attributeGroup name="G"><xs:attribute name="a"/><xs:attribute ref="g"/><xs:attributeGroup ref="H"/></xs:attributeGroup>
      <xs:attributeGroup name="H"><xs:attribute name="h"/></xs:attributeGroup>
      <xs:complexType name="A"><xs:attribute name="b"/><xs:attributeGroup ref="G"/></xs:complexType>
      <xs:complexType name="B"><xs:complexContent><xs:restriction base="A"><xs:attribute name="a" use="required"/><xs:attribute name="h" use="prohibited"/></xs:restriction></xs:complexContent></xs:complexType>`);
    expect(attributes(complexType(schemas, "A"))).toBe("b a g h");
    expect(attributes(complexType(schemas, "B"))).toBe("b a! g");
    const use = complexType(schemas, "A").attributeUses[2];
    expect(use?.declaration).toBe(schemas.attributes.get(xmlName("urn:t", "g")));
    expect(use?.valueConstraint).toEqual({ kind: "default", value: "7" });
  });

  test("of the instance namespace are declared in every schema", async () => {
    const schemas = await compileText(
      `<xs:complexType name="T" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><xs:attribute ref="xsi:type"/><xs:attribute ref="xsi:schemaLocation"/></xs:complexType>`,
    );
    expect(complexType(schemas, "T").attributeUses.map(({ declaration }) => declaration.type)).toMatchObject([
      { name: { localName: "QName" } },
      { variety: "list", item: { name: { localName: "anyURI" } } },
    ]);
  });

  const wildcards: readonly (readonly [how: string, own: string, other: string, wanted: NamespaceConstraint])[] = [
    ["restriction", "urn:a urn:b", "urn:b ##local", { kind: "list", namespaces: ["urn:b"] }],
    ["restriction", "##any", "##other", { kind: "not", namespace: "urn:t" }],
    ["restriction", "##other", "urn:a ##targetNamespace ##local", { kind: "list", namespaces: ["urn:a"] }],
    ["extension", "urn:a", "urn:b", { kind: "list", namespaces: ["urn:a", "urn:b"] }],
    ["extension", "##other", "##targetNamespace ##local", { kind: "any" }],
    ["extension", "##other", "##targetNamespace", { kind: "not", namespace: "" }],
    ["extension", "##other", "urn:a", { kind: "not", namespace: "urn:t" }],
    ["extension", "##any", "urn:a", { kind: "any" }],
  ];
  test.each(wildcards)("wildcards by %s of %s and %s", async (how, own, other, wanted) => {
    const group = `<xs:attributeGroup name="G"><xs:anyAttribute namespace="${other}" processContents="skip"/></xs:attributeGroup>`;
    const wildcard = `<xs:anyAttribute namespace="${own}" processContents="lax"/>`;
    const schemas = await compileText(
      how === "restriction"
        ? `${group}<xs:complexType name="T"><xs:attributeGroup ref="G"/>${wildcard}</xs:complexType>`
        : `${group}<xs:complexType name="B"><xs:attributeGroup ref="G"/></xs:complexType><xs:complexType name="T"><xs:complexContent><xs:extension base="B">${wildcard}</xs:extension></xs:complexContent></xs:complexType>`,
    );
    expect(complexType(schemas, "T").attributeWildcard).toMatchObject({
      namespaceConstraint: wanted,
      processContents: "lax",
    });
  });
});

describe("elements", () => {
  test("take the type of their head, and stand in for it unless blocked", async () => {
    const schemas = await compileText(`
      <xs:complexType name="A"/><xs:complexType name="X"><xs:complexContent><xs:extension base="A"/></xs:complexContent></xs:complexType>
      <xs:complexType name="R"><xs:complexContent><xs:restriction base="A"/></xs:complexContent></xs:complexType>
      <xs:element name="m3" substitutionGroup="m2"/><xs:element name="h" type="A" block="extension"/>
      <xs:element name="m1" substitutionGroup="h" type="X"/><xs:element name="m2" substitutionGroup="h" type="R"/>
      <xs:element name="k" type="A" block="substitution"/><xs:element name="l" substitutionGroup="k"/>`);
    expect(elementNamed(schemas, "m3").type).toBe(complexType(schemas, "R"));
    const members = schemas.substitutionGroups.get(elementNamed(schemas, "h")) ?? [];
    expect(members.map(({ name }) => name.localName)).toEqual(["m3", "m2"]);
    expect(schemas.substitutionGroups.has(elementNamed(schemas, "k"))).toBe(false);
  });

  test("have the form, block and final that the schema sets", async () => {
    const schemas = await compileText({
      "a.xsd": `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t" elementFormDefault="qualified" attributeFormDefault="qualified" blockDefault="extension substitution" finalDefault="#all">
        <xs:element name="e"/><xs:complexType name="T"><xs:sequence><xs:element name="q"/><xs:element name="u" form="unqualified" block=""/></xs:sequence><xs:attribute name="a"/><xs:attribute name="b" form="unqualified"/></xs:complexType></xs:schema>`,
    });
    expect(elementNamed(schemas, "e")).toMatchObject({
      block: ["extension", "substitution"],
      final: ["extension", "restriction"],
    });
    const type = complexType(schemas, "T");
    expect(type).toMatchObject({ block: ["extension"], final: ["extension", "restriction"] });
    expect(type.attributeUses.map(({ declaration }) => clarkName(declaration.name))).toEqual(["{urn:t}a", "b"]);
    const inside = type.content.kind === "elementOnly" && type.content.particle.term;
    expect(inside).toMatchObject({
      particles: [{ term: { name: { namespace: "urn:t" } } }, { term: { name: { namespace: "" }, block: [] } }],
    });
  });

  test("keep documentation, values, identity constraints and keys they refer to", async () => {
    const schemas = await compileText(`
      <xs:element name="e" nillable="1" default=" x "><xs:annotation><xs:documentation>Hello</xs:documentation><xs:appinfo><a/></xs:appinfo></xs:annotation>
        <xs:complexType mixed="true"/><xs:keyref name="r" refer="k"><xs:selector xpath=" a "/><xs:field xpath="@b"/></xs:keyref></xs:element>
      <xs:element name="f"><xs:key name="k"><xs:selector xpath="a"/><xs:field xpath="@c"/></xs:key></xs:element>`);
    const element = elementNamed(schemas, "e");
    expect(element).toMatchObject({
      nillable: true,
      abstract: false,
      valueConstraint: { kind: "default", value: " x " },
    });
    expect(element.annotation).toMatchObject({
      documentation: ["Hello"],
      appinfo: [{ name: { localName: "appinfo" } }],
    });
    expect(element.identityConstraints[0]).toMatchObject({ category: "keyref", selector: "a", fields: ["@b"] });
    expect(element.identityConstraints[0]?.referencedKey).toBe(elementNamed(schemas, "f").identityConstraints[0]);
  });
});

test("simple types have the variety of what they restrict", async () => {
  const schemas = await compileText(`
    <xs:simpleType name="R"><xs:restriction base="L"><xs:length value="1"/></xs:restriction></xs:simpleType>
    <xs:simpleType name="L"><xs:list><xs:simpleType><xs:union memberTypes="xs:int S"/></xs:simpleType></xs:list></xs:simpleType>
    <xs:simpleType name="S"><xs:restriction base="xs:token"><xs:enumeration value="a"/><xs:enumeration value="b"/></xs:restriction></xs:simpleType>`);
  expect(simpleType(schemas, "R")).toMatchObject({ variety: "list", item: { variety: "union" }, builtin: false });
  expect(simpleType(schemas, "L").item?.members.map(({ name }) => name?.localName)).toEqual(["int", "S"]);
  expect(simpleType(schemas, "L").item?.context).toBe(simpleType(schemas, "L"));
  expect(simpleType(schemas, "S").primitive?.name?.localName).toBe("string");
  expect(simpleType(schemas, "S").facets.map(({ value }) => value)).toEqual(["a", "b"]);
});

test("names such as __proto__ and constructor are ordinary", async () => {
  const schemas = await compileText(
    `<xs:element name="__proto__" type="constructor"/><xs:complexType name="constructor"><xs:attribute name="toString"/></xs:complexType>`,
  );
  expect(elementNamed(schemas, "__proto__").type).toBe(complexType(schemas, "constructor"));
});

describe("documents together", () => {
  test("a chameleon takes the namespace of each that includes it", async () => {
    const schemas = await compileText({
      "a.xsd": schemaText(`<xs:include schemaLocation="c.xsd"/><xs:import namespace="urn:b" schemaLocation="b.xsd"/>`),
      "b.xsd": schemaText(`<xs:include schemaLocation="c.xsd"/>`, `targetNamespace="urn:b"`),
      "c.xsd": schemaText(`<xs:element name="e" type="T"/><xs:complexType name="T"/>`, ""),
    });
    expect(elementNamed(schemas, "e", "urn:t").type).toBe(complexType(schemas, "T", "urn:t"));
    expect(elementNamed(schemas, "e", "urn:b").type).toBe(complexType(schemas, "T", "urn:b"));
    expect(schemas.namespaces).toEqual(["urn:t", "urn:b"]);
  });

  test("a document under two addresses counts once", async () => {
    const copy = schemaText(`<xs:element name="e"/>`);
    const schemas = await compileText({
      "a.xsd": schemaText(`<xs:include schemaLocation="x/c.xsd"/><xs:include schemaLocation="y/c.xsd"/>`),
      "x/c.xsd": copy,
      "y/c.xsd": copy,
    });
    expect(schemas.elements.size).toBe(1);
  });

  test("documents of one text that refer to different ones are different", async () => {
    const copy = schemaText(`<xs:include schemaLocation="d.xsd"/>`);
    const schemas = await compileText({
      "a.xsd": schemaText(`<xs:include schemaLocation="x/c.xsd"/><xs:include schemaLocation="y/c.xsd"/>`),
      "x/c.xsd": copy,
      "x/d.xsd": schemaText(`<xs:element name="x"/>`),
      "y/c.xsd": copy,
      "y/d.xsd": schemaText(`<xs:element name="y"/>`),
    });
    expect([...schemas.elements.keys()].map(({ localName }) => localName)).toEqual(["x", "y"]);
  });

  test("redefinitions stand everywhere in the place of what they redefine, one upon the other", async () => {
    const extend = (name: string, element: string): string =>
      `<xs:complexType name="${name}"><xs:complexContent><xs:extension base="${name}"><xs:sequence><xs:element name="${element}"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>`;
    const schemas = await compileText({
      "a.xsd":
        schemaText(`<xs:redefine schemaLocation="b.xsd">${extend("T", "a")}<xs:group name="G"><xs:sequence><xs:group ref="G"/><xs:element name="h"/></xs:sequence></xs:group>
        <xs:attributeGroup name="AG"><xs:attributeGroup ref="AG"/><xs:attribute name="y"/></xs:attributeGroup>
        <xs:simpleType name="S"><xs:restriction base="S"><xs:maxLength value="3"/></xs:restriction></xs:simpleType></xs:redefine>`),
      "b.xsd": schemaText(`<xs:redefine schemaLocation="c.xsd">${extend("T", "b")}</xs:redefine>`),
      "c.xsd":
        schemaText(`<xs:complexType name="T"><xs:sequence><xs:element name="c" type="S"/></xs:sequence></xs:complexType>
        <xs:simpleType name="S"><xs:restriction base="xs:string"/></xs:simpleType>
        <xs:group name="G"><xs:sequence><xs:element name="g"/></xs:sequence></xs:group>
        <xs:attributeGroup name="AG"><xs:attribute name="x"/></xs:attributeGroup>
        <xs:complexType name="U"><xs:group ref="G"/><xs:attributeGroup ref="AG"/></xs:complexType>`),
    });
    expect(content(complexType(schemas, "T"))).toBe("elementOnly (((c), (b)), (a))");
    expect(content(complexType(schemas, "U"))).toBe("elementOnly ((g), h)");
    expect(attributes(complexType(schemas, "U"))).toBe("y x");
    expect(simpleType(schemas, "S").base?.name).toBe(simpleType(schemas, "S").name);
  });

  test("the schemas of a WSDL see each other", async () => {
    const schemas = await compileText({
      "a.wsdl": `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:b="urn:b"><types>
        <xs:schema targetNamespace="urn:a"><xs:import namespace="urn:b"/><xs:element name="e" type="b:T"/></xs:schema>
        <xs:schema targetNamespace="urn:b"><xs:import namespace="urn:a"/><xs:complexType name="T"/></xs:schema></types></definitions>`,
    });
    expect(elementNamed(schemas, "e", "urn:a").type).toBe(complexType(schemas, "T", "urn:b"));
  });
});

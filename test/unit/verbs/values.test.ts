import { describe, expect, it } from "vitest";
import { ValidationError } from "../../../src/errors.js";
import { serialize } from "../../../src/verbs/serialize.js";
import { validate } from "../../../src/verbs/validate.js";
import { readSchema } from "./read-schema.js";

const schema = await readSchema(`
  <xs:element name="list"><xs:complexType><xs:sequence>
      <xs:element name="item" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
        <xs:attribute name="key" type="xs:decimal"/><xs:attribute name="ref" type="xs:decimal"/>
        <xs:attribute name="id" type="xs:ID"/><xs:attribute name="idref" type="xs:IDREF"/>
      </xs:complexType></xs:element>
    </xs:sequence></xs:complexType>
    <xs:unique name="keys"><xs:selector xpath="t:item"/><xs:field xpath="@key"/></xs:unique>
    <xs:keyref name="refs" refer="keys"><xs:selector xpath="t:item"/><xs:field xpath="@ref"/></xs:keyref>
  </xs:element>
  <xs:element name="number" type="xs:int"/>
  <xs:element name="twice"><xs:complexType><xs:sequence>
    <xs:element name="a" type="xs:string"/><xs:element name="a" type="xs:string"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="texts"><xs:simpleType><xs:list itemType="xs:string"/></xs:simpleType></xs:element>
  <xs:element name="nil" nillable="true"><xs:complexType><xs:attribute name="a" use="required"/></xs:complexType></xs:element>
  <xs:complexType name="Abstract" abstract="true"/><xs:element name="abstract" type="t:Abstract" nillable="true"/>
  <xs:element name="wild"><xs:complexType><xs:sequence><xs:any processContents="lax"/></xs:sequence></xs:complexType></xs:element>
  <xs:element name="open"><xs:complexType><xs:sequence><xs:element name="any" maxOccurs="2"/></xs:sequence></xs:complexType>
    <xs:unique name="anything"><xs:selector xpath="t:any"/><xs:field xpath="."/></xs:unique>
  </xs:element>
`);
const list = schema.element("list");

function found(value: unknown) {
  return validate(list, value).map(({ code, path }) => ({ code, path }));
}

describe("validate", () => {
  it("knows keys by their values, and where they stand", () => {
    expect(found({ item: [{ key: "1" }, { key: "2" }] })).toEqual([]);
    expect(found({ item: [{ key: "1" }, { key: "1.0" }] })).toEqual([
      { code: "cvc-identity-constraint.4.1", path: ["item", 1] },
    ]);
    expect(
      found({
        item: [
          { key: "1", ref: "2" },
          { key: "2", ref: "3" },
        ],
      }),
    ).toEqual([{ code: "cvc-identity-constraint.4.3", path: ["item", 1] }]);
  });

  it("knows IDs and references to them", () => {
    expect(found({ item: [{ idref: "b" }, { id: "b" }] })).toEqual([]);
    expect(found({ item: [{ id: "b" }, { id: "b" }, { idref: "c" }] })).toEqual([
      { code: "cvc-id.2", path: ["item", 1, "id"] },
      { code: "cvc-id.1", path: ["item", 2, "idref"] },
    ]);
  });

  it("checks what wildcards allow, given a schema", () => {
    const wild = schema.element("wild");
    const number = (text: string) => ({ any: { namespace: "urn:t", name: "number", content: [text] } });
    expect(validate(wild, number("1"), { schema: schema.schema })).toEqual([]);
    expect(validate(wild, number("x"), { schema: schema.schema })).toMatchObject([
      { code: "cvc-datatype-valid.1.2.1", path: ["any"] },
    ]);
    expect(validate(wild, number("x"))).toEqual([]);
  });

  it("says nothing of values that it cannot know", () => {
    expect(validate(schema.element("open"), { any: [{ content: ["a"] }, { content: ["a"] }] })).toEqual([]);
  });
});

it("says what has no place in a document", () => {
  const messages = (name: string, value: unknown) =>
    validate(schema.element(name), value).map(({ code, message }) => `${code}: ${message}`);
  expect(messages("twice", { a: ["1", "2"] })).toEqual([]);
  expect(messages("twice", { a: ["1", "2", "3"] })).toMatchInlineSnapshot(`
    [
      "cvc-complex-type.2.4.d: 3 elements where 2 fit",
    ]
  `);
  expect(messages("texts", ["a b"])).toMatchInlineSnapshot(`
    [
      "cvc-datatype-valid.1.2.2: item 0: expected an item that is not empty and has no white space; found "a b"",
    ]
  `);
});

describe("null", () => {
  it("takes the content away, not the attributes that there must be", () => {
    const missing = [{ code: "cvc-complex-type.4", path: ["a"] }];
    expect(validate(schema.element("nil"), null)).toMatchObject(missing);
    expect(validate(schema.element("nil"), { $nil: true })).toMatchObject(missing);
    expect(validate(schema.element("nil"), { $nil: true, a: "" })).toEqual([]);
  });

  it("is of no type where the type is abstract", () => {
    expect(validate(schema.element("abstract"), null)).toMatchObject([{ code: "cvc-type.2", path: [] }]);
  });
});

describe("elements that only a wildcard allows", () => {
  const found = (element: object) =>
    validate(schema.element("wild"), { any: { namespace: "", name: "a", content: [], ...element } }).map(
      ({ code, path }) => [code, ...(path ?? []).slice(1)],
    );

  it.for<[string, object, readonly unknown[]]>([
    ["a name of several words", { name: "a b" }, ["value-type", "name"]],
    ["the namespace of declarations", { namespace: "http://www.w3.org/2000/xmlns/" }, ["value-type", "name"]],
    ["a namespace that XML cannot hold", { namespace: "\0" }, ["xml-character", "name"]],
    ["an attribute's name", { attributes: { "a b": "" } }, ["value-type", "attributes", "a b"]],
    ["a declaration as attribute", { attributes: { xmlns: "urn:x" } }, ["value-type", "attributes", "xmlns"]],
    ["an attribute's text", { attributes: { b: "\0" } }, ["xml-character", "attributes", "b"]],
    ["a text", { content: ["x", "\0"] }, ["xml-character", "content", 1]],
    ["a prefix", { namespaces: { "a b": "urn:x" } }, ["value-type", "namespaces", "a b"]],
    ["a reserved prefix", { namespaces: { xmlns: "urn:x" } }, ["value-type", "namespaces", "xmlns"]],
    ["a prefix for no namespace", { namespaces: { p: "" } }, ["value-type", "namespaces", "p"]],
    ["a default namespace on what has none", { namespaces: { "": "urn:x" } }, ["value-type", "namespaces", ""]],
  ])("cannot have %s", ([, element, expected]) => {
    expect(found(element)).toEqual([expected]);
  });

  it("are what serialize writes", () => {
    const any = { namespace: "urn:p", name: "a", attributes: { b: "1" }, namespaces: { p: "urn:p" }, content: ["x"] };
    expect(validate(schema.element("wild"), { any })).toEqual([]);
    expect(serialize(schema.element("wild"), { any })).toContain('<p:a xmlns:p="urn:p" b="1">x</p:a>');
  });
});

it("is what serialize asks", () => {
  expect(() => serialize(list, { item: [{ key: "1" }, { key: "1" }] })).toThrow(ValidationError);
  expect(serialize(list, { item: [{ key: "1" }, { key: "1" }] }, { validation: "off" })).toContain('key="1"');
});

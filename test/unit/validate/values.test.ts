import { describe, expect, it } from "vitest";
import { ValidationError } from "../../../src/errors.js";
import { serialize } from "../../../src/serialize.js";
import { validate } from "../../../src/validate.js";
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
    expect(validate(wild, number("1"), { schema: schema.registry })).toEqual([]);
    expect(validate(wild, number("x"), { schema: schema.registry })).toMatchObject([
      { code: "cvc-datatype-valid.1.2.1", path: ["any"] },
    ]);
    expect(validate(wild, number("x"))).toEqual([]);
  });

  it("says nothing of values that it cannot know", () => {
    expect(validate(schema.element("open"), { any: [{ content: ["a"] }, { content: ["a"] }] })).toEqual([]);
  });
});

it("is what serialize asks", () => {
  expect(() => serialize(list, { item: [{ key: "1" }, { key: "1" }] })).toThrow(ValidationError);
  expect(serialize(list, { item: [{ key: "1" }, { key: "1" }] }, { validation: "off" })).toContain('key="1"');
});

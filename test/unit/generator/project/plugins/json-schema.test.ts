import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import * as um from "../../../../../generated/um.js";
import { toJson } from "../../../../../generator/cli/json-values.js";
import { generateFiles } from "../../../../../generator/generate.js";
import { memoryFiles } from "../../../../../generator/load/files.js";
import { nodeFiles } from "../../../../../generator/load/node-files.js";
import { jsonSchema } from "../../../../../generator/project/plugins/json-schema.js";
import { readComponents } from "../../../../../generator/questions/read-components.js";
import { sampleDocument } from "../../../../../generator/questions/sample/sample.js";
import { parse } from "../../../../../src/index.js";
import type { ElementDescriptor } from "../../../../../src/schema/descriptors.js";
import { root } from "../../../../project-root.js";
import { xsd } from "../../read-inline.js";

type Files = Awaited<ReturnType<typeof generateFiles>>["files"];

/** A judge of values by the schemas among the files. */
function judge(files: Files): (reference: string, value: unknown) => boolean {
  const ajv = new Ajv2020({ strict: false });
  for (const { path, text } of files) if (path.endsWith(".schema.json")) ajv.addSchema(JSON.parse(text));
  return (reference, value) => {
    const validate = ajv.getSchema(reference);
    if (validate === undefined) throw new Error(`there is no schema ${reference}`);
    return validate(value) === true;
  };
}

async function schemaOf(components: string): Promise<(identifier: string, value: unknown) => boolean> {
  const options = { ...memoryFiles({ "a.xsd": xsd(components) }), plugins: [jsonSchema()] };
  const accepts = judge((await generateFiles(["a.xsd"], options)).files);
  return (identifier, value) => accepts(`a.schema.json#/$defs/${identifier}`, value);
}

describe("JSON Schema", () => {
  it("accepts what is read from samples of the UM service, and refuses what is not of the type", async () => {
    const files = await generateFiles(["schemas/um.wsdl"], { ...nodeFiles(root), plugins: [jsonSchema()] });
    const accepts = judge(files.files);
    const { schemas } = await readComponents(["schemas/um.wsdl"], nodeFiles(root));
    let seen = 0;
    for (const element of schemas.elements.values()) {
      const descriptor = (um as Readonly<Record<string, unknown>>)[element.name.localName];
      if (descriptor === undefined) continue;
      for (const kind of ["minimal", "maximal", "random"] as const) {
        const text = sampleDocument(schemas, element, { kind });
        const typed = descriptor as ElementDescriptor;
        const value = toJson(typed.type(), parse(typed, text));
        expect({ text, accepted: accepts(`um.schema.json#/$defs/${element.name.localName}`, value) }).toEqual({
          text,
          accepted: true,
        });
        seen++;
      }
    }
    expect(seen).toBeGreaterThan(30);
    expect(accepts("um.schema.json#/$defs/Disconnect", { callId: 1 })).toBe(false);
    expect(accepts("um.schema.json#/$defs/Disconnect", { callID: "a" })).toBe(false);
  });

  it("says facets where JSON can", async () => {
    const accepts = await schemaOf(`
      <xs:simpleType name="Code"><xs:restriction base="xs:string"><xs:pattern value="[A-Z]{2}\\d"/><xs:maxLength value="3"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="Size"><xs:restriction base="xs:int"><xs:minInclusive value="1"/><xs:maxExclusive value="10"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="Sizes"><xs:list itemType="t:Size"/></xs:simpleType>
      <xs:simpleType name="Few"><xs:restriction base="t:Sizes"><xs:maxLength value="2"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="Unit"><xs:restriction base="xs:token"><xs:enumeration value="kg"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="Either"><xs:union memberTypes="t:Size t:Unit"/></xs:simpleType>
      <xs:element name="big" type="xs:long"/><xs:element name="real" type="xs:double"/>
      <xs:complexType name="All"><xs:sequence>${["Code", "Few", "Unit", "Either"].map((type) => `<xs:element name="${type}" type="t:${type}"/>`).join("")}</xs:sequence></xs:complexType>`);
    expect([accepts("Code", "AB1"), accepts("Code", "ab1"), accepts("Code", "AB12")]).toEqual([true, false, false]);
    expect([accepts("Size", 1), accepts("Size", 10), accepts("Size", "1")]).toEqual([true, false, false]);
    expect([accepts("Few", [1, 2]), accepts("Few", [1, 2, 3]), accepts("Few", [11])]).toEqual([true, false, false]);
    expect([accepts("Either", 3), accepts("Either", "kg"), accepts("Either", "m")]).toEqual([true, true, false]);
    expect([
      accepts("Big", "9007199254740993"),
      accepts("Big", "1.5"),
      accepts("Real", "INF"),
      accepts("Real", 2.5),
    ]).toEqual([true, false, true, true]);
  });

  it("says choices, optional and nil elements, variants", async () => {
    const accepts = await schemaOf(`
      <xs:complexType name="Choice"><xs:sequence>
        <xs:choice><xs:element name="a" type="xs:int"/><xs:sequence><xs:element name="b" type="xs:int"/><xs:element name="c" type="xs:int" minOccurs="0"/></xs:sequence></xs:choice>
        <xs:element name="n" type="xs:int" nillable="true"/><xs:element name="r" type="xs:int" maxOccurs="unbounded"/>
      </xs:sequence></xs:complexType>
      <xs:element name="use" type="t:Base"/><xs:element name="choice" type="t:Choice"/>
      <xs:complexType name="Base"><xs:attribute name="x" type="xs:int"/></xs:complexType>
      <xs:complexType name="Derived"><xs:complexContent><xs:extension base="t:Base"><xs:attribute name="y" type="xs:int" use="required"/></xs:extension></xs:complexContent></xs:complexType>`);
    const rest = { n: null, r: [1] };
    expect([accepts("Choice", { a: 1, ...rest }), accepts("Choice", { b: 1, c: 2, ...rest })]).toEqual([true, true]);
    expect([
      accepts("Choice", { a: 1, b: 1, ...rest }),
      accepts("Choice", rest),
      accepts("Choice", { a: 1, r: [] }),
    ]).toEqual([false, false, false]);
    expect([accepts("Use", { x: 1 }), accepts("Use", { $type: "Derived", x: 1, y: 2 })]).toEqual([true, true]);
    expect([
      accepts("Use", { $type: "Derived", x: 1 }),
      accepts("Use", { y: 2 }),
      accepts("Use", { $type: "No" }),
    ]).toEqual([false, false, false]);
  });
});

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generateFiles } from "../../../../../generator/generate.js";
import { memoryFiles } from "../../../../../generator/load/files.js";
import { nodeFiles } from "../../../../../generator/load/node-files.js";
import { fastCheck } from "../../../../../generator/project/plugins/fast-check.js";
import { serialize, validate } from "../../../../../src/index.js";
import type { ElementDescriptor } from "../../../../../src/schema/descriptors.js";
import { libxml2Wasm } from "../../../../libxml2.js";
import { root } from "../../../../project-root.js";
import { xsd } from "../../read-inline.js";

type Module = Readonly<Record<string, unknown>>;

/** Inside the package, so that generated code finds it; ignored by git. */
const folder = join(root, ".cache", "arbitraries");
beforeAll(() => void mkdirSync(folder, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The generated modules, and their arbitraries, made by `npm run generate` of a user with the plugin. */
async function generated(name: string, files: Awaited<ReturnType<typeof generateFiles>>["files"]) {
  const home = join(folder, name);
  mkdirSync(home, { recursive: true });
  for (const { path, text } of files) writeFileSync(join(home, path), text);
  const load = (file: string): Promise<Module> => import(join(home, `${file}.ts`));
  return { values: await load(name), arbitraries: await load(`${name}.arbitraries`) };
}

function elements({ values, arbitraries }: { readonly values: Module; readonly arbitraries: Module }) {
  return Object.entries(values).flatMap(([name, value]) => {
    const isElement =
      typeof value === "object" && value !== null && "kind" in value && value.kind === "elementDeclaration";
    return isElement
      ? [{ name, descriptor: value as ElementDescriptor, arbitrary: arbitraries[name] as fc.Arbitrary<unknown> }]
      : [];
  });
}

describe("arbitraries", () => {
  it("are values of the UM service, which libxml2 accepts in documents", async () => {
    const { files } = await generateFiles(["schemas/um.wsdl"], { ...nodeFiles(root), plugins: [fastCheck()] });
    const libxml2 = libxml2Wasm(join(root, "schemas/um.xsd"));
    const all = elements(await generated("um", files));
    expect(all.length).toBeGreaterThan(15);
    for (const { name, descriptor, arbitrary } of all) {
      const property = fc.property(arbitrary, (value) => {
        expect({ name, value, issues: validate(descriptor, value) }).toEqual({ name, value, issues: [] });
        expect(libxml2(serialize(descriptor, value))).toEqual([]);
      });
      fc.assert(property, { numRuns: 20, seed: 1 });
    }
  });

  it("hold to contents, facets and patterns, and end where types contain themselves", async () => {
    const schema = xsd(`<xs:element name="root" type="t:Node"/>
      <xs:complexType name="Node"><xs:sequence>
        <xs:element name="code"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="[A-Z]{2}(-\\d+)?|x*"/><xs:maxLength value="9"/></xs:restriction></xs:simpleType></xs:element>
        <xs:choice><xs:element name="a" type="xs:byte"/><xs:sequence><xs:element name="b" type="t:Price"/><xs:element name="c" type="xs:date" minOccurs="0"/></xs:sequence></xs:choice>
        <xs:choice minOccurs="0" maxOccurs="unbounded"><xs:element name="p" type="xs:long"/><xs:element name="q" type="xs:boolean"/></xs:choice>
        <xs:element ref="t:shape" minOccurs="0"/><xs:element name="size" type="t:Sizes" minOccurs="2" maxOccurs="3"/>
        <xs:choice><xs:element name="leaf" type="xs:gYear"/><xs:element name="node" type="t:Node"/></xs:choice>
        <xs:any namespace="##other" processContents="lax"/>
      </xs:sequence><xs:attribute name="id" type="xs:NMTOKEN" use="required"/><xs:attribute name="version" fixed="1"/></xs:complexType>
      <xs:complexType name="Big"><xs:complexContent><xs:extension base="t:Node"><xs:sequence><xs:element name="more" type="xs:hexBinary"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
      <xs:simpleType name="Price"><xs:restriction base="xs:decimal"><xs:minExclusive value="0"/><xs:maxInclusive value="10"/><xs:fractionDigits value="1"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="Sizes"><xs:restriction><xs:simpleType><xs:list itemType="t:Size"/></xs:simpleType><xs:length value="2"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="Size"><xs:union memberTypes="xs:unsignedByte xs:language"/></xs:simpleType>
      <xs:element name="shape" abstract="true"/><xs:element name="circle" substitutionGroup="t:shape" type="xs:double"/><xs:element name="square" substitutionGroup="t:shape" type="xs:float"/>`);
    const { files } = await generateFiles(["a.xsd"], { ...memoryFiles({ "a.xsd": schema }), plugins: [fastCheck()] });
    const file = join(folder, "a.xsd");
    writeFileSync(file, schema);
    const libxml2 = libxml2Wasm(file);
    const all = elements(await generated("a", files)).filter(({ name }) => name === "Root");
    const [only] = all;
    if (only === undefined) throw new Error("the module has the element");
    const seen = new Set<string>();
    const property = fc.property(only.arbitrary, (value) => {
      expect({ value, issues: validate(only.descriptor, value) }).toEqual({ value, issues: [] });
      const text = serialize(only.descriptor, value);
      for (const [name] of text.matchAll(/<\w+/g)) seen.add(name);
      expect({ text, findings: libxml2(text) }).toEqual({ text, findings: [] });
    });
    fc.assert(property, { numRuns: 200, seed: 7 });
    for (const name of ["a", "b", "c", "p", "q", "circle", "square", "node", "leaf", "more"])
      expect([...seen]).toContain(`<${name}`);
  });
});

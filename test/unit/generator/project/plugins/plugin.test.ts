import { expect, it } from "vitest";
import { generateFiles } from "../../../../../generator/generate.js";
import { memoryFiles } from "../../../../../generator/load/files.js";
import { rename } from "../../../../../generator/project/plugins/rename.js";
import { xsd } from "../../read-inline.js";

const schema =
  xsd(`<xs:element name="Note" type="t:Text"/><xs:complexType name="Text"><xs:sequence><xs:element name="by" type="t:Who" minOccurs="0"/></xs:sequence></xs:complexType>
  <xs:simpleType name="Who"><xs:restriction base="xs:string"><xs:maxLength value="9"/></xs:restriction></xs:simpleType>`);

it("changes the model and adds files, in the order of the list", async () => {
  const seen: string[] = [];
  const spy = (name: string) => ({
    name,
    transform: <T>(model: T): T => {
      seen.push(name);
      return model;
    },
    emit: () => [{ path: `${name}.txt`, text: name }],
  });
  const { files, summary } = await generateFiles(["a.xsd"], {
    ...memoryFiles({ "a.xsd": schema }),
    plugins: [spy("one"), spy("two")],
  });
  expect(seen).toEqual(["one", "two"]);
  expect(files.map(({ path }) => path)).toEqual(["a.ts", "one.txt", "two.txt"]);
  expect(summary.files).toBe(3);
});

it("renames a type wherever it is used, and leaves XML names alone", async () => {
  const plugins = [rename({ types: { "{urn:t}Who": "Author" }, elements: { Note: "Memo" } })];
  const { files } = await generateFiles(["a.xsd"], { ...memoryFiles({ "a.xsd": schema }), plugins });
  const text = files[0]?.text ?? "";
  expect(text).toContain("by?: Author | undefined;");
  expect(text).toMatch(/export const Memo: .*element\(ns, "Note"/);
  expect(text).not.toMatch(/(?<!type )\bWho\b(?!")/);
});

it.each([
  [{ types: { Nobody: "A" } }, 'there is no "Nobody" to be called A'],
  [{ types: { Who: "Text" } }, '"Who" cannot be called Text'],
  [{ types: { Who: "class " } }, '"class " is no name in TypeScript'],
])("refuses %j", async (names, message) => {
  const options = { ...memoryFiles({ "a.xsd": schema }), plugins: [rename(names)] };
  await expect(generateFiles(["a.xsd"], options)).rejects.toThrow(`config-name: ${message}`);
});

import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { generateFiles } from "../../../../generator/generate.js";
import { memoryFiles } from "../../../../generator/load/files.js";
import { typeCheck, writeFiles } from "../../../conformance/generated.js";
import { root } from "../../../project-root.js";

/** Where the compiler compares the types of all items of a list with each other, it gives up at a thousand. */
const many = 1_200;

it(`a type of ${many} attributes compiles`, async () => {
  const attributes = Array.from({ length: many }, (_, index) => `<xs:attribute name="a${index}" type="xs:int"/>`);
  const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
    <xs:element name="doc"><xs:complexType>${attributes.join("")}</xs:complexType></xs:element>
  </xs:schema>`;
  const { files } = await generateFiles(["large.xsd"], memoryFiles({ "large.xsd": schema }));
  const out = join(root, "dist/.large");
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  writeFiles(files, out);
  expect(await typeCheck(out, root)).toEqual([]);
});

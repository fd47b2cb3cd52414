import { join } from "node:path";
import { expect, it } from "vitest";
import { generateFiles } from "../../../../../generator/generate.js";
import { memoryFiles } from "../../../../../generator/load/files.js";
import { checkTypes } from "../../../../../generator/questions/verify/check-types.js";
import { root } from "../../../../project-root.js";
import { xsd } from "../../read-inline.js";

const schema = xsd(
  `<xs:element name="Note"><xs:complexType><xs:sequence><xs:element name="by" type="xs:string"/></xs:sequence></xs:complexType></xs:element>`,
);
// Nothing is there: the files are in memory.
const folder = join(root, "dist/.nowhere");

async function complaints(change: (text: string) => string): Promise<unknown> {
  const { files } = await generateFiles(["a.xsd"], memoryFiles({ "a.xsd": schema }));
  const changed = files.map(({ path, text }) => ({ path, text: change(text) }));
  return checkTypes([...changed, { path: "notes.txt", text: "no { code" }], folder);
}

it("is content with what is generated", async () => {
  expect(await complaints((text) => text)).toEqual([]);
});

it("finds what does not go with the runtime's types, and where", async () => {
  expect(await complaints((text) => text.replace('particle("by"', 'particle("of"'))).toEqual([
    expect.objectContaining({
      code: "print-types",
      message: expect.stringMatching(
        /^what was printed does not compile: type '.*' is not assignable to .* \(TS2322\)$/,
      ),
      location: expect.objectContaining({ file: "a.ts", line: expect.any(Number), column: expect.any(Number) }),
    }),
  ]);
  expect(await complaints((text) => text.replace("particle,", "particel,"))).toEqual([
    expect.objectContaining({ message: expect.stringContaining("has no exported member named 'particel'") }),
    expect.objectContaining({ message: expect.stringContaining("cannot find name 'particle'") }),
  ]);
});

it("finds what is not TypeScript", async () => {
  expect(await complaints((text) => `${text}\nexport const none = ;\n`)).toEqual([
    expect.objectContaining({ message: "what was printed does not compile: expression expected (TS1109)" }),
  ]);
});

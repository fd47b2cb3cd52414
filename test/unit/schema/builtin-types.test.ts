import { build } from "esbuild";
import { expect, test } from "vitest";

/** The modules of src/datatypes of which a bundle of these names keeps anything. */
async function kept(...names: readonly string[]): Promise<readonly string[]> {
  const result = await build({
    stdin: {
      contents: `export { ${names.join(", ")} } from "../../../src/schema/builtin-types.js"; export { datatypeOf } from "../../../src/model/datatype-of.js";`,
      resolveDir: import.meta.dirname,
      loader: "ts",
    },
    bundle: true,
    format: "esm",
    write: false,
    metafile: true,
    outfile: "bundle.js",
  });
  const inputs = Object.entries(result.metafile.outputs["bundle.js"]?.inputs ?? {});
  return inputs
    .filter(([path, { bytesInOutput }]) => path.includes("src/datatypes/") && bytesInOutput > 0)
    .map(([path]) => path.replace(/^.*src\/datatypes\/(.*)\.ts$/, "$1"))
    .sort();
}

/** What all types but the string family have. */
const collapsed = ["collapsed", "white-space"];
const always = ["datatype", "define-datatype", "describe"];

test.each<[names: readonly string[], more: readonly string[]]>([
  [["xsString"], ["measures", "string"]],
  [["xsBoolean"], [...collapsed, "boolean"]],
  [["xsInt"], [...collapsed, "decimal-order", "integer"]],
  [["xsDecimal"], [...collapsed, "decimal", "decimal-order"]],
  [["xsDateTime"], [...collapsed, "date-time", "date-time-text", "timeline", "trailing-zeros"]],
  [["xsDuration"], [...collapsed, "duration", "trailing-zeros"]],
  [["xsBase64Binary"], [...collapsed, "base64-binary", "measures"]],
  [["xsQName"], [...collapsed, "qualified-name"]],
  [
    ["xsString", "maxLength", "enumeration"],
    ["facet-enumeration", "facet-length", "measures", "string"],
  ],
])("a bundle of %j carries nothing else", async (names, more) => {
  expect(await kept(...names)).toEqual([...always, ...more].sort());
});

test("patterns come with the pattern facet only", async () => {
  expect((await kept("xsString", "pattern")).filter((name) => name.startsWith("pattern/")).length).toBeGreaterThan(5);
});

import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { generateFiles } from "../../../../generator/generate.js";
import { generate, type Plugin } from "../../../../generator/index.js";
import { memoryFiles } from "../../../../generator/load/files.js";
import { print } from "../../../../generator/print/print.js";
import * as sourceFiles from "../../../../generator/print/source-files.js";
import { formatIssue, SchemaError } from "../../../../src/errors.js";
import { root } from "../../../project-root.js";
import { xsd } from "../read-inline.js";

const schema = xsd(`<xs:element name="Note" type="xs:string"/>`);
const other = xsd(`<xs:element name="Other" type="xs:string"/>`).replace('targetNamespace="urn:t"', "");

async function textOf(plugins: readonly Plugin[], parse?: boolean): Promise<string | undefined> {
  const { files } = await generateFiles(["a.xsd"], { ...memoryFiles({ "a.xsd": schema }), plugins, parse });
  return files[0]?.text;
}

/** Findings as they are shown to people. */
async function findings(plugins: readonly Plugin[]): Promise<readonly string[]> {
  try {
    await textOf(plugins);
    return [];
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    return error.issues.map((issue) => formatIssue(issue, (file) => error.sources.get(file ?? "")));
  }
}

afterEach(() => void vi.restoreAllMocks());

it("writes statements one behind the other", () => {
  expect(print([{ path: "a.ts", statements: ["// First", "\nconst a = 1;", "\nconst b = 2;\n\n"] }])).toEqual([
    { path: "a.ts", text: "// First\n\nconst a = 1;\n\nconst b = 2;\n" },
  ]);
});

it("gives plugins the source file of each module, in the order of the list", async () => {
  const seen: string[] = [];
  const plugin = (name: string): Plugin => ({
    name,
    sourceFile: (file, module) => {
      seen.push(`${name} ${module.name} ${file.getFilePath()}`);
      file.getInterface("Note")?.remove();
      file.addStatements(`export const ${name} = 1;`);
    },
  });
  const files = memoryFiles({ "a.xsd": schema, "b.xsd": other });
  const result = await generateFiles(["a.xsd", "b.xsd"], { ...files, plugins: [plugin("one"), plugin("two")] });
  expect(seen).toEqual(["one a /a.ts", "two a /a.ts", "one b /b.ts", "two b /b.ts"]);
  for (const { text } of result.files) expect(text).toMatch(/;\nexport const one = 1;\nexport const two = 1;\n$/);
  expect(result.parsed).toBe(true);
});

it("parses for a plugin even where it is told not to", async () => {
  const plugin: Plugin = { name: "mark", sourceFile: async (file) => void file.insertStatements(0, "// marked") };
  expect(await textOf([plugin], false)).toMatch(/^\/\/ marked\n\/\/ Generated from a\.xsd/);
  expect(await textOf([], false)).toBe(await textOf([]));
});

it("finds what is not TypeScript, in modules and in the files of plugins", async () => {
  const breaking: Plugin = {
    name: "breaking",
    sourceFile: (file) => void file.addStatements("export const none = ;"),
    emit: () => [
      { path: "more.ts", text: "export const fine = 1;\nexport const text = 'open;\n" },
      { path: "more.txt", text: "not { TypeScript" },
    ],
  };
  expect(await findings([breaking])).toEqual([
    [
      "a.ts:10:21 - error print-syntax: what was printed is not TypeScript: expression expected (TS1109)",
      "",
      "10 | export const none = ;",
      "   |                     ^",
      "",
    ].join("\n"),
    [
      "more.ts:2:27 - error print-syntax: what was printed is not TypeScript: unterminated string literal (TS1002)",
      "",
      "2 | export const text = 'open;",
      "  |                           ^",
      "",
    ].join("\n"),
  ]);
});

it("writes nothing where something is not TypeScript", async () => {
  const folder = mkdtempSync(join(root, "dist/.print-"));
  try {
    writeFileSync(join(folder, "a.xsd"), schema);
    const plugins: readonly Plugin[] = [{ name: "breaking", emit: () => [{ path: "b.ts", text: "const = 1;" }] }];
    await expect(generate({ entries: ["a.xsd"], out: "out", cwd: folder, plugins })).rejects.toThrow("print-syntax");
    expect(existsSync(join(folder, "out"))).toBe(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it("prints the same without ts-morph, which only a plugin that changes source files needs", async () => {
  const text = await textOf([]);
  vi.spyOn(sourceFiles, "loadTsMorph").mockResolvedValue(undefined);
  const options = memoryFiles({ "a.xsd": schema });
  const result = await generateFiles(["a.xsd"], options);
  expect(result.parsed).toBe(false);
  expect(result.files[0]?.text).toBe(text);
  await expect(textOf([{ name: "mark", sourceFile: () => undefined }])).rejects.toThrow(
    "the plugin mark needs the package ts-morph: npm install --save-dev ts-morph",
  );
});

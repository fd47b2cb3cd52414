import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { ts } from "ts-morph";
import { expect, it } from "vitest";
import { readEntryDeclarations } from "../package/declarations.js";
import { root } from "../project-root.js";
import { codeBlocks } from "./code-blocks.js";
import { fragmentsOf } from "./fragments.js";
import { tablesOf } from "./tables.js";

const run = promisify(execFile);

/** Inside the package, so that `xsdsmith` is this package; ignored by git. */
const workplace = join(root, ".cache", "docs-tables");

it("what tables show in code, calls and options, compiles against the package", async () => {
  const exports = new Map<string, string>();
  for (const { specifier, exports: names } of readEntryDeclarations().entries) {
    for (const { name, declarations } of names) {
      const isType = declarations.every((node) => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node));
      // The generator has names for components, as tables have for what a reader's own service is called.
      if (!exports.has(name) && !(isType && specifier === "xsdsmith/generator")) exports.set(name, specifier);
    }
  }
  const files = ["README.md", ...readdirSync(join(root, "docs")).map((name) => `docs/${name}`)];
  const fragments = files.flatMap((file) => {
    const text = readFileSync(join(root, file), "utf8");
    return tablesOf(file, text).flatMap((table) => fragmentsOf(table, codeBlocks(file, text), exports));
  });
  expect(fragments.length).toBeGreaterThan(15);

  rmSync(workplace, { recursive: true, force: true });
  mkdirSync(workplace, { recursive: true });
  cpSync(join(root, "generated"), join(workplace, "generated"), { recursive: true });
  for (const [index, { modules }] of fragments.entries()) {
    for (const [option, text] of modules.entries()) writeFileSync(join(workplace, `${index}-${option}.ts`), text);
  }
  const compilerOptions = { strict: true, noEmit: true, target: "ES2022", module: "NodeNext", types: ["node"] };
  writeFileSync(join(workplace, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
  const compiled = await run(join(root, "node_modules/.bin/tsc"), ["--pretty", "false"], { cwd: workplace }).catch(
    ({ stdout }: { readonly stdout: string }) => ({ stdout }),
  );
  const errors = new Map<string, string>();
  for (const [, file = "", message = ""] of compiled.stdout.matchAll(/^(\d+-\d+)\.ts\(\d+,\d+\): (.*)$/gm)) {
    if (!errors.has(file)) errors.set(file, message);
  }

  expect(compiled.stdout === "" || errors.size > 0, compiled.stdout).toBe(true);

  const wrong = fragments.flatMap(({ place, code, modules }, index) => {
    const found = modules.map((_, option) => errors.get(`${index}-${option}`));
    if (found.includes(undefined)) return [];
    return [`${place}: \`${code}\`: ${found[0] ?? "no function named beside it takes such an option"}`];
  });
  expect(wrong).toEqual([]);
});

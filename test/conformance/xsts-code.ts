import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { bind } from "../../generator/bind/bind.js";
import { checkModel } from "../../generator/bind/check-model.js";
import type { BindingModel } from "../../generator/bind/model.js";
import { emit } from "../../generator/emit/emit.js";
import { type GeneratedFile, print } from "../../generator/print/print.js";
import { root } from "../project-root.js";
import { writeFiles } from "./generated.js";
import { runCompiler } from "./limited-compiler.js";
import { compileSuiteSchema } from "./xsts-schemas.js";
import type { Suite } from "./xsts-suite.js";

/** What came of the schemas of a suite. */
export interface CodeResult {
  /** Schemas that code was generated for. */
  readonly accepted: number;
  /** Valid schemas that are refused: what the verdicts are about, and not the code. */
  readonly refused: number;
  readonly files: number;
  /** Characters of generated code. */
  readonly size: number;
  readonly failures: readonly CodeFailure[];
}

export interface CodeFailure {
  /** The schema's file, below the suite's folder. */
  readonly main: string;
  /** TypeScript's code, that of a finding of the generator, or what became of the compiler. */
  readonly code: string;
  readonly message: string;
}

/** So many modules are compiled at a time: what loads the library once, and needs no more memory than any machine has. */
const batchModules = 400;

interface Written {
  readonly main: string;
  readonly folder: string;
}

/** The files of all valid schemas among the tests that are counted, in the order of the list. */
export function validSchemas({ tests }: Suite): readonly string[] {
  const valid = tests.filter(({ kind, expected10 }) => kind === "schema" && expected10 === "valid");
  return [...new Set(valid.map(({ main }) => main))];
}

/**
 * Generates code for schemas of a suite into a temporary folder, and type-checks it under every strict flag.
 *
 * @param onBatch - told how many of them are done, and how long the compiler took for the last ones, in milliseconds
 */
export async function checkSuiteCode(
  suite: Suite,
  mains: readonly string[],
  onBatch: (done: number, milliseconds: number) => void = () => {},
): Promise<CodeResult> {
  const out = mkdtempSync(join(tmpdir(), "xsdsmith-xsts-code-"));
  try {
    const types = await writeDeclarations(out);
    const failures: CodeFailure[] = [];
    const sum = { accepted: 0, refused: 0, files: 0, size: 0 };
    let batch: Written[] = [];
    let modules = 0;
    for (const [index, main] of mains.entries()) {
      const files = await generate(suite, main);
      if (files === undefined) sum.refused++;
      else {
        sum.accepted++;
        sum.files += files.length;
        for (const { text } of files) sum.size += text.length;
        const folder = join(out, String(index));
        writeFiles(files, folder);
        batch.push({ main, folder });
        modules += files.length;
      }
      if (modules < batchModules && index < mains.length - 1) continue;
      const started = Date.now();
      failures.push(...(await checkBatch(batch, out, types)));
      onBatch(index + 1, Date.now() - started);
      for (const { folder } of batch) rmSync(folder, { recursive: true, force: true });
      batch = [];
      modules = 0;
    }
    return { ...sum, failures };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** The declarations that generated code imports, as they are published. */
async function writeDeclarations(out: string): Promise<string> {
  const types = join(out, "types");
  await promisify(execFile)(process.execPath, [
    join(root, "node_modules/typescript/bin/tsc"),
    ...["-p", join(root, "src"), "--emitDeclarationOnly", "--outDir", types],
  ]);
  writeFileSync(join(out, "package.json"), JSON.stringify({ type: "module" }));
  return join(types, "src/codegen.d.ts");
}

/**
 * The pipeline of `generateFiles`, with locations for hints, as the verdicts take them.
 *
 * @returns `undefined` for a schema that is refused
 */
async function generate(suite: Suite, main: string): Promise<readonly GeneratedFile[] | undefined> {
  const model = await bindSuiteSchema(suite, main);
  return model && print(emit(model));
}

/** What code for a schema of a suite is made of; `undefined` for a schema that is refused. */
export async function bindSuiteSchema(suite: Suite, main: string): Promise<BindingModel | undefined> {
  const compiled = await compileSuiteSchema([join(suite.folder, main)]);
  if ("code" in compiled) return undefined;
  const { loaded, schemas } = compiled;
  const entries = loaded.entries.map(({ file, root: element }) => ({
    file,
    targetNamespace: element.attributes.find(({ name }) => name.localName === "targetNamespace")?.value ?? "",
  }));
  const services = { bindings: [], services: [] };
  const { model, findings } = bind(entries, schemas, services, {});
  const [error] = findings.filter(({ severity }) => severity === undefined);
  if (error !== undefined) throw new Error(`${main}: ${error.code}: ${error.message}`);
  checkModel(model);
  return model;
}

/** Halves a batch that the compiler does not get done with, so that the schema that is to blame is known. */
async function checkBatch(batch: readonly Written[], out: string, types: string): Promise<readonly CodeFailure[]> {
  if (batch.length === 0) return [];
  const lines = await compile(batch, out, types);
  if (typeof lines !== "string") return lines.map((line) => failureOf(line, batch, out));
  const [only, another] = batch;
  if (only !== undefined && another === undefined) return [{ main: only.main, code: lines, message: "" }];
  const half = batch.length >> 1;
  const first = await checkBatch(batch.slice(0, half), out, types);
  return [...first, ...(await checkBatch(batch.slice(half), out, types))];
}

/** The compiler's errors, a line each; a text where it came to no end. */
async function compile(batch: readonly Written[], out: string, types: string): Promise<readonly string[] | string> {
  const config = {
    compilerOptions: {
      ...{ target: "ES2022", lib: ["ES2023"], types: [], module: "NodeNext", moduleResolution: "NodeNext" },
      ...{ strict: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true, noImplicitOverride: true },
      ...{ noPropertyAccessFromIndexSignature: true, noUnusedLocals: true, noUnusedParameters: true },
      ...{ isolatedModules: true, verbatimModuleSyntax: true, declaration: true, isolatedDeclarations: true },
      ...{ erasableSyntaxOnly: true, skipLibCheck: true, noEmit: true },
      paths: { "xsdsmith/codegen": [types] },
    },
    include: batch.map(({ folder }) => `${folder}/*.ts`),
  };
  const project = join(out, "tsconfig.json");
  mkdirSync(out, { recursive: true });
  writeFileSync(project, JSON.stringify(config));
  const lines = await runCompiler(project, ["--singleThreaded"]);
  return typeof lines === "string" ? lines : lines.filter((line) => line.includes("error TS"));
}

function failureOf(line: string, batch: readonly Written[], out: string): CodeFailure {
  const {
    1: index = "",
    2: place = "",
    3: code = "",
    4: message = "",
  } = /^(?:.*\/)?(\d+)\/([^/]*): error (TS\d+): (.*)$/.exec(line) ?? [];
  const { main } = batch.find(({ folder }) => folder === join(out, index)) ?? { main: "?" };
  return { main, code: code === "" ? "?" : code, message: code === "" ? line : `${place}: ${message}` };
}

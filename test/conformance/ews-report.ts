import { execFile } from "node:child_process";
import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { generateFiles } from "../../generator/generate.js";
import { nodeFiles } from "../../generator/load/node-files.js";
import { type Compiler, compilers, compileWith, flagsOf, installCompilers } from "./compilers.js";
import { writeFiles } from "./generated.js";

const run = promisify(execFile);

/** Prints what each TypeScript says of the code of every version of the Exchange schemas, and what it costs it. */
export async function ewsReport(): Promise<boolean> {
  const root = process.cwd();
  const folder = join(root, "../shared/data/ews");
  if (!existsSync(folder)) {
    console.log("skipped: there is no ../shared/data/ews");
    return true;
  }
  await installCompilers();
  const types = join(root, "dist/.ews-types");
  await run(join(root, "node_modules/.bin/tsc"), ["-p", join(root, "src"), "--emitDeclarationOnly", "--outDir", types]);
  console.log(row("schemas", "kB", "generation", "TypeScript", "errors", "instantiations", "time"));
  let good = true;
  for (const version of readdirSync(folder).filter((name) => existsSync(join(folder, name, "services.wsdl")))) {
    const started = Date.now();
    const options = { ...nodeFiles(join(folder, version)), allow: ["cos-nonambig"] };
    const { files } = await generateFiles(["services.wsdl"], options);
    const generation = `${Date.now() - started} ms`;
    const out = join(root, "dist/.ews", version);
    rmSync(out, { recursive: true, force: true });
    writeFiles(files, out);
    const size = Math.round(files.reduce((sum, { text }) => sum + text.length, 0) / 1000);
    for (const compiler of compilers) {
      const { errors, instantiations, time } = await check(compiler, out, types);
      if (errors > 0) good = false;
      console.log(row(version, size, generation, compiler, errors, instantiations, time));
    }
  }
  return good;
}

function row(...cells: readonly (string | number)[]): string {
  return cells.map((cell, index) => (index === 0 ? String(cell).padEnd(14) : String(cell).padStart(15))).join("");
}

async function check(
  compiler: Compiler,
  out: string,
  types: string,
): Promise<{ readonly errors: number; readonly instantiations: string; readonly time: string }> {
  const config = {
    compilerOptions: {
      ...{ target: "ES2022", lib: ["ES2023"], types: [], module: "NodeNext", moduleResolution: "NodeNext" },
      ...{ strict: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true, noImplicitOverride: true },
      ...{ noPropertyAccessFromIndexSignature: true, noUnusedLocals: true, noUnusedParameters: true },
      ...{ isolatedModules: true, verbatimModuleSyntax: true, declaration: true, isolatedDeclarations: true },
      ...{ skipLibCheck: true, noEmit: true },
      ...flagsOf(compiler),
      paths: { "xsdsmith/codegen": [join(types, "src/codegen.d.ts")] },
    },
    include: ["*.ts"],
  };
  writeFileSync(join(out, "tsconfig.json"), JSON.stringify(config));
  const stdout = await compileWith(compiler, out);
  const value = (name: string) => new RegExp(`^${name}:\\s+(\\S+)`, "m").exec(stdout)?.[1] ?? "?";
  return {
    errors: stdout.match(/error TS\d+/g)?.length ?? 0,
    instantiations: value("Instantiations"),
    time: value("Total time"),
  };
}

import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import type { GeneratedFile } from "../../generator/print/print.js";
import type { Codec } from "./codec.js";
import { runCompiler } from "./limited-compiler.js";

/** Writes generated files into a folder. */
export function writeFiles(files: readonly GeneratedFile[], out: string): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), text);
  }
}

/** The generated modules and the runtime as one module: they share what they compare by identity. */
export async function buildCodec(out: string, root: string): Promise<Codec> {
  const modules = readdirSync(out).filter((name) => name.endsWith(".ts"));
  const imports = modules.map((name, index) => `import * as m${index} from "./${name.replace(/\.ts$/, ".js")}";`);
  const codec = JSON.stringify(join(root, "test/conformance/codec.ts"));
  const names = modules.map((_, index) => `m${index}`).join(", ");
  const entry = join(out, "codec.mjs");
  await build({
    stdin: {
      contents: `${imports.join("\n")}\nimport { newCodec } from ${codec};\nexport const codec = newCodec([${names}]);`,
      resolveDir: out,
    },
    outfile: entry,
    bundle: true,
    platform: "node",
    format: "esm",
    conditions: ["@xsdsmith/source"],
    alias: { "xsdsmith/codegen": join(root, "src/codegen.ts") },
    logLevel: "warning",
  });
  const { codec: made }: { codec: Codec } = await import(pathToFileURL(entry).href);
  return made;
}

/**
 * Type-checks generated files under every strict flag.
 *
 * @param out - a folder inside of the project, so that they find its `xsdsmith/codegen`
 * @returns what the compiler says, line by line; nothing where it is content
 */
export async function typeCheck(out: string, root: string, args: readonly string[] = []): Promise<readonly string[]> {
  const config = {
    extends: join(root, "test/features/tsconfig.json"),
    compilerOptions: { rootDir: root },
    include: ["**/*.ts"],
    exclude: [],
  };
  if (readdirSync(out).length === 0) return [];
  writeFileSync(join(out, "tsconfig.json"), JSON.stringify(config));
  const lines = await runCompiler(out, args);
  return typeof lines === "string" ? [lines] : lines;
}

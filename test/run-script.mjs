// Runs a TypeScript script of test/ or bench/ from source: node test/run-script.mjs SCRIPT [arguments]
import { mkdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const [script, ...rest] = process.argv.slice(2);
if (script === undefined) {
  console.error("usage: node test/run-script.mjs SCRIPT [arguments]");
  process.exit(2);
}
const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const outdir = join(root, "dist/.scripts");
await mkdir(outdir, { recursive: true });
const outfile = join(outdir, `${basename(script, ".ts")}.${process.pid}.mjs`);
await build({
  entryPoints: [resolve(root, script)],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  conditions: ["@xsdsmith/source"],
  sourcemap: "inline",
  logLevel: "warning",
});
process.argv = [process.argv[0], outfile, ...rest];
try {
  await import(pathToFileURL(outfile).href);
} finally {
  const { rm } = await import("node:fs/promises");
  await rm(outfile, { force: true });
}

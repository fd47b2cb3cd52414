import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { playgroundPage } from "./page.js";

/** Builds the page: the worker with all that it needs as one script, put into the page. Needs esbuild. */
async function buildPlayground(): Promise<string> {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("./worker.js", import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    platform: "browser",
    target: "es2022",
    // Only what parses printed code would load it.
    external: ["ts-morph"],
  });
  return playgroundPage(outputFiles[0]?.text ?? "");
}

const file = resolve(process.argv[2] ?? "dist/playground/index.html");
const page = await buildPlayground();
await mkdir(dirname(file), { recursive: true });
await writeFile(file, page);
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;
const size = Buffer.byteLength(page);
process.stdout.write(`written ${file}: ${kilobytes(size)}, ${kilobytes(gzipSync(page).length)} gzip\n`);

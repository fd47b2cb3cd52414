import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import type { Entry } from "./entries.js";
import { instrument, listenerName } from "./instrument.js";

/**
 * Calls exported functions of a module, one after the other, while every function of the files that it imports tells when
 * it is entered; gives the entries of each call.
 */
export async function traceCalls(
  folder: string,
  module: string,
  calls: readonly string[],
): Promise<readonly (readonly Entry[])[]> {
  const place = await mkdtemp(join(tmpdir(), "xsdsmith-trace-"));
  try {
    const outfile = join(place, "traced.mjs");
    await build({
      stdin: { contents: module, resolveDir: folder, loader: "ts" },
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      conditions: ["@xsdsmith/source"],
      logLevel: "warning",
      plugins: [instrumented(folder)],
    });
    const traced: Readonly<Record<string, unknown>> = await import(pathToFileURL(outfile).href);
    return calls.map((name) => entriesOf(traced[name]));
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

function instrumented(folder: string): Plugin {
  return {
    name: "instrumented",
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const file = relative(folder, path).split(sep).join("/");
        return { contents: instrument(file, await readFile(path, "utf8")), loader: "ts" };
      });
    },
  };
}

function entriesOf(call: unknown): readonly Entry[] {
  if (typeof call !== "function") throw new TypeError(`the module exports no such function: ${String(call)}`);
  const entries: Entry[] = [];
  Reflect.set(globalThis, listenerName, (entry: Entry) => entries.push(entry));
  try {
    call();
  } finally {
    Reflect.deleteProperty(globalThis, listenerName);
  }
  return entries;
}

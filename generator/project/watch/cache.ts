import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Issue } from "../../../src/errors.js";
import { decodeDocument } from "../../load/decode.js";
import type { ReadFile } from "../../load/files.js";
import { displayName } from "../../load/location.js";
import { nodeFiles } from "../../load/node-files.js";
import type { GenerateResult } from "../../options.js";
import type { Summary } from "../../summary.js";
import type { Target } from "../../write/write.js";

/** What is kept of a run: what it read and what it wrote, by content. */
interface Kept {
  /** URI → hash, `null` for a file that is not there. */
  readonly read: Readonly<Record<string, string | null>>;
  /** Path relative to the working directory → hash. */
  readonly written: Readonly<Record<string, string>>;
  readonly issues: readonly Issue[];
  readonly notes: readonly Issue[];
  readonly summary: Summary;
}

/** The memory of one project. */
export interface Cache {
  /** The result of the last run, if nothing that it read or wrote has changed since. */
  find(): Promise<GenerateResult | undefined>;
  /** Reads files and remembers what was in them. */
  record(readFile: ReadFile): ReadFile;
  keep(result: GenerateResult): Promise<void>;
}

/** The folder that tools keep such things in; `undefined` where a project has no packages. */
export function cacheFolder(folder: string): string | undefined {
  return existsSync(join(folder, "node_modules")) ? join(folder, "node_modules", ".cache", "xsdsmith") : undefined;
}

/** @param options - all that the result depends on besides files; plain data */
export async function openCache(folder: string, target: Target, options: unknown): Promise<Cache> {
  const key = hash(JSON.stringify([await codeFingerprint(), target, options]));
  const file = join(folder, `${key.slice(0, 32)}.json`);
  const { base, readFile: readLocal } = nodeFiles(target.cwd);
  const read = new Map<string, string | null>();
  return {
    record: (readFile) => async (uri) => {
      const content = await readFile(uri);
      read.set(uri, content === undefined ? null : hash(content));
      return content;
    },
    find: async () => {
      const kept = await readKept(file);
      if (kept === undefined) return undefined;
      const sources = new Map<string, string>();
      for (const [uri, known] of Object.entries(kept.read)) {
        const content = await readLocal(uri);
        if ((content === undefined ? null : hash(content)) !== known) return undefined;
        const text = typeof content === "object" ? decodeDocument(content) : content;
        if (typeof text === "string") sources.set(displayName(uri, base), text);
      }
      const files: GenerateResult["files"][number][] = [];
      for (const [path, known] of Object.entries(kept.written)) {
        const absolute = join(target.cwd, path);
        const text = existsSync(absolute) ? await readFile(absolute, "utf8") : undefined;
        if (text === undefined || hash(text) !== known) return undefined;
        files.push({ path, text, status: "unchanged" });
      }
      const { issues, notes, summary } = kept;
      return { files, parsed: true, issues, notes, summary, sources };
    },
    keep: async ({ files, issues, notes, summary }) => {
      const written = Object.fromEntries(files.map(({ path, text }) => [path, hash(text)]));
      const kept: Kept = { read: Object.fromEntries(read), written, issues, notes, summary };
      await mkdir(folder, { recursive: true });
      // Moved into its place: two runs at once must not mix.
      await writeFile(`${file}.${process.pid}`, JSON.stringify(kept));
      await rename(`${file}.${process.pid}`, file);
    },
  };
}

async function readKept(file: string): Promise<Kept | undefined> {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(await readFile(file, "utf8")) as Kept;
  } catch {
    // Broken off: as if it were not there.
    return undefined;
  }
}

function hash(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

let fingerprint: Promise<string> | undefined;

/** Changes with the code that runs: a generator that was mended must not answer from its memory. */
function codeFingerprint(): Promise<string> {
  // What is built has folders of the same names, and this code is in one of them.
  const up = import.meta.url.endsWith(".ts") ? "../.." : "..";
  return (fingerprint ??= fingerprintOf(resolve(dirname(fileURLToPath(import.meta.url)), up)));
}

async function fingerprintOf(home: string): Promise<string> {
  const parts: string[] = [];
  for (const folder of ["generator", "src", "chunks"].map((name) => join(home, name))) {
    if (!existsSync(folder)) continue;
    const names = await readdir(folder, { recursive: true });
    const files = names.filter((name) => /\.[mc]?[jt]s$/.test(name)).sort();
    const stats = await Promise.all(files.map((name) => stat(join(folder, name))));
    for (const [index, name] of files.entries()) {
      parts.push(`${relative(home, join(folder, name))} ${stats[index]?.size} ${stats[index]?.mtimeMs}`);
    }
  }
  return hash(parts.join("\n"));
}

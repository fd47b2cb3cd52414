import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import type { Difference, ResultFile } from "../options.js";
import type { GeneratedFile } from "../print/print.js";

/** Where files go: a folder, and what their paths are shown relative to. */
export interface Target {
  readonly cwd: string;
  readonly out: string;
}

/**
 * Puts files into the output folder, all or none: each is written beside its place first, then all are moved. A file
 * that is already as it should be is left alone.
 */
export async function write(files: readonly GeneratedFile[], target: Target): Promise<readonly ResultFile[]> {
  const compared = await Promise.all(files.map((file) => lookUp(file, target)));
  const moves: { readonly from: string; readonly to: string }[] = [];
  try {
    for (const { path, text, found } of compared) {
      if (isSame(found, text)) continue;
      const to = resolve(target.cwd, path);
      const from = `${to}.${process.pid}.tmp`;
      await mkdir(dirname(to), { recursive: true });
      moves.push({ from, to });
      await writeFile(from, text);
    }
    for (const { from, to } of moves) await rename(from, to);
  } finally {
    for (const { from } of moves) await rm(from, { force: true });
  }
  return compared.map(({ path, text, found }) => ({
    path,
    text,
    status: isSame(found, text) ? "unchanged" : "written",
  }));
}

/** Compares files with what is in the output folder. */
export async function compare(files: readonly GeneratedFile[], target: Target): Promise<readonly ResultFile[]> {
  const compared = await Promise.all(files.map((file) => lookUp(file, target)));
  return compared.map(({ path, text, found }) => {
    if (found === undefined) return { path, text, status: "missing" };
    if (isSame(found, text)) return { path, text, status: "unchanged" };
    return { path, text, status: "different", difference: firstDifference(found, text) };
  });
}

/** A file with its path as people see it, and what stands there now. */
async function lookUp(
  { path, text }: GeneratedFile,
  { cwd, out }: Target,
): Promise<GeneratedFile & { readonly found: string | undefined }> {
  const absolute = join(resolve(cwd, out), path);
  return { path: relative(cwd, absolute), text, found: await readIfThere(absolute) };
}

/** Line ends are the version control's business: a checkout may have turned them. */
function isSame(found: string | undefined, expected: string): boolean {
  return found === expected || (found?.includes("\r\n") === true && found.replaceAll("\r\n", "\n") === expected);
}

function firstDifference(found: string, expected: string): Difference | undefined {
  const foundLines = found.split(/\r?\n/);
  const expectedLines = expected.split("\n");
  const count = Math.max(foundLines.length, expectedLines.length);
  for (let index = 0; index < count; index++) {
    if (foundLines[index] !== expectedLines[index]) {
      return { line: index + 1, found: foundLines[index], expected: expectedLines[index] };
    }
  }
  return undefined;
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

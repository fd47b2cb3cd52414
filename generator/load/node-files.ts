import { readFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ReadFile } from "./files.js";

/** The files of this machine, entries relative to a directory (the working directory by default). */
export function nodeFiles(directory: string = process.cwd()): { base: string; readFile: ReadFile } {
  return { base: pathToFileURL(`${directory}/`).href, readFile: readLocal };
}

async function readLocal(uri: string): Promise<Uint8Array | undefined> {
  if (!uri.startsWith("file:")) return undefined;
  try {
    return await readFile(fileURLToPath(uri));
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) {
      return undefined;
    }
    throw error;
  }
}

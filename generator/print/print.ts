import type { EmittedFile } from "../emit/emit.js";

/** A file as it will stand in the output folder. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/** Prints files: their statements, one behind the other. */
export function print(files: readonly EmittedFile[]): readonly GeneratedFile[] {
  return files.map(({ path, statements }) => ({ path, text: `${statements.join("\n").trimEnd()}\n` }));
}

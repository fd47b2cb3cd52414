import type { EmittedFile } from "../emit/emit.js";

/** A file as it will stand in the output folder. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Prints structures as TypeScript: one source file each, in memory, made in one call and not touched afterwards. ts-morph
 * is loaded here only, and only when there is something to print.
 *
 * @throws Error where ts-morph is not installed
 */
export async function print(files: readonly EmittedFile[]): Promise<readonly GeneratedFile[]> {
  if (files.length === 0) return [];
  const { IndentationText, NewLineKind, Project } = await import("ts-morph");
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    manipulationSettings: { indentationText: IndentationText.TwoSpaces, newLineKind: NewLineKind.LineFeed },
  });
  return files.map(({ path, structure }) => ({
    path,
    text: `${project.createSourceFile(path, structure).getFullText().trimEnd()}\n`,
  }));
}

/**
 * Reads a document by its absolute URI.
 *
 * @returns its bytes or its text; `undefined` when there is no such document
 * @throws whatever went wrong otherwise: it becomes the finding's text
 */
export type ReadFile = (uri: string) => Promise<Uint8Array | string | undefined>;

/** Files in memory, keyed by path relative to `memory:///`; for tests and browsers. */
export function memoryFiles(files: Readonly<Record<string, string | Uint8Array>>): {
  base: string;
  readFile: ReadFile;
} {
  const base = "memory:///";
  const byUri = new Map(Object.entries(files).map(([path, content]) => [new URL(path, base).href, content]));
  return { base, readFile: (uri) => Promise.resolve(byUri.get(uri)) };
}

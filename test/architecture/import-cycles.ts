import type { SourceFile } from "./source-files.js";

/** The import cycles of a set of files, each as its paths in order, once. Lazy imports make none; those of types do: files that name
 * each other cannot be read one after the other. */
export function importCycles(files: readonly Pick<SourceFile, "path" | "imports">[]): readonly (readonly string[])[] {
  const targets = new Map(
    files.map(({ path, imports }) => [path, imports.filter(({ lazy }) => !lazy).map(({ target }) => target)]),
  );
  const cycles: string[][] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (path: string): void => {
    const start = trail.indexOf(path);
    if (start !== -1) {
      cycles.push([...trail.slice(start), path]);
      return;
    }
    if (done.has(path)) return;
    trail.push(path);
    for (const target of targets.get(path) ?? []) visit(target);
    trail.pop();
    done.add(path);
  };
  for (const path of targets.keys()) visit(path);
  return cycles;
}

import type { SourceFile } from "./source-files.js";

/** The import cycles of a set of files, each as its paths in order, once. Lazy and type-only imports make none. */
export function importCycles(files: readonly Pick<SourceFile, "path" | "imports">[]): readonly (readonly string[])[] {
  const targets = new Map(
    files.map(({ path, imports }) => [
      path,
      imports.filter(({ lazy, typeOnly }) => !lazy && !typeOnly).map(({ target }) => target),
    ]),
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

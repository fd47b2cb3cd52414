import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { root } from "../project-root.js";

interface Manifest {
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

/** The entry points of the package: the subpath after `xsdsmith` (`./um`) to the source file (`src/um/index.ts`). */
export function entryPoints(): ReadonlyMap<string, string> {
  const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Manifest;
  const found = new Map<string, string>();
  for (const [subpath, conditions] of Object.entries(exports)) {
    const file = typeof conditions === "string" ? undefined : conditions["@xsdsmith/source"];
    if (file !== undefined) found.set(subpath, posix.normalize(file));
  }
  return found;
}

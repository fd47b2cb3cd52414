import { createRequire } from "node:module";

/** The version of the package that runs. */
export function packageVersion(): string {
  // By the package's own name: the sources and dist lie at different depths below it.
  const { version } = createRequire(import.meta.url)("xsdsmith/package.json") as { readonly version: string };
  return version;
}

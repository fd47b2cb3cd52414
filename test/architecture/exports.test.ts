import { expect, it } from "vitest";
import { entryPoints } from "./entry-points.js";
import { unusedExports } from "./exported-names.js";
import { readSourceFiles } from "./source-files.js";

it("every export is one that the package itself takes or gives on: what only tests import is none", () => {
  const files = readSourceFiles("src", "generator");
  const users = [...files, ...readSourceFiles("generated", "bench")];
  const unused = unusedExports(files, users, new Set(entryPoints().values()));
  expect(unused.map(({ place, name }) => `${place}: ${name}`)).toEqual([]);
});

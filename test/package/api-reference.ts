import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { entryPoints } from "../architecture/entry-points.js";
import { root } from "../project-root.js";
import { isDocumented } from "./api-report.js";
import { readEntryDeclarations } from "./declarations.js";
import { run } from "./install.js";

/**
 * `npm run docs:api`: the API reference, by TypeDoc, into `.cache/api`; fails on a warning of TypeDoc's and on an export
 * without documentation.
 *
 * TypeDoc needs the compiler as a library, which TypeScript 7 is not: it stands in a folder of its own, beside the
 * version of TypeScript that it takes.
 */
const packages = ["typedoc@0.28.20", "typescript@6.0.3"];

const home = join(root, ".cache", "typedoc");
const out = join(root, ".cache", "api");
const typedoc = join(home, "node_modules", "typedoc", "bin", "typedoc");
mkdirSync(home, { recursive: true });
if (!existsSync(typedoc)) {
  writeFileSync(join(home, "package.json"), JSON.stringify({ private: true }));
  await run("npm", ["install", "--no-save", "--prefix", home, ...packages]);
}
// What is published: the declarations that the build wrote.
const declarations = [...entryPoints().values()].map((file) => join(root, "dist", file.replace(/\.ts$/, ".d.ts")));
const tsconfig = join(home, "tsconfig.json");
const compilerOptions = {
  target: "ES2022",
  module: "NodeNext",
  strict: true,
  skipLibCheck: true,
  types: ["node"],
  typeRoots: [join(root, "node_modules", "@types")],
};
writeFileSync(tsconfig, JSON.stringify({ compilerOptions, files: declarations }));
const options = {
  name: "xsdsmith",
  entryPoints: declarations,
  tsconfig,
  out,
  readme: "none",
  disableSources: true,
  githubPages: false,
  hideGenerator: true,
  // The names that other files of the project use among themselves are not part of the reference.
  validation: { notExported: false, invalidLink: true, notDocumented: true },
  plugin: [join(root, "test/package/typedoc-plugin.mjs")],
  // The interface of the same name is documented.
  intentionallyNotDocumented: documentedElsewhere(),
  requiredToBeDocumented: ["Class", "Function", "Interface", "TypeAlias", "Variable"],
  treatWarningsAsErrors: true,
};
writeFileSync(join(home, "typedoc.json"), JSON.stringify(options));
await run(process.execPath, [typedoc, "--options", join(home, "typedoc.json")]).then(
  ({ stdout }) => console.log(stdout.trimEnd()),
  ({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }) => {
    console.error(`${stdout}${stderr}`.trimEnd());
    process.exitCode = 1;
  },
);

/** The constants whose documentation stands at the type of the same name, as generated code has it. */
function documentedElsewhere(): readonly string[] {
  const module = (specifier: string): string => (specifier === "xsdsmith/generator" ? "generator" : specifier);
  return readEntryDeclarations().entries.flatMap(({ specifier, exports }) =>
    exports
      .filter(({ typeOnly }) => !typeOnly)
      .filter(({ declarations }) => declarations.length > 1 && declarations.some((one) => !isDocumented(one)))
      .filter(({ declarations }) => declarations.some(isDocumented))
      .map(({ name }) => `${module(specifier)}.${name}`),
  );
}

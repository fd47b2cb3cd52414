import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { installPacked } from "../package/install.js";
import { root } from "../project-root.js";
import { compilers, compileWith, flagsOf, installCompilers } from "./compilers.js";

interface Project {
  readonly name: string;
  readonly compilerOptions: Readonly<Record<string, unknown>>;
  readonly include: readonly string[];
}

const strict = {
  noEmit: true,
  target: "ES2022",
  module: "NodeNext",
  moduleResolution: "NodeNext",
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noImplicitOverride: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
};
const browser = ["ES2022", "DOM", "DOM.Iterable", "DOM.AsyncIterable"];

/** How users see the package; all of it stands in one folder, where nothing but the package and Node's types is installed. */
const projects: readonly Project[] = [
  {
    name: "declarations, ES2022",
    compilerOptions: { ...strict, skipLibCheck: false, lib: browser, types: [] },
    include: ["browser.ts"],
  },
  {
    name: "declarations, ESNext",
    compilerOptions: { ...strict, skipLibCheck: false, lib: ["ESNext", ...browser.slice(1)], types: [] },
    include: ["browser.ts"],
  },
  {
    name: "declarations, Node",
    compilerOptions: { ...strict, skipLibCheck: false, lib: ["ES2023"], types: ["node"] },
    include: ["browser.ts", "node.ts"],
  },
  // It refers to ts-morph, whose own declarations need TypeScript 5.6.
  {
    name: "…, generator",
    compilerOptions: { ...strict, skipLibCheck: true, lib: ["ES2023"], types: ["node"] },
    include: ["generator.ts"],
  },
  {
    name: "generated/",
    compilerOptions: {
      ...{ ...strict, skipLibCheck: true, lib: ["ES2022"], types: [] },
      ...{ declaration: true, isolatedDeclarations: true },
    },
    include: ["generated/*.ts"],
  },
  {
    name: "test/types",
    compilerOptions: {
      ...{ ...strict, skipLibCheck: true, lib: browser, types: [], noUnusedLocals: false },
      paths: { vitest: [join(root, "node_modules/expect-type/dist/index.d.ts")] },
    },
    include: ["test/types/*.ts"],
  },
];

/**
 * Prints how many errors each compiler finds in the published declarations, in generated code and in the tests of types.
 *
 * @returns whether there is none
 */
export async function typescriptReport(): Promise<boolean> {
  await installCompilers();
  const installed = await installPacked();
  try {
    layOut(installed.project, Object.keys(readManifest().exports));
    console.log(row("TypeScript", ...projects.map(({ name }) => name)));
    const said = new Set<string>();
    for (const compiler of compilers) {
      const counts: number[] = [];
      for (const { compilerOptions, include } of projects) {
        const config = { compilerOptions: { ...compilerOptions, ...flagsOf(compiler) }, include };
        writeFileSync(join(installed.project, "tsconfig.json"), JSON.stringify(config));
        const lines = (await compileWith(compiler, installed.project)).split("\n");
        const errors = lines.filter((line) => line.includes("error TS"));
        for (const error of errors) said.add(`${compiler}: ${error}`);
        counts.push(errors.length);
      }
      console.log(row(compiler, ...counts));
    }
    for (const error of said) console.log(error);
    return said.size === 0;
  } finally {
    installed.remove();
  }
}

function layOut(project: string, subpaths: readonly string[]): void {
  writeFileSync(join(project, "package.json"), JSON.stringify({ type: "module" }));
  mkdirSync(join(project, "node_modules/@types"), { recursive: true });
  // Beside Node's types the peer that generating code needs.
  for (const name of ["@types/node", "undici-types", "ts-morph", "@ts-morph"]) {
    symlinkSync(join(root, "node_modules", name), join(project, "node_modules", name));
  }
  const needNode = new Set(["./node", "./um/testing"]);
  const imports = (subpath: string, index: number): string =>
    `export * as e${index} from "${subpath.replace(/^\./, "xsdsmith")}";\n`;
  const modules = subpaths.filter((subpath) => !["./package.json", "./generator"].includes(subpath));
  writeFileSync(
    join(project, "browser.ts"),
    modules
      .filter((subpath) => !needNode.has(subpath))
      .map(imports)
      .join(""),
  );
  writeFileSync(
    join(project, "node.ts"),
    modules
      .filter((subpath) => needNode.has(subpath))
      .map(imports)
      .join(""),
  );
  writeFileSync(join(project, "generator.ts"), imports("./generator", 0));
  cpSync(join(root, "generated"), join(project, "generated"), { recursive: true });
  mkdirSync(join(project, "test/types"), { recursive: true });
  for (const name of readdirSync(join(root, "test/types")).filter((name) => /^[\w-]+\.ts$/.test(name))) {
    cpSync(join(root, "test/types", name), join(project, "test/types", name));
  }
}

function readManifest(): { readonly exports: Readonly<Record<string, unknown>> } {
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as ReturnType<typeof readManifest>;
}

function row(...cells: readonly (string | number)[]): string {
  return cells.map((cell, index) => (index === 0 ? String(cell).padEnd(12) : String(cell).padStart(22))).join("");
}

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ts } from "ts-morph";
import { describe, expect, it } from "vitest";
import type { Command } from "../../generator/cli/command.js";
import { commands } from "../../generator/cli/commands.js";
import { entryPoints } from "../architecture/entry-points.js";
import { nodes, readSourceFiles } from "../architecture/source-files.js";
import { root } from "../project-root.js";
import {
  camelCaseWords,
  namedCommands,
  namedEntryPoints,
  namedOptions,
  namedPaths,
  namedProperties,
  namedScripts,
} from "./named-things.js";
import { codeSpans, type Prose, pageProse, sourceProse } from "./prose.js";
import { tablesOf } from "./tables.js";

const texts = [
  ...readdirSync(root).filter((name) => name.endsWith(".md")),
  ...readdirSync(join(root, "docs")).map((name) => `docs/${name}`),
  "schemas/README.md",
].map((file) => [file, readFileSync(join(root, file), "utf8")] as const);
const pages = texts.flatMap(([file, text]) => pageProse(file, text));

const sources = readSourceFiles("src", "generator");
const own = [...pages, ...sources.flatMap(sourceProse)];
const scripts = readSourceFiles("test", "bench").flatMap(sourceProse);

function missing<Named>(
  texts: readonly Prose[],
  find: (prose: Prose) => readonly Named[],
  isThere: (named: Named, prose: Prose) => boolean,
): readonly string[] {
  const found = texts.flatMap((prose) => find(prose).map((named) => ({ named, prose })));
  expect(found.length, "nothing was looked at").toBeGreaterThan(10);
  return found
    .filter(({ named, prose }) => !isThere(named, prose))
    .map(({ named, prose }) => `${prose.place}: ${typeof named === "string" ? named : JSON.stringify(named)}`);
}

/** Whether a name is one of a package that we write calls for, or say how we differ from. */
function ofOthers(name: string): boolean {
  return new RegExp(`^\\s+${name}\\??:`, "m").test(declarationsOfOthers);
}
const declarationsOfOthers = ["fast-xml-parser/src/fxp.d.ts", "fast-check/lib/fast-check.d.ts"]
  .map((file) => readFileSync(join(root, "node_modules", file), "utf8"))
  .join("\n");

const wordsOf = ({ words }: Command): string => words.join(" ");

describe("what texts name is there:", () => {
  it("commands", () => {
    /** What follows the tool's name where it begins a sentence. */
    const sentences = new Set(["finds", "playground"]);
    const known = new Set(commands.flatMap((command) => [wordsOf(command), command.words[0]]));
    // `xsdsmith um` and `xsdsmith COMMAND --help` stand for many.
    expect(missing(own, namedCommands, (name) => known.has(name) || sentences.has(name))).toEqual([]);
  });

  it("options of commands", () => {
    const general = ["--help", "--version"];
    const optionsOf = (some: readonly Command[]): ReadonlySet<string> =>
      new Set([...some.flatMap(({ options }) => Object.keys(options).map((name) => `--${name}`)), ...general]);
    const all = optionsOf(commands);
    // What a command's own file says without naming a command is of that command.
    const ofFile = new Map(
      sources.map(({ path, text }) => {
        const words = [...text.matchAll(/^ +words: \[(.*)\],$/gm)].map(([, list = ""]) => list.replace(/"|,/g, ""));
        return [path, words.length === 0 ? all : optionsOf(commands.filter((one) => words.includes(wordsOf(one))))];
      }),
    );
    expect(
      missing(own, namedOptions, ({ option, command }, { file, kind }) => {
        const some = commands.filter((one) => wordsOf(one) === command);
        if (some.length > 0) return optionsOf(some).has(option);
        return (kind === "says" ? (ofFile.get(file) ?? all) : all).has(option);
      }),
    ).toEqual([]);
  });

  it("options of functions", () => {
    const members = new Set<string>();
    for (const { tree } of sources) {
      for (const node of nodes(tree)) {
        if (ts.isPropertySignature(node) || ts.isMethodSignature(node)) members.add(node.name.getText(tree));
      }
    }
    const isThere = (name: string) => members.has(name) || ofOthers(name);
    expect(missing(own, namedProperties, isThere)).toEqual([]);
    const heads = /^(option|key|limit)$/;
    const rows = texts.flatMap(([file, text]) =>
      tablesOf(file, text).filter(({ headers: [head = ""] }) => heads.test(head)),
    );
    const listed = rows.flatMap(({ rows: each }) =>
      each.flatMap(({ place, cells: [first] }) =>
        codeSpans(first?.text ?? "")
          .filter((span) => /^\w+$/.test(span))
          .map((name) => ({ place, name })),
      ),
    );
    expect(listed.length).toBeGreaterThan(10);
    expect(listed.filter(({ name }) => !members.has(name))).toEqual([]);
  });

  it("all else in camel case that a program says", () => {
    const declared = new Set<string>();
    for (const { tree } of [...sources, ...readSourceFiles("generated")]) {
      for (const node of nodes(tree)) {
        const isName = ts.isIdentifier(node) && "name" in node.parent && node.parent.name === node;
        if (isName) declared.add(node.text);
      }
    }
    expect(missing(own, camelCaseWords, (name) => declared.has(name) || ofOthers(name))).toEqual([]);
  });

  it("files and folders", () => {
    /** Where users of the examples keep their code. */
    const ofUsers = /^src\/(generated|orders|um)\b/;
    const files = ["src", "generator", "test", "bench", "docs"].flatMap((top) =>
      readdirSync(join(root, top), { recursive: true, encoding: "utf8" }).map((name) => join(top, name)),
    );
    const isThere = (path: string): boolean => {
      if (!path.includes("*")) return [path, `${path}.ts`].some((one) => existsSync(join(root, one)));
      const pattern = path.replace(/[.]/g, "\\.").replace(/\*+/g, "[^/]+").replace(/\/$/, "");
      return files.some((file) => new RegExp(`^${pattern}$`).test(file));
    };
    expect(missing([...own, ...scripts], namedPaths, (path) => ofUsers.test(path) || isThere(path))).toEqual([]);
  });

  it("entry points", () => {
    const known = new Set(entryPoints().keys());
    expect(missing(own, namedEntryPoints, (subpath) => known.has(subpath))).toEqual([]);
  });

  it("scripts of npm, and what they are told to do", () => {
    const known = (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly scripts: object })
      .scripts;
    const tables: Readonly<Record<string, string>> = {
      conformance: "test/conformance/main.ts",
      bench: "bench/main.ts",
      interop: "test/interop/main.ts",
    };
    expect(
      missing([...own, ...scripts], namedScripts, ({ script, part }) => {
        if (!Object.hasOwn(known, script)) return false;
        const table = tables[script];
        if (part === undefined || table === undefined) return true;
        return new RegExp(`^ +(?:async )?"?${part}"?[:(]`, "m").test(readFileSync(join(root, table), "utf8"));
      }),
    ).toEqual([]);
  });
});

describe("what a text names is found:", () => {
  const says = (text: string): Prose => ({ place: "a.ts:1", file: "src/a.ts", kind: "says", text });
  const page = (text: string): Prose => ({ place: "README.md:1", file: "README.md", kind: "page", text });

  it("in errors", () => {
    expect(namedCommands(says("run xsdsmith generate without --check, or xsdsmith um call"))).toEqual([
      "generate",
      "um call",
    ]);
    expect(namedOptions(says("no endpoint: --endpoint URL; xsdsmith um call --at takes one"))).toEqual([
      { option: "--endpoint", command: undefined },
      { option: "--at", command: "um call" },
    ]);
    expect(namedOptions(says("npm install --save-dev ts-morph"))).toEqual([]);
    expect(namedProperties(says("too long; the option maxLength allows more"))).toEqual(["maxLength"]);
    expect(namedProperties(says("the options layout and sink exclude each other"))).toEqual(["layout", "sink"]);
    expect(namedProperties(says('reads it with validation: "off"'))).toEqual(["validation"]);
    expect(camelCaseWords(says("give trustedHosts, not .dotted or @paramName"))).toEqual(["trustedHosts"]);
  });

  it("on pages, where prose is not code", () => {
    expect(namedCommands(page("xsdsmith reads it: `xsdsmith validate`"))).toEqual(["validate"]);
    expect(namedOptions(page("`xsdsmith sample --seed 1` -- or `--seed`"))).toEqual([
      { option: "--seed", command: "sample" },
      { option: "--seed", command: undefined },
    ]);
    expect(namedProperties(page("The option `limits`, and the `trust` option"))).toEqual(["limits", "trust"]);
    expect(namedPaths(page("see docs/um.md, or `src/datatypes/facet-NAME.ts`."))).toEqual([
      "docs/um.md",
      "src/datatypes/facet-*.ts",
    ]);
    expect(namedEntryPoints(page("`xsdsmith/um/testing`, not xsdsmith/config.json"))).toEqual(["./um/testing"]);
    expect(namedScripts(page("`npm run bench -- validate`, then npm test"))).toEqual([
      { script: "bench", part: "validate" },
      { script: "test", part: undefined },
    ]);
  });
});

import { basename } from "node:path";
import { ts } from "ts-morph";
import { describe, expect, it } from "vitest";
import { entryPoints } from "./architecture/entry-points.js";
import { importCycles } from "./architecture/import-cycles.js";
import { covers, importRules, ruleFor } from "./architecture/import-rules.js";
import { nodes, place, readSourceFiles, type SourceFile } from "./architecture/source-files.js";

const source = readSourceFiles("src", "generator", "generated");
const own = source.filter(({ path }) => !path.startsWith("generated/"));
const written = [...own, ...readSourceFiles("test")];

/** Files over 450 lines, each with the reason why it is one file. */
const longFiles: ReadonlyMap<string, string> = new Map();

function found(files: readonly SourceFile[], find: (node: ts.Node) => boolean): readonly string[] {
  return files.flatMap((file) => [...nodes(file.tree)].filter(find).map((node) => place(file, node)));
}

describe("imports", () => {
  it("stay within the table", () => {
    const violations = source.flatMap((file) => {
      const rule = ruleFor(file.path);
      if (rule === undefined) return [`${file.path}: no row of the table covers it`];
      const home = rule.files.filter((entry) => /[/*]$/.test(entry) && covers(entry, file.path));
      return file.imports
        .filter(({ target, typeOnly }) => {
          const allowed = [...home, ...rule.may, ...(typeOnly ? (rule.types ?? []) : [])];
          return !allowed.some((entry) => covers(entry, target));
        })
        .map(({ target, line, typeOnly }) => `${file.path}:${line}: ${typeOnly ? "type of " : ""}${target}`);
    });
    expect(violations).toEqual([]);
  });

  it("lead to files that exist", () => {
    const known = new Set(source.map(({ path }) => path));
    const missing = source.flatMap(({ path, imports }) =>
      imports.filter(({ target }) => target.endsWith(".ts") && !known.has(target)).map(({ target }) => [path, target]),
    );
    expect(missing).toEqual([]);
  });

  it("form no cycle", () => {
    expect(importCycles(source)).toEqual([]);
  });

  it("of Node's modules stand in src/node and the generator only", () => {
    const files = source.filter(({ path }) => /^(src\/(?!node\/)|generated\/)/.test(path));
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter(({ imports }) => imports.some(({ target }) => target.startsWith("node:")))).toEqual([]);
  });

  it("leave ts-morph to printing", () => {
    const users = own.filter(({ imports }) =>
      imports.some(({ target, typeOnly }) => target === "ts-morph" && !typeOnly),
    );
    expect(users.map(({ path }) => path)).toEqual(["generator/print/source-files.ts"]);
  });

  it("have a table without dead rows", () => {
    const dead = importRules.flatMap(({ files, may, types = [] }) =>
      files
        .filter((entry) => !source.some(({ path }) => covers(entry, path)))
        .concat(
          [...may, ...types]
            .filter((entry) => entry.startsWith("src/") || entry.startsWith("generator/"))
            .filter((entry) => !source.some(({ path }) => covers(entry, path))),
        ),
    );
    expect(dead).toEqual([]);
  });
});

describe("files", () => {
  it("have at most 450 lines, or a reason", () => {
    const long = own.filter(({ lines, path }) => lines > 450 && !longFiles.has(path));
    expect(long.map(({ path, lines }) => `${path}: ${lines} lines`)).toEqual([]);
    for (const path of longFiles.keys()) {
      expect(source.find((file) => file.path === path)?.lines, `${path} needs no exception`).toBeGreaterThan(450);
    }
  });

  it("have kebab-case names that say their subject", () => {
    const vague = /^(utils?|helpers?|common|misc|constants)$/;
    const names = written.map(({ path }) => path).filter((path) => !/\/features\/|\/issues\//.test(path));
    expect(
      names.filter((path) => {
        const name = basename(path).replace(/(\.test)?\.ts$/, "");
        return !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || vague.test(name);
      }),
    ).toEqual([]);
  });

  it("that only pass on the exports of others are entry points", () => {
    const entries = new Set(entryPoints().values());
    const barrels = own.filter(
      ({ tree, path }) =>
        !entries.has(path) &&
        tree.statements.length > 0 &&
        tree.statements.every((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier),
    );
    expect(barrels.map(({ path }) => path)).toEqual([]);
  });
});

describe("code", () => {
  it("has no `any`, no `!`, no enum, no default export", () => {
    expect(found(written, (node) => node.kind === ts.SyntaxKind.AnyKeyword)).toEqual([]);
    expect(found(written, ts.isNonNullExpression)).toEqual([]);
    expect(found(written, ts.isEnumDeclaration)).toEqual([]);
    const isDefault = (node: ts.Node) => node.kind === ts.SyntaxKind.DefaultKeyword && !ts.isDefaultClause(node.parent);
    expect(found(own, isDefault)).toEqual([]);
  });

  it("has no marks that promise or silence something", () => {
    // Spelled in two parts, so that this file does not hold what it looks for.
    const marks = new RegExp(
      ["TO" + "DO", "FIX" + "ME", "@ts-" + "ignore", "@ts-" + "nocheck", "biome-" + "ignore"].join("|"),
    );
    const marked = written.flatMap(({ path, text }) =>
      text.split("\n").flatMap((line, index) => (marks.test(line) ? [`${path}:${index + 1}`] : [])),
    );
    expect(marked).toEqual([]);
  });

  it("evaluates no text", () => {
    expect(
      found(own, (node) => {
        if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return false;
        return ts.isIdentifier(node.expression) && /^(eval|Function)$/.test(node.expression.text);
      }),
    ).toEqual([]);
  });
});

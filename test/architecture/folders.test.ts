import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../project-root.js";

/** Folders of two levels below `src/` and `generator/`, with `/` at the end. */
function foldersBelow(folder: string, levels: number): readonly string[] {
  if (levels === 0) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${folder}${name}/`)
    .flatMap((path) => [path, ...foldersBelow(path, levels - 1)]);
}

const [tree = ""] = /^src\/ [\s\S]*?(?=\n```$)/m.exec(readFileSync(join(root, "CONTRIBUTING.md"), "utf8")) ?? [];
const lines = tree.split("\n");

/** The folders that the tree has a line for. */
function toldFolders(): readonly string[] {
  const above: string[] = [];
  return lines.flatMap((line) => {
    const [, indent = "", name] = /^( *)(\S+\/) /.exec(line) ?? [];
    if (name === undefined) return [];
    const level = indent.length / 2;
    above[level] = `${level === 0 ? "" : above[level - 1]}${name}`;
    return above[level] ?? [];
  });
}

it("CONTRIBUTING.md has a line for each folder of src/ and generator/, and no others", () => {
  const folders = ["src/", "generator/"].flatMap((top) => [top, ...foldersBelow(top, 2)]);
  expect([...toldFolders()].sort()).toEqual([...folders].sort());
});

it("the tree of CONTRIBUTING.md says for each line what it may touch, on one screen", () => {
  expect(lines.filter((line) => !/^ *\S+ {2,}\S.*? {2,}\S/.test(line) || line.length > 120)).toEqual([]);
  expect(lines.length).toBeLessThanOrEqual(60);
});

it("test/unit/ mirrors src/, and test/unit/generator/ generator/", () => {
  const folders = foldersBelow("test/unit/", Number.POSITIVE_INFINITY).map((path) => path.slice("test/unit/".length));
  const mirrored = folders.map((path) => (path.startsWith("generator/") ? path : `src/${path}`));
  expect(mirrored.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

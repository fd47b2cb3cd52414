import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { transform } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { commands } from "../generator/cli/commands.js";
import { readArguments } from "../generator/cli/read-arguments.js";
import { entryPoints } from "./architecture/entry-points.js";
import { codeBlocks } from "./docs/code-blocks.js";
import { root } from "./project-root.js";

const run = promisify(execFile);

const files = [
  ...readdirSync(root).filter((name) => name.endsWith(".md")),
  ...readdirSync(join(root, "docs")).map((name) => `docs/${name}`),
  "schemas/README.md",
];
const texts = new Map(files.map((file) => [file, readFileSync(join(root, file), "utf8")]));
const blocks = [...texts].flatMap(([file, text]) => codeBlocks(file, text));
const examples = blocks.filter(({ language }) => language === "ts");
const runnable = examples.filter(({ marks }) => marks.includes("runnable"));

/** Inside the package, so that `xsdsmith` is this package; ignored by git. */
const workplace = join(root, ".cache", "docs");

const nameOf = (place: string): string => place.replace(/\W+/g, "-").toLowerCase();

beforeAll(async () => {
  rmSync(workplace, { recursive: true, force: true });
  mkdirSync(workplace, { recursive: true });
  // What `xsdsmith generate … --out generated` leaves beside a user's code.
  cpSync(join(root, "generated"), join(workplace, "generated"), { recursive: true });
  for (const { place, code } of examples) {
    writeFileSync(join(workplace, `${nameOf(place)}.ts`), `${code}export {};\n`);
    const { code: script } = await transform(code, { loader: "ts", format: "esm" });
    writeFileSync(join(workplace, `${nameOf(place)}.mjs`), script);
  }
  // A strict project of a user, who sees the package by its declarations.
  const strict = { strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true };
  const compilerOptions = { ...strict, noEmit: true, target: "ES2022", module: "NodeNext", types: ["node"] };
  const config = { compilerOptions, include: ["*.ts"] };
  writeFileSync(join(workplace, "tsconfig.json"), JSON.stringify(config));
});

describe("examples", () => {
  it("compile against the package", async () => {
    expect(examples.length).toBeGreaterThan(0);
    const compiled = await run(join(root, "node_modules/.bin/tsc"), ["-p", workplace, "--pretty", "false"]).catch(
      ({ stdout }: { readonly stdout: string }) => ({ stdout }),
    );
    expect(compiled.stdout).toBe("");
  });

  it.each(runnable)("$place runs and prints what the text says", async ({ place, code }) => {
    const { stdout } = await run(process.execPath, [`${nameOf(place)}.mjs`], { cwd: workplace });
    const promised = [...code.matchAll(/\/\/ prints (.*)$/gm)].map(([, line]) => line);
    expect(promised.length).toBeGreaterThan(0);
    expect(stdout.trimEnd().split("\n")).toEqual(promised);
  });

  it("include one in the README that runs", () => {
    expect(runnable.some(({ place }) => place.startsWith("README.md:"))).toBe(true);
  });
});

describe("commands", () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    readonly scripts: Readonly<Record<string, string>>;
  };

  it("of npm are scripts of the package", () => {
    const named = [...texts].flatMap(([file, text]) =>
      [...text.matchAll(/npm (?:run ([\w:-]+)|(test)\b)/g)].map(([, script, test]) => [file, script ?? test ?? ""]),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter(([, script = ""]) => !Object.hasOwn(scripts, script))).toEqual([]);
  });

  const lines = blocks
    .filter(({ language }) => language === "sh")
    .flatMap(({ place, code }) => code.split("\n").map((line) => ({ place, line: line.replace(/ #.*$/, "") })))
    .concat(commands.flatMap(({ words, examples }) => examples.map(([line]) => ({ place: words.join(" "), line }))))
    .filter(({ line }) => /\bxsdsmith [a-z]/.test(line) && !/\bnpm\b/.test(line));

  it.each(lines)("$line ($place) is one that xsdsmith knows", ({ line }) => {
    const args = line.slice(line.indexOf("xsdsmith ") + "xsdsmith ".length).split(/\s+/);
    const command = commands.find(({ words }) => words.every((word, index) => args[index] === word));
    expect(command?.words).toBeDefined();
    if (command !== undefined) readArguments(args.slice(command.words.length), command.options);
  });
});

describe("links", () => {
  it("to files lead somewhere", () => {
    const links = [...texts].flatMap(([file, text]) =>
      [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => ({ file, target })),
    );
    const dead = links.filter(
      ({ file, target }) =>
        !/^(https?:|#)/.test(target) && !existsSync(join(root, dirname(file), target.replace(/#.*$/, ""))),
    );
    expect(links.length).toBeGreaterThan(0);
    expect(dead).toEqual([]);
  });
});

describe("docs/index.md", () => {
  const index = texts.get("docs/index.md") ?? "";

  it("leads to every page", () => {
    const pages = files.filter((file) => file.startsWith("docs/") && file !== "docs/index.md");
    expect(pages.filter((file) => !index.includes(`](${file.slice("docs/".length)})`))).toEqual([]);
  });

  it("names every entry point", () => {
    const rows = [...index.matchAll(/^\| `(xsdsmith[\w/-]*)` \|/gm)].map(([, specifier]) => specifier);
    expect(rows.sort()).toEqual([...entryPoints().keys()].map((subpath) => subpath.replace(".", "xsdsmith")).sort());
  });
});

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../../../../generator/cli/run.js";
import type { Terminal } from "../../../../generator/cli/terminal.js";
import { recordTerminal } from "./record-terminal.js";

const schema = (type: string): string =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:a"><xs:element name="Note" type="${type}"/></xs:schema>`;

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "xsdsmith-project-"));
  writeFileSync(join(cwd, "note.xsd"), schema("xs:string"));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const config = (value: unknown): void => writeFileSync(join(cwd, "xsdsmith.config.json"), JSON.stringify(value));

async function xsdsmith(args: readonly string[], options: Partial<Terminal> = {}) {
  const { terminal, printed, errors } = recordTerminal({ cwd, ...options });
  return { code: await run(args, terminal), printed: printed(), errors: errors() };
}

describe("the configuration", () => {
  it("holds several projects, of which some can be chosen", async () => {
    config([
      { name: "one", entries: ["note.xsd"], out: "one" },
      { name: "two", entries: ["note.xsd"], out: "two", names: { elements: { Note: "Memo" } } },
    ]);
    expect((await xsdsmith(["generate"])).printed).toContain(`written ${join("one", "note.ts")}`);
    expect(readFileSync(join(cwd, "two/note.ts"), "utf8")).toContain("export const Memo:");
    expect((await xsdsmith(["generate", "--project", "two"])).printed).not.toContain("one");
    expect(await xsdsmith(["generate", "--project", "thw"])).toMatchObject({
      code: 2,
      errors: expect.stringContaining('the configuration has no project "thw"\n'),
    });
    expect(await xsdsmith(["generate", "--project", "tow"])).toMatchObject({
      code: 2,
      errors: expect.stringContaining('the configuration has no project "tow"; did you mean "two"?'),
    });
  });

  it("may be a module, in JavaScript or TypeScript", async () => {
    for (const [extension, type] of [
      ["mjs", ""],
      ["ts", " satisfies object"],
    ] as const) {
      const file = join(cwd, `xsdsmith.config.${extension}`);
      writeFileSync(file, `const out = "${extension}";\nexport default { entries: ["note.xsd"], out }${type};\n`);
      expect((await xsdsmith(["generate"])).errors).toBe("");
      expect(readdirSync(join(cwd, extension))).toEqual(["note.ts"]);
      rmSync(file);
    }
  });

  it.each([
    [{ out: "x" }, "config-invalid: xsdsmith.config.json has no entries"],
    [{ entrys: ["a.xsd"], out: "x" }, "entrys is no option; did you mean entries?"],
    [{ entries: [], out: "x" }, "xsdsmith.config.json: entries must not be empty"],
    [{ entries: ["a.xsd"], out: "x", propertyName: "camel" }, "propertyName is no option; did you mean propertyNames?"],
    [{ entries: ["a.xsd"], out: "x", modules: "one" }, 'modules must be "namespace" or "single"'],
    [
      { entries: ["note.xsd"], out: "x", names: { types: { Nothing: "A" } } },
      'config-name: there is no "Nothing" to be called A',
    ],
    [
      { entries: ["note.xsd"], out: "x", names: { elements: { Note: "a-b" } } },
      'config-name: "a-b" is no name in TypeScript',
    ],
    [[], "xsdsmith.config.json has no project"],
    ["text", "xsdsmith.config.json is no object"],
  ])("%j is refused", async (value, message) => {
    config(value);
    expect(await xsdsmith(["generate"])).toMatchObject({
      code: 1,
      printed: "",
      errors: expect.stringContaining(message),
    });
  });

  it("says what cannot be read", async () => {
    writeFileSync(join(cwd, "xsdsmith.config.json"), "{");
    expect((await xsdsmith(["generate"])).errors).toContain("config-unreadable: cannot read xsdsmith.config.json: ");
    expect((await xsdsmith(["generate", "--config", "no.json"])).errors).toContain(
      "config-unreadable: there is no configuration no.json",
    );
  });
});

describe("the memory of earlier runs", () => {
  beforeEach(() => mkdirSync(join(cwd, "node_modules")));
  const stats = async (): Promise<{ readonly cached: boolean; readonly elements: number }> =>
    JSON.parse((await xsdsmith(["generate", "note.xsd", "--out", "out", "--stats", "json"])).printed);

  it("answers while nothing has changed, and only then", async () => {
    expect(await stats()).toMatchObject({ cached: false, elements: 1 });
    expect(await stats()).toMatchObject({ cached: true, elements: 1 });
    writeFileSync(join(cwd, "note.xsd"), schema("xs:int"));
    expect((await stats()).cached).toBe(false);
    writeFileSync(join(cwd, "out/note.ts"), "// touched");
    expect((await stats()).cached).toBe(false);
    expect(readFileSync(join(cwd, "out/note.ts"), "utf8")).toContain("xsInt");
  });

  it("survives being broken, and is not asked by a check", async () => {
    await stats();
    const folder = join(cwd, "node_modules/.cache/xsdsmith");
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), "{");
    expect((await stats()).cached).toBe(false);
    const { printed } = await xsdsmith(["generate", "note.xsd", "--out", "out", "--check", "--stats", "json"]);
    expect(JSON.parse(printed).cached).toBe(false);
  });
});

describe("what is said", () => {
  it("is nothing but problems with --quiet", async () => {
    expect(await xsdsmith(["generate", "note.xsd", "--out", "out", "-q"])).toEqual({
      code: 0,
      printed: "",
      errors: "",
    });
  });

  it("shows stages where somebody watches, and clears them", async () => {
    const shown: string[] = [];
    await xsdsmith(["generate", "note.xsd", "--out", "out"], { status: (text) => void shown.push(text) });
    expect(shown).toEqual(["reading…", "checking…", "binding…", "printing…", ""]);
  });

  it("says what each change has led to while it watches, until it is interrupted", async () => {
    const { terminal, printed, errors } = recordTerminal({ cwd });
    const changes = [
      () => writeFileSync(join(cwd, "note.xsd"), schema("xs:strng")),
      () => writeFileSync(join(cwd, "note.xsd"), schema("xs:int")),
      () => void process.emit("SIGINT"),
    ];
    const listen = (say: (text: string) => void) => (text: string) => {
      say(text);
      if (/^written|src-resolve/.test(text)) setTimeout(() => changes.shift()?.(), 50);
    };
    const watching = { ...terminal, print: listen(terminal.print), error: listen(terminal.error) };
    expect(await run(["generate", "note.xsd", "--out", "out", "--watch"], watching)).toBe(0);
    const times = printed().replace(/\(\d+ ms\)/g, "(… ms)");
    const written = `written ${join("out", "note.ts")} (… ms)`;
    expect(times).toBe([written, "watching for changes, until Ctrl+C", written].join("\n"));
    expect(errors()).toContain("did you mean string?");
  });

  it("has annotations for GitHub", async () => {
    writeFileSync(join(cwd, "note.xsd"), schema("xs:strng"));
    const { printed } = await xsdsmith(["generate", "note.xsd", "--out", "out"], { env: { GITHUB_ACTIONS: "true" } });
    expect(printed).toMatch(/^::error file=note\.xsd,line=1,col=\d+,title=src-resolve[^:]*::.*strng/);
  });

  it("includes the verdict of libxml2", async () => {
    expect((await xsdsmith(["generate", "note.xsd", "--out", "out", "--verify"])).printed).toContain(
      "libxml2 accepts the schemas too",
    );
    const twice = '<xs:all><xs:element name="a"/><xs:element name="a" maxOccurs="1"/></xs:all>';
    writeFileSync(
      join(cwd, "note.xsd"),
      schema("xs:string").replace("<xs:element", `<xs:complexType name="T">${twice}</xs:complexType><xs:element`),
    );
    const args = ["generate", "note.xsd", "--out", "out", "--verify", "--allow", "cos-nonambig"];
    expect(await xsdsmith(args)).toMatchObject({
      code: 1,
      errors: expect.stringContaining("warning xsd-libxml2: libxml2 does not accept the schemas"),
    });
  });
});

describe("init", () => {
  it("asks, writes a configuration and generates by it", async () => {
    const answers = ["", "preserve", "made"];
    const asked: string[] = [];
    const ask = async (question: string): Promise<string> => {
      asked.push(question);
      return answers.shift() ?? "";
    };
    const { code, printed } = await xsdsmith(["init"], { ask });
    expect(code).toBe(0);
    expect(asked.map((question) => question.replace(/ \(.*/, ""))).toEqual([
      "Schema or service",
      "Property names, camel or preserve",
      "Folder for the TypeScript files",
    ]);
    expect(printed).toContain("written xsdsmith.config.json\nwritten made/note.ts\n");
    expect(JSON.parse(readFileSync(join(cwd, "xsdsmith.config.json"), "utf8"))).toEqual({
      entries: ["note.xsd"],
      out: "made",
      propertyNames: "preserve",
    });
    expect((await xsdsmith(["generate", "--check"])).code).toBe(0);
  });

  it("gives the configuration an ending that Node takes for a module", async () => {
    writeFileSync(join(cwd, "package.json"), "{}");
    expect((await xsdsmith(["init", "--yes", "--format", "js"])).printed).toContain("written xsdsmith.config.mjs");
  });

  it("writes TypeScript where there is a tsconfig.json, without questions", async () => {
    writeFileSync(join(cwd, "tsconfig.json"), "{}");
    writeFileSync(join(cwd, "package.json"), '{ "type": "module" }');
    await xsdsmith(["init", "--yes"]);
    expect(readFileSync(join(cwd, "xsdsmith.config.ts"), "utf8")).toBe(
      'import { defineConfig } from "xsdsmith/generator";\n\nexport default defineConfig({\n  entries: ["note.xsd"],\n  out: "src/generated",\n});\n',
    );
    expect(await xsdsmith(["init", "--yes"])).toMatchObject({
      code: 2,
      errors: expect.stringContaining("there is a configuration already"),
    });
  });

  it("leaves nothing behind where the schema is wrong", async () => {
    writeFileSync(join(cwd, "note.xsd"), schema("xs:strng"));
    expect((await xsdsmith(["init", "--yes"])).code).toBe(1);
    expect(readdirSync(cwd)).toEqual(["note.xsd"]);
    expect((await xsdsmith(["init"])).errors).toContain("nobody is there to ask: give --yes");
  });
});

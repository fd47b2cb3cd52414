import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, posix, sep } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../project-root.js";
import { type Installed, installPacked, run } from "./install.js";

interface Manifest {
  readonly version: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional: boolean }>>;
}

const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Manifest;
const entries = Object.entries(manifest.exports).flatMap(([subpath, target]) =>
  typeof target === "string" ? [] : [{ subpath, types: target["types"] ?? "", code: target["default"] ?? "" }],
);
/** The entry points that may need an optional peer. */
const needPeers: ReadonlySet<string> = new Set(["./generator"]);

let installed: Installed;
beforeAll(async () => {
  installed = await installPacked();
});
afterAll(() => installed.remove());

/** Runs a module in the project where the package is installed. */
async function runModule(code: string): Promise<string> {
  const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", code], { cwd: installed.project });
  return stdout;
}

describe("the packed package", () => {
  it("holds what users need and nothing else", () => {
    const allowed =
      /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|docs\/[\w-]+\.md|schemas\/[\w.-]+|dist\/(src|generated|generator|chunks)\/[\w/-]+(\.d\.ts|\.js))$/;
    expect(installed.files.filter((path) => !allowed.test(path))).toEqual([]);
    const needed = ["README.md", "LICENSE", "CHANGELOG.md", "schemas/um.xsd", "schemas/um.wsdl"];
    expect(needed.filter((path) => !installed.files.includes(path))).toEqual([]);
  });

  it("holds the declarations of the sources of now, all of them and none older", () => {
    const declarations = ["src", "generated", "generator"].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ts"))
        .map((name) => posix.join("dist", folder, name.split(sep).join("/").replace(/\.ts$/, ".d.ts"))),
    );
    // The playground is built here, by esbuild, and is no part of the package.
    const published = declarations.filter((path) => !path.startsWith("dist/generator/playground/"));
    expect(installed.files.filter((path) => path.endsWith(".d.ts")).sort()).toEqual(published.sort());
  });

  it("holds a file of code an entry point, the chunks that these share, and no others", () => {
    const code = installed.files.filter((path) => path.endsWith(".js"));
    const wanted = [...entries.map(({ code }) => code), ...Object.values(manifest.bin)].map((path) =>
      posix.normalize(path),
    );
    const reached = new Set(wanted);
    for (const path of reached) {
      const text = readFileSync(join(installed.package, path), "utf8");
      for (const [, from = ""] of text.matchAll(/(?:from |import |import\()"(\.[^"]+)"/g)) {
        reached.add(posix.join(posix.dirname(path), from));
      }
    }
    expect(code.sort()).toEqual([...reached].sort());
  });

  it.each([
    ["xsdsmith/xml", 2],
    ["xsdsmith", 3],
    ["xsdsmith/codegen", 3],
    ["xsdsmith/soap", 4],
    ["xsdsmith/um", 6],
    ["xsdsmith/um/messages", 5],
  ])("loads %s from %i files: Node takes its time for each", async (specifier, count) => {
    const script = `
      import { register } from "node:module";
      const hooks = \`export async function load(url, context, next) {
        if (url.startsWith("file:")) process._rawDebug(url);
        return next(url, context);
      }\`;
      register("data:text/javascript," + encodeURIComponent(hooks));
      await import("${specifier}");`;
    const { stderr } = await run(process.execPath, ["--input-type=module", "--eval", script], {
      cwd: installed.project,
    });
    expect(stderr.split("\n").filter((line) => line.startsWith("file:")).length).toBe(count);
  });

  it("names no place of the machine that built it", () => {
    const local = installed.files.filter((path) => readFileSync(join(installed.package, path), "utf8").includes(root));
    expect(local).toEqual([]);
  });

  it("needs no other package, and tells which ones it may use", () => {
    expect(manifest.dependencies).toBeUndefined();
    const peers = Object.keys(manifest.peerDependencies);
    expect(peers.filter((name) => manifest.peerDependenciesMeta[name]?.optional !== true)).toEqual([]);
    const index = readFileSync(join(root, "docs/index.md"), "utf8");
    expect(peers.filter((name) => !new RegExp(`^\\| ([^|]*, )?${name}(,| )`, "m").test(index))).toEqual([]);
  });

  it.each(entries)("has both files of $subpath", ({ types, code }) => {
    expect(existsSync(join(installed.package, types)), types).toBe(true);
    expect(existsSync(join(installed.package, code)), code).toBe(true);
  });

  it.each(entries.filter(({ subpath }) => !needPeers.has(subpath)))(
    "loads $subpath where nothing else is installed",
    async ({ subpath }) => {
      const specifier = subpath.replace(".", "xsdsmith");
      expect(await runModule(`console.log(Object.keys(await import("${specifier}")).length > 0)`)).toBe("true\n");
    },
  );

  it("type-checks in a strict project without Node's types", async () => {
    const { project } = installed;
    writeFileSync(
      join(project, "use.ts"),
      [
        `import { parse, serialize, validate } from "xsdsmith";`,
        `import { createUmClient } from "xsdsmith/um";`,
        `import { Disconnect } from "xsdsmith/um/messages";`,
        `const text: string = serialize(Disconnect, { callId: "a" });`,
        `const { callId }: { callId: string } = parse(Disconnect, text);`,
        `const count: number = validate(Disconnect, { callId }).length;`,
        `const client = createUmClient({ endpoint: "https://mail.example.com/EWS/UM2007Legacy.asmx" });`,
        `export const over: Promise<void> = client.disconnect(callId.repeat(count));`,
        `// @ts-expect-error a call identifier is a string`,
        `serialize(Disconnect, { callId: 1 });`,
      ].join("\n"),
    );
    const compilerOptions = {
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      exactOptionalPropertyTypes: true,
      target: "ES2022",
      lib: ["ES2022", "DOM", "DOM.Iterable", "DOM.AsyncIterable"],
      module: "NodeNext",
      types: [],
    };
    writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["use.ts"] }));
    writeFileSync(join(project, "package.json"), JSON.stringify({ type: "module" }));
    const checked = await run(join(root, "node_modules/.bin/tsc"), ["-p", project]).catch(
      (failure: unknown) => failure,
    );
    expect(checked).toMatchObject({ stdout: "" });
  });
});

describe("the installed command", () => {
  const xsdsmith = (args: readonly string[]): ReturnType<typeof run> =>
    run(process.execPath, [join(installed.package, manifest.bin["xsdsmith"] ?? ""), ...args], {
      cwd: installed.project,
    });

  it("tells its version", async () => {
    expect((await xsdsmith(["--version"])).stdout).toBe(`${manifest.version}\n`);
  });

  it.each(["", "--format=js", "--format=json"])("writes by init %s what it can read", async (format) => {
    const { project } = installed;
    // Nothing else is there: no jiti, no ts-morph.
    rmSync(join(project, "package.json"), { force: true });
    writeFileSync(join(project, "tsconfig.json"), "{}");
    const { stdout } = await xsdsmith(
      ["init", "node_modules/xsdsmith/schemas/um.wsdl", "--yes", format].filter(Boolean),
    );
    const [, name = ""] = /written (xsdsmith\.config\S+)/.exec(stdout) ?? [];
    expect((await xsdsmith(["generate"])).stdout).toContain("unchanged src/generated/um.ts");
    rmSync(join(project, name));
  });

  it("generates without ts-morph, and says once what is left out", async () => {
    const { project } = installed;
    const schema = "node_modules/xsdsmith/schemas/um.wsdl";
    const projects = ["one", "two"].map((out) => ({ entries: [schema], style: "bare", out }));
    writeFileSync(join(project, "xsdsmith.config.json"), JSON.stringify(projects));
    const { stdout, stderr } = await xsdsmith(["generate", "--no-cache"]);
    rmSync(join(project, "xsdsmith.config.json"));
    expect(stderr).toBe("");
    expect(stdout.split("\n").filter((line) => /ts-morph/.test(line))).toEqual([
      "what was printed is neither parsed nor type-checked without ts-morph: npm install --save-dev ts-morph",
    ]);
    const printed = readFileSync(join(project, "two/um.ts"), "utf8").replaceAll("node_modules/xsdsmith/", "");
    expect(printed).toBe(readFileSync(join(root, "generated/um.ts"), "utf8"));
  });

  it("says in one line which optional peer to install", async () => {
    const schema = join(installed.package, "schemas/um.wsdl");
    await expect(xsdsmith(["generate", schema, "--out", "generated", "--verify"])).rejects.toMatchObject({
      code: 1,
      stderr:
        "xsdsmith generate: a second opinion needs libxml2: npm install --save-dev libxmljs2, or libxml2-wasm without native code\n",
    });
  });
});

import { execFile, execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../test/project-root.js";

/** Schemas to generate code for: those that a file imports stand before it. */
export interface SchemaFiles {
  readonly name: string;
  readonly folder: string;
  readonly files: readonly string[];
}

/** A generator as a process of its own, which writes into a folder that is empty each time. */
export interface Generator {
  readonly name: string;
  readonly generate: () => Promise<void>;
  /** What it wrote the last time. */
  readonly written: () => Written;
}

export interface Written {
  readonly size: number;
  /** The named types of the schema of which a declaration is there. */
  readonly found: number;
  readonly types: number;
  /** The first complaint that it made. */
  readonly remark: string;
}

const others = ["cxsd@0.1.1", "xsd2ts@0.9.17"];

/** Installs the others into a temporary folder, where they stay for the next run, and builds this package. */
export function installGenerators(): string {
  const home = join(tmpdir(), "xsdsmith-generators");
  if (!existsSync(join(home, "node_modules/xsd2ts"))) {
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, "package.json"), "{}");
    execFileSync("npm", ["install", "--no-fund", "--no-audit", "--no-save", ...others], { cwd: home, stdio: "ignore" });
  }
  execFileSync("npm", ["run", "build"], { cwd: root, stdio: "ignore" });
  return home;
}

/** The generators for a schema; cxsd reads from servers only, and gets one, which has to be closed. */
export async function startGenerators(
  schema: SchemaFiles,
  home: string,
): Promise<{ readonly generators: readonly Generator[]; readonly close: () => void }> {
  const { folder, files } = schema;
  const main = files.at(-1) ?? "";
  const server = createServer(({ url = "" }, response) => {
    const file = files.find((name) => url === `/${name}`);
    if (file === undefined) response.writeHead(404).end();
    else response.setHeader("Content-Type", "text/xml").end(readFileSync(join(folder, file)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const out = mkdtempSync(join(tmpdir(), "xsdsmith-generate-"));
  const cli = join(root, "dist/generator/cli/main.js");
  const xsd2ts = `const { generateTemplateClassesFromXSD } = require("xsd2ts");
    for (const file of process.argv.slice(1)) generateTemplateClassesFromXSD(file);`;
  const paths = files.map((file) => join(folder, file));
  return {
    generators: [
      generator("xsdsmith", schema, out, "out", [cli, "generate", join(folder, main), "--out", "out"]),
      generator("cxsd 0.1.1", schema, out, "out", [
        join(home, "node_modules/cxsd/cxsd-cli.js"),
        ...["--out-ts", "out", `http://127.0.0.1:${port}/${main}`],
      ]),
      generator("xsd2ts 0.9.17", schema, out, "src/generated", ["-e", xsd2ts, ...paths], join(home, "node_modules")),
    ],
    close: () => {
      server.close();
      rmSync(out, { recursive: true, force: true });
    },
  };
}

function generator(
  name: string,
  schema: SchemaFiles,
  out: string,
  folder: string,
  args: readonly string[],
  modules?: string,
): Generator {
  const cwd = join(out, name.replace(/\W/g, "-"));
  let remark = "";
  return {
    name,
    generate: async () => {
      rmSync(cwd, { recursive: true, force: true });
      mkdirSync(join(cwd, "src"), { recursive: true });
      const env = { ...process.env, ...(modules === undefined ? {} : { NODE_PATH: modules }) };
      const options = { cwd, env, maxBuffer: 1 << 26, timeout: 120_000 };
      try {
        const { stdout, stderr } = await promisify(execFile)(process.execPath, args, options);
        remark = complaint(stdout + stderr);
      } catch (error) {
        remark = `fails: ${complaint(error instanceof Error ? error.message : String(error))}`;
      }
    },
    written: () => ({ ...declared(schema, join(cwd, folder)), remark }),
  };
}

function complaint(said: string): string {
  return /^\w*error\b.*(?= on line )|^\w*error\b.*/im.exec(said)?.[0].slice(0, 100) ?? "";
}

function declared({ folder, files }: SchemaFiles, out: string): Omit<Written, "remark"> {
  const schemas = files.map((file) => readFileSync(join(folder, file), "utf8"));
  const types = schemas.flatMap((text) => [...text.matchAll(/<xs:(?:complex|simple)Type name="(\w+)"/g)].map(nameOf));
  const texts = sourceFiles(out).map((file) => readFileSync(file, "utf8"));
  const names = new Set(
    texts.flatMap((text) => [...text.matchAll(/^\s*(?:export )?(?:interface|class|type|enum) (\w+)/gm)].map(nameOf)),
  );
  const size = Math.round(texts.reduce((sum, text) => sum + text.length, 0) / 1000);
  return { size, types: types.length, found: types.filter((name) => names.has(name)).length };
}

function nameOf({ 1: name = "" }: RegExpMatchArray): string {
  return name;
}

/** `index.ts` of xsd2ts is a copy of the last one. */
function sourceFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && entry.name !== "index.ts")
    .map((entry) => join(entry.parentPath, entry.name));
}

import { existsSync, readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ConfigFormat, ProjectConfig } from "../index.js";
import { type Arguments, type Command, type ExitCode, UsageError } from "./command.js";
import { reportGenerated, tellUnparsed } from "./report-generated.js";
import type { Terminal } from "./terminal.js";

const formats = ["ts", "js", "json"] as const;

export const initCommand: Command = {
  words: ["init"],
  summary: "Write a configuration after a few questions, and generate by it",
  usage: "[ENTRY...] [options]",
  details: [
    "An ENTRY is a .xsd or .wsdl file; without one, those of this folder are proposed. What is given as",
    "an option is not asked. In a script, --yes takes what would be proposed.",
  ],
  options: {
    out: { value: "DIR", short: "o", description: "Folder for the TypeScript files; src/generated is proposed" },
    "property-names": { value: "camel|preserve", description: "CallId becomes callId (camel) or stays CallId" },
    format: {
      value: formats.join("|"),
      description: "Kind of configuration; ts where TypeScript is in use",
    },
    yes: { short: "y", description: "Ask nothing" },
  },
  examples: [
    ["xsdsmith init", "Ask what to generate"],
    ["xsdsmith init schemas/um.wsdl --out src/generated --yes", "Ask nothing"],
  ],
  run: runInit,
};

async function runInit(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const { cwd } = terminal;
  const there = await existingConfig(cwd);
  if (there !== undefined) throw new UsageError(`there is a configuration already: ${there}`);
  const ask = args.has("yes") ? undefined : terminal.ask;
  if (ask === undefined && !args.has("yes")) throw new UsageError("nobody is there to ask: give --yes");
  const entries = args.positionals.length > 0 ? args.positionals : await askEntries(cwd, ask);
  const propertyNames = args.text("property-names") ?? (await choose("Property names", ["camel", "preserve"], ask));
  if (propertyNames !== "camel" && propertyNames !== "preserve") {
    throw new UsageError(`option --property-names is camel or preserve, not "${propertyNames}"`);
  }
  const out = args.text("out") ?? (await propose("Folder for the TypeScript files", "src/generated", ask));
  const format = await chooseFormat(args.text("format"), cwd);
  const project: ProjectConfig = { entries, out, ...(propertyNames === "camel" ? {} : { propertyNames }) };

  const { cacheFolder, generateProject, readsTypeScript, writeConfig } = await import("../index.js");
  const { name, text } = writeConfig(project, format);
  // First what can fail: a configuration that does not work helps nobody.
  const result = await generateProject(project, { folder: cwd, cache: cacheFolder(cwd) });
  await writeFile(join(cwd, name), text, { flag: "wx" });
  terminal.print(`written ${name}`);
  const code = await reportGenerated(result, terminal, { check: false, notes: false, quiet: false });
  tellUnparsed([result], terminal);
  if (/^m?ts$/.test(format) && !(await readsTypeScript())) {
    terminal.print(`needed for ${name}: npm install --save-dev jiti`);
  }
  terminal.print("next: xsdsmith generate --watch, or xsdsmith explain with a name");
  return code;
}

async function existingConfig(cwd: string): Promise<string | undefined> {
  const { configNames } = await import("../index.js");
  return configNames.find((name) => existsSync(join(cwd, name)));
}

type Ask = Terminal["ask"];

async function askEntries(cwd: string, ask: Ask): Promise<readonly string[]> {
  const found = schemasIn(cwd);
  const [first] = found.filter((name) => name.endsWith(".wsdl")).concat(found);
  if (ask === undefined) {
    if (first === undefined) throw new UsageError("no .xsd or .wsdl file is in this folder: name one");
    return [first];
  }
  const answer = await propose("Schema or service (.xsd or .wsdl), several separated by spaces", first ?? "", ask);
  const entries = answer.split(/\s+/).filter((entry) => entry !== "");
  if (entries.length === 0) throw new UsageError("a configuration needs at least one .xsd or .wsdl file");
  return entries;
}

/** The schemas of a folder and of the folders in it, shallow ones first. */
function schemasIn(cwd: string): readonly string[] {
  const isSchema = (name: string): boolean => /\.(?:xsd|wsdl)$/i.test(name);
  const here = readdirSync(cwd, { withFileTypes: true });
  const files = here.filter((entry) => entry.isFile() && isSchema(entry.name)).map(({ name }) => name);
  const below = here
    .filter((entry) => entry.isDirectory() && !/^(?:\.|node_modules$|dist$)/.test(entry.name))
    .flatMap(({ name }) =>
      readdirSync(join(cwd, name))
        .filter(isSchema)
        .map((file) => `${name}/${file}`),
    );
  return [...files.sort(), ...below.sort()];
}

async function propose(question: string, proposal: string, ask: Ask): Promise<string> {
  if (ask === undefined) return proposal;
  const answer = (await ask(`${question}${proposal === "" ? "" : ` (${proposal})`}: `)).trim();
  return answer === "" ? proposal : answer;
}

async function choose(question: string, choices: readonly [string, ...string[]], ask: Ask): Promise<string> {
  for (;;) {
    const answer = await propose(`${question}, ${choices.join(" or ")}`, choices[0], ask);
    if (choices.includes(answer)) return answer;
  }
}

async function chooseFormat(given: string | undefined, cwd: string): Promise<ConfigFormat> {
  const { readsTypeScript } = await import("../index.js");
  const proposed = existsSync(join(cwd, "tsconfig.json")) && (await readsTypeScript()) ? "ts" : "json";
  const format = formats.find((candidate) => candidate === (given ?? proposed));
  if (format === undefined) throw new UsageError(`option --format is ${formats.join(", ")}, not "${given}"`);
  return format === "json" || (await isModule(join(cwd, "package.json"))) ? format : `m${format}`;
}

/** Whether files in the folder are modules whatever their ending: elsewhere Node wants another one. */
async function isModule(manifest: string): Promise<boolean> {
  if (!existsSync(manifest)) return false;
  return (JSON.parse(await readFile(manifest, "utf8")) as { readonly type?: unknown }).type === "module";
}

import type { GenerateResult, ResultFile } from "../options.js";
import { type Arguments, type Command, type ExitCode, UsageError } from "./command.js";
import { reportIssues } from "./report.js";
import type { Terminal } from "./terminal.js";

export const generateCommand: Command = {
  words: ["generate"],
  summary: "Write TypeScript for XML Schema and WSDL files",
  usage: "ENTRY... --out DIR [options]",
  details: [
    "An ENTRY is a .xsd or .wsdl file; what it includes or imports is read too. All problems are",
    "reported together, and when there is an error nothing is written.",
  ],
  options: {
    out: { value: "DIR", short: "o", description: "Folder for the TypeScript files" },
    check: { description: "Write nothing; fail when a file is not what would be written" },
    "property-names": {
      value: "camel|preserve",
      description: "CallId becomes callId (camel, the default) or stays CallId",
    },
    "type-names": {
      value: "PATTERN",
      description: "Names of types, such as Ews{pascal} or {name}; {pascal} is the default",
    },
    modules: {
      value: "namespace|single",
      description: "A file for each namespace (the default), or one for all",
    },
    only: { value: "A,B", description: "Only these elements, types and operations, and what they reach" },
    notes: { description: "Say which names are not what the schema calls things" },
    style: {
      value: "wrapped|bare",
      description: "Answers as what they wrap (wrapped, the default) or as their messages (bare)",
    },
    operations: { value: "A,B", description: "Only these operations, and the types that they reach" },
    allow: { value: "RULE", description: "Report findings of this rule as warnings; may be given again" },
  },
  examples: [
    ["xsdsmith generate schemas/um.wsdl --out generated", "Write generated/um.ts"],
    ["xsdsmith generate schemas/um.wsdl --out generated --check", "In CI: is what is committed up to date?"],
  ],
  run: runGenerate,
};

async function runGenerate(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const entries = args.positionals;
  const out = args.text("out");
  if (entries.length === 0) throw new UsageError("generate needs at least one .xsd or .wsdl file");
  if (out === undefined) throw new UsageError("generate needs a folder to write to: --out DIR");
  const check = args.has("check");
  const propertyNames = readPropertyNames(args.text("property-names"));
  const style = readStyle(args.text("style"));
  const operations = readNames(args.texts("operations"));
  const only = readNames(args.texts("only"));
  const typeNames = readTypeNames(args.text("type-names"));
  const modules = readModules(args.text("modules"));
  // Loaded here: no other command needs the generator.
  const { generate } = await import("../index.js");
  const options = { entries, out, check, propertyNames, typeNames, modules, only, style, operations };
  const result = await generate({ ...options, allow: args.texts("allow"), cwd: terminal.cwd });
  reportIssues(result.issues, terminal, result.sources);
  if (args.has("notes")) reportIssues(result.notes, terminal, result.sources);
  return check ? reportCheck(result, terminal) : reportWritten(result, terminal);
}

function readPropertyNames(given: string | undefined): "camel" | "preserve" | undefined {
  if (given === undefined || given === "camel" || given === "preserve") return given;
  throw new UsageError(`option --property-names is camel or preserve, not "${given}"`);
}

function readStyle(given: string | undefined): "wrapped" | "bare" | undefined {
  if (given === undefined || given === "wrapped" || given === "bare") return given;
  throw new UsageError(`option --style is wrapped or bare, not "${given}"`);
}

function readTypeNames(given: string | undefined): string | undefined {
  if (given === undefined || /^[\w$]*\{(name|pascal)\}[\w$]*$/.test(given)) return given;
  throw new UsageError(`option --type-names is a name with {pascal} or {name} in it, not "${given}"`);
}

function readModules(given: string | undefined): "namespace" | "single" | undefined {
  if (given === undefined || given === "namespace" || given === "single") return given;
  throw new UsageError(`option --modules is namespace or single, not "${given}"`);
}

function readNames(given: readonly string[]): readonly string[] | undefined {
  const names = given.flatMap((names) => names.split(",")).map((name) => name.trim());
  return given.length === 0 ? undefined : names.filter((name) => name !== "");
}

function reportWritten({ files }: GenerateResult, terminal: Terminal): ExitCode {
  for (const { status, path } of files) terminal.print(`${status} ${path}`);
  return 0;
}

function reportCheck({ files }: GenerateResult, terminal: Terminal): ExitCode {
  const wrong = files.filter(({ status }) => status !== "unchanged");
  for (const file of wrong) terminal.error(describeDifference(file));
  if (wrong.length > 0) {
    terminal.error("run xsdsmith generate without --check, and commit what it writes");
    return 1;
  }
  for (const { path } of files) terminal.print(`up to date ${path}`);
  return 0;
}

function describeDifference({ path, difference }: ResultFile): string {
  if (difference === undefined) return `${path} - error: the file is missing`;
  const { line, found, expected } = difference;
  const show = (sign: string, text: string | undefined) => `  ${sign} ${text ?? "(end of the file)"}`;
  return [`${path}:${line} - error: the file is not what would be written`, show("-", found), show("+", expected)].join(
    "\n",
  );
}

import { relative } from "node:path";
import { type Issue, isError } from "../../src/errors.js";
import type { GenerateResult } from "../index.js";
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
    check: { description: "Write nothing; fail when a file in DIR is not what would be written" },
    "property-names": {
      value: "camel|preserve",
      description: "CallId becomes callId (camel, the default) or stays CallId (preserve)",
    },
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
  // Loaded here: printing needs ts-morph, which no other command does.
  const { generate } = await import("../index.js");
  const result = await generate({ entries, out, check, cwd: terminal.cwd, ...propertyNames });
  reportIssues(
    result.issues.filter((issue) => !isError(issue)),
    terminal,
    result.sources,
  );
  return check ? reportCheck(result, terminal) : reportWritten(result, terminal);
}

function readPropertyNames(given: string | undefined): { propertyNames?: "camel" | "preserve" } {
  if (given === undefined) return {};
  if (given === "camel" || given === "preserve") return { propertyNames: given };
  throw new UsageError(`option --property-names is camel or preserve, not "${given}"`);
}

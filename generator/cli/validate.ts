import { createReadStream } from "node:fs";
import { access, constants, readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Issue, isErrorIssue, XmlError } from "../../src/errors.js";
import { validateXmlStream } from "../../src/verbs/validate-xml.js";
import { ignoreDoctype } from "../../src/xml/doctype/doctype.js";
import { type XmlName, xmlName } from "../../src/xml/names.js";
import { decodeXml } from "../../src/xml/stream/decode.js";
import type { ReadSchemas, SecondOpinion } from "../index.js";
import { type Arguments, type Command, type ExitCode, UsageError } from "./command.js";
import { githubAnnotation, githubFileAnnotation } from "./github-annotations.js";
import { startProgress } from "./progress.js";
import { allowOption } from "./read-inputs.js";
import { readNumber } from "./read-number.js";
import { reportIssues } from "./report.js";
import type { Terminal } from "./terminal.js";

export const validateCommand: Command = {
  words: ["validate"],
  summary: "Check XML documents against XML Schema, straight from the schema",
  usage: "FILE... --schema FILE [options]",
  details: [
    "Documents are read piece by piece, so that their length does not matter. Without --schema, the",
    "schemas are those that a document names by xsi:schemaLocation on this machine.",
    "--engine libxml2 asks that processor instead (libxmljs2 or libxml2-wasm must be installed), and",
    "--engine both tells where the two disagree.",
  ],
  options: {
    schema: { value: "FILE", short: "s", description: "A .xsd or .wsdl file; may be given again" },
    root: {
      value: "NAME",
      description: "The root element, as name or {namespace}name",
    },
    format: { value: "text|json|github", description: "How findings are printed" },
    engine: { value: "xsdsmith|libxml2|both", description: "Who checks the documents" },
    "max-issues": { value: "NUMBER", description: "Most findings for one document, 100 by default" },
    doctype: { description: "Accept document type declarations" },
    allow: allowOption,
  },
  examples: [
    ["xsdsmith validate order.xml --schema order.xsd", "Is it valid, and if not, where and why?"],
    ["xsdsmith validate *.xml -s order.xsd --root order --format github", "In CI: findings beside their lines"],
  ],
  run: runValidate,
};

const formats = ["text", "json", "github"] as const;
const engines = ["xsdsmith", "libxml2", "both"] as const;

/** What came of one document. */
interface FileResult {
  readonly file: string;
  readonly valid: boolean;
  readonly issues: readonly Issue[];
  /** What libxml2 says, where it was asked. */
  readonly libxml2?: readonly string[] | undefined;
}

interface SecondFinding {
  readonly title: "libxml2" | "disagreement";
  readonly message: string;
}

async function runValidate(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const files = args.positionals;
  if (files.length === 0) throw new UsageError("validate needs at least one document");
  const format = oneOf(args, "format", formats);
  const engine = oneOf(args, "engine", engines);
  const { check, close } = await newCheck(args, terminal, engine);
  const progress = startProgress(terminal, format !== "text");
  const results: FileResult[] = [];
  try {
    for (const [index, file] of files.entries()) {
      progress.begin(files.length === 1 ? file : `${index + 1} of ${files.length}: ${file}`);
      const result = await check(file);
      if (format === "text" && !isClean(result, engine)) terminal.status?.("");
      results.push(result);
      if (format === "text") await printText(result, engine, terminal);
      else if (format === "github") printAnnotations(result, engine, terminal);
    }
  } finally {
    progress.end();
    await close();
  }
  if (format === "json") terminal.print(JSON.stringify(results, undefined, 2));
  else if (format === "text") terminal.print(summary(results, engine));
  return results.every((result) => isClean(result, engine)) ? 0 : 1;
}

function oneOf<const T extends string>(args: Arguments, option: string, known: readonly [T, ...T[]]): T {
  const given = args.text(option);
  if (given === undefined) return known[0];
  const found = known.find((name) => name === given);
  if (found === undefined) throw new UsageError(`option --${option} is ${known.join(", ")}, not "${given}"`);
  return found;
}

interface Check {
  readonly check: (file: string) => Promise<FileResult>;
  readonly close: () => Promise<void>;
}

async function newCheck(args: Arguments, terminal: Terminal, engine: (typeof engines)[number]): Promise<Check> {
  const { nodeFiles, readSchemas, schemaLocations, secondOpinion } = await import("../index.js");
  const files = nodeFiles(terminal.cwd);
  const options = { ...files, allow: args.texts("allow") };
  const entries = args.texts("schema");
  const maxIssues = readNumber(args, "max-issues");
  const doctype = args.has("doctype") ? ignoreDoctype : undefined;
  /** By the locations of the schemas: most documents name the same ones. */
  const known = new Map<string, { readonly schemas: ReadSchemas; readonly opinion: SecondOpinion | undefined }>();
  const read = async (locations: readonly string[]) => {
    const key = locations.join(" ");
    let found = known.get(key);
    if (found === undefined) {
      const schemas = await readSchemas(locations, options);
      found = { schemas, opinion: engine === "xsdsmith" ? undefined : await secondOpinion(schemas.loaded) };
      known.set(key, found);
    }
    return found;
  };
  const given = entries.length > 0 ? await read(entries) : undefined;
  const check = async (file: string): Promise<FileResult> => {
    const path = resolve(terminal.cwd, file);
    const unreadable = await whyUnreadable(path);
    if (unreadable !== undefined) {
      const message = `cannot read ${file}: ${unreadable}`;
      return { file, valid: false, issues: [{ code: "load-unreadable", message }], libxml2: undefined };
    }
    const named = async () => {
      const hints = schemaLocations(await textOf(path), pathToFileURL(path).href);
      if (hints.length === 0) throw new UsageError(`${file} names no schema: --schema FILE is needed`);
      return read([...new Set(hints.map(({ uri }) => uri))]);
    };
    const { schemas, opinion } = given ?? (await named());
    const root = rootName(args.text("root"), schemas);
    const streamOptions = { file, root, maxIssues, doctype };
    const issues =
      engine === "libxml2" ? [] : await validateXmlStream(schemas.schema, createReadStream(path), streamOptions);
    const libxml2 = opinion?.validate(await textOf(path));
    const ours = issues.every((issue) => !isErrorIssue(issue));
    return { file, valid: engine === "libxml2" ? libxml2?.length === 0 : ours, issues, libxml2 };
  };
  return {
    check,
    close: async () => {
      for (const { opinion } of known.values()) await opinion?.close();
    },
  };
}

/** What stands against reading a document; the others are checked all the same. */
async function whyUnreadable(path: string): Promise<string | undefined> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return "it is a folder";
    await access(path, constants.R_OK);
    return undefined;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    return code === "ENOENT" ? "there is no such file" : `the system says ${String(code ?? error)}`;
  }
}

async function textOf(path: string): Promise<string> {
  return decodeXml(await readFile(path), { file: path });
}

/** The name that `--root` means: a local name must be that of one global element. */
function rootName(text: string | undefined, { components }: ReadSchemas): XmlName | undefined {
  if (text === undefined) return undefined;
  const [, namespace, localName = ""] = /^(?:\{(.*)\})?([^{}]+)$/.exec(text) ?? [];
  if (localName === "") throw new UsageError(`option --root is a name or {namespace}name, not "${text}"`);
  if (namespace !== undefined) return xmlName(namespace, localName);
  const found = [...(components.elements ?? [])].filter(({ name }) => name === localName);
  const [only, another] = found;
  if (only === undefined) throw new UsageError(`option --root: no schema declares an element ${localName}`);
  if (another !== undefined) {
    const names = found.map((element) => `{${element.namespace}}${localName}`).join(" or ");
    throw new UsageError(`option --root: ${localName} is ${names}`);
  }
  return xmlName(only.namespace, localName);
}

/** Longer documents are not read again for the lines to show. */
const shownLength = 50_000_000;

async function printText(result: FileResult, engine: (typeof engines)[number], terminal: Terminal): Promise<void> {
  const { file, issues } = result;
  if (issues.length > 0) reportIssues(issues, terminal, await linesToShow(result, terminal));
  for (const { title, message } of secondFindings(result, engine)) {
    terminal.error(`${file} - ${title === "libxml2" ? "error libxml2" : title}: ${message}`);
  }
}

function printAnnotations(result: FileResult, engine: (typeof engines)[number], terminal: Terminal): void {
  for (const issue of result.issues) {
    const { code, message, location } = issue;
    terminal.print(location === undefined ? githubFileAnnotation(result.file, code, message) : githubAnnotation(issue));
  }
  for (const { title, message } of secondFindings(result, engine)) {
    terminal.print(githubFileAnnotation(result.file, title, message));
  }
}

/** What libxml2 has to say for itself: its findings where it alone is asked, else that it is of another mind. */
function secondFindings(result: FileResult, engine: (typeof engines)[number]): readonly SecondFinding[] {
  const { libxml2, valid } = result;
  if (engine === "libxml2") return (libxml2 ?? []).map((message) => ({ title: "libxml2", message }));
  if (!disagrees(result, engine)) return [];
  const theirs = libxml2?.length === 0 ? "libxml2 accepts the document" : `libxml2 says: ${libxml2?.join("; ")}`;
  return [{ title: "disagreement", message: `xsdsmith finds it ${valid ? "valid" : "invalid"}; ${theirs}` }];
}

/** The text that findings point into; none where there is no place to show, or no text. */
async function linesToShow({ file, issues }: FileResult, terminal: Terminal): Promise<Map<string, string> | undefined> {
  if (issues.every(({ location }) => location === undefined)) return undefined;
  const path = resolve(terminal.cwd, file);
  if ((await stat(path)).size > shownLength) return undefined;
  try {
    return new Map([[file, await textOf(path)]]);
  } catch (error) {
    // Bytes that are not of their encoding: that is the finding itself.
    if (error instanceof XmlError) return undefined;
    throw error;
  }
}

function disagrees({ valid, libxml2 }: FileResult, engine: (typeof engines)[number]): boolean {
  return engine === "both" && libxml2 !== undefined && valid !== (libxml2.length === 0);
}

function isClean(result: FileResult, engine: (typeof engines)[number]): boolean {
  return result.valid && !disagrees(result, engine);
}

function summary(results: readonly FileResult[], engine: (typeof engines)[number]): string {
  const valid = results.filter((result) => result.valid).length;
  const parts = [`${valid} valid`];
  if (valid < results.length) parts.push(`${results.length - valid} invalid`);
  const disagreements = results.filter((result) => disagrees(result, engine)).length;
  if (disagreements > 0) parts.push(disagreements === 1 ? "1 disagreement" : `${disagreements} disagreements`);
  return `${results.length === 1 ? "1 document" : `${results.length} documents`}: ${parts.join(", ")}`;
}

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { table } from "../../bench/measure.js";
import { bind } from "../../generator/bind/bind.js";
import type { OperationBinding } from "../../generator/bind/model.js";
import { emit } from "../../generator/emit/emit.js";
import type { ReadFile } from "../../generator/load/files.js";
import { load } from "../../generator/load/load.js";
import { nodeFiles } from "../../generator/load/node-files.js";
import { print } from "../../generator/print/print.js";
import { compileSchemas } from "../../generator/schema/compile-schemas.js";
import { compileServices } from "../../generator/wsdl/compile-services.js";
import { formatIssue, type Issue, isErrorIssue } from "../../src/errors.js";
import { typeCheck, writeFiles } from "./generated.js";

/** What one WSDL file gives. */
interface WsdlResult {
  readonly name: string;
  readonly bindings: number;
  readonly operations: readonly OperationBinding[];
  readonly styles: string;
  readonly soap: string;
  /** Characters of generated code. */
  readonly size: number;
  readonly errors: readonly Issue[];
  readonly warnings: readonly Issue[];
  /** What official schemas get wrong, allowed by name. */
  readonly allowed: readonly string[];
  readonly out: string;
}

/** Schemas of standards that other files name by their addresses; beside them under other names. */
const standards: Readonly<Record<string, string>> = {
  "soap-envelope": "soapenvelope12.xsd",
  include: "xop-include.xsd",
  xmlmime: "xmime.xsd",
};

/**
 * Generates code for every WSDL file of the corpora beside the project, type-checks it, and prints what of the
 * operations, headers and faults has types.
 *
 * @param names - parts of paths; all files where it is empty
 * @returns whether everything was generated and the compiler is content
 */
export async function wsdlReport(names: readonly string[]): Promise<boolean> {
  const root = process.cwd();
  const data = join(root, "../shared/data");
  if (!existsSync(data)) {
    console.log("skipped: there is no ../shared/data");
    return true;
  }
  const out = join(root, "dist/.wsdl");
  rmSync(out, { recursive: true, force: true });
  const files = wsdlFiles(data, "")
    .filter((file) => names.length === 0 || names.some((name) => file.includes(name)))
    .sort();
  const results: WsdlResult[] = [];
  for (const [index, file] of files.entries()) {
    results.push(await readWsdl(join(data, file), shortName(file), join(out, String(index))));
  }
  mkdirSync(out, { recursive: true });
  const typeErrors = await typeCheck(out, root);
  console.log(table([header, ...results.map(row)]));
  for (const { name, errors } of results) {
    for (const issue of errors.slice(0, 3)) console.log(`\n${name}: ${formatIssue(issue)}`);
  }
  for (const line of typeErrors.slice(0, 10)) console.log(line);
  console.log(`\n${results.length} WSDL files, ${typeErrors.length} type errors`);
  return typeErrors.length === 0 && results.every(({ errors }) => errors.length === 0);
}

/** Links are not followed: they may lead back. */
function wsdlFiles(folder: string, path: string): readonly string[] {
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) return wsdlFiles(folder, inside);
    return entry.isFile() && entry.name.endsWith(".wsdl") ? [inside] : [];
  });
}

function shortName(file: string): string {
  return file.replace(/^corpus\//, "").replace(/\/schema\/(.*\/)?/, "/");
}

async function readWsdl(file: string, name: string, out: string): Promise<WsdlResult> {
  const folder = dirname(file);
  const network = standardsBeside(folder);
  const loaded = await load([basename(file)], { ...nodeFiles(folder), ...(network && { network }) });
  // Microsoft's schemas of 2016 break the rule in one type.
  const strict = compileSchemas(loaded, {}).issues.filter(isErrorIssue);
  const allowed = strict.length > 0 && strict.every(({ code }) => code === "cos-nonambig") ? ["cos-nonambig"] : [];
  const schemas = compileSchemas(loaded, { allow: allowed });
  const { services, issues } = compileServices(loaded, schemas.schemas, {});
  const all = [...loaded.issues, ...schemas.issues, ...issues];
  const result = {
    name,
    allowed,
    out,
    errors: all.filter(isErrorIssue),
    warnings: all.filter((issue) => !isErrorIssue(issue)),
  };
  const styles = list(services.bindings.flatMap(({ operations }) => operations.map(({ style }) => style)));
  const soap = list(services.bindings.map((binding) => binding.soap));
  if (result.errors.length > 0) return { ...result, bindings: 0, operations: [], styles, soap, size: 0 };
  const entries = loaded.entries.map((entry) => ({ file: entry.file, targetNamespace: "" }));
  const { model } = bind(entries, schemas.schemas, services, { propertyNames: "camel" });
  const files = print(emit(model));
  writeFiles(files, out);
  const bound = model.modules.flatMap(({ declarations }) =>
    declarations.flatMap((declaration) => (declaration.kind === "service" ? [declaration] : [])),
  );
  return {
    ...result,
    bindings: bound.length,
    operations: bound.flatMap(({ operations }) => operations),
    styles,
    soap,
    size: files.reduce((sum, { text }) => sum + text.length, 0),
  };
}

/** ONVIF's files name the web; what they name is in a folder beside them. */
function standardsBeside(folder: string): ReadFile | undefined {
  for (let at = folder; dirname(at) !== at; at = dirname(at)) {
    const beside = join(at, "_ext");
    if (!existsSync(beside)) continue;
    return async (uri) => {
      const name = basename(new URL(uri).pathname);
      const file = join(beside, standards[name] ?? name);
      return existsSync(file) ? readFileSync(file) : undefined;
    };
  }
  return undefined;
}

function list(values: readonly string[]): string {
  return [...new Set(values)].join(", ");
}

const header = [
  "WSDL",
  "bindings",
  "SOAP",
  "style",
  "operations",
  "one-way",
  "wrapped results",
  "headers",
  "response headers",
  "faults",
  "kB",
  "warnings",
  "allowed",
];

function row({ name, bindings, soap, styles, operations, size, warnings, allowed, errors }: WsdlResult): string[] {
  const sum = (of: (operation: OperationBinding) => number) =>
    String(operations.reduce((total, operation) => total + of(operation), 0));
  return [
    name,
    errors.length > 0 ? `${errors.length} errors` : String(bindings),
    soap,
    styles,
    String(operations.length),
    sum(({ output }) => (output === undefined ? 1 : 0)),
    sum(({ result }) => (result === undefined ? 0 : 1)),
    sum(({ headers }) => headers.length),
    sum(({ responseHeaders }) => responseHeaders.length),
    sum(({ faults }) => faults.length),
    String(Math.round(size / 1000)),
    list(warnings.map(({ code }) => code)),
    allowed.join(", "),
  ];
}

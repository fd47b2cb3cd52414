import { type Issue, isError, SchemaError } from "../src/errors.js";
import { type BindOptions, bind } from "./bind/bind.js";
import { checkModel } from "./bind/check-model.js";
import type { BindFinding } from "./bind/model.js";
import { reachableComponents } from "./bind/reachable-components.js";
import { emit } from "./emit/emit.js";
import type { LoadedDocuments, SourceDocument } from "./load/document.js";
import { type LoadOptions, load } from "./load/load.js";
import { locate } from "./load/locate.js";
import { type GeneratedFile, print } from "./print.js";
import { compileSchemas } from "./schema/compile-schemas.js";
import { compileServices } from "./wsdl/compile-services.js";
import { selectOperations } from "./wsdl/select-operations.js";

export interface PipelineOptions extends LoadOptions, Omit<BindOptions, "globalAttributes"> {
  /** Only these operations of WSDL files, by name, and what their messages can hold. */
  readonly operations?: readonly string[] | undefined;
  /** Rules whose findings become warnings, by name. */
  readonly allow?: readonly string[] | undefined;
}

export interface PipelineResult {
  readonly files: readonly GeneratedFile[];
  /** Warnings. */
  readonly issues: readonly Issue[];
  /** What a reader of the generated code may wonder about: names that are not what the schema calls things. */
  readonly notes: readonly Issue[];
  /** The text of every document read, by the name that locations use. */
  readonly sources: ReadonlyMap<string, string>;
}

/**
 * The whole pipeline: load → compile → bind → emit → print.
 *
 * @throws {@link SchemaError} with every finding of every stage that could run, where there is an error among them
 */
export async function generateFiles(entries: readonly string[], options: PipelineOptions): Promise<PipelineResult> {
  const loaded = await load(entries, options);
  const { sources } = loaded;
  const schemas = compileSchemas(loaded, options);
  const compiled = compileServices(loaded, schemas.schemas, options);
  const issues = [...loaded.issues, ...schemas.issues, ...compiled.issues];
  failOnErrors(issues, sources);

  const { operations } = options;
  const selected = operations && selectOperations(compiled.services, operations);
  issues.push(...(selected?.issues ?? []));
  failOnErrors(issues, sources);
  const services = selected?.services ?? compiled.services;
  const used = selected === undefined ? schemas.schemas : reachableComponents(schemas.schemas, services);
  const { model, findings } = bind(entryNames(loaded), used, services, options);
  issues.push(...findings.filter(({ severity }) => severity !== "note").map(toIssue));
  failOnErrors(issues, sources);

  checkModel(model);
  const notes = findings.filter(({ severity }) => severity === "note").map(toIssue);
  return { files: await print(emit(model)), issues, notes, sources };
}

function failOnErrors(issues: readonly Issue[], sources: ReadonlyMap<string, string>): void {
  if (issues.some(isError)) throw new SchemaError(issues, sources);
}

function entryNames(loaded: LoadedDocuments): readonly { file: string; targetNamespace: string }[] {
  return loaded.entries.map((document) => ({ file: document.file, targetNamespace: targetNamespace(document) }));
}

function targetNamespace({ root }: SourceDocument): string {
  return root.attributes.find(({ name }) => name.namespace === "" && name.localName === "targetNamespace")?.value ?? "";
}

function toIssue({ code, message, severity, source }: BindFinding): Issue {
  const location = source === undefined ? undefined : locate(source);
  return { code, message, severity: severity === undefined ? "error" : "warning", location };
}

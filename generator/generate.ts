import { type Issue, isErrorIssue, SchemaError } from "../src/errors.js";
import { bind } from "./bind/bind.js";
import type { BindOptions } from "./bind/bind-options.js";
import { checkModel } from "./bind/check-model.js";
import { refuseDatatypes } from "./bind/datatype-options.js";
import type { BindFinding, BindingModel } from "./bind/model.js";
import { reachableComponents } from "./bind/reachable-components.js";
import { emit } from "./emit/emit.js";
import { targetNamespace } from "./load/attributes.js";
import type { LoadedDocuments } from "./load/document.js";
import { type LoadOptions, load } from "./load/load.js";
import { locate } from "./load/locate.js";
import { type GeneratedFile, print } from "./print/print.js";
import { loadTsMorph, type ParsedFiles, parseFiles } from "./print/source-files.js";
import type { Plugin } from "./project/plugins/plugin.js";
import { compileSchemas } from "./schema/compile-schemas.js";
import { type Summary, summarize } from "./summary.js";
import { compileServices } from "./wsdl/compile-services.js";
import { selectOperations } from "./wsdl/select-operations.js";

/** What is generated, and under which names. */
export interface PipelineOptions extends LoadOptions, Omit<BindOptions, "globalAttributes"> {
  /** Only these operations of WSDL files, by name, and what their messages can hold. */
  readonly operations?: readonly string[] | undefined;
  /** Rules whose findings become warnings, by name. */
  readonly allow?: readonly string[] | undefined;
  /** In this order. */
  readonly plugins?: readonly Plugin[] | undefined;
  /** Told what begins; the stage waits for it. */
  readonly onStage?: ((stage: Stage) => void | Promise<void>) | undefined;
  /** `false`: what is printed is not parsed, and ts-morph not loaded unless a plugin needs it. */
  readonly parse?: boolean | undefined;
}

/** The stages that take time. */
export type Stage = "reading" | "checking" | "binding" | "printing";

/** The generated files as text; nothing is written yet. */
export interface PipelineResult {
  readonly files: readonly GeneratedFile[];
  /** Whether what was printed has been parsed: not where ts-morph is not installed. */
  readonly parsed: boolean;
  /** Warnings. */
  readonly issues: readonly Issue[];
  /** What a reader of the generated code may wonder about: names that are not what the schema calls things. */
  readonly notes: readonly Issue[];
  readonly summary: Summary;
  /** The text of every document read, by the name that locations use. */
  readonly sources: ReadonlyMap<string, string>;
}

/**
 * The whole pipeline: load → compile → bind → emit → print → parse.
 *
 * @throws {@link SchemaError} with every finding of every stage that could run, where there is an error among them
 */
export async function generateFiles(entries: readonly string[], options: PipelineOptions): Promise<PipelineResult> {
  const { plugins = [], onStage } = options;
  await onStage?.("reading");
  const refusal = options.datatypes && refuseDatatypes(options.datatypes);
  if (refusal !== undefined) throw new TypeError(`datatypes: ${refusal}`);
  const loaded = await load(entries, options);
  const { sources } = loaded;
  await onStage?.("checking");
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
  await onStage?.("binding");
  const { model: bound, findings } = bind(entryNames(loaded), used, services, options);
  issues.push(...findings.filter(({ severity }) => severity !== "note").map(toIssue));
  failOnErrors(issues, sources);

  const model = plugins.reduce((changed, { transform }) => transform?.(changed) ?? changed, bound);
  checkModel(model);
  const notes = findings.filter(({ severity }) => severity === "note").map(toIssue);
  await onStage?.("printing");
  const printed = [...print(emit(model)), ...plugins.flatMap(({ emit: more }) => more?.(model) ?? [])];
  const parsed = await parsePrinted(printed, model, options);
  const files = parsed?.files ?? printed;
  if (parsed !== undefined) failOnErrors(parsed.issues, new Map(files.map(({ path, text }) => [path, text])));
  const summary = summarize(model, files, issues, notes);
  return { files, parsed: parsed !== undefined, issues, notes, summary, sources };
}

/** Has plugins change what was printed, and parses it: nothing that is not TypeScript gets any further. */
async function parsePrinted(
  files: readonly GeneratedFile[],
  { modules }: BindingModel,
  { plugins = [], parse }: PipelineOptions,
): Promise<ParsedFiles | undefined> {
  const changing = plugins.filter(({ sourceFile }) => sourceFile !== undefined);
  if (parse === false && changing.length === 0) return undefined;
  const tsMorph = await loadTsMorph();
  const [needy] = changing;
  if (tsMorph === undefined && needy !== undefined) {
    throw new Error(`the plugin ${needy.name} needs the package ts-morph: npm install --save-dev ts-morph`);
  }
  return (
    tsMorph &&
    parseFiles(tsMorph, files, async (file, index) => {
      // Modules come first, in their order; what plugins have added is behind them.
      const module = modules[index];
      if (module !== undefined) for (const plugin of changing) await plugin.sourceFile?.(file, module);
    })
  );
}

function failOnErrors(issues: readonly Issue[], sources: ReadonlyMap<string, string>): void {
  if (issues.some(isErrorIssue)) throw new SchemaError(issues, sources);
}

function entryNames(loaded: LoadedDocuments): readonly { file: string; targetNamespace: string }[] {
  return loaded.entries.map((document) => ({ file: document.file, targetNamespace: targetNamespace(document.root) }));
}

function toIssue({ code, message, severity, source }: BindFinding): Issue {
  const location = source === undefined ? undefined : locate(source);
  return { code, message, severity: severity === undefined ? "error" : "warning", location };
}

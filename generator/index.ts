/**
 * The generator as a library: what the commands `generate`, `explain`, `sample` and `diff` do.
 *
 * @module xsdsmith/generator
 */

import { generateFiles } from "./generate.js";
import { nodeFiles } from "./load/node-files.js";
import type { GenerateOptions, GenerateResult } from "./options.js";
import { compare, write } from "./write.js";

export type { Issue, SourceLocation } from "../src/errors.js";
export { formatIssue, SchemaError } from "../src/errors.js";
export type { BindingModel } from "./bind/model.js";
export { type Config, configNames, defineConfig, type ProjectConfig } from "./config/config.js";
export { generateProject, type ProjectOptions, type ProjectResult } from "./config/generate-project.js";
export { type ReadConfig, readConfig, readsTypeScript } from "./config/read-config.js";
export { type ConfigFormat, writeConfig } from "./config/write-config.js";
export { refuseDatatypes } from "./datatype-options.js";
export type { Breaks, Change, ChangedKind, ComponentChange } from "./diff/change.js";
export { diff, type SchemaDifference, type Version } from "./diff/diff.js";
export { printDiff } from "./diff/print-diff.js";
export { type ExplainOptions, type Explanation, explain } from "./explain/explain.js";
export {
  type ComponentKind,
  componentKinds,
  findComponents,
  type NamedComponent,
  suggestName,
} from "./explain/find-components.js";
export type { OutlineNode } from "./explain/outline.js";
export { printExplanation, printTree } from "./explain/print-explanation.js";
export type { Use } from "./explain/usage.js";
export { generateFiles, type PipelineOptions, type PipelineResult, type Stage } from "./generate.js";
export type { LoadedDocuments, SourceDocument } from "./load/document.js";
export type { ReadFile } from "./load/files.js";
export type { LoadOptions } from "./load/load.js";
export { nodeFiles } from "./load/node-files.js";
export type { Difference, GenerateOptions, GenerateResult, ResultFile } from "./options.js";
export { fastCheck } from "./plugins/fast-check.js";
export { jsonSchema } from "./plugins/json-schema.js";
export type { Plugin } from "./plugins/plugin.js";
export { type Renames, rename } from "./plugins/rename.js";
export type { GeneratedFile } from "./print.js";
export { type ReadComponents, type ReadComponentsOptions, readComponents } from "./read-components.js";
export { type ReadSchemas, readSchemas } from "./read-schemas.js";
export { type ReadService, type ReadServicesOptions, readServices } from "./read-services.js";
export { type SampleOptions, sampleDocument } from "./sample/sample.js";
export { sampleBody } from "./sample/sample-body.js";
export type { SampleKind } from "./sample/sampler.js";
export type { SchemaSet } from "./schema/components.js";
export { type SchemaLocation, schemaLocations } from "./schema-locations.js";
export { buildSite, type SiteOptions } from "./site/site.js";
export { describeSummary, type Summary } from "./summary.js";
export { type SecondOpinion, secondOpinion } from "./verify/second-opinion.js";
export { verify } from "./verify/verify.js";
export { cacheFolder } from "./watch/cache.js";
export { type WatchOptions, watchProject } from "./watch/watch-project.js";
export { type Target, write as writeFiles } from "./write.js";
export type { ServiceSet } from "./wsdl/components.js";

/**
 * Reads schemas and services and writes TypeScript for them, or checks that what is there is what would be written.
 *
 * @throws {@link SchemaError} with every finding, where there is an error; nothing is written then
 */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  const { entries, out, check, cwd = process.cwd(), ...pipeline } = options;
  const { files, ...findings } = await generateFiles(entries, { ...nodeFiles(cwd), ...pipeline });
  const target = { cwd, out };
  const result = check === true ? await compare(files, target) : await write(files, target);
  return { files: result, ...findings };
}

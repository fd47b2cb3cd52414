/**
 * The generator as a library: what the commands `generate`, `explain`, `sample` and `diff` do.
 *
 * @module xsdsmith/generator
 */

import { generateFiles } from "./generate.js";
import { nodeFiles } from "./load/node-files.js";
import type { GenerateOptions, GenerateResult } from "./options.js";
import { checkGenerateOptions } from "./project/config/check-config.js";
import { compare, write } from "./write/write.js";

export type { Issue, IssuesError, SourceLocation } from "../src/errors.js";
export { formatIssue, SchemaError } from "../src/errors.js";
export type { BindOptions } from "./bind/bind-options.js";
export { refuseDatatypes } from "./bind/datatype-options.js";
export type {
  AttributeBinding,
  AttributeWildcardBinding,
  BindingModel,
  BodyBinding,
  BuiltinReference,
  ComplexTypeBinding,
  DeclarationBase,
  DeclarationBinding,
  Documentation,
  DocumentedValue,
  ElementBinding,
  ElementParticleBinding,
  FacetBinding,
  GlobalAttributeBinding,
  GroupBinding,
  IdentityConstraintBinding,
  ItemBinding,
  ModuleBinding,
  NamedContent,
  NamedElement,
  OperationBinding,
  ParticleBinding,
  ProcessContents,
  PropertyBinding,
  PropertyType,
  Representation,
  ServiceBinding,
  Shape,
  SimpleDefinition,
  SimpleReference,
  SimpleTypeBinding,
  SubstitutionGroupBinding,
  SubstitutionMember,
  TextBinding,
  TypeReference,
  VariantBinding,
  VariantsBinding,
  WildcardParticleBinding,
} from "./bind/model.js";
export { generateFiles, type PipelineOptions, type PipelineResult, type Stage } from "./generate.js";
export { type ReadSchemas, readSchemas } from "./interpret/read-schemas.js";
export { type ReadService, type ReadServicesOptions, readServices } from "./interpret/read-services.js";
export { type Catalog, readCatalog } from "./load/catalog.js";
export type {
  DocumentReference,
  LoadedDocuments,
  NamespaceScope,
  SourceAttribute,
  SourceDocument,
  SourceElement,
} from "./load/document.js";
export type { ReadFile } from "./load/files.js";
export type { LoadOptions } from "./load/load.js";
export { nodeFiles } from "./load/node-files.js";
export { type SchemaLocation, schemaLocations } from "./load/schema-locations.js";
export type { Difference, GenerateOptions, GenerateResult, ResultFile } from "./options.js";
export type { GeneratedFile } from "./print/print.js";
export { type Config, configNames, defineConfig, type ProjectConfig } from "./project/config/config.js";
export { generateProject, type ProjectOptions, type ProjectResult } from "./project/config/generate-project.js";
export { type ReadConfig, readConfig, readsTypeScript } from "./project/config/read-config.js";
export { type ConfigFormat, writeConfig } from "./project/config/write-config.js";
export { fastCheck } from "./project/plugins/fast-check.js";
export { jsonSchema } from "./project/plugins/json-schema.js";
export type { Plugin } from "./project/plugins/plugin.js";
export { type Renames, rename } from "./project/plugins/rename.js";
export { cacheFolder } from "./project/watch/cache.js";
export { type WatchOptions, watchProject } from "./project/watch/watch-project.js";
export type { Breaks, Change, ChangedKind, ComponentChange } from "./questions/diff/change.js";
export { diff, type SchemaDifference, type Version } from "./questions/diff/diff.js";
export { printDiff } from "./questions/diff/print-diff.js";
export { type ExplainOptions, type Explanation, explain } from "./questions/explain/explain.js";
export {
  type ComponentKind,
  componentKinds,
  findComponents,
  type NamedComponent,
  suggestName,
} from "./questions/explain/find-components.js";
export type { OutlineNode } from "./questions/explain/outline.js";
export { printExplanation, printTree } from "./questions/explain/print-explanation.js";
export type { Use } from "./questions/explain/usage.js";
export { type ReadComponents, type ReadComponentsOptions, readComponents } from "./questions/read-components.js";
export { type SampleOptions, sampleDocument } from "./questions/sample/sample.js";
export { sampleBody } from "./questions/sample/sample-body.js";
export type { SampleKind } from "./questions/sample/sampler.js";
export { buildSite, type SiteOptions } from "./questions/site/site.js";
export { checkTypes } from "./questions/verify/check-types.js";
export { type SecondOpinion, secondOpinion } from "./questions/verify/second-opinion.js";
export { verify } from "./questions/verify/verify.js";
export type {
  Annotation,
  AttributeDeclaration,
  AttributeGroupDefinition,
  AttributeUse,
  ComplexTypeDefinition,
  Component,
  ComponentBase,
  ContentType,
  Derivation,
  ElementDeclaration,
  FacetComponent,
  FacetKind,
  IdentityConstraint,
  ModelGroup,
  ModelGroupDefinition,
  NamespaceConstraint,
  NotationDeclaration,
  Particle,
  SchemaSet,
  Scope,
  SimpleTypeDefinition,
  Term,
  TypeDefinition,
  ValueConstraint,
  Wildcard,
} from "./schema/components.js";
export { describeSummary, type Summary } from "./summary.js";
export { type Target, write as writeFiles } from "./write/write.js";
export type {
  Binding,
  BindingContent,
  BindingFault,
  BindingHeader,
  BindingMessage,
  BindingOperation,
  MessagePart,
  Port,
  Service,
  ServiceSet,
} from "./wsdl/components.js";

/**
 * Reads schemas and services and writes TypeScript for them, or checks that what is there is what would be written.
 *
 * @throws {@link SchemaError} with every finding, where there is an error; nothing is written then
 * @throws TypeError for an option that is unknown, missing or of another type
 */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  checkGenerateOptions(options);
  const { entries, out, check, cwd = process.cwd(), ...pipeline } = options;
  const { files, ...findings } = await generateFiles(entries, { ...nodeFiles(cwd), ...pipeline });
  const target = { cwd, out };
  const result = check === true ? await compare(files, target) : await write(files, target);
  return { files: result, ...findings };
}

import { type Issue, isErrorIssue, SchemaError } from "../../src/errors.js";
import type { LoadedDocuments } from "../load/document.js";
import { type LoadOptions, load } from "../load/load.js";
import { compileSchemas } from "../schema/compile-schemas.js";
import type { SchemaSet } from "../schema/components.js";
import { compileServices } from "../wsdl/compile-services.js";
import type { ServiceSet } from "../wsdl/components.js";

/** Where documents are read from, and which findings are forgiven. */
export interface ReadComponentsOptions extends LoadOptions {
  /** Rules whose findings become warnings, by name. */
  readonly allow?: readonly string[] | undefined;
}

/** Schemas and services as their specifications see them: what there is to explain, compare or document. */
export interface ReadComponents {
  readonly loaded: LoadedDocuments;
  readonly schemas: SchemaSet;
  readonly services: ServiceSet;
  /** Warnings. */
  readonly issues: readonly Issue[];
}

/**
 * Reads schemas and services without binding them.
 *
 * @throws {@link SchemaError} with every finding, where there is an error among them
 */
export async function readComponents(
  entries: readonly string[],
  options: ReadComponentsOptions,
): Promise<ReadComponents> {
  const loaded = await load(entries, options);
  const { schemas, issues: schemaIssues } = compileSchemas(loaded, options);
  const { services, issues: serviceIssues } = compileServices(loaded, schemas, options);
  const issues = [...loaded.issues, ...schemaIssues, ...serviceIssues];
  if (issues.some(isErrorIssue)) throw new SchemaError(issues, loaded.sources);
  return { loaded, schemas, services, issues };
}

import { type Issue, isError, SchemaError } from "../src/errors.js";
import { type SchemaComponents, type SchemaRegistry, schemaRegistry } from "../src/registry.js";
import { bind } from "./bind/bind.js";
import { interpret } from "./interpret.js";
import { type LoadOptions, load } from "./load/load.js";
import { compileSchemas } from "./schema/compile-schemas.js";

export interface ReadSchemasOptions extends LoadOptions {
  /** Rules whose findings become warnings, by name. */
  readonly allow?: readonly string[] | undefined;
}

export interface ReadSchemas {
  readonly components: SchemaComponents;
  readonly registry: SchemaRegistry;
  /** Warnings. */
  readonly issues: readonly Issue[];
}

/**
 * Makes descriptors of schemas without generating code: for validating and converting documents straight away.
 *
 * @throws {@link SchemaError} with every finding, where there is an error among them
 */
export async function readSchemas(entries: readonly string[], options: ReadSchemasOptions): Promise<ReadSchemas> {
  const loaded = await load(entries, options);
  const sources = new Map(loaded.documents.map(({ file, text }) => [file, text]));
  const compiled = compileSchemas(loaded, options);
  const issues = [...loaded.issues, ...compiled.issues];
  if (issues.some(isError)) throw new SchemaError(issues, sources);
  const { model } = bind(
    [],
    compiled.schemas,
    { bindings: [], services: [] },
    { propertyNames: "preserve", globalAttributes: true },
  );
  const components = interpret(model);
  return { components, registry: schemaRegistry(components), issues };
}

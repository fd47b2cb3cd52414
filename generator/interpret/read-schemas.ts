import type { Schema } from "../../src/engine/schema-lookup.js";
import { createSchema, type SchemaComponents } from "../../src/features/schema.js";
import { bind } from "../bind/bind.js";
import { type ReadComponents, type ReadComponentsOptions, readComponents } from "../questions/read-components.js";
import type { SchemaSet } from "../schema/components.js";
import { interpret } from "./interpret.js";

/** Schemas as they are, and as descriptors that documents are read by. */
export interface ReadSchemas extends ReadComponents {
  readonly components: SchemaComponents;
  readonly schema: Schema;
}

/**
 * Makes descriptors of schemas without generating code: for validating and converting documents straight away.
 *
 * @param entries - locations of schemas, or of WSDL with schemas in it
 * @throws {@link SchemaError} with every finding, where there is an error among them
 */
export async function readSchemas(entries: readonly string[], options: ReadComponentsOptions): Promise<ReadSchemas> {
  const read = await readComponents(entries, options);
  const components = interpretSchemas(read.schemas);
  return { ...read, components, schema: createSchema(components) };
}

/** The descriptors of a schema set whose constraints hold. */
function interpretSchemas(schemas: SchemaSet): SchemaComponents {
  const { model } = bind(
    [],
    schemas,
    { bindings: [], services: [] },
    { propertyNames: "preserve", globalAttributes: true },
  );
  return interpret(model);
}

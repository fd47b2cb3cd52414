import { lookup, type SchemaRegistry } from "../engine/schema-lookup.js";
import { ValueWalk } from "../engine/walk.js";
import type { Issue } from "../errors.js";
import { prepareElement } from "../model/prepare.js";
import type { ElementDescriptor } from "../schema/descriptors.js";

/** What a value is checked against besides its descriptor. */
export interface ValidateOptions {
  /** Finds the declarations of what wildcards allow; without it, that is not checked. */
  readonly schema?: SchemaRegistry | undefined;
}

/**
 * Checks a value against its descriptor without writing it.
 *
 * @returns every finding with its path; empty exactly when `serialize` gives a document that the schema accepts
 */
export function validate(
  descriptor: ElementDescriptor,
  value: unknown,
  { schema }: ValidateOptions = {},
): readonly Issue[] {
  const walk = new ValueWalk(undefined, { check: true, registry: schema?.[lookup] });
  walk.element(prepareElement(descriptor), value);
  walk.finish();
  return walk.issues;
}

/** Whether a value is one that `serialize` takes, for TypeScript too. */
export function is<T>(descriptor: ElementDescriptor<T>, value: unknown, options?: ValidateOptions): value is T {
  return validate(descriptor, value, options).length === 0;
}

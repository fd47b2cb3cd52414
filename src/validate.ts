import { prepareElement } from "./compile/prepare.js";
import type { ElementDescriptor } from "./descriptors.js";
import type { Issue } from "./errors.js";
import { ValueWalk } from "./write-value.js";

/**
 * Checks a value against its descriptor without writing it.
 *
 * @returns every finding with its path; empty exactly when `serialize` gives a document that the schema accepts
 */
export function validate(descriptor: ElementDescriptor, value: unknown): readonly Issue[] {
  const walk = new ValueWalk(undefined, true);
  walk.element(prepareElement(descriptor), value);
  return walk.issues;
}

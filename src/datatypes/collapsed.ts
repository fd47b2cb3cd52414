import type { Datatype } from "./datatype.js";
import { type AtomicDefinition, atomicDatatype } from "./define-datatype.js";
import { collapseWhiteSpace } from "./white-space.js";

/** An atomic built-in type whose texts lose the white space around them: all but the string family. */
export function collapsedDatatype<T>(definition: AtomicDefinition<T>): Datatype<T> {
  return atomicDatatype<T>({ ...definition, whiteSpace: "collapse", normalize: collapseWhiteSpace });
}

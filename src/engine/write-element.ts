import { type Issue, ValidationError } from "../errors.js";
import { prepareElement } from "../model/prepare.js";
import type { ElementDescriptor } from "../schema/descriptors.js";
import type { XmlSink } from "../xml/ports.js";
import type { EngineFeatures } from "./ports.js";
import { lookUp, type Schema } from "./schema-lookup.js";
import { ValueWalk } from "./walk.js";

/** What a value is checked against besides its descriptor. */
export interface ValidateOptions {
  /** Finds the declarations of what wildcards allow; without it, that is not checked. */
  readonly schema?: Schema | undefined;
}

/** What is checked before a value is written. */
export interface SerializeOptions extends ValidateOptions {
  /** `strict` (the default): a value that the schema does not allow is an error and gives no document. */
  readonly validation?: "strict" | "off" | undefined;
}

/** How an element is written into what has begun. */
export interface SerializeElementOptions extends SerializeOptions {
  /** Asked before the base64 of an element's bytes is written: true if it has written the content itself. */
  readonly writeBytes?: ((bytes: Uint8Array) => boolean) | undefined;
}

/** @throws {@link ValidationError} with every finding; what was written until then stays in the sink */
export function writeElement<T>(
  descriptor: ElementDescriptor<T>,
  value: NoInfer<T>,
  sink: XmlSink,
  { validation, schema, writeBytes }: SerializeElementOptions,
  features: EngineFeatures,
): void {
  const walk = new ValueWalk(sink, {
    check: validation !== "off",
    schema: schema && lookUp(schema),
    features,
    writeBytes,
  });
  walk.element(prepareElement(descriptor), value);
  walk.finish();
  if (walk.issues.length > 0) throw new ValidationError(walk.issues);
}

/** @returns every finding with its path */
export function checkValue(
  descriptor: ElementDescriptor,
  value: unknown,
  { schema }: ValidateOptions,
  features: EngineFeatures,
): readonly Issue[] {
  const walk = new ValueWalk(undefined, { check: true, schema: schema && lookUp(schema), features });
  walk.element(prepareElement(descriptor), value);
  walk.finish();
  return walk.issues;
}

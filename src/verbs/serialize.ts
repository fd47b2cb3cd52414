import { lookup, type SchemaRegistry } from "../engine/schema-lookup.js";
import { ValueWalk } from "../engine/walk.js";
import { ValidationError } from "../errors.js";
import { prepareElement } from "../model/prepare.js";
import type { ElementDescriptor } from "../schema/descriptors.js";
import { XmlWriter, type XmlWriterOptions } from "../xml/write/writer.js";

/** What is checked before a value is written. */
export interface SerializeOptions {
  /** `strict` (the default): a value that the schema does not allow is an error and gives no document. */
  readonly validation?: "strict" | "off" | undefined;
  /** Finds the declarations of what wildcards allow; without it, that is not checked. */
  readonly schema?: SchemaRegistry | undefined;
}

/** {@link SerializeOptions} and what the XML writer takes. */
export interface SerializeDocumentOptions extends SerializeOptions, XmlWriterOptions {}

/**
 * Writes a value as a document whose root is the described element.
 *
 * @throws {@link ValidationError} with every finding, where the schema does not allow the value
 */
export function serialize<T>(
  descriptor: ElementDescriptor<T>,
  value: NoInfer<T>,
  options: SerializeDocumentOptions = {},
): string {
  const writer = new XmlWriter(options);
  serializeElement(descriptor, value, writer, options);
  return writer.toString();
}

/** How an element is written into what a writer has begun. */
export interface SerializeElementOptions extends SerializeOptions {
  /** Asked before the base64 of an element's bytes is written: true if it has written the content itself. */
  readonly writeBytes?: ((bytes: Uint8Array) => boolean) | undefined;
}

/**
 * Writes one element into a document that is being written.
 *
 * @throws {@link ValidationError} with every finding; what was written until then stays in the writer
 */
export function serializeElement<T>(
  descriptor: ElementDescriptor<T>,
  value: NoInfer<T>,
  writer: XmlWriter,
  options: SerializeElementOptions = {},
): void {
  const { validation, schema, writeBytes } = options;
  const walk = new ValueWalk(writer, { check: validation !== "off", registry: schema?.[lookup], writeBytes });
  walk.element(prepareElement(descriptor), value);
  walk.finish();
  if (walk.issues.length > 0) throw new ValidationError(walk.issues);
}

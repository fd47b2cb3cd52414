import { type SerializeElementOptions, type SerializeOptions, writeElement } from "../engine/write-element.js";
import type { ElementDescriptor } from "../schema/descriptors.js";
import type { XmlSink } from "../xml/ports.js";
import { XmlWriter, type XmlWriterOptions } from "../xml/write/writer.js";
import { checkCall, type OptionNames, optionNames } from "./check-call.js";
import { features } from "./features.js";

export type { SerializeElementOptions, SerializeOptions } from "../engine/write-element.js";

export const serializeOptions: OptionNames<SerializeOptions> = /* @__PURE__ */ optionNames<SerializeOptions>(() => ({
  validation: 0,
  schema: 0,
}));
const elementOptions: OptionNames<SerializeElementOptions> = /* @__PURE__ */ optionNames<SerializeElementOptions>(
  () => ({ ...serializeOptions(), writeBytes: 0 }),
);
export const writerOptions: OptionNames<XmlWriterOptions> = /* @__PURE__ */ optionNames<XmlWriterOptions>(() => ({
  prefixes: 0,
  layout: 0,
  declaration: 0,
  sink: 0,
}));
const documentOptions: OptionNames<SerializeDocumentOptions> = /* @__PURE__ */ optionNames<SerializeDocumentOptions>(
  () => ({ ...serializeOptions(), ...writerOptions() }),
);

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
  checkCall("serialize", descriptor, options, documentOptions);
  const writer = new XmlWriter(options);
  writeElement(descriptor, value, writer, options, features);
  return writer.toString();
}

/**
 * Writes one element into a document that is being written.
 *
 * @throws {@link ValidationError} with every finding; what was written until then stays in the writer
 */
export function serializeElement<T>(
  descriptor: ElementDescriptor<T>,
  value: NoInfer<T>,
  writer: XmlSink,
  options: SerializeElementOptions = {},
): void {
  checkCall("serializeElement", descriptor, options, elementOptions);
  writeElement(descriptor, value, writer, options, features);
}

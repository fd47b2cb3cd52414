import { writeXmlElement } from "../constructs/write-xml-element.js";
import { type ReadOptions, readDocument } from "../engine/read-element.js";
import { type SerializeOptions, writeElement } from "../engine/write-element.js";
import { type Issue, ValidationError } from "../errors.js";
import type { ElementDescriptor } from "../schema/descriptors.js";
import { XmlReader, type XmlReaderOptions } from "../xml/fast/reader.js";
import { ElementSink } from "../xml/tree/element-sink.js";
import { ElementSource } from "../xml/tree/element-source.js";
import { readXmlElement } from "../xml/tree/read-xml-element.js";
import type { XmlElement } from "../xml/tree/xml-element.js";
import { XmlWriter, type XmlWriterOptions } from "../xml/write/writer.js";
import { checkCall, checkOptions, type OptionNames, optionNames, readerOptions } from "./check-call.js";
import { features } from "./features.js";
import { serializeOptions, writerOptions } from "./serialize.js";

const readOptions: OptionNames<ReadOptions> = /* @__PURE__ */ optionNames<ReadOptions>(() => ({
  onIssue: 0,
  schema: 0,
}));

/**
 * Reads what a wildcard, a header block or the detail of a fault holds, once it is known what that is.
 *
 * @throws {@link ParseError} where the element is not what the descriptor says; its place is the path in the element
 */
export function fromXmlElement<T>(descriptor: ElementDescriptor<T>, element: XmlElement, options: ReadOptions = {}): T {
  checkCall("fromXmlElement", descriptor, options, readOptions);
  return readDocument(descriptor, new ElementSource(element), options, features);
}

/**
 * The element that a descriptor and a value make: for a wildcard, a header block, an entry of a fault's detail.
 *
 * @throws {@link ValidationError} where the schema does not allow the value
 */
export function toXmlElement<T>(
  descriptor: ElementDescriptor<T>,
  value: NoInfer<T>,
  options: SerializeOptions = {},
): XmlElement {
  checkCall("toXmlElement", descriptor, options, serializeOptions);
  const sink = new ElementSink();
  writeElement(descriptor, value, sink, options, features);
  // What is written is one element, or an error has been thrown.
  return sink.root as XmlElement;
}

/**
 * Reads any document as the element that its root is.
 *
 * @throws {@link ParseError} where the text is ill-formed
 */
export function parseXmlElement(text: string, options: XmlReaderOptions = {}): XmlElement {
  checkOptions("parseXmlElement", options, readerOptions);
  const reader = new XmlReader(text, options);
  while (reader.next() !== "start");
  const element = readXmlElement(reader);
  while (reader.next() !== "eof");
  return element;
}

/**
 * Writes an element as a document.
 *
 * @throws {@link ValidationError} for what no document can hold
 */
export function serializeXmlElement(element: XmlElement, options: XmlWriterOptions = {}): string {
  checkOptions("serializeXmlElement", options, writerOptions);
  const writer = new XmlWriter(options);
  const issues: Issue[] = [];
  writeXmlElement(element, writer, (issue) => issues.push(issue), []);
  if (issues.length > 0) throw new ValidationError(issues);
  return writer.toString();
}

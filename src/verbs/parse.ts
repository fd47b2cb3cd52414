import { type ReadOptions, type Recovery, readDocument, readElement } from "../engine/read-element.js";
import type { ElementDescriptor } from "../schema/descriptors.js";
import { XmlReader, type XmlReaderOptions } from "../xml/fast/reader.js";
import type { XmlEventSource } from "../xml/ports.js";
import { checkReading, type OptionNames, optionNames, readerOptions } from "./check-call.js";
import { features } from "./features.js";
import { unchecked } from "./unchecked.js";

/** What is checked in reading a document, and who is told. */
export interface ParseOptions extends ReadOptions {
  /**
   * `strict` (the default): what the schema does not allow is an error. `off`: it is read as `safeParse` reads, and nobody is
   * told: elements out of their order go to their properties, a text that its datatype refuses stays text. What is read is of
   * no type that the compiler could know.
   */
  readonly validation?: "strict" | "off" | undefined;
}

/** {@link ParseOptions} and what the XML reader takes. */
export interface ParseDocumentOptions extends ParseOptions, XmlReaderOptions {}

export const parseOptions: OptionNames<ParseOptions> = /* @__PURE__ */ optionNames<ParseOptions>(() => ({
  validation: 0,
  onIssue: 0,
  schema: 0,
}));
const documentOptions: OptionNames<ParseDocumentOptions> = /* @__PURE__ */ optionNames<ParseDocumentOptions>(() => ({
  ...parseOptions(),
  ...readerOptions(),
}));

/** The document is checked: what is read is of its type. */
export interface Strict {
  readonly validation?: "strict" | undefined;
}

/**
 * Reads a document whose root is the described element.
 *
 * @param source - the document as text, or a source of events before its first event or on the root's start
 * @throws {@link ParseError} where the document is ill-formed, or not what the descriptor says
 */
export function parse<T>(
  descriptor: ElementDescriptor<T>,
  source: string | XmlEventSource,
  options?: ParseDocumentOptions & Strict,
): T;
/** The same, whatever the document holds: with `validation: "off"` nothing is known of what is read. */
export function parse(
  descriptor: ElementDescriptor,
  source: string | XmlEventSource,
  options: ParseDocumentOptions,
): unknown;
export function parse<T>(
  descriptor: ElementDescriptor<T>,
  source: string | XmlEventSource,
  options: ParseDocumentOptions = {},
): T {
  checkReading("parse", descriptor, source, options, documentOptions);
  return readDocument(descriptor, openSource(source, options), options, features, recoveryOf(options));
}

function recoveryOf({ validation }: ParseOptions): Recovery | undefined {
  return validation === "off" ? unchecked : undefined;
}

/** The source of a document that is handed over as text or as a source. */
export function openSource(source: string | XmlEventSource, options: XmlReaderOptions): XmlEventSource {
  return typeof source === "string" ? new XmlReader(source, options) : source;
}

/**
 * Reads one element: the source stands on its `start`, and afterwards on its `end`.
 *
 * @throws {@link ParseError} where the element is ill-formed, or not what the descriptor says
 */
export function parseElement<T>(
  descriptor: ElementDescriptor<T>,
  source: XmlEventSource,
  options?: ParseOptions & Strict,
): T;
/** The same, whatever the element holds. */
export function parseElement(descriptor: ElementDescriptor, source: XmlEventSource, options: ParseOptions): unknown;
export function parseElement<T>(
  descriptor: ElementDescriptor<T>,
  source: XmlEventSource,
  options: ParseOptions = {},
): T {
  checkReading("parseElement", descriptor, source, options, parseOptions);
  return readElement(descriptor, source, options, features, true, recoveryOf(options));
}

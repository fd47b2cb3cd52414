import { quoteName } from "./compile/expectation.js";
import { prepareElement } from "./compile/prepare.js";
import type { ElementDescriptor } from "./descriptors.js";
import { type Issue, ParseError } from "./errors.js";
import { type IssueSink, Reading } from "./read-value.js";
import type { XmlEventSource } from "./xml/events.js";
import { XmlReader, type XmlReaderOptions } from "./xml/reader.js";

export interface ParseOptions {
  /**
   * `strict` (the default): what the schema does not allow is an error. `off`: order and occurrence are not checked,
   * unknown elements and attributes are passed over, a value that its datatype refuses stays text.
   */
  readonly validation?: "strict" | "off" | undefined;
  /** Told of warnings. */
  readonly onIssue?: ((issue: Issue) => void) | undefined;
}

/** {@link ParseOptions} and what the XML reader takes. */
export interface ParseDocumentOptions extends ParseOptions, XmlReaderOptions {}

/**
 * Reads a document whose root is the described element.
 *
 * @param source - the document as text, or a source of events before its first event or on the root's start
 * @throws {@link ParseError} where the document is ill-formed, or not what the descriptor says
 */
export function parse<T>(
  descriptor: ElementDescriptor<T>,
  source: string | XmlEventSource,
  options: ParseDocumentOptions = {},
): T {
  // Before the first name is read: a reader gives a name its registered object only if there is one.
  prepareElement(descriptor);
  const reader = typeof source === "string" ? new XmlReader(source, options) : source;
  while (reader.kind !== "start" && reader.kind !== "eof") reader.next();
  const value = parseElement(descriptor, reader, options);
  while (reader.kind !== "eof") reader.next();
  return value;
}

/**
 * Reads one element: the source stands on its `start`, and afterwards on its `end`.
 *
 * @throws {@link ParseError} where the element is ill-formed, or not what the descriptor says
 */
export function parseElement<T>(
  descriptor: ElementDescriptor<T>,
  source: XmlEventSource,
  options: ParseOptions = {},
): T {
  const element = prepareElement(descriptor);
  const { namespace, localName } = source.name;
  if (localName !== element.name.localName || namespace !== element.name.namespace) {
    throw new ParseError({
      code: "cvc-elt.1",
      message: `found ${quoteName(source.name, element.name)}; expected ${quoteName(element.name, source.name)}`,
      path: [],
      location: source.location,
    });
  }
  const reading = new Reading(source, { sink: options.validation === "off" ? undefined : throwIssue });
  // The descriptor's type parameter is the shape that its particles describe: generated code holds the two together.
  const value = reading.element(element) as T;
  reading.finish();
  return value;
}

const throwIssue: IssueSink = (issue) => {
  throw new ParseError(issue);
};

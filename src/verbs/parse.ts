import type { Recover } from "../engine/ports.js";
import { Reading } from "../engine/reading.js";
import type { IssueSink } from "../engine/reading-options.js";
import { lookup, type SchemaRegistry } from "../engine/schema-lookup.js";
import { type Issue, ParseError } from "../errors.js";
import { quoteName } from "../model/expectation.js";
import { prepareElement } from "../model/prepare.js";
import type { ElementDescriptor } from "../schema/descriptors.js";
import { XmlReader, type XmlReaderOptions } from "../xml/fast/reader.js";
import type { XmlEventSource } from "../xml/ports.js";
import { xsiType } from "../xml/xsi.js";

/** What is checked in reading a document, and who is told. */
export interface ParseOptions {
  /**
   * `strict` (the default): what the schema does not allow is an error. `off`: nothing is checked; elements out of their
   * order go to their properties all the same, unknown elements and attributes are passed over, and a text that its
   * datatype refuses stays text: the value may then be of another shape than its type says. `parseReport` reads so too,
   * and tells of every finding.
   */
  readonly validation?: "strict" | "off" | undefined;
  /** Told of warnings. */
  readonly onIssue?: ((issue: Issue) => void) | undefined;
  /**
   * Finds the declarations of elements and attributes that wildcards allow, and the types that `xsi:type` names: without
   * it, what only a wildcard allows is not checked, and `xsi:type` may name the types that the descriptor knows.
   */
  readonly schema?: SchemaRegistry | undefined;
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
  return readDocument(descriptor, source, options);
}

/** @param recover - given where findings go to `onIssue`, and what can be read is read */
export function readDocument<T>(
  descriptor: ElementDescriptor<T>,
  source: string | XmlEventSource,
  options: ParseDocumentOptions,
  recover?: Recover,
): T {
  // Before the first name is read: a reader gives a name its registered object only if there is one.
  prepareElement(descriptor);
  const reader = typeof source === "string" ? new XmlReader(source, options) : source;
  while (reader.kind !== "start" && reader.kind !== "eof") reader.next();
  const value = readElement(descriptor, reader, options, true, recover);
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
  return readElement(descriptor, source, options, true);
}

/**
 * @param whole - the element is all that references to IDs may refer into
 * @param recover - given where findings go to `onIssue`, and what can be read is read
 */
export function readElement<T>(
  descriptor: ElementDescriptor<T>,
  source: XmlEventSource,
  { validation = "strict", schema, onIssue = ignore }: ParseOptions,
  whole: boolean,
  recover?: Recover,
): T {
  const element = prepareElement(descriptor);
  const { name } = source;
  const wanted = element.name;
  if (name.localName !== wanted.localName || name.namespace !== wanted.namespace) {
    throw new ParseError({
      code: "cvc-elt.1",
      message: `found ${quoteName(name, wanted)}; expected ${quoteName(wanted, name)}`,
      path: [],
      location: source.location,
    });
  }
  const sink = validation === "off" ? undefined : recover === undefined ? throwIssue : onIssue;
  const named = source.attributes.get(xsiType);
  const location = named === undefined ? undefined : source.location;
  const reading = new Reading(source, { sink, recover, registry: schema?.[lookup] });
  // The descriptor's type parameter is the shape that its particles describe: generated code holds the two together.
  const value = reading.element(element) as T;
  if (whole) reading.finish();
  if (named !== undefined && (typeof value !== "object" || value === null)) {
    const message = `xsi:type "${named}" is not kept: the value of ${quoteName(wanted)} is no object that could hold it`;
    onIssue({ code: "value-xsi-lost", message, severity: "warning", path: [], location });
  }
  return value;
}

const throwIssue: IssueSink = (issue) => {
  throw new ParseError(issue);
};

const ignore: IssueSink = () => undefined;

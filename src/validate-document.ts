import { resolveQName, undeclaredElement } from "./actual-type.js";
import { quoteName } from "./compile/expectation.js";
import type { PreparedElement } from "./compile/prepared.js";
import { type Issue, ParseError } from "./errors.js";
import { Reading } from "./read-value.js";
import type { SchemaRegistry } from "./registry.js";
import type { XmlEventSource } from "./xml/events.js";
import type { XmlName } from "./xml/names.js";
import { XmlReader, type XmlReaderOptions } from "./xml/reader.js";
import { xsiType } from "./xsi.js";

export interface ValidateDocumentOptions extends XmlReaderOptions {
  /** The element that the root must be; any declared one by default. */
  readonly root?: XmlName | undefined;
  /** How many findings are gathered at the most, 100 by default. */
  readonly maxIssues?: number | undefined;
}

/** Ends a reading that has found enough. */
class Enough extends Error {}

/**
 * Checks a document against schemas, without making values: in the memory that its depth and its keys need.
 *
 * @param source - the document as text, or a source of events before its first event
 * @returns every finding in document order up to `maxIssues`; an ill-formed document has one more at its end
 */
export function validateDocument(
  registry: SchemaRegistry,
  source: string | XmlEventSource,
  options: ValidateDocumentOptions = {},
): readonly Issue[] {
  const { maxIssues = 100 } = options;
  const issues: Issue[] = [];
  const sink = (issue: Issue): void => {
    issues.push(issue);
    if (issues.length >= maxIssues) throw new Enough();
  };
  try {
    const reader = typeof source === "string" ? new XmlReader(source, options) : source;
    while (reader.kind !== "start" && reader.kind !== "eof") reader.next();
    const declared = rootElement(registry, reader, options.root, sink);
    if (declared !== undefined) {
      const reading = new Reading(reader, { sink, registry, discard: true });
      reading.element(declared);
      reading.finish();
    }
    while (reader.kind !== "eof") reader.next();
  } catch (error) {
    if (error instanceof ParseError) issues.push(error.issue);
    else if (!(error instanceof Enough)) throw error;
  }
  return issues;
}

/** Part 1, 5.2: assessment begins at a declaration, or at the type that the root names. */
function rootElement(
  registry: SchemaRegistry,
  reader: XmlEventSource,
  wanted: XmlName | undefined,
  sink: (issue: Issue) => void,
): PreparedElement | undefined {
  const { name, location } = reader;
  const declared = registry.element(name);
  if (wanted !== undefined && (wanted.localName !== name.localName || wanted.namespace !== name.namespace)) {
    sink({
      code: "cvc-elt.1",
      message: `found ${quoteName(name, wanted)}; expected ${quoteName(wanted, name)}`,
      location,
    });
    return undefined;
  }
  if (declared !== undefined) return declared;
  const named = reader.attributes.get(xsiType);
  const typeName = named === undefined ? undefined : resolveQName(named, reader);
  const type = typeName === undefined ? undefined : registry.type(typeName);
  if (type !== undefined) return undeclaredElement(name, type);
  sink({ code: "cvc-elt.1", message: `no schema declares the element ${quoteName(name)}`, location });
  return undefined;
}

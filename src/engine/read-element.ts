import { type Issue, ParseError } from "../errors.js";
import { prepareElement } from "../model/prepare.js";
import type { PreparedElement } from "../model/prepared.js";
import type { ElementDescriptor } from "../schema/descriptors.js";
import type { XmlEventSource } from "../xml/ports.js";
import { quoteName } from "../xml/quote-name.js";
import { xsiType } from "../xml/xsi.js";
import type { EngineFeatures, Recover } from "./ports.js";
import { Reading } from "./reading.js";
import type { IssueSink, ReadingOptions } from "./reading-options.js";
import { lookUp, type Schema } from "./schema-lookup.js";

/** What a document is read with besides its descriptor. */
export interface ReadOptions {
  /** Told of warnings. */
  readonly onIssue?: ((issue: Issue) => void) | undefined;
  /**
   * Finds the declarations of elements and attributes that wildcards allow, and the types that `xsi:type` names: without
   * it, what only a wildcard allows is not checked, and `xsi:type` may name the types that the descriptor knows.
   */
  readonly schema?: Schema | undefined;
}

/** Where findings go instead of being thrown, and how the reading goes on behind them. */
export interface Recovery {
  readonly sink: IssueSink;
  readonly recover: Recover;
}

/**
 * Reads a document whose root is the described element.
 *
 * @param source - before its first event or on the root's start
 */
export function readDocument<T>(
  descriptor: ElementDescriptor<T>,
  source: XmlEventSource,
  options: ReadOptions,
  features: EngineFeatures,
  recovery?: Recovery,
): T {
  // Before the first name is read: a reader gives a name its registered object only if there is one.
  const element = prepareElement(descriptor);
  while (source.kind !== "start" && source.kind !== "eof") source.next();
  // The descriptor's type parameter is the shape that its particles describe: generated code holds the two together.
  const value = readPrepared(element, source, options, features, true, recovery) as T;
  while (source.kind !== "eof") source.next();
  return value;
}

/**
 * Reads one element: the source stands on its `start`, and afterwards on its `end`.
 *
 * @param whole - the element is all that references to IDs may refer into
 */
export function readElement<T>(
  descriptor: ElementDescriptor<T>,
  source: XmlEventSource,
  options: ReadOptions,
  features: EngineFeatures,
  whole: boolean,
  recovery?: Recovery,
): T {
  return readPrepared(prepareElement(descriptor), source, options, features, whole, recovery) as T;
}

function readPrepared(
  element: PreparedElement,
  source: XmlEventSource,
  { schema, onIssue }: ReadOptions,
  features: EngineFeatures,
  whole: boolean,
  recovery: Recovery | undefined,
): unknown {
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
  const named = features.xsi && source.attributes.get(xsiType);
  const location = named === undefined ? undefined : source.location;
  const { sink, recover } = recovery ?? strict;
  const reading = new Reading(source, { sink, recover, schema: schema && lookUp(schema), features });
  const value = reading.element(element);
  if (whole) reading.finish();
  if (named !== undefined && (typeof value !== "object" || value === null)) {
    const message = `xsi:type "${named}" is not kept: the value of ${quoteName(wanted)} is no object that could hold it`;
    onIssue?.({ code: "value-xsi-lost", message, severity: "warning", path: [], location });
  }
  return value;
}

const strict: Pick<ReadingOptions, "sink" | "recover"> = {
  sink(issue): never {
    throw new ParseError(issue);
  },
  recover: undefined,
};

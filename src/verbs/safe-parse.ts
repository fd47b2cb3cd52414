import { type ReadOptions, readDocument } from "../engine/read-element.js";
import { type Issue, isErrorIssue, ParseError } from "../errors.js";
import { recover } from "../features/recovery.js";
import type { ElementDescriptor } from "../schema/descriptors.js";
import type { XmlReaderOptions } from "../xml/fast/reader.js";
import type { XmlEventSource } from "../xml/ports.js";
import { checkReading, type OptionNames, optionNames, readerOptions } from "./check-call.js";
import { features } from "./features.js";
import { openSource } from "./parse.js";

/** How a document is read, and how many findings are wanted. */
export interface SafeParseOptions extends Pick<ReadOptions, "schema">, XmlReaderOptions {
  /** How many findings are gathered at the most, 100 by default; the value is read to its end all the same. */
  readonly maxIssues?: number | undefined;
}

const safeParseOptions: OptionNames<SafeParseOptions> = /* @__PURE__ */ optionNames<SafeParseOptions>(() => ({
  schema: 0,
  maxIssues: 0,
  ...readerOptions(),
}));

/**
 * A document's value, or what is wrong with the document. The issues are in document order, as far as one mistake can be
 * told from the next; those of a document that is as it should be are warnings.
 */
export type SafeParseResult<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly Issue[] }
  | {
      readonly ok: false;
      readonly issues: readonly Issue[];
      /**
       * What could be read: of the type's shape but for what the issues say. `undefined` for a document that is
       * ill-formed or has another root.
       */
      readonly partial: unknown;
    };

/**
 * Reads a document as far as it can be read, and tells what is wrong with it instead of throwing the first error.
 *
 * @param source - the document as text, or a source of events before its first event or on the root's start
 */
export function safeParse<T>(
  descriptor: ElementDescriptor<T>,
  source: string | XmlEventSource,
  given: SafeParseOptions = {},
): SafeParseResult<T> {
  checkReading("safeParse", descriptor, source, given, safeParseOptions);
  const { maxIssues = 100, ...options } = given;
  const issues: Issue[] = [];
  let ok = true;
  const sink = (issue: Issue): void => {
    if (isErrorIssue(issue)) ok = false;
    if (issues.length < maxIssues) issues.push(issue);
  };
  try {
    const value = readDocument(descriptor, openSource(source, options), { ...options, onIssue: sink }, features, {
      sink,
      recover,
    });
    return ok ? { ok, value, issues } : { ok, issues, partial: value };
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return { ok: false, issues: [...issues, error.issue], partial: undefined };
  }
}

import { type Issue, ParseError } from "../errors.js";
import { recover } from "../features/recovery.js";
import type { ElementDescriptor } from "../schema/descriptors.js";
import type { XmlEventSource } from "../xml/ports.js";
import { type ParseDocumentOptions, readDocument } from "./parse.js";

/** How a document is read, and how many findings are wanted. */
export interface ParseReportOptions extends Omit<ParseDocumentOptions, "validation" | "onIssue"> {
  /** How many findings are gathered at the most, 100 by default; the value is read to its end all the same. */
  readonly maxIssues?: number | undefined;
}

/** A document and all that is wrong with it. */
export interface ParseReport<T> {
  /**
   * What could be read: of its type where there is no error among the issues. `undefined` for a document that is
   * ill-formed or has another root.
   */
  readonly value: T | undefined;
  /** In document order, as far as one mistake can be told from the next. */
  readonly issues: readonly Issue[];
}

/**
 * Reads a document as far as it can be read, and tells what is wrong with it instead of throwing the first error.
 *
 * @param source - the document as text, or a source of events before its first event or on the root's start
 */
export function parseReport<T>(
  descriptor: ElementDescriptor<T>,
  source: string | XmlEventSource,
  { maxIssues = 100, ...options }: ParseReportOptions = {},
): ParseReport<T> {
  const issues: Issue[] = [];
  const onIssue = (issue: Issue): void => {
    if (issues.length < maxIssues) issues.push(issue);
  };
  try {
    return { value: readDocument(descriptor, source, { ...options, onIssue }, recover), issues };
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return { value: undefined, issues: [...issues, error.issue] };
  }
}

/** A place in a source text. Lines and columns count from 1, columns in UTF-16 code units; `offset` counts from 0. */
export interface SourceLocation {
  readonly file?: string | undefined;
  readonly line: number;
  readonly column: number;
  readonly offset?: number | undefined;
  /** Length of the marked stretch in UTF-16 code units, for the caret of a code frame. */
  readonly length?: number | undefined;
}

/** One finding in a schema, a document or a value. */
export interface Issue {
  /** The rule's name: the W3C's where one exists (`cvc-enumeration-valid`), else ours with a prefix (`xml-limit`). */
  readonly code: string;
  /** Lower case, without code, place or full stop. */
  readonly message: string;
  /** Absent means `error`. A warning never makes a document or schema invalid. */
  readonly severity?: "error" | "warning" | undefined;
  /** Where in the value (the shape of Standard Schema's path). */
  readonly path?: readonly PropertyKey[] | undefined;
  /** Where in the document: the elements from the root down by their local names, as in `/Envelope/Body/Disconnect`. */
  readonly documentPath?: string | undefined;
  readonly location?: SourceLocation | undefined;
}

/** Where a finding stands. */
export type IssuePlace = Pick<Issue, "path" | "documentPath" | "location">;

/** Base of everything this package throws for bad input; programming errors are `TypeError`. */
export class XmlError extends Error {
  override readonly name: string = "XmlError";
  /** See {@link Issue.code}. */
  readonly code: string;
  /** The message without the code. */
  readonly reason: string;

  constructor(code: string, reason: string, options?: ErrorOptions) {
    super(`${code}: ${reason}`, options);
    this.code = code;
    this.reason = reason;
  }
}

/** A document is ill-formed, or is not what its descriptor says. */
export class ParseError extends XmlError {
  override readonly name: string = "ParseError";
  readonly path: readonly PropertyKey[] | undefined;
  /** See {@link Issue.documentPath}. */
  readonly documentPath: string | undefined;
  readonly location: SourceLocation | undefined;

  constructor(issue: Issue, options?: ErrorOptions) {
    super(issue.code, issue.message, options);
    this.path = issue.path;
    this.documentPath = issue.documentPath;
    this.location = issue.location;
    const place = describePlace(issue);
    if (place !== "") this.message += ` (${place})`;
  }

  /** The same finding as data. */
  get issue(): Issue {
    const { code, reason: message, path, documentPath, location } = this;
    return { code, message, path, documentPath, location };
  }
}

/** An error that carries several findings; `code` and `reason` are the first error's. */
export abstract class IssuesError extends XmlError {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[], options?: ErrorOptions) {
    const first = issues.find(isErrorIssue) ?? issues[0];
    if (first === undefined) throw new TypeError("an error needs at least one issue");
    super(first.code, first.message, options);
    this.issues = issues;
    const place = describePlace(first);
    if (place !== "") this.message += ` (${place})`;
    if (issues.length > 1) this.message += `, and ${issues.length - 1} more`;
  }
}

/** The generator's: all problems of all schemas read. */
export class SchemaError extends IssuesError {
  override readonly name: string = "SchemaError";
  /** The text of every document read, by the name that locations use: for code frames. */
  readonly sources: ReadonlyMap<string, string>;

  constructor(issues: readonly Issue[], sources: ReadonlyMap<string, string> = new Map(), options?: ErrorOptions) {
    super(issues, options);
    this.sources = sources;
  }
}

/** A value or document does not satisfy its descriptor. */
export class ValidationError extends IssuesError {
  override readonly name: string = "ValidationError";
}

/** Whether a finding is an error rather than a warning. */
export function isErrorIssue(issue: Issue): boolean {
  return issue.severity !== "warning";
}

/** `/Disconnect/callId[0]`-like spelling of a path; the empty string for an empty or absent one. */
export function formatPath(path: readonly PropertyKey[] | undefined): string {
  if (path === undefined) return "";
  let text = "";
  for (const key of path) text += typeof key === "number" ? `[${key}]` : `/${String(key)}`;
  return text;
}

/** The path in the value, or where that is not known or is the root, the path in the document. */
function describePath({ path, documentPath = "" }: Issue): string {
  const inValue = formatPath(path);
  return inValue === "" ? documentPath : inValue;
}

function describePlace(issue: Issue): string {
  const path = describePath(issue);
  const { location } = issue;
  if (location === undefined) return path === "" ? "" : `at ${path}`;
  const place = `${location.file === undefined ? "line " : `${location.file}:`}${location.line}:${location.column}`;
  return path === "" ? place : `at ${path}, ${place}`;
}

/**
 * `file:line:column - error code: message`, and below it, when the source text is given, the source line with a caret
 * under the marked stretch.
 *
 * @param source - the text the location points into, or a function that finds it by file name
 */
export function formatIssue(
  issue: Issue,
  source?: string | ((file: string | undefined) => string | undefined),
): string {
  const { location } = issue;
  const path = describePath(issue);
  let head = `${issue.severity ?? "error"} ${issue.code}: ${issue.message}`;
  if (path !== "") head += ` (at ${path})`;
  if (location === undefined) return head;
  head = `${location.file ?? "<input>"}:${location.line}:${location.column} - ${head}`;
  const text = typeof source === "function" ? source(location.file) : source;
  const frame = text === undefined ? undefined : codeFrame(text, location);
  return frame === undefined ? head : `${head}\n\n${frame}\n`;
}

/** Longest part of a source line shown: a minified document is one line of megabytes. */
const frameWidth = 160;

function codeFrame(text: string, location: SourceLocation): string | undefined {
  const line = text.split(/\r\n|\r|\n/, location.line)[location.line - 1];
  if (line === undefined) return undefined;
  const start = location.column - 1;
  const from = line.length <= frameWidth ? 0 : Math.max(0, start - frameWidth / 2);
  const shown = line.slice(from, from + frameWidth);
  const carets = Math.max(1, Math.min(location.length ?? 1, shown.length - (start - from)));
  const number = String(location.line);
  const indent = shown.slice(0, start - from).replace(/[^\t]/g, " ");
  return `${number} | ${shown}\n${" ".repeat(number.length)} | ${indent}${"^".repeat(carets)}`;
}

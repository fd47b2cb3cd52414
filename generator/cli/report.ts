import {
  formatIssue,
  type Issue,
  isErrorIssue,
  ParseError,
  SchemaError,
  ValidationError,
  XmlError,
} from "../../src/errors.js";
import { type ExitCode, UsageError } from "./command.js";
import { githubAnnotation } from "./github-annotations.js";
import type { Terminal } from "./terminal.js";

/** Tells what ended a command, in the user's words and without a stack trace. */
export function reportFailure(failure: unknown, terminal: Terminal, command: string): ExitCode {
  if (failure instanceof UsageError) {
    terminal.error(`xsdsmith: ${failure.message}\nRun "${command} --help" for how to use it.`);
    return 2;
  }
  if (failure instanceof SchemaError) {
    reportIssues(failure.issues, terminal, failure.sources);
  } else if (failure instanceof ValidationError) {
    reportIssues(failure.issues, terminal);
  } else if (failure instanceof ParseError) {
    reportIssues([failure.issue], terminal);
  } else if (failure instanceof XmlError) {
    // A fault's message tells its code too, which its reason does not.
    reportIssues([{ code: failure.code, message: failure.message.replace(`${failure.code}: `, "") }], terminal);
  } else {
    terminal.error(`${command}: ${describe(failure)}`);
  }
  return 1;
}

/**
 * Prints findings, with their source lines where the text is known.
 *
 * @param sources - texts by the file names in the locations
 */
export function reportIssues(
  issues: readonly Issue[],
  terminal: Terminal,
  sources?: ReadonlyMap<string, string>,
): void {
  for (const issue of issues) {
    const text = formatIssue(issue, (file) => (file === undefined ? undefined : sources?.get(file)));
    terminal.error(terminal.color ? paint(text, issue) : text);
    if (terminal.env["GITHUB_ACTIONS"] === "true") terminal.print(githubAnnotation(issue));
  }
  const errors = issues.filter(isErrorIssue).length;
  if (errors > 1) terminal.error(`${errors} errors`);
}

const red = "\u001b[31m";
const yellow = "\u001b[33m";
const bold = "\u001b[1m";
const plain = "\u001b[0m";

/** Colours the severity and code, and the line of carets. */
function paint(text: string, issue: Issue): string {
  const color = isErrorIssue(issue) ? red : yellow;
  const head = `${issue.severity ?? "error"} ${issue.code}`;
  return text
    .replace(head, () => `${bold}${color}${head}${plain}`)
    .replace(/^( +\| *)(\^+)$/m, (_, margin: string, carets: string) => `${margin}${color}${carets}${plain}`);
}

function describe(failure: unknown): string {
  if (!(failure instanceof Error)) return String(failure);
  const missing = /^Cannot find (?:package|module) '([^'/]+)/.exec(failure.message);
  if (missing !== null && "code" in failure && failure.code === "ERR_MODULE_NOT_FOUND") {
    return `needs the package ${missing[1]}, which is not installed: npm install --save-dev ${missing[1]}`;
  }
  return failure.message;
}

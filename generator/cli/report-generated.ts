import type { GenerateResult, ResultFile } from "../options.js";
import type { ExitCode } from "./command.js";
import { reportIssues } from "./report.js";
import type { Terminal } from "./terminal.js";

/** What to say of a generation besides its findings. */
export interface ReportOptions {
  readonly check: boolean;
  readonly notes: boolean;
  readonly quiet: boolean;
}

/** Tells what was written, or what a check found. */
export async function reportGenerated(
  result: GenerateResult,
  terminal: Terminal,
  { check, notes, quiet }: ReportOptions,
): Promise<ExitCode> {
  reportIssues(result.issues, terminal, result.sources);
  if (notes) reportIssues(result.notes, terminal, result.sources);
  if (check) return reportCheck(result, terminal, quiet);
  if (quiet) return 0;
  for (const { status, path } of result.files) terminal.print(`${status} ${path}`);
  const { describeSummary } = await import("../index.js");
  terminal.print(describeSummary(result.summary));
  const renamed = result.notes.length;
  if (!notes && renamed > 0) {
    const names = renamed === 1 ? "1 name is" : `${renamed} names are`;
    terminal.print(`${names} not what the schema calls things: --notes tells which`);
  }
  return 0;
}

/** Says, once for all projects, what is left out where ts-morph is not installed. */
export function tellUnparsed(results: readonly GenerateResult[], terminal: Terminal): void {
  if (results.every(({ parsed }) => parsed)) return;
  terminal.print(
    "what was printed is neither parsed nor type-checked without ts-morph: npm install --save-dev ts-morph",
  );
}

function reportCheck({ files }: GenerateResult, terminal: Terminal, quiet: boolean): ExitCode {
  const wrong = files.filter(({ status }) => status !== "unchanged");
  for (const file of wrong) terminal.error(describeDifference(file));
  if (wrong.length > 0) {
    terminal.error("run xsdsmith generate without --check, and commit what it writes");
    return 1;
  }
  if (!quiet) for (const { path } of files) terminal.print(`up to date ${path}`);
  return 0;
}

function describeDifference({ path, difference }: ResultFile): string {
  if (difference === undefined) return `${path} - error: the file is missing`;
  const { line, found, expected } = difference;
  const show = (sign: string, text: string | undefined) => `  ${sign} ${text ?? "(end of the file)"}`;
  return [`${path}:${line} - error: the file is not what would be written`, show("-", found), show("+", expected)].join(
    "\n",
  );
}

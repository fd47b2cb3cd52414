import type { Diagnostic, SourceFile } from "ts-morph";
import type { Issue } from "../../src/errors.js";
import type { GeneratedFile } from "./print.js";

type TsMorph = typeof import("ts-morph");

/** ts-morph, which is loaded here only and only where there is work for it; `undefined` where it is not installed. */
export async function loadTsMorph(): Promise<TsMorph | undefined> {
  try {
    return await import("ts-morph");
  } catch (error) {
    if (error instanceof Error && /^Cannot find (?:package|module) 'ts-morph'/.test(error.message)) return undefined;
    throw error;
  }
}

/** What the compiler's parser made of printed files. */
export interface ParsedFiles {
  readonly files: readonly GeneratedFile[];
  /** An error for each place that is not TypeScript. */
  readonly issues: readonly Issue[];
}

/**
 * Parses the files that are TypeScript.
 *
 * @param change - may change each of them; the text that it has then is what will be written
 */
export async function parseFiles(
  { Project, IndentationText, NewLineKind }: TsMorph,
  files: readonly GeneratedFile[],
  change: (file: SourceFile, index: number) => void | Promise<void>,
): Promise<ParsedFiles> {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    compilerOptions: { noLib: true, noResolve: true },
    manipulationSettings: { indentationText: IndentationText.TwoSpaces, newLineKind: NewLineKind.LineFeed },
  });
  const sources = files.map(({ path, text }) =>
    isTypeScript(path) ? project.createSourceFile(path, text, { overwrite: true }) : undefined,
  );
  for (const [index, source] of sources.entries()) if (source !== undefined) await change(source, index);
  const changed = files.map(({ path, text }, index) => ({ path, text: sources[index]?.getFullText() ?? text }));
  const program = project.getProgram();
  const issues = sources.flatMap((source, index) =>
    source === undefined
      ? []
      : program
          .getSyntacticDiagnostics(source)
          .map((diagnostic) =>
            toIssue("print-syntax", "what was printed is not TypeScript", diagnostic, changed[index]?.path ?? ""),
          ),
  );
  return { files: changed, issues };
}

export function isTypeScript(path: string): boolean {
  return /\.[mc]?ts$/.test(path);
}

/** What the compiler says of a place in a file, as a finding of ours. */
export function toIssue(code: string, what: string, diagnostic: Diagnostic, file: string): Issue {
  const { compilerObject } = diagnostic;
  const start = compilerObject.start ?? 0;
  const place = diagnostic.getSourceFile()?.getLineAndColumnAtPos(start) ?? { line: 1, column: 1 };
  const length = compilerObject.length === 0 ? undefined : compilerObject.length;
  return {
    code,
    message: `${what}: ${sentence(compilerObject.messageText)} (TS${diagnostic.getCode()})`,
    location: { file, ...place, offset: start, length },
  };
}

/** The compiler's words without their full stop; what it says in detail is left out. */
function sentence(text: Diagnostic["compilerObject"]["messageText"]): string {
  const words = typeof text === "string" ? text : text.messageText;
  return words.replace(/\.$/, "").replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase());
}

import type { Terminal } from "./terminal.js";

/**
 * 0: done. 1: the input or the other side had a problem. 2: the command line itself is wrong. Commands that talk to the UM
 * service tell two problems apart: 3, the service refused; 4, there was no usable answer.
 */
export type ExitCode = 0 | 1 | 2 | 3 | 4;

export interface CommandOption {
  readonly description: string;
  readonly short?: string | undefined;
  /** What stands for the value in help texts (`DIR`); absent for a switch. */
  readonly value?: string | undefined;
}

/** What was given on the command line, already checked against the command's own options. */
export interface Arguments {
  readonly positionals: readonly string[];
  /** The last value given for an option. */
  text(option: string): string | undefined;
  /** All values given for an option, in order. */
  texts(option: string): readonly string[];
  /** Whether a switch was given. */
  has(option: string): boolean;
}

/** One command: a new one is a file with such an object and a line in `commands.ts`. */
export interface Command {
  /** The words that name it: `["um", "disconnect"]`. */
  readonly words: readonly string[];
  /** One line for the list of commands. */
  readonly summary: string;
  /** What follows the words: `CALL_ID --endpoint URL [options]`. */
  readonly usage: string;
  /** Further help: lines as they are shown. */
  readonly details?: readonly string[] | undefined;
  readonly options: Readonly<Record<string, CommandOption>>;
  /** Whether the word after a WSDL names one of its operations, which shells complete. */
  readonly takesOperation?: boolean | undefined;
  /** Whole command lines, each with what it does. */
  readonly examples: readonly (readonly [commandLine: string, meaning: string])[];
  /** Exit codes beside 0, 1 and 2, with their meanings: `3 the service refused`. */
  readonly exitCodes?: readonly string[] | undefined;
  run(args: Arguments, terminal: Terminal): Promise<ExitCode>;
}

/** The command line is wrong: exit code 2 and a pointer to the help. */
export class UsageError extends Error {
  override readonly name: string = "UsageError";
}

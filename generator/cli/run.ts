import { nearestName } from "../../src/text/nearest.js";
import { type Command, type ExitCode, UsageError } from "./command.js";
import { commands } from "./commands.js";
import { commandHelp, groupHelp, helpOption } from "./help.js";
import { packageVersion } from "./package-version.js";
import { readArguments, unknownOption } from "./read-arguments.js";
import { reportFailure } from "./report.js";
import type { Terminal } from "./terminal.js";

/** Runs one command line and says how it ended; whatever goes wrong is told on `terminal`, never thrown. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await dispatch(args, terminal);
  } catch (error) {
    return reportFailure(error, terminal, commandName(args));
  }
}

async function dispatch(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const command = findCommand(args);
  if (command !== undefined) {
    const given = readArguments(args.slice(command.words.length), { ...command.options, help: helpOption });
    if (!given.has("help")) return command.run(given, terminal);
    terminal.print(commandHelp(command));
    return 0;
  }
  const words = leadingWords(args);
  const group = commands.filter((candidate) => words.every((word, index) => candidate.words[index] === word));
  if (group.length === 0) throw new UsageError(unknownCommand(words));
  const option = args[words.length];
  if (option === "--help" || option === "-h") {
    terminal.print(groupHelp(group, words));
    return 0;
  }
  if (option === "--version" && words.length === 0) {
    terminal.print(packageVersion());
    return 0;
  }
  if (option !== undefined)
    throw new UsageError(unknownOption(option, words.length === 0 ? ["help", "version"] : ["help"]));
  terminal.error(groupHelp(group, words));
  return 2;
}

function findCommand(args: readonly string[]): Command | undefined {
  return commands.find(({ words }) => words.every((word, index) => args[index] === word));
}

/** The words before the first option. */
function leadingWords(args: readonly string[]): readonly string[] {
  const end = args.findIndex((arg) => arg.startsWith("-"));
  return end === -1 ? args : args.slice(0, end);
}

function unknownCommand(words: readonly string[]): string {
  const names = commands.map((command) => command.words.join(" "));
  const groups = commands.filter((command) => command.words.length > 1).map((command) => command.words[0] ?? "");
  const given = words.slice(0, groups.includes(words[0] ?? "") ? 2 : 1).join(" ");
  const suggestion = nearestName(given, [...names, ...groups]) ?? names.find((name) => name.startsWith(given));
  return `unknown command "${given}"${suggestion === undefined ? "" : `; did you mean "${suggestion}"?`}`;
}

/** `xsdsmith generate`, as far as the command line names a command. */
function commandName(args: readonly string[]): string {
  const command = findCommand(args);
  return ["xsdsmith", ...(command?.words ?? [])].join(" ");
}

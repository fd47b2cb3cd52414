import type { Command, CommandOption } from "./command.js";

export const helpOption: CommandOption = { short: "h", description: "Show this help" };

const versionOption: CommandOption = { description: "Show the version" };

/** The help of a group of commands: of all (`words` empty), or of those that share their first words. */
export function groupHelp(commands: readonly Command[], words: readonly string[]): string {
  const name = ["xsdsmith", ...words].join(" ");
  const sections = [
    `Usage: ${name} <command> [options]`,
    ...(words.length === 0
      ? ["TypeScript from XML Schema and WSDL, and the Exchange Unified Messaging service by hand."]
      : []),
    section("Commands", columns(commands.map((command) => [command.words.join(" "), command.summary]))),
    section("Options", optionLines({ help: helpOption, ...(words.length === 0 ? { version: versionOption } : {}) })),
    `Run "xsdsmith <command> --help" for what a command takes.`,
  ];
  return sections.join("\n\n");
}

export function commandHelp(command: Command): string {
  const sections = [
    `Usage: xsdsmith ${[...command.words, command.usage].join(" ").trimEnd()}`,
    `${command.summary}.${(command.details ?? []).map((line) => `\n${line}`).join("")}`,
    section("Options", optionLines({ ...command.options, help: helpOption })),
    section(
      "Examples",
      command.examples.flatMap(([commandLine, meaning]) => [`# ${meaning}`, commandLine]),
    ),
    `Exit codes: ${["0 done", "1 problems", "2 wrong usage", ...(command.exitCodes ?? [])].join(", ")}.`,
  ];
  return sections.join("\n\n");
}

function section(title: string, lines: readonly string[]): string {
  return [`${title}:`, ...lines.map((line) => `  ${line}`)].join("\n");
}

function optionLines(options: Readonly<Record<string, CommandOption>>): readonly string[] {
  return columns(
    Object.entries(options).map(([name, { short, value, description }]) => {
      const long = value === undefined ? `--${name}` : `--${name} ${value}`;
      return [short === undefined ? long : `-${short}, ${long}`, description];
    }),
  );
}

function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `${left.padEnd(width)}  ${right}`);
}

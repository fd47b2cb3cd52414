import type { Command, CommandOption } from "./command.js";
import { helpOption } from "./help.js";

/** The commands that share a first word: `um`; a command of one word stands alone. */
interface Group {
  readonly name: string;
  readonly summary: string;
  readonly members: readonly Command[];
  readonly alone: Command | undefined;
}

function groupsOf(commands: readonly Command[]): readonly Group[] {
  const names = [...new Set(commands.map(({ words }) => words[0] ?? ""))];
  return names.map((name) => {
    const members = commands.filter(({ words }) => words[0] === name && words.length > 1);
    const alone = commands.find(({ words }) => words[0] === name && words.length === 1);
    const summary = alone?.summary ?? members.map(({ words }) => words[1]).join(", ");
    return { name, summary, members, alone };
  });
}

function optionsOf(command: Command): readonly (readonly [name: string, option: CommandOption])[] {
  return Object.entries({ ...command.options, help: helpOption });
}

/** What an option's value can be: some words, a path, or anything. */
function valuesOf({ value }: CommandOption): readonly string[] | "path" | "any" | undefined {
  if (value === undefined) return undefined;
  if (/^[\w-]+(\|[\w-]+)+$/.test(value)) return value.split("|");
  return /FILE|DIR|PATH/.test(value) ? "path" : "any";
}

/** The options that are followed by a value, as they may be written. */
function valueOptions(command: Command): readonly string[] {
  return optionsOf(command)
    .filter(([, { value }]) => value !== undefined)
    .flatMap(([name, { short }]) => (short === undefined ? [`--${name}`] : [`--${name}`, `-${short}`]));
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A word of the line that bash completes. */
function bashWord(index: string): string {
  return `"\${COMP_WORDS[${index}]-}"`;
}

export function bashScript(commands: readonly Command[]): string {
  const groups = groupsOf(commands);
  const lines = [
    "# bash completion for xsdsmith",
    "_xsdsmith_operations() {",
    // Bash cuts words at `:` and `=` too, so the WSDL is told by being a file.
    "  local index word wsdl=",
    "  for ((index = 2; index < COMP_CWORD; index++)); do",
    `    word="\${COMP_WORDS[index]//[\\'\\"\\\\]/}"`,
    `    case " $1 " in *" \${COMP_WORDS[index - 1]} "*) continue ;; esac`,
    `    word="\${word/#\\~/$HOME}"`,
    '    if [ -f "$word" ]; then wsdl="$word"; break; fi',
    "  done",
    '  if [ -z "$wsdl" ]; then return; fi',
    "  compopt +o default 2>/dev/null",
    `  local names="$("\${COMP_WORDS[0]}" completion operations "$wsdl" 2>/dev/null | cut -f1)"`,
    `  COMPREPLY=($(compgen -W "$names" -- ${bashWord("COMP_CWORD")}))`,
    "}",
    "_xsdsmith() {",
    `  local cur=${bashWord("COMP_CWORD")} prev=${bashWord("COMP_CWORD-1")} words=`,
    `  local command=${bashWord("1")}`,
    "  local takes=",
    "  COMPREPLY=()",
    '  if [ "$COMP_CWORD" -eq 1 ]; then',
    `    COMPREPLY=($(compgen -W ${quote([...groups.map(({ name }) => name), "--help", "--version"].join(" "))} -- "$cur"))`,
    "    return",
    "  fi",
    '  case "$command" in',
    ...groups
      .filter(({ members }) => members.length > 0)
      .flatMap(({ name, members }) => [
        `    ${name})`,
        '      if [ "$COMP_CWORD" -eq 2 ]; then',
        `        COMPREPLY=($(compgen -W ${quote([...members.map(({ words }) => words[1] ?? ""), "--help"].join(" "))} -- "$cur"))`,
        "        return",
        "      fi",
        `      command="$command "${bashWord("2")}`,
        "      ;;",
      ]),
    "  esac",
    '  case "$command" in',
    ...commands.flatMap(bashCommand),
    "  esac",
    '  case "$cur" in',
    '    -*) COMPREPLY=($(compgen -W "$words" -- "$cur")) ;;',
    '    *) if [ -n "$takes" ]; then _xsdsmith_operations "$takes"; fi ;;',
    "  esac",
    "}",
    "complete -o default -F _xsdsmith xsdsmith",
  ];
  return lines.join("\n");
}

function bashCommand(command: Command): readonly string[] {
  const options = optionsOf(command);
  const withValue = options.flatMap(([name, option]) => {
    const values = valuesOf(option);
    if (values === undefined) return [];
    const names = option.short === undefined ? `--${name}` : `--${name} | -${option.short}`;
    if (values === "path") return [`        ${names}) return ;;`];
    const words = values === "any" ? "" : ` COMPREPLY=($(compgen -W ${quote(values.join(" "))} -- "$cur"));`;
    // Without a completion of its own, bash would offer files.
    return [`        ${names})${words} compopt +o default 2>/dev/null; return ;;`];
  });
  return [
    `    ${quote(command.words.join(" "))})`,
    ...(withValue.length === 0 ? [] : ['      case "$prev" in', ...withValue, "      esac"]),
    `      words=${quote(options.map(([name]) => `--${name}`).join(" "))}`,
    ...(command.takesOperation === true ? [`      takes=${quote(valueOptions(command).join(" "))}`] : []),
    "      ;;",
  ];
}

export function zshScript(commands: readonly Command[]): string {
  const groups = groupsOf(commands);
  const describe = (rows: readonly (readonly [string, string])[]) =>
    rows.map(([name, summary]) => quote(`${name.replaceAll(":", "\\:")}:${summary}`)).join(" ");
  const lines = [
    "#compdef xsdsmith",
    "_xsdsmith_operations() {",
    "  local -a found",
    `  found=(\${(f)"$(_call_program operations \${words[1]} completion operations \${line[2]} 2>/dev/null)"})`,
    `  found=(\${found//:/\\\\:})`,
    `  found=(\${found/$'\\t'/:})`,
    "  _describe -t operations operation found",
    "}",
    "_xsdsmith() {",
    "  local -a names line",
    "  local -A opt_args",
    "  if (( CURRENT == 2 )); then",
    `    names=(${describe(groups.map(({ name, summary }) => [name, summary]))})`,
    "    _describe command names",
    "    return",
    "  fi",
    '  case "$words[2]" in',
    ...groups.flatMap(({ name, members, alone }) => [
      `    ${name})`,
      ...(alone === undefined ? [] : [`      ${zshArguments(alone)}`]),
      ...(members.length === 0
        ? []
        : [
            "      if (( CURRENT == 3 )); then",
            `        names=(${describe(members.map(({ words, summary }) => [words[1] ?? "", summary]))})`,
            "        _describe command names",
            "        return",
            "      fi",
            '      case "$words[3]" in',
            ...members.map((member) => `        ${member.words[1]}) ${zshArguments(member)} ;;`),
            "      esac",
          ]),
      "      ;;",
    ]),
    "  esac",
    "}",
    "compdef _xsdsmith xsdsmith",
  ];
  return lines.join("\n");
}

function zshArguments(command: Command): string {
  const specifications = optionsOf(command).flatMap(([name, option]) => {
    const values = valuesOf(option);
    const text = `[${option.description.replace(/[[\]\\:]/g, "\\$&")}]`;
    const action = values === "path" ? "_files" : values === "any" ? " " : `(${(values ?? []).join(" ")})`;
    const value = values === undefined ? "" : `:${(option.value ?? "").replaceAll(":", "\\:")}:${action}`;
    const names = option.short === undefined ? [`--${name}`] : [`--${name}`, `-${option.short}`];
    return names.map((spelled) => quote(`${spelled}${text}${value}`));
  });
  // The first word is the command's own name.
  const operands = command.takesOperation === true ? ["1: :", "2:WSDL:_files", "3:operation:_xsdsmith_operations"] : [];
  return ["_arguments", ...specifications, ...operands.map(quote), quote("*: :_default")].join(" ");
}

export function fishScript(commands: readonly Command[]): string {
  const groups = groupsOf(commands);
  const complete = (condition: string, rest: string) => `complete -c xsdsmith -n ${quote(condition)} ${rest}`;
  const lines = [
    "# fish completion for xsdsmith",
    "function __xsdsmith_wsdl",
    "  set -l words (commandline -opc)",
    "  set -e words[1]",
    "  set -l previous",
    "  for word in $words",
    '    if not contains -- "$previous" $argv; and test -f (string unescape -- $word | string replace -r "^~" $HOME)',
    "      string unescape -- $word | string replace -r '^~' $HOME",
    "      return 0",
    "    end",
    "    set previous $word",
    "  end",
    "  return 1",
    "end",
    "function __xsdsmith_operations",
    "  set -l words (commandline -opc)",
    "  set -l command (string unescape -- $words[1])",
    "  $command completion operations (__xsdsmith_wsdl $argv) 2>/dev/null",
    "end",
    ...groups.map(({ name, summary }) => complete("__fish_use_subcommand", `-f -a ${name} -d ${quote(summary)}`)),
    ...groups.flatMap(({ name, members }) => {
      const known = members.map(({ words }) => words[1] ?? "");
      const open = `__fish_seen_subcommand_from ${name}; and not __fish_seen_subcommand_from ${known.join(" ")}`;
      return members.map(({ words, summary }) => complete(open, `-f -a ${words[1]} -d ${quote(summary)}`));
    }),
    ...commands.flatMap((command) => {
      if (command.takesOperation !== true) return [];
      const options = valueOptions(command).join(" ");
      const condition = `${fishCondition(command, groups)}; and __xsdsmith_wsdl ${options} >/dev/null`;
      return [complete(condition, `-f -a ${quote(`(__xsdsmith_operations ${options})`)}`)];
    }),
    ...commands.flatMap((command) => {
      const condition = fishCondition(command, groups);
      return optionsOf(command).map(([name, option]) => complete(condition, fishOption(name, option)));
    }),
  ];
  return lines.join("\n");
}

/** Whether the line is of this command: `um call` is not `call`. */
function fishCondition({ words }: Command, groups: readonly Group[]): string {
  const others = words.length === 1 ? groups.filter(({ members }) => members.length > 0) : [];
  return [
    ...words.map((word) => `__fish_seen_subcommand_from ${word}`),
    ...others.map(({ name }) => `not __fish_seen_subcommand_from ${name}`),
  ].join("; and ");
}

function fishOption(name: string, option: CommandOption): string {
  const values = valuesOf(option);
  const parts = [`-l ${name}`];
  if (option.short !== undefined) parts.push(`-s ${option.short}`);
  if (values === "path") parts.push("-r");
  else if (values === "any") parts.push("-x");
  else if (values !== undefined) parts.push(`-x -a ${quote(values.join(" "))}`);
  return [...parts, `-d ${quote(option.description)}`].join(" ");
}

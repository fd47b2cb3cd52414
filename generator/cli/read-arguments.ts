import { parseArgs } from "node:util";
import { nearestName } from "../../src/text/nearest.js";
import { type Arguments, type CommandOption, UsageError } from "./command.js";

/**
 * Reads what follows a command's words.
 *
 * @throws {@link UsageError} for an option that is unknown, lacks its value or has one that it does not take
 */
export function readArguments(args: readonly string[], options: Readonly<Record<string, CommandOption>>): Arguments {
  // Not strict: our own messages name the nearest option and what the value stands for.
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(options).map(([name, { short, value }]) => {
        const type = value === undefined ? ("boolean" as const) : ("string" as const);
        return [name, short === undefined ? { type } : { type, short }];
      }),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (option === undefined) throw new UsageError(unknownOption(token.rawName, Object.keys(options)));
    if (option.value === undefined) {
      if (token.value !== undefined) throw new UsageError(`option ${token.rawName} takes no value`);
    } else if (token.value === undefined || token.value === "" || isNextOption(token)) {
      throw new UsageError(`option ${token.rawName} needs a value: ${token.rawName} ${option.value}`);
    }
    values.set(token.name, [...(values.get(token.name) ?? []), token.value ?? ""]);
  }
  return {
    positionals,
    text: (name) => values.get(name)?.at(-1),
    texts: (name) => values.get(name) ?? [],
    has: (name) => values.has(name),
  };
}

/** `--out --check`: the value was forgotten. `--out=--check` is meant. */
function isNextOption(token: {
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}): boolean {
  return token.inlineValue !== true && token.value !== undefined && /^--?[a-z]/.test(token.value);
}

/** What to say of an option that there is not. */
export function unknownOption(given: string, known: readonly string[]): string {
  const suggestion = given.startsWith("--") ? nearestName(given.slice(2), known) : undefined;
  return `unknown option ${given}${suggestion === undefined ? "" : `; did you mean --${suggestion}?`}`;
}

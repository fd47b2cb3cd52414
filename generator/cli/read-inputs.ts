import type { NamedComponent, ReadComponents } from "../index.js";
import { type Arguments, type CommandOption, UsageError } from "./command.js";
import { reportIssues } from "./report.js";
import type { Terminal } from "./terminal.js";

export const allowOption: CommandOption = {
  value: "RULE",
  description: "Report findings of this rule as warnings; may be given again",
};

/** Options of the commands that answer a question about schemas. */
export const inputOptions: Readonly<Record<string, CommandOption>> = {
  kind: {
    value: "KIND",
    description: "element, type, group, attribute or attributeGroup, where several have the name",
  },
  allow: allowOption,
};

/** Reads the schemas of a command line; their warnings are not what was asked for and stay unsaid. */
export async function readInputs(
  entries: readonly string[],
  args: Arguments,
  terminal: Terminal,
  command: string,
): Promise<ReadComponents> {
  if (entries.length === 0) throw new UsageError(`${command} needs at least one .xsd or .wsdl file`);
  const { nodeFiles, readComponents } = await import("../index.js");
  return readComponents(entries, { ...nodeFiles(terminal.cwd), allow: args.texts("allow") });
}

/**
 * The components that a name on the command line stands for.
 *
 * @throws {@link UsageError} for a kind that is none
 * @returns `undefined` where there is none: that has been said
 */
export async function findNamed(
  name: string,
  { schemas, loaded }: ReadComponents,
  args: Arguments,
  terminal: Terminal,
): Promise<readonly NamedComponent[] | undefined> {
  const { componentKinds, findComponents, suggestName } = await import("../index.js");
  const given = args.text("kind");
  const kind = componentKinds.find((candidate) => candidate === given);
  if (given !== undefined && kind === undefined) {
    throw new UsageError(`option --kind is ${componentKinds.join(", ")}, not "${given}"`);
  }
  const found = findComponents(name, schemas, loaded.documents, kind);
  if (found.length > 0) return found;
  const message = `no ${kind ?? "element, type or group"} is called ${name}${suggestName(name, schemas)}`;
  reportIssues([{ code: "xsd-unknown-name", message }], terminal);
  return undefined;
}

import { dirname } from "node:path";
import { nearestName } from "../../src/text/nearest.js";
import type { ProjectConfig } from "../index.js";
import { type Arguments, type CommandOption, UsageError } from "./command.js";
import type { Terminal } from "./terminal.js";

/** What is generated, and how. */
export const projectOptions: Readonly<Record<string, CommandOption>> = {
  out: { value: "DIR", short: "o", description: "Folder for the TypeScript files" },
  "property-names": {
    value: "camel|preserve",
    description: "CallId becomes callId (camel, the default) or stays CallId",
  },
  "type-names": {
    value: "PATTERN",
    description: "Names of types: {pascal} (the default), Ews{pascal}, {name}",
  },
  datatype: {
    value: "NAME=TYPE",
    description: "Values as another type: long=number, dateTime=Date and others",
  },
  modules: {
    value: "namespace|single",
    description: "A file for each namespace (the default), or one for all",
  },
  only: { value: "A,B", description: "Only these elements, types and operations, and what they reach" },
  style: {
    value: "wrapped|bare",
    description: "Answers as what they wrap (wrapped, default) or messages (bare)",
  },
  operations: { value: "A,B", description: "Only these operations, and the types that they reach" },
  allow: { value: "RULE", description: "Report findings of this rule as warnings; may be given again" },
};

export interface Projects {
  readonly projects: readonly ProjectConfig[];
  /** What their files are relative to. */
  readonly folder: string;
}

/**
 * The projects of a command line: the one that it describes, else those of the configuration.
 *
 * @throws {@link UsageError} where there is none, or for an option with a wrong value
 */
export async function readProjects(args: Arguments, terminal: Terminal): Promise<Projects> {
  if (args.positionals.length > 0) return { projects: [await readProject(args)], folder: terminal.cwd };
  const given = Object.keys(projectOptions).find((name) => args.has(name));
  const { readConfig } = await import("../index.js");
  const config = await readConfig(terminal.cwd, args.text("config"));
  if (config === undefined || given !== undefined) {
    const instead = given === undefined ? ", or a configuration: xsdsmith init writes one" : "";
    throw new UsageError(`generate needs at least one .xsd or .wsdl file${instead}`);
  }
  const wanted = args.texts("project");
  const unknown = wanted.find((name) => !config.projects.some((project) => project.name === name));
  if (unknown !== undefined) {
    const nearest = nearestName(
      unknown,
      config.projects.flatMap(({ name }) => name ?? []),
    );
    const hint = nearest === undefined ? "" : `; did you mean "${nearest}"?`;
    throw new UsageError(`the configuration has no project "${unknown}"${hint}`);
  }
  const projects = config.projects.filter(({ name }) => wanted.length === 0 || wanted.includes(name ?? ""));
  return { projects, folder: dirname(config.file) };
}

async function readProject(args: Arguments): Promise<ProjectConfig> {
  const out = args.text("out");
  if (out === undefined) throw new UsageError("generate needs a folder to write to: --out DIR");
  return {
    entries: args.positionals,
    out,
    propertyNames: oneOf("property-names", ["camel", "preserve"], args),
    typeNames: readTypeNames(args.text("type-names")),
    datatypes: await readDatatypes(args.texts("datatype")),
    modules: oneOf("modules", ["namespace", "single"], args),
    only: readNames(args.texts("only")),
    style: oneOf("style", ["wrapped", "bare"], args),
    operations: readNames(args.texts("operations")),
    allow: args.texts("allow"),
  };
}

function oneOf<T extends string>(option: string, allowed: readonly [T, T], args: Arguments): T | undefined {
  const given = args.text(option);
  const found = allowed.find((value) => value === given);
  if (given === undefined || found !== undefined) return found;
  throw new UsageError(`option --${option} is ${allowed.join(" or ")}, not "${given}"`);
}

function readTypeNames(given: string | undefined): string | undefined {
  if (given === undefined || /^[\w$]*\{(name|pascal)\}[\w$]*$/.test(given)) return given;
  throw new UsageError(`option --type-names is a name with {pascal} or {name} in it, not "${given}"`);
}

async function readDatatypes(given: readonly string[]): Promise<ProjectConfig["datatypes"]> {
  if (given.length === 0) return undefined;
  const { refuseDatatypes } = await import("../index.js");
  const datatypes = Object.fromEntries(given.map((mapping) => mapping.split("=", 2) as [string, string]));
  const refusal = refuseDatatypes(datatypes);
  if (refusal !== undefined) throw new UsageError(`option --datatype: ${refusal}`);
  return datatypes as ProjectConfig["datatypes"];
}

function readNames(given: readonly string[]): readonly string[] | undefined {
  const names = given.flatMap((names) => names.split(",")).map((name) => name.trim());
  return given.length === 0 ? undefined : names.filter((name) => name !== "");
}

import { XmlError } from "../../../src/errors.js";
import { nearestName } from "../../../src/text/nearest.js";
import { isRecord } from "../../../src/text/record.js";
import { refuseDatatypes } from "../../bind/datatype-options.js";
import type { GenerateOptions } from "../../options.js";
import type { ProjectConfig } from "./config.js";

/** What is wrong with a value; `undefined` where nothing is. */
type Check = (value: unknown) => string | undefined;

const text: Check = (value) => (typeof value === "string" && value !== "" ? undefined : "must be a text");
const texts: Check = (value) =>
  Array.isArray(value) && value.every((item) => text(item) === undefined) ? undefined : "must be a list of texts";
const record: Check = (value) =>
  isRecord(value) && Object.values(value).every((item) => text(item) === undefined)
    ? undefined
    : "must map names to names";

function oneOf(...allowed: readonly string[]): Check {
  return (value) => {
    const spelled = allowed.map((each) => JSON.stringify(each)).join(" or ");
    return typeof value === "string" && allowed.includes(value) ? undefined : `must be ${spelled}`;
  };
}

const names: Check = (value) => {
  if (!isRecord(value)) return "must have types or elements";
  return firstProblem(value, { types: record, elements: record });
};

const plugins: Check = (value) =>
  Array.isArray(value) && value.every((plugin) => isRecord(plugin) && typeof plugin["name"] === "string")
    ? undefined
    : "must be a list of plugins";

type SharedOption = keyof GenerateOptions & keyof ProjectConfig;

const sharedChecks: Readonly<Record<SharedOption, Check>> = {
  entries: (value) => texts(value) ?? (Array.isArray(value) && value.length === 0 ? "must not be empty" : undefined),
  out: text,
  propertyNames: oneOf("camel", "preserve"),
  typeNames: (value) =>
    typeof value === "string" && /^[\w$]*\{(name|pascal)\}[\w$]*$/.test(value)
      ? undefined
      : "must be a name with {pascal} or {name} in it",
  datatypes: (value) => record(value) ?? refuseDatatypes(value as Readonly<Record<string, string>>),
  modules: oneOf("namespace", "single"),
  only: texts,
  style: oneOf("wrapped", "bare"),
  operations: texts,
  allow: texts,
  plugins,
};

const projectChecks: Readonly<Record<keyof ProjectConfig, Check>> = { ...sharedChecks, name: text, names };

const generateChecks: Readonly<Record<keyof GenerateOptions, Check>> = {
  ...sharedChecks,
  check: (value) => (typeof value === "boolean" ? undefined : "must be true or false"),
  cwd: text,
  onStage: (value) => (typeof value === "function" ? undefined : "must be a function"),
};

/**
 * The options of `generate`, which callers without a compiler may get wrong.
 *
 * @throws TypeError that says what is wrong in one line
 */
export function checkGenerateOptions(options: unknown): void {
  if (!isRecord(options)) throw new TypeError("generate takes an object of options: { entries, out }");
  const problem = firstProblem(options, generateChecks);
  if (problem !== undefined) throw new TypeError(`generate: ${problem}`);
  const missing = missingOption(options);
  if (missing !== undefined) throw new TypeError(`generate has no ${missing}`);
}

function missingOption(options: Readonly<Record<string, unknown>>): string | undefined {
  return ["entries", "out"].find((required) => options[required] === undefined);
}

/**
 * The projects of a configuration.
 *
 * @param file - what findings call it
 * @throws {@link XmlError} `config-invalid`
 */
export function checkConfig(config: unknown, file: string): readonly ProjectConfig[] {
  const projects: readonly unknown[] = Array.isArray(config) ? config : [config];
  if (projects.length === 0) throw new XmlError("config-invalid", `${file} has no project`);
  return projects.map((project, index) => {
    const place = Array.isArray(config) ? `project ${index + 1} of ${file}` : file;
    if (!isRecord(project))
      throw new XmlError("config-invalid", `${place} is no object; a configuration is its default export`);
    // A wrong name first: what is missing may be what it was meant to be.
    const problem = firstProblem(project, projectChecks);
    if (problem !== undefined) throw new XmlError("config-invalid", `${place}: ${problem}`);
    const missing = missingOption(project);
    if (missing !== undefined) throw new XmlError("config-invalid", `${place} has no ${missing}`);
    return project as unknown as ProjectConfig;
  });
}

function firstProblem(
  value: Readonly<Record<string, unknown>>,
  known: Readonly<Record<string, Check>>,
): string | undefined {
  for (const [key, item] of Object.entries(value)) {
    if (!Object.hasOwn(known, key)) {
      const nearest = nearestName(key, Object.keys(known));
      return `${key} is no option${nearest === undefined ? "" : `; did you mean ${nearest}?`}`;
    }
    const problem = item === undefined ? undefined : known[key]?.(item);
    if (problem !== undefined) return `${key} ${problem}`;
  }
  return undefined;
}

import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { nearestName } from "../../../src/text/nearest.js";
import { UsageError } from "../command.js";
import type { Terminal } from "../terminal.js";

/** How a service is reached, without anything secret. */
export interface UmProfile {
  readonly endpoint?: string | undefined;
  readonly service?: string | undefined;
  readonly user?: string | undefined;
  readonly auth?: string | undefined;
  /** In seconds. */
  readonly timeout?: string | undefined;
}

const settings = ["endpoint", "service", "user", "auth", "timeout"] as const;

/**
 * The profile of that name in the configuration file; without a name the default one, where there is a file and it has one.
 *
 * @param file - the file that was named on the command line
 * @throws {@link UsageError} for a file that is none, or a profile that is not in it
 */
export function readProfile(name: string | undefined, file: string | undefined, terminal: Terminal): UmProfile {
  const path = file ?? terminal.env["XSDSMITH_CONFIG"] ?? defaultPath(terminal);
  const isExpected = name !== undefined || file !== undefined;
  const text = path === undefined ? undefined : readText(resolve(terminal.cwd, path), isExpected);
  if (path === undefined || text === undefined) {
    if (isExpected) throw new UsageError(`there is no configuration file${path === undefined ? "" : ` ${path}`}`);
    return {};
  }
  const { profiles, chosen } = readFile(text, path);
  const wanted = name ?? chosen;
  if (wanted === undefined) return {};
  const profile = profiles.get(wanted);
  if (profile !== undefined) return profile;
  const suggestion = nearestName(wanted, [...profiles.keys()]);
  const hint = suggestion === undefined ? "" : `; did you mean "${suggestion}"?`;
  throw new UsageError(`${path} has no profile "${wanted}"${hint}`);
}

function defaultPath({ env }: Terminal): string | undefined {
  const { XDG_CONFIG_HOME: configured = "", APPDATA: appData = "", HOME: home = "" } = env;
  const folder = [configured, appData, home === "" ? "" : join(home, ".config")].find((path) => path !== "");
  return folder === undefined ? undefined : join(folder, "xsdsmith", "config.json");
}

function readText(path: string, isExpected: boolean): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const isMissing = "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
    if (isMissing && !isExpected) return undefined;
    throw new UsageError(isMissing ? `there is no file ${path}` : `cannot read the configuration: ${error.message}`);
  }
}

interface ConfigurationFile {
  readonly profiles: ReadonlyMap<string, UmProfile>;
  /** The name of the default profile. */
  readonly chosen: string | undefined;
}

function readFile(text: string, path: string): ConfigurationFile {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const top = entries(content, path);
  checkNames(top, ["profiles", "default"], path);
  const chosen = top.get("default");
  if (chosen !== undefined && typeof chosen !== "string") throw new UsageError(`${path}: default is not a name`);
  const profiles = new Map(
    [...entries(top.get("profiles") ?? {}, `${path}: profiles`)].map(([name, profile]) => [
      name,
      readSettings(profile, `${path}: profile "${name}"`),
    ]),
  );
  return { profiles, chosen };
}

function readSettings(value: unknown, place: string): UmProfile {
  const found = entries(value, place);
  checkNames(found, settings, place);
  const pairs = [...found].map(([name, setting]) => {
    const isText = typeof setting === "string" || (name === "timeout" && typeof setting === "number");
    if (!isText) throw new UsageError(`${place}: ${name} is not a text`);
    return [name, String(setting)] as const;
  });
  return Object.fromEntries(pairs);
}

function entries(value: unknown, place: string): ReadonlyMap<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new UsageError(`${place} is not an object`);
  }
  return new Map(Object.entries(value));
}

function checkNames(found: ReadonlyMap<string, unknown>, known: readonly string[], place: string): void {
  for (const name of found.keys()) {
    if (known.includes(name)) continue;
    if (/pass|token|secret|pin|key|credential/i.test(name)) {
      throw new UsageError(
        `${place} holds "${name}", and the file is no place for secrets: set XSDSMITH_PASSWORD or XSDSMITH_TOKEN`,
      );
    }
    const suggestion = nearestName(name, known);
    const hint = suggestion === undefined ? `; known are ${known.join(", ")}` : `; did you mean "${suggestion}"?`;
    throw new UsageError(`${place} has "${name}", which is not known${hint}`);
  }
}

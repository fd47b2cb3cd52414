import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { XmlError } from "../../../src/errors.js";
import { checkConfig } from "./check-config.js";
import { configNames, type ProjectConfig } from "./config.js";

/** A configuration and where it was found. */
export interface ReadConfig {
  /** The absolute path of the file. */
  readonly file: string;
  /** What the files of its projects are relative to. */
  readonly folder: string;
  readonly projects: readonly ProjectConfig[];
}

/**
 * Reads the configuration of a folder, or the one that is named.
 *
 * @returns `undefined` where the folder has none
 * @throws {@link XmlError} `config-invalid`, `config-unreadable`
 */
export async function readConfig(cwd: string, named?: string): Promise<ReadConfig | undefined> {
  const file = named === undefined ? configNames.map((name) => join(cwd, name)).find(existsSync) : resolve(cwd, named);
  if (file === undefined) return undefined;
  const name = basename(file);
  if (!existsSync(file)) throw new XmlError("config-unreadable", `there is no configuration ${named ?? name}`);
  const projects = checkConfig(await load(file, name), name);
  return { file, folder: dirname(file), projects };
}

/** Whether a configuration in TypeScript can be read here: by jiti, or by Node itself. */
export async function readsTypeScript(): Promise<boolean> {
  return nodeReadsTypeScript() || (await isJitiThere());
}

/** Node 20 does not. */
function nodeReadsTypeScript(): boolean {
  return "typescript" in process.features && Boolean(process.features.typescript);
}

function isJitiThere(): Promise<boolean> {
  return import("jiti").then(
    () => true,
    () => false,
  );
}

async function load(file: string, name: string): Promise<unknown> {
  try {
    if (name.endsWith(".json")) return JSON.parse(await readFile(file, "utf8"));
    if (/\.m?ts$/.test(name) && ((await isJitiThere()) || !nodeReadsTypeScript())) {
      const { createJiti } = await import("jiti");
      return await createJiti(file, { moduleCache: false }).import(file, { default: true });
    }
    // A changed file is another module.
    const { mtimeMs } = await stat(file);
    const module: { readonly default?: unknown } = await import(`${pathToFileURL(file).href}?${mtimeMs}`);
    return module.default;
  } catch (error) {
    // A missing jiti has a line of its own.
    if (error instanceof Error && /Cannot find package 'jiti'/.test(error.message)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new XmlError("config-unreadable", `cannot read ${name}: ${reason}`, { cause: error });
  }
}

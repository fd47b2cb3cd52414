import type { GenerateOptions } from "../../options.js";
import type { Renames } from "../plugins/rename.js";

/** One thing to generate: what `xsdsmith generate ENTRY... --out DIR` takes; files are relative to the configuration. */
export interface ProjectConfig extends Omit<GenerateOptions, "check" | "cwd" | "onStage"> {
  /** What the project is called on the command line: `--project NAME`. */
  readonly name?: string | undefined;
  /** Names of single types and elements. */
  readonly names?: Renames | undefined;
}

/** The value of `xsdsmith.config.ts`: a project, or several. */
export type Config = ProjectConfig | readonly ProjectConfig[];

/** Gives a configuration its type; the value is the one that was given. */
export function defineConfig<const T extends Config>(config: T): T {
  return config;
}

/** The names that a configuration may have, the first that is there counts. */
export const configNames: readonly string[] = ["ts", "mts", "js", "mjs", "json"].map(
  (extension) => `xsdsmith.config.${extension}`,
);

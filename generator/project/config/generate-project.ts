import { generateFiles } from "../../generate.js";
import type { LoadOptions } from "../../load/load.js";
import { nodeFiles } from "../../load/node-files.js";
import type { GenerateOptions, GenerateResult } from "../../options.js";
import { compare, write } from "../../write/write.js";
import { rename } from "../plugins/rename.js";
import { openCache } from "../watch/cache.js";
import type { ProjectConfig } from "./config.js";

/** How a project is generated. */
export interface ProjectOptions extends Pick<GenerateOptions, "check" | "onStage"> {
  /** What the project's files are relative to. */
  readonly folder: string;
  /** Where results of earlier runs are kept; absent: nothing is kept. */
  readonly cache?: string | undefined;
  /** `false`: what is printed is not parsed, and ts-morph not loaded unless a plugin needs it. */
  readonly parse?: boolean | undefined;
  /** Documents of earlier runs, which are not parsed again while they stay the same. */
  readonly parsed?: LoadOptions["parsed"];
  /** Told of every local file that is read, whether it is there or not. */
  readonly onRead?: ((uri: string) => void) | undefined;
}

/** `true` where the result comes from an earlier run. */
export type ProjectResult = GenerateResult & { readonly cached: boolean };

/**
 * Generates one project of a configuration.
 *
 * @throws {@link SchemaError} with every finding, where there is an error; nothing is written then
 */
export async function generateProject(project: ProjectConfig, options: ProjectOptions): Promise<ProjectResult> {
  const { folder, check, onStage, parse, parsed, onRead } = options;
  const { name: _, names, entries, out, plugins = [], ...pipeline } = project;
  const target = { cwd: folder, out };
  // Plugins are code, which a key cannot stand for.
  const cache =
    options.cache === undefined || check === true || plugins.length > 0
      ? undefined
      : await openCache(options.cache, target, { entries, names, pipeline });
  const known = await cache?.find();
  if (known !== undefined) return { ...known, cached: true };

  const files = nodeFiles(folder);
  const readFile = cache?.record(files.readFile) ?? files.readFile;
  const result = await generateFiles(entries, {
    ...pipeline,
    base: files.base,
    parsed,
    readFile: (uri) => {
      onRead?.(uri);
      return readFile(uri);
    },
    plugins: names === undefined ? plugins : [...plugins, rename(names)],
    onStage,
    parse,
  });
  const { files: generated, ...findings } = result;
  const outcome = check === true ? await compare(generated, target) : await write(generated, target);
  const complete = { files: outcome, ...findings };
  await cache?.keep(complete);
  return { ...complete, cached: false };
}

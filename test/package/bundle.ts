import { builtinModules } from "node:module";
import { gzipSync } from "node:zlib";
import { build, type Plugin } from "esbuild";
import { root } from "../project-root.js";

export interface Bundle {
  readonly text: string;
  /** In bytes. */
  readonly gzip: number;
  /** What the bundle still imports. */
  readonly external: readonly string[];
}

/** Takes every file for one that does something when it is loaded: what is dropped then is dropped for what it says. */
export const filesMatter: Plugin = {
  name: "files-matter",
  setup({ onResolve, resolve }) {
    onResolve({ filter: /.*/ }, async ({ path, pluginData, ...asked }) => {
      if (pluginData === filesMatter) return undefined;
      return { ...(await resolve(path, { ...asked, pluginData: filesMatter })), sideEffects: true };
    });
  },
};

/** Bundles a module as an application would: the published files, minified, for a browser. */
export async function bundle(code: string, plugins: Plugin[] = []): Promise<Bundle> {
  const result = await build({
    stdin: { contents: code, resolveDir: root },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    // A module of Node's in the bundle shall show as an import, not end the build.
    external: [...builtinModules, "node:*"],
    metafile: true,
    plugins,
    write: false,
    logLevel: "silent",
  });
  const text = result.outputFiles[0]?.text ?? "";
  const external = Object.values(result.metafile.outputs).flatMap(({ imports }) =>
    imports.filter((entry) => entry.external === true).map(({ path }) => path),
  );
  return { text, gzip: gzipSync(text, { level: 9 }).length, external };
}

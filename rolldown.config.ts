import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type Plugin } from "rolldown";

/**
 * The code that is published, beside the declarations of the compiler: a file an entry point, and the chunks that they
 * share. Node takes about half a millisecond for each file, however small: few of them make a fast import.
 */
const folder = "dist";
const chunks = "chunks";

interface Manifest {
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

const { exports, peerDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const sources = Object.values(exports).flatMap((target) =>
  typeof target === "string" ? [] : (target["@xsdsmith/source"] ?? []),
);
const entries = [...sources, "./generator/cli/main.ts"].map((path) => path.replace("./", ""));
const external = new Set([...Object.keys(peerDependencies), "xsdsmith/package.json"]);

export default defineConfig({
  input: Object.fromEntries(entries.map((path) => [path.replace(/\.ts$/, ""), path])),
  // The package runs in browsers: no stand-ins for what only Node has.
  platform: "neutral",
  resolve: { conditionNames: ["@xsdsmith/source"] },
  // The rest is the package's own, or a mistake.
  external: (id) => id.startsWith("node:") || external.has(id) || external.has(id.replace(/\/.*/, "")),
  onLog: (level, { message }) => {
    if (level === "warn") throw new Error(message);
  },
  // Helps code that stands within HTML, which this never does, and needs a package.
  transform: { plugins: { taggedTemplateEscape: false } },
  plugins: [removeOthers()],
  output: {
    dir: folder,
    entryFileNames: "[name].js",
    chunkFileNames: `${chunks}/[name].js`,
    // Stack traces say the names of the sources; what documents them is in the declarations.
    minify: false,
    minifyInternalExports: false,
    comments: { legal: true, annotation: true, jsdoc: false },
    // Engines hold and read a text faster that takes a byte a character.
    charset: "ascii",
    codeSplitting: {
      groups: [
        { name: "xml", test: /[\\/]src[\\/](?:text[\\/]|xml[\\/]|xml\.ts|errors\.ts)/ },
        { name: "runtime", test: /[\\/]src[\\/](?!autodiscover|fast-xml-parser|node|soap|um)/ },
        // What is left to these, as a group takes along what its modules import.
        { name: "soap", test: /[\\/]src[\\/]soap(?:[\\/]|\.ts)/ },
        {
          name: "messages",
          test: /[\\/](?:generated[\\/]um|src[\\/]um[\\/](?:message|namespace)|src[\\/]um-messages)\.ts/,
        },
        { name: "um", test: /[\\/](?:generated[\\/]ews-phone[-\w]*\.ts|src[\\/]um(?:\.ts|[\\/](?!console)))/ },
      ],
    },
  },
});

/** Removes the files of earlier builds, which would be published too. */
function removeOthers(): Plugin {
  return {
    name: "remove-others",
    writeBundle(_options, bundle) {
      for (const part of ["src", "generated", "generator", chunks]) {
        if (!existsSync(join(folder, part))) continue;
        for (const name of readdirSync(join(folder, part), { recursive: true, encoding: "utf8" })) {
          const path = `${part}/${name.replaceAll("\\", "/")}`;
          if (/\.js(?:\.map)?$/.test(path) && bundle[path] === undefined) rmSync(join(folder, path));
        }
      }
    },
  };
}

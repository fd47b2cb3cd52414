import type { ProjectConfig } from "./config.js";

/** Kinds of configuration files, by the ends of their names. */
export type ConfigFormat = "ts" | "mts" | "js" | "mjs" | "json";

/** A configuration as a file: its name and its text. */
export function writeConfig(
  project: ProjectConfig,
  format: ConfigFormat,
): { readonly name: string; readonly text: string } {
  const name = `xsdsmith.config.${format}`;
  if (format === "json") return { name, text: `${JSON.stringify(project, undefined, 2)}\n` };
  // Keys need no quotes, and a trailing comma keeps later changes small.
  const lines = Object.entries(project).flatMap(([key, value]) =>
    value === undefined ? [] : `  ${key}: ${JSON.stringify(value).replace(/,(?=")/g, ", ")},`,
  );
  const text = `import { defineConfig } from "xsdsmith/generator";

export default defineConfig({
${lines.join("\n")}
});
`;
  return { name, text };
}

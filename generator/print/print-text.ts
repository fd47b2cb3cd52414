import type { EmittedFile } from "../emit/emit.js";
import type { GeneratedFile } from "./print.js";

/**
 * Prints files whose statements are texts already, without ts-morph: while files are watched, and in browsers. The result
 * is the same as that of `print`.
 *
 * @throws TypeError for a file with another kind of statement
 */
export function printText(files: readonly EmittedFile[]): readonly GeneratedFile[] {
  return files.map(({ path, structure: { statements } }) => {
    const texts = Array.isArray(statements) ? statements : [statements];
    const lines = texts.map((text) => {
      if (typeof text === "string") return text;
      throw new TypeError(`${path} has a statement that is no text`);
    });
    return { path, text: `${lines.join("\n").trimEnd()}\n` };
  });
}

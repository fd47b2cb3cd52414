import type { LoadedDocuments } from "../../../generator/load/document.js";
import { memoryFiles } from "../../../generator/load/files.js";
import { type LoadOptions, load } from "../../../generator/load/load.js";
import type { Issue } from "../../../src/errors.js";

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Loads files in memory; the first is the entry unless others are named. */
export function loadFiles(
  files: Files,
  options: Partial<LoadOptions> = {},
  entries: readonly string[] = Object.keys(files).slice(0, 1),
): Promise<LoadedDocuments> {
  return load(entries, { ...memoryFiles(files), ...options });
}

/** `file:line:column code`, and a `?` behind a warning. */
export function places(issues: readonly Issue[]): readonly string[] {
  return issues.map(({ code, location, severity }) => {
    const place = location === undefined ? "" : `${location.file}:${location.line}:${location.column} `;
    return `${place}${code}${severity === "warning" ? "?" : ""}`;
  });
}

/** The content of a schema element wrapped in one, on line 2 and after. */
export function schemaText(content: string, attributes: string = `targetNamespace="urn:t" xmlns="urn:t"`): string {
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" ${attributes}>\n${content}\n</xs:schema>`;
}

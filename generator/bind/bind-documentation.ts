import type { Annotation } from "../schema/components.js";
import type { Documentation } from "./model.js";

/** The paragraphs of an annotation: separated by blank lines, white space inside them collapsed. */
export function bindDocumentation(texts: readonly (string | undefined)[], origin: string | undefined): Documentation {
  const paragraphs = texts
    .flatMap((text) => text?.split(/\n[ \t\r]*\n/) ?? [])
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "");
  return { paragraphs, origin };
}

export function annotationTexts(annotation: Annotation | undefined): readonly string[] {
  return annotation?.documentation ?? [];
}

/** A file's name as generated code shows it: outside the working directory, where it stands is this machine's affair. */
export function originName(file: string): string {
  return /^(\.\.|\/|[A-Za-z][A-Za-z0-9+.-]*:)/.test(file) ? file.replace(/^.*[/\\]/, "") : file;
}

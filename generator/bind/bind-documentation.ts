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

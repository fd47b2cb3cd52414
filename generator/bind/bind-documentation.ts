import type { Annotation, SimpleTypeDefinition } from "../schema/components.js";
import { code, facetText } from "../schema/facet-text.js";
import type { Documentation, DocumentedValue } from "./model.js";

/** What a documentation may have besides its text. */
interface DocumentationParts {
  readonly origin?: string | undefined;
  readonly values?: readonly DocumentedValue[] | undefined;
  /** What the type cannot say, each a sentence. */
  readonly rules?: readonly string[] | undefined;
  readonly default?: string | undefined;
}

/** The paragraphs of an annotation: separated by blank lines, white space inside them collapsed. */
export function bindDocumentation(
  texts: readonly (string | undefined)[],
  { origin, values = [], rules = [], default: byDefault }: DocumentationParts = {},
): Documentation {
  return { paragraphs: paragraphsOf(texts), values, rules, default: byDefault, origin };
}

function paragraphsOf(texts: readonly (string | undefined)[]): readonly string[] {
  return texts
    .flatMap((text) => text?.split(/\n[ \t\r]*\n/) ?? [])
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "");
}

export function annotationTexts(annotation: Annotation | undefined): readonly string[] {
  return annotation?.documentation ?? [];
}

/** What a simple type's documentation says beyond its annotation: its facets and the meaning of its values. */
export function simpleTypeParts(definition: SimpleTypeDefinition): Pick<DocumentationParts, "values" | "rules"> {
  const values = definition.facets
    .filter(({ kind }) => kind === "enumeration")
    .map(({ value, annotation }) => ({ value, text: paragraphsOf(annotationTexts(annotation)).join(" ") }));
  const facets = facetText(definition);
  return {
    values: values.some(({ text }) => text !== "") ? values : [],
    rules: facets === undefined ? [] : [facets],
  };
}

/** How often, where an array cannot say it. */
export function occurrenceRule(min: number, max: number): readonly string[] {
  const items = (count: number) => `${count} item${count === 1 ? "" : "s"}`;
  if (max === Number.POSITIVE_INFINITY) return min === 0 ? [] : [`At least ${items(min)}.`];
  if (min === max) return [`Exactly ${items(min)}.`];
  return [min === 0 ? `At most ${items(max)}.` : `${min} to ${items(max)}.`];
}

export function fixedRule(fixed: string | undefined): readonly string[] {
  return fixed === undefined ? [] : [`Always ${code(fixed)}.`];
}

/** A file's name as generated code shows it: outside the working directory, where it stands is this machine's affair. */
export function originName(file: string): string {
  return /^(\.\.|\/|[A-Za-z][A-Za-z0-9+.-]*:)/.test(file) ? file.replace(/^.*[/\\]/, "") : file;
}

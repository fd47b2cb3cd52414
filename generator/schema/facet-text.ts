import type { FacetComponent, FacetKind, SimpleTypeDefinition } from "./components.js";

/**
 * The facets of one derivation step that a TypeScript type does not say, as a sentence: "Length 1 to 512; pattern
 * `[A-Z]+`." Values are in backticks; `undefined` where there is nothing to say.
 */
export function facetText(definition: SimpleTypeDefinition): string | undefined {
  const values = (kind: FacetKind): readonly string[] =>
    definition.facets.filter((facet: FacetComponent) => facet.kind === kind).map(({ value }) => value.trim());
  const last = (kind: FacetKind): string | undefined => values(kind).at(-1);
  const rules = [
    lengthText(last("length"), last("minLength"), last("maxLength")),
    boundText("at least", last("minInclusive")),
    boundText("more than", last("minExclusive")),
    boundText("at most", last("maxInclusive")),
    boundText("less than", last("maxExclusive")),
    digitsText(last("totalDigits"), "digits"),
    digitsText(last("fractionDigits"), "fraction digits"),
    ...patternTexts(definition),
  ].filter((rule) => rule !== undefined);
  const text = rules.join("; ");
  return text === "" ? undefined : `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}

function lengthText(exact: string | undefined, min: string | undefined, max: string | undefined): string | undefined {
  if (exact !== undefined) return `length ${exact}`;
  if (min !== undefined && max !== undefined) return min === max ? `length ${min}` : `length ${min} to ${max}`;
  if (min !== undefined) return min === "0" ? undefined : `length at least ${min}`;
  return max === undefined ? undefined : `length at most ${max}`;
}

function boundText(words: string, value: string | undefined): string | undefined {
  return value === undefined ? undefined : `${words} ${code(value)}`;
}

function digitsText(count: string | undefined, what: string): string | undefined {
  return count === undefined ? undefined : `at most ${count} ${what}`;
}

/** The patterns of one step are alternatives (Part 2, 4.3.4.3). */
function patternTexts({ facets }: SimpleTypeDefinition): readonly string[] {
  const patterns = facets.filter(({ kind }) => kind === "pattern").map(({ value }) => code(value));
  return patterns.length === 0 ? [] : [`pattern ${patterns.join(" or ")}`];
}

/** Schema text shown as code; backticks inside of it would end that, so it gets more of them outside (CommonMark, 6.1). */
export function code(text: string): string {
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}

import type { PatternNode } from "../../../src/datatypes/pattern/pattern-syntax.js";
import { readPattern } from "../../../src/datatypes/pattern/read-pattern.js";
import { collapse } from "../../load/attributes.js";
import type { FacetComponent, SimpleTypeDefinition } from "../../schema/components.js";

/** The facets of a type and of the types it restricts, together: the narrowest of each kind. */
export interface Facets {
  /** The values of the last step that enumerates. */
  readonly enumeration: readonly FacetComponent[];
  /** For each step that has patterns, the alternatives; the derived step first. */
  readonly patterns: readonly (readonly PatternNode[])[];
  readonly minLength: number;
  readonly maxLength: number;
  readonly totalDigits: number;
  readonly fractionDigits: number;
  readonly bounds: readonly Bound[];
}

export interface Bound {
  readonly side: "min" | "max";
  readonly inclusive: boolean;
  readonly text: string;
}

const boundKinds: ReadonlyMap<string, Omit<Bound, "text">> = new Map([
  ["minInclusive", { side: "min", inclusive: true }],
  ["minExclusive", { side: "min", inclusive: false }],
  ["maxInclusive", { side: "max", inclusive: true }],
  ["maxExclusive", { side: "max", inclusive: false }],
]);

/** Gathers the facets along the chain of restrictions, up to the built-in type or the list or union itself. */
export function gatherFacets(type: SimpleTypeDefinition): Facets {
  let enumeration: readonly FacetComponent[] = [];
  const patterns: PatternNode[][] = [];
  const bounds: Bound[] = [];
  let [minLength, maxLength] = [0, Number.POSITIVE_INFINITY];
  let [totalDigits, fractionDigits] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const step of restrictions(type)) {
    const values = step.facets.filter(({ kind }) => kind === "enumeration");
    if (enumeration.length === 0) enumeration = values;
    const alternatives = step.facets.flatMap(({ kind, value }) => (kind === "pattern" ? patternOf(value) : []));
    if (alternatives.length > 0) patterns.push(alternatives);
    for (const { kind, value } of step.facets) {
      const bound = boundKinds.get(kind);
      if (bound !== undefined) bounds.push({ ...bound, text: collapse(value) });
      const count = Number(collapse(value));
      if (kind === "length" || kind === "minLength") minLength = Math.max(minLength, count);
      if (kind === "length" || kind === "maxLength") maxLength = Math.min(maxLength, count);
      if (kind === "totalDigits") totalDigits = Math.min(totalDigits, count);
      if (kind === "fractionDigits") fractionDigits = Math.min(fractionDigits, count);
    }
  }
  return { enumeration, patterns, minLength, maxLength, totalDigits, fractionDigits, bounds };
}

/** The type and what it restricts, the built-in types' own facets included. */
function* restrictions(type: SimpleTypeDefinition): Generator<SimpleTypeDefinition> {
  const seen = new Set<SimpleTypeDefinition>();
  for (let step: SimpleTypeDefinition | undefined = type; step !== undefined && !seen.has(step); step = step.base) {
    seen.add(step);
    yield step;
  }
}

function patternOf(text: string): PatternNode[] {
  const read = readPattern(text);
  return "node" in read ? [read.node] : [];
}

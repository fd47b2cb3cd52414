import { collapse } from "../../load/attributes.js";
import type { FacetComponent, FacetKind, SimpleTypeDefinition } from "../components.js";
import { isNewVariety } from "../datatypes.js";

/** The facet of a kind that holds for a type: its own or the nearest base's. */
export function effectiveFacet(type: SimpleTypeDefinition | undefined, kind: FacetKind): FacetComponent | undefined {
  for (let step = type; step !== undefined; step = isNewVariety(step) ? undefined : step.base) {
    const facet = step.facets.find((candidate) => candidate.kind === kind);
    if (facet !== undefined) return facet;
  }
  return undefined;
}

export function ownFacet(type: SimpleTypeDefinition, kind: FacetKind): FacetComponent | undefined {
  return type.facets.find((candidate) => candidate.kind === kind);
}

/** The value of a facet that counts something; `undefined` where it is absent or no number. */
export function countOf(facet: FacetComponent | undefined): bigint | undefined {
  const text = facet && collapse(facet.value);
  return text !== undefined && /^\+?\d+$|^-0+$/.test(text) ? BigInt(text.replace(/^[+-]/, "")) : undefined;
}

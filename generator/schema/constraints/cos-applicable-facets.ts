import type { FacetKind, SimpleTypeDefinition } from "../components.js";
import { describeType } from "../describe-type.js";
import type { CheckContext } from "./check-context.js";

const text: readonly FacetKind[] = ["pattern", "enumeration", "whiteSpace"];
const lengths: readonly FacetKind[] = ["length", "minLength", "maxLength", ...text];
const ranges: readonly FacetKind[] = ["minInclusive", "minExclusive", "maxInclusive", "maxExclusive", ...text];

/** Part 2, 4.1.5: the facets of each primitive type; the types not listed have an order and so ranges. */
const byPrimitive: ReadonlyMap<string | undefined, readonly FacetKind[]> = new Map<string, readonly FacetKind[]>([
  ["string", lengths],
  ["hexBinary", lengths],
  ["base64Binary", lengths],
  ["anyURI", lengths],
  ["QName", lengths],
  ["NOTATION", lengths],
  ["boolean", ["pattern", "whiteSpace"]],
  ["decimal", ["totalDigits", "fractionDigits", ...ranges]],
]);

function applicableFacets(type: SimpleTypeDefinition): readonly FacetKind[] {
  if (type.variety === "list") return lengths;
  if (type.variety === "union") return ["pattern", "enumeration"];
  return byPrimitive.get(type.primitive?.name?.localName) ?? ranges;
}

/** Applicable Facets (3.14.6), and that each facet stands once in a step (src-single-facet-value, Part 2, 4.3). */
export function cosApplicableFacets({ findings }: CheckContext, type: SimpleTypeDefinition): void {
  if (type.variety === undefined) return;
  const applicable = applicableFacets(type);
  const seen = new Set<FacetKind>();
  for (const { kind, source } of type.facets) {
    if (!applicable.includes(kind)) {
      const message = `the facet ${kind} does not apply to ${describeType(type.base ?? type)}`;
      findings.report("cos-applicable-facets", message, source);
    }
    if (kind !== "pattern" && kind !== "enumeration" && seen.has(kind)) {
      findings.report("src-single-facet-value", `the facet ${kind} stands more than once in one type`, source);
    }
    seen.add(kind);
  }
}

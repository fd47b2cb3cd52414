import { attributeOf, collapse } from "../../load/attributes.js";
import type { FacetComponent, FacetKind, SimpleTypeDefinition } from "../components.js";
import type { CheckContext } from "./check-context.js";
import { countOf, effectiveFacet, ownFacet } from "./facet-lookup.js";

/** What a restriction may do to the value of a facet that it inherits. */
const allowedChanges: readonly (readonly [
  kind: FacetKind,
  allowed: (own: bigint, base: bigint) => boolean,
  wanted: string,
])[] = [
  ["length", (own, base) => own === base, "the same"],
  ["minLength", (own, base) => own >= base, "at least"],
  ["maxLength", (own, base) => own <= base, "at most"],
  ["totalDigits", (own, base) => own <= base, "at most"],
  ["fractionDigits", (own, base) => own <= base, "at most"],
];

/** Which facet must not be more than which (Part 2, 4.3). */
const ordered: readonly (readonly [lesser: FacetKind, greater: FacetKind, code: string])[] = [
  ["minLength", "maxLength", "minLength-less-than-equal-to-maxLength"],
  ["fractionDigits", "totalDigits", "fractionDigits-totalDigits"],
];

/** The schema component constraints of Part 2, 4.3.1 to 4.3.3, 4.3.11 and 4.3.12. */
export function facetCounts(context: CheckContext, type: SimpleTypeDefinition): void {
  for (const [kind, allowed, wanted] of allowedChanges) {
    const own = ownFacet(type, kind);
    const base = effectiveFacet(type.base, kind);
    const [ownCount, baseCount] = [countOf(own), countOf(base)];
    if (ownCount === undefined || baseCount === undefined || allowed(ownCount, baseCount)) continue;
    const message = `${kind} is ${ownCount}, but the base type's is ${baseCount}; expected ${wanted}${wanted === "the same" ? "" : ` ${baseCount}`}`;
    report(context, `${kind}-valid-restriction`, message, own);
  }
  for (const [lesser, greater, code] of ordered) {
    const own = ownFacet(type, lesser) ?? ownFacet(type, greater);
    const [less, more] = [countOf(effectiveFacet(type, lesser)), countOf(effectiveFacet(type, greater))];
    if (own === undefined || less === undefined || more === undefined || less <= more) continue;
    report(context, code, `${lesser} ${less} is more than ${greater} ${more}`, own);
  }
  lengthAlone(context, type);
}

/** length-minLength-maxLength (Part 2, 4.3.1.4, as the second edition has it). */
function lengthAlone(context: CheckContext, type: SimpleTypeDefinition): void {
  const length = effectiveFacet(type, "length");
  const lengthCount = countOf(length);
  if (lengthCount === undefined) return;
  for (const [kind, fits] of [
    ["minLength", (bound: bigint) => bound <= lengthCount],
    ["maxLength", (bound: bigint) => bound >= lengthCount],
  ] as const) {
    const bound = effectiveFacet(type, kind);
    const boundCount = countOf(bound);
    if (boundCount === undefined || (ownFacet(type, "length") ?? ownFacet(type, kind)) === undefined) continue;
    if (fits(boundCount) && isInheritedWithoutLength(type, kind, boundCount)) continue;
    const message = `length and ${kind} cannot both be given`;
    report(context, "length-minLength-maxLength", message, ownFacet(type, kind) ?? ownFacet(type, "length"));
  }
}

/** Whether a base, before it got a length, had this very bound. */
function isInheritedWithoutLength({ base }: SimpleTypeDefinition, kind: FacetKind, count: bigint): boolean {
  for (let step = base; step !== undefined; step = step.base) {
    if (countOf(effectiveFacet(step, kind)) === count && effectiveFacet(step, "length") === undefined) return true;
  }
  return false;
}

/** whiteSpace-valid-restriction (Part 2, 4.3.6.4): white space processing can only become stricter. */
export function whiteSpaceValidRestriction(context: CheckContext, type: SimpleTypeDefinition): void {
  const own = ownFacet(type, "whiteSpace");
  if (own === undefined) return;
  const order = ["preserve", "replace", "collapse"];
  const inherited = type.variety === "list" ? "collapse" : effectiveFacet(type.base, "whiteSpace")?.value;
  if (inherited === undefined) return;
  const [ownRank, baseRank] = [order.indexOf(collapse(own.value)), order.indexOf(collapse(inherited))];
  if (ownRank < 0 || ownRank >= baseRank) return;
  const message = `whiteSpace is ${collapse(own.value)}, but the base type's is ${inherited}`;
  report(context, "whiteSpace-valid-restriction", message, own);
}

/** A facet that the base fixed keeps its value (3.14.6, st-restrict-facets). Ranges are compared elsewhere. */
export function fixedFacets(context: CheckContext, type: SimpleTypeDefinition): void {
  for (const own of type.facets) {
    const base = effectiveFacet(type.base, own.kind);
    if (base?.fixed !== true || isRange(own.kind)) continue;
    const [ownCount, baseCount] = [countOf(own), countOf(base)];
    const same = ownCount === undefined ? collapse(own.value) === collapse(base.value) : ownCount === baseCount;
    if (!same) reportFixed(context, own, base);
  }
}

function isRange(kind: FacetKind): boolean {
  return kind.endsWith("clusive");
}

export function reportFixed(context: CheckContext, own: FacetComponent, base: FacetComponent): void {
  report(context, "st-restrict-facets", `${own.kind} is fixed at ${collapse(base.value)} by the base type`, own);
}

/** Reports at the facet's value. */
export function report(
  { findings }: CheckContext,
  code: string,
  message: string,
  facet: FacetComponent | undefined,
): void {
  const source = facet?.source;
  findings.report(code, message, source, source && attributeOf(source, "value"));
}

import { type Datatype, DatatypeFailure, type Order } from "../../../src/datatypes/datatype.js";
import { collapse } from "../../load/attributes.js";
import type { FacetComponent, FacetKind, SimpleTypeDefinition } from "../components.js";
import type { CheckContext } from "./check-context.js";
import { report, reportFixed } from "./facet-counts.js";
import { effectiveFacet, ownFacet } from "./facet-lookup.js";

type Range = "minInclusive" | "minExclusive" | "maxInclusive" | "maxExclusive";
const kinds: readonly Range[] = ["minInclusive", "minExclusive", "maxInclusive", "maxExclusive"];

/** When a bound breaks the base's: for each pair, whether a comparison of own to base is an error (Part 2, 4.3.7–10). */
const broken: Readonly<Record<Range, Readonly<Record<Range, (comparison: number) => boolean>>>> = {
  minInclusive: { minInclusive: below, minExclusive: notAbove, maxInclusive: above, maxExclusive: notBelow },
  minExclusive: { minInclusive: below, minExclusive: below, maxInclusive: above, maxExclusive: notBelow },
  maxInclusive: { minInclusive: below, minExclusive: notAbove, maxInclusive: above, maxExclusive: notBelow },
  maxExclusive: { minInclusive: notAbove, minExclusive: notAbove, maxInclusive: above, maxExclusive: above },
};

/** What must hold of the two ends of one step, with the name of the rule. */
const ends: readonly (readonly [low: Range, high: Range, code: string, wrong: (comparison: number) => boolean])[] = [
  ["minInclusive", "maxInclusive", "minInclusive-less-than-equal-to-maxInclusive", above],
  ["minExclusive", "maxExclusive", "minExclusive-less-than-equal-to-maxExclusive", above],
  ["minExclusive", "maxInclusive", "minExclusive-less-than-maxInclusive", notBelow],
  ["minInclusive", "maxExclusive", "minInclusive-less-than-maxExclusive", notBelow],
];

const rivals: readonly (readonly [FacetKind, FacetKind, string])[] = [
  ["minInclusive", "minExclusive", "minInclusive-minExclusive"],
  ["maxInclusive", "maxExclusive", "maxInclusive-maxExclusive"],
];

/** The schema component constraints of Part 2, 4.3.7 to 4.3.10. */
export function facetRanges(context: CheckContext, type: SimpleTypeDefinition): void {
  const base = type.base && context.datatypes.of(type.base);
  const order = base?.order;
  if (base === undefined || order === undefined) return;
  for (const [first, second, code] of rivals) {
    const own = ownFacet(type, second);
    if (ownFacet(type, first) !== undefined && own !== undefined) {
      report(context, code, `${first} and ${second} cannot both be given`, own);
    }
  }
  for (const kind of kinds) {
    const own = ownFacet(type, kind);
    if (own !== undefined && isInBase(context, type, own, base, order))
      checkAgainstBase(context, type, own, kind, order);
  }
  for (const [low, high, code, wrong] of ends) {
    const [lowest, highest] = [ownFacet(type, low), ownFacet(type, high)];
    const comparison = compareFacets(order, lowest, highest);
    if (comparison === undefined || !wrong(comparison)) continue;
    report(context, code, `${low} ${lowest?.value} and ${high} ${highest?.value} leave no value`, lowest);
  }
}

function isInBase(
  context: CheckContext,
  type: SimpleTypeDefinition,
  own: FacetComponent,
  base: Datatype,
  order: Order,
): boolean {
  const read = order.parse(collapse(own.value));
  const failure = read instanceof DatatypeFailure ? read : base.parse(own.value);
  if (!(failure instanceof DatatypeFailure)) return true;
  // The end of an open range need not be in it; the base's own stays allowed.
  const same = compareFacets(order, own, effectiveFacet(type.base, own.kind)) === 0;
  if (read !== failure && own.kind.endsWith("Exclusive") && same) return true;
  report(context, `${own.kind}-valid-restriction`, `${own.kind} is no value of the base type: ${failure.message}`, own);
  return false;
}

function checkAgainstBase(
  context: CheckContext,
  type: SimpleTypeDefinition,
  own: FacetComponent,
  kind: Range,
  order: Order,
): void {
  for (const baseKind of kinds) {
    const base = effectiveFacet(type.base, baseKind);
    const comparison = compareFacets(order, own, base);
    if (base === undefined || comparison === undefined) continue;
    if (baseKind === kind && base.fixed && comparison !== 0) {
      reportFixed(context, own, base);
    } else if (broken[kind][baseKind](comparison)) {
      const message = `${kind} ${own.value} is outside of what the base type's ${baseKind} ${base.value} allows`;
      report(context, `${kind}-valid-restriction`, message, own);
    }
  }
}

/** `undefined` where one is absent, no value, or the order does not say. */
function compareFacets(
  order: Order,
  left: FacetComponent | undefined,
  right: FacetComponent | undefined,
): number | undefined {
  const first = left && order.parse(collapse(left.value));
  const second = right && order.parse(collapse(right.value));
  if (first === undefined || second === undefined) return undefined;
  if (first instanceof DatatypeFailure || second instanceof DatatypeFailure) return undefined;
  return order.compare(first, second);
}

function below(comparison: number): boolean {
  return comparison < 0;
}
function notAbove(comparison: number): boolean {
  return comparison <= 0;
}
function above(comparison: number): boolean {
  return comparison > 0;
}
function notBelow(comparison: number): boolean {
  return comparison >= 0;
}

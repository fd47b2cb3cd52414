import { DatatypeFailure, type Facet } from "./datatype.js";
import { restrictValues } from "./define-datatype.js";

/** Part 2, 4.3.7. */
export function maxInclusive(text: string): Facet {
  return rangeFacet("maxInclusive", text, (comparison) => comparison <= 0, `at most ${text}`);
}

/** Part 2, 4.3.8. */
export function maxExclusive(text: string): Facet {
  return rangeFacet("maxExclusive", text, (comparison) => comparison < 0, `less than ${text}`);
}

/** Part 2, 4.3.9. */
export function minExclusive(text: string): Facet {
  return rangeFacet("minExclusive", text, (comparison) => comparison > 0, `more than ${text}`);
}

/** Part 2, 4.3.10. */
export function minInclusive(text: string): Facet {
  return rangeFacet("minInclusive", text, (comparison) => comparison >= 0, `at least ${text}`);
}

/** An indeterminate comparison admits no value (Part 2, 3.2.6.2 and 3.2.7.3). */
function rangeFacet(kind: string, text: string, admits: (comparison: number) => boolean, wanted: string): Facet {
  return {
    kind,
    restrict(base) {
      const { order } = base;
      if (order === undefined) throw new TypeError(`${kind} does not apply to ${base.name}, which has no order`);
      const bound = order.parse(text);
      if (bound instanceof DatatypeFailure) throw new TypeError(`${kind} of ${base.name}: ${bound.message}`);
      return restrictValues(base, (value) => {
        const comparison = order.compare(order.place(value), bound);
        if (comparison !== undefined && admits(comparison)) return undefined;
        return new DatatypeFailure(`cvc-${kind}-valid`, `expected ${wanted}; found ${base.print(value)}`);
      });
    },
  };
}

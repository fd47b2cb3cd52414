import { DatatypeFailure, type Facet } from "./datatype.js";
import { restrictValues } from "./define-datatype.js";

/** Part 2, 4.3.1. */
export function length(value: number): Facet {
  return lengthFacet("length", value, value, `${value}`);
}

/** Part 2, 4.3.2. */
export function minLength(value: number): Facet {
  return lengthFacet("minLength", value, Number.POSITIVE_INFINITY, `at least ${value}`);
}

/** Part 2, 4.3.3. */
export function maxLength(value: number): Facet {
  return lengthFacet("maxLength", 0, value, `at most ${value}`);
}

/** QNames and notations have no length: any bounds admit them. */
function lengthFacet(kind: string, least: number, greatest: number, wanted: string): Facet {
  return {
    kind,
    restrict(base) {
      const { measure } = base;
      if (measure === undefined) return base;
      return restrictValues(base, (value) => {
        const found = measure.of(value, least, greatest);
        if (found >= least && found <= greatest) return undefined;
        return new DatatypeFailure(`cvc-${kind}-valid`, `expected ${wanted} ${measure.unit}; found ${found}`);
      });
    },
  };
}

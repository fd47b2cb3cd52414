import { type Datatype, DatatypeFailure, type Facet, type WhiteSpace } from "./datatype.js";
import { alter } from "./define-datatype.js";
import { quoteText } from "./describe.js";
import { collapseWhiteSpace, replaceWhiteSpace } from "./white-space.js";

const normalizations = { preserve: undefined, replace: replaceWhiteSpace, collapse: collapseWhiteSpace };

/** Part 2, 4.3.6. */
export function whiteSpace(value: WhiteSpace): Facet {
  return {
    kind: "whiteSpace",
    restrict(base: Datatype): Datatype {
      const { check } = base;
      const normalize = normalizations[value];
      return alter(base, { whiteSpace: value, normalize, check: (held) => check(held) ?? checkProcessed(held, value) });
    },
  };
}

/** A string that would come back changed is not a value of the type. */
function checkProcessed(value: unknown, whiteSpace: WhiteSpace): DatatypeFailure | undefined {
  const normalize = normalizations[whiteSpace];
  if (typeof value !== "string" || normalize === undefined || normalize(value) === value) return undefined;
  const wanted = whiteSpace === "collapse" ? "single spaces, none at the ends" : "spaces, no tabs or line ends";
  return new DatatypeFailure("cvc-datatype-valid.1.2.1", `${quoteText(value)} holds white space other than ${wanted}`);
}

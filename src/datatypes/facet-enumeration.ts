import { DatatypeFailure, type Facet } from "./datatype.js";
import { restrictValues } from "./define-datatype.js";
import { quoteText } from "./describe.js";

/** Most values shown in a message. */
const shownValues = 20;

/**
 * Part 2, 4.3.5: one of these values of the base type, whatever their spelling.
 *
 * @param texts - lexical forms; qualified names in Clark notation (`{namespace}local`), for want of prefixes. A text
 * that the base type refuses stands for no value.
 */
export function enumeration(texts: readonly string[]): Facet {
  return {
    kind: "enumeration",
    restrict(base) {
      const keys = new Set<string>();
      for (const text of texts) {
        const value = base.parse(text);
        if (!(value instanceof DatatypeFailure)) keys.add(base.key(value));
      }
      return restrictValues(base, (value) => {
        if (keys.has(base.key(value))) return undefined;
        const shown = texts.slice(0, shownValues).map((text) => `"${text}"`);
        const more = texts.length > shownValues ? `, … (${texts.length} values)` : "";
        const wanted = `expected ${texts.length > 1 ? "one of " : ""}${shown.join(", ")}${more}`;
        return new DatatypeFailure("cvc-enumeration-valid", `${wanted}; found ${quoteText(base.print(value))}`);
      });
    },
  };
}

import { DatatypeFailure, type Facet } from "./datatype.js";
import { alter } from "./define-datatype.js";
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
      const known = new Map<string, unknown>();
      /** The value read last: documents repeat themselves, and comparing two texts takes less than looking one up. */
      let recent: unknown;
      for (const text of texts) {
        const value = base.parse(text);
        if (!(value instanceof DatatypeFailure)) known.set(base.key(value), value);
      }
      const refuse = (value: unknown): DatatypeFailure => {
        const shown = texts.slice(0, shownValues).map((text) => `"${text}"`);
        const more = texts.length > shownValues ? `, … (${texts.length} values)` : "";
        const wanted = `expected ${texts.length > 1 ? "one of " : ""}${shown.join(", ")}${more}`;
        return new DatatypeFailure("cvc-enumeration-valid", `${wanted}; found ${quoteText(base.print(value))}`);
      };
      return alter(base, {
        read(text, namespaces) {
          const value = base.read(text, namespaces);
          if (value === recent) return recent;
          if (value instanceof DatatypeFailure) return value;
          const found = known.get(base.key(value));
          if (found === undefined) return refuse(value);
          // The schema's own text rather than an equal piece of the document, which would keep that in memory.
          if (found !== value) return value;
          recent = found;
          return found;
        },
        check: (value) => base.check(value) ?? (known.has(base.key(value)) ? undefined : refuse(value)),
      });
    },
  };
}

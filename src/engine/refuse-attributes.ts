import { quoteName } from "../xml/quote-name.js";
import { xsiAttributes } from "../xml/xsi.js";
import type { ReadingContext } from "./ports.js";

/** Refuses what attributes a start tag has: there may be none but those of `xsi:`. */
export function refuseAttributes(reading: ReadingContext, code: string, why: string): void {
  const { attributes } = reading.source;
  for (let index = 0; index < attributes.length; index++) {
    const name = attributes.name(index);
    if (!xsiAttributes.has(name)) {
      reading.fail(code, `attribute ${quoteName(name)} is not allowed${why}`, attributes.location(index));
    }
  }
}

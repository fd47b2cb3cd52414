import type { OpenElement, ReadingContext } from "../engine/ports.js";
import type { PreparedElement } from "../model/prepared.js";
import { quoteName } from "../xml/quote-name.js";

/** Whether a declaration has a default or a fixed value. */
export function isConstrained({ fixed, default: byDefault }: PreparedElement): boolean {
  return fixed !== undefined || byDefault !== undefined;
}

/**
 * Part 1, 3.3.4, clause 5, for content that may be text and elements: gives the default that is to be filled in, checks
 * a fixed value.
 */
export function constrain(
  reading: ReadingContext,
  { declared, text, hasChildren, name }: OpenElement,
): string | undefined {
  const given = declared?.fixed ?? declared?.default;
  if (given === undefined) return undefined;
  if (text === "" && !hasChildren) return given;
  if (declared?.fixed === undefined) return undefined;
  const fixed = `${quoteName(name)} is fixed to "${given}"`;
  if (hasChildren) reading.fail("cvc-elt.5.2.2.1", `${fixed}, so it may not have elements`);
  else if (text !== given) reading.fail("cvc-elt.5.2.2.2.1", `found "${text}"; ${fixed}`);
  return undefined;
}

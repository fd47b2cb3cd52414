import { nearestName } from "./nearest.js";

/**
 * Refuses options that nobody would read, and what is no object of options. An option whose value is `undefined` is none.
 *
 * @param what - whose options they are, for the message: `createClient`, `parse`
 * @param known - the names of all options
 * @throws TypeError
 */
export function refuseUnknown(what: string, options: object, known: readonly string[]): void {
  refuseOthers(what, options, known, nearestName);
}

/** The same for those who carry nothing that finds what was meant. */
export function refuseOthers(
  what: string,
  options: object,
  known: readonly string[],
  suggest?: (wanted: string, known: readonly string[]) => string | undefined,
): void {
  if (typeof options !== "object" || options === null) {
    throw new TypeError(`${what} takes its options as an object; found ${options === null ? "null" : typeof options}`);
  }
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || known.includes(name)) continue;
    const nearest = suggest?.(name, known);
    const hint = nearest === undefined ? `known are ${known.join(", ")}` : `did you mean ${nearest}?`;
    throw new TypeError(`${what} has no option ${name}; ${hint}`);
  }
}

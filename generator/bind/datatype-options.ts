import type { Representation } from "./model.js";

/** The other JavaScript type that the values of a built-in datatype may have. */
const representations: ReadonlyMap<string, Representation> = new Map<string, Representation>([
  ["decimal", "number"],
  ["integer", "number"],
  ["long", "number"],
  ["unsignedLong", "number"],
  ["nonNegativeInteger", "number"],
  ["positiveInteger", "number"],
  ["nonPositiveInteger", "number"],
  ["negativeInteger", "number"],
  ["dateTime", "Date"],
  ["base64Binary", "string"],
  ["hexBinary", "string"],
]);

/** What is wrong with a choice of representations; `undefined` where nothing is. */
export function refuseDatatypes(datatypes: Readonly<Record<string, string>>): string | undefined {
  for (const [name, as] of Object.entries(datatypes)) {
    if (representations.get(name) === as) continue;
    const all = [...representations].map(([datatype, other]) => `${datatype}=${other}`);
    return `the values of ${name} cannot be ${as}; possible are ${all.join(", ")}`;
  }
  return undefined;
}

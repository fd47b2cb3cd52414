import type { Measure } from "./datatype.js";

// What the length facets count (Part 2, 4.3.1 to 4.3.3).

/** Characters, not code units: those are counted one by one only where that can matter. */
export const characters: Measure = {
  unit: "characters",
  of(value, least, greatest) {
    const text = value as string;
    const units = text.length;
    return units <= greatest && units >= 2 * least ? units : countCharacters(text);
  },
};

export const octets: Measure = { unit: "octets", of: (value) => (value as Uint8Array).length };

export const items: Measure = { unit: "items", of: (value) => (value as readonly unknown[]).length };

function countCharacters(text: string): number {
  let count = text.length;
  for (let at = 1; at < text.length; at++) {
    if ((text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800) count--;
  }
  return count;
}

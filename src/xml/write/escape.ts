import { illegalCharacter } from "../chars.js";

const textNeedsCare = /[&<>\r\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/;
const attributeNeedsCare = /[&<"\0-\x1f\ud800-\udfff\ufffe\uffff]/;

const replacements: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  // Only "]]>" must not stand in text (XML 1.0, 2.4); one rule is simpler than a look behind.
  [">", "&gt;"],
  ['"', "&quot;"],
  // A reader would turn these into line feeds and spaces (2.11, 3.3.3).
  ["\r", "&#13;"],
  ["\n", "&#10;"],
  ["\t", "&#9;"],
]);

function replace(char: string): string {
  return replacements.get(char) ?? char;
}

/** @param refuse - called with the offset of the first character that XML cannot hold */
export function escapeText(text: string, refuse: (at: number) => never): string {
  if (!textNeedsCare.test(text)) return text;
  const illegal = illegalCharacter(text, 0);
  return illegal < text.length ? refuse(illegal) : text.replace(/[&<>\r]/g, replace);
}

/** For a value between double quotes; see {@link escapeText}. */
export function escapeAttribute(value: string, refuse: (at: number) => never): string {
  if (!attributeNeedsCare.test(value)) return value;
  const illegal = illegalCharacter(value, 0);
  return illegal < value.length ? refuse(illegal) : value.replace(/[&<"\r\n\t]/g, replace);
}

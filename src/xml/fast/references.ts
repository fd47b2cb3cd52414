import { codePointName, isNameStart, isXmlChar, nameEnd } from "../chars.js";
import type { Cursor } from "./cursor.js";

/** The entities that need no declaration (XML 1.0, 4.6). */
const predefined: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["apos", "'"],
  ["quot", '"'],
]);

export interface Reference {
  /** The entity's name; `undefined` for a character reference. */
  readonly entity: string | undefined;
  /** What a character reference or a predefined entity stands for. */
  readonly value: string | undefined;
  /** The offset after the `;`. */
  readonly end: number;
}

/** Reads the reference that begins with the `&` at `at`. */
export function readReference(cursor: Cursor, at: number): Reference {
  const { text } = cursor;
  if (text.charCodeAt(at + 1) === 0x23) return readCharacterReference(cursor, at);
  const end = nameEnd(text, at + 1);
  if (end >= text.length) cursor.failEnd("a reference", at);
  if (end === at + 1 || !isNameStart(text.codePointAt(at + 1) ?? -1)) {
    cursor.fail("found & without the name of an entity; expected &amp; or a reference", at);
  }
  if (end - at > cursor.limits.maxNameLength) cursor.failLength("maxNameLength", at);
  const name = text.slice(at + 1, end);
  if (text.charCodeAt(end) !== 0x3b) cursor.failFound(`";" after &${name}`, end);
  return { entity: name, value: predefined.get(name), end: end + 1 };
}

/** Productions 66 and the constraint Legal Character. */
function readCharacterReference(cursor: Cursor, at: number): Reference {
  const { text } = cursor;
  const hex = text.charCodeAt(at + 2) === 0x78;
  const from = at + (hex ? 3 : 2);
  let code = 0;
  let end = from;
  for (; end < text.length; end++) {
    const digit = digitValue(text.charCodeAt(end), hex);
    if (digit === -1) break;
    // Beyond the last code point it stays there, so that leading zeros and long references cost nothing more.
    code = Math.min(code * (hex ? 16 : 10) + digit, 0x110000);
  }
  if (end >= text.length) cursor.failEnd("a character reference", at);
  if (end === from) cursor.failFound(hex ? "a hexadecimal digit" : "a digit", end);
  if (text.charCodeAt(end) !== 0x3b) cursor.failFound('";" after a character reference', end);
  if (!isXmlChar(code)) {
    const shown = code > 0x10ffff ? "no character" : codePointName(code);
    cursor.fail(`the reference stands for ${shown}; expected a character that XML allows`, at, end + 1 - at);
  }
  return { entity: undefined, value: String.fromCodePoint(code), end: end + 1 };
}

function digitValue(unit: number, hex: boolean): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  if (!hex) return -1;
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

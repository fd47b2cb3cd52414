import { isSpace, nameEnd } from "../chars.js";
import type { Cursor } from "./cursor.js";
import type { DocumentName } from "./name-table.js";

/** Whether a name that ends before `at` is whole; a character outside ASCII leaves the question to a full scan. */
export function endsName(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x3e || unit === 0x2f || unit === 0x3d || isSpace(unit);
}

/** Fails for the end tag at `at`, which is not the one of the open element. */
export function failEndTag(
  cursor: Cursor,
  element: { readonly written: DocumentName; readonly offset: number },
  at: number,
): never {
  const end = nameEnd(cursor.text, at + 2);
  if (end >= cursor.text.length) cursor.failEnd("an end tag", at);
  const found = end === at + 2 ? "no name" : `</${cursor.text.slice(at + 2, Math.min(end, at + 102))}>`;
  let message = `found ${found}; expected </${element.written.text}>`;
  // A stream drops what it has read.
  if (cursor.holds(element.offset)) {
    const { line, column } = cursor.locateAbsolute(element.offset);
    message += ` for line ${line}, column ${column}`;
  }
  cursor.fail(message, at, end - at);
}

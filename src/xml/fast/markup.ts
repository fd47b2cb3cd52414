import { isName, isNameStart, isSpace, nameEnd, spaceEnd } from "../chars.js";
import type { Cursor } from "./cursor.js";

// The tokens of markup declarations, read at the cursor.

export function hasSpace(cursor: Cursor): boolean {
  return isSpace(cursor.text.charCodeAt(cursor.position));
}

export function passSpace(cursor: Cursor): void {
  cursor.position = spaceEnd(cursor.text, cursor.position);
}

export function requireSpace(cursor: Cursor, where: string): void {
  if (!hasSpace(cursor)) cursor.failFound(`white space ${where}`, cursor.position);
  passSpace(cursor);
}

/** @param local - whether Namespaces in XML 1.0, 7 forbids a colon here */
export function readName(cursor: Cursor, what: string, local = false): string {
  const { text, position } = cursor;
  const end = nameEnd(text, position);
  if (!isNameStart(text.codePointAt(position) ?? -1)) cursor.failFound(what, position);
  if (end >= text.length) cursor.failEnd(what, position);
  if (end - position > cursor.limits.maxNameLength) cursor.failLength("maxNameLength", position);
  const name = text.slice(position, end);
  const colon = name.indexOf(":");
  const wrong = local ? colon !== -1 : colon !== -1 && !(isName(name.slice(colon + 1)) && /^[^:]+:[^:]+$/.test(name));
  if (wrong) cursor.fail(`found ${name}; expected ${what}`, position, name.length, "xml-namespace");
  cursor.position = end;
  return name;
}

/** Reads name characters, of which any may come first (Nmtoken). */
export function readToken(cursor: Cursor, what: string): string {
  const { text, position } = cursor;
  const end = nameEnd(text, position);
  if (end === position) cursor.failFound(what, position);
  cursor.position = end;
  return text.slice(position, end);
}

/** Reads a literal and gives the stretch between its quotes. */
export function readQuoted(cursor: Cursor, what: string): { readonly from: number; readonly to: number } {
  const { text, position } = cursor;
  const quote = text.charAt(position);
  if (quote !== '"' && quote !== "'") cursor.failFound(`${what} in quotes`, position);
  const to = cursor.findOrEnd(quote, position + 1, what, position);
  cursor.position = to + 1;
  return { from: position + 1, to };
}

import type { Cursor } from "../fast/cursor.js";
import { passSpace, readName } from "../fast/markup.js";

/** Reads the content of an element declaration (XML 1.0, 3.2, production 46) and moves behind it. */
export function readContentModel(cursor: Cursor): void {
  const start = cursor.position;
  for (const word of ["EMPTY", "ANY"]) {
    if (cursor.text.startsWith(word, start)) {
      cursor.position += word.length;
      return;
    }
  }
  cursor.expect("(", start, "EMPTY, ANY or a content model");
  cursor.position++;
  passSpace(cursor);
  if (cursor.text.startsWith("#PCDATA", cursor.position)) readMixed(cursor);
  else readChildren(cursor);
}

/** Production 51, behind the opening parenthesis. */
function readMixed(cursor: Cursor): void {
  cursor.position += "#PCDATA".length;
  let names = 0;
  for (;;) {
    passSpace(cursor);
    const at = cursor.position;
    const char = cursor.text.charAt(at);
    cursor.position++;
    if (char === ")") break;
    if (char !== "|") cursor.failFound('"|" or ")" in mixed content', at);
    passSpace(cursor);
    readName(cursor, "the name of an element");
    names++;
  }
  if (cursor.text.charAt(cursor.position) === "*") cursor.position++;
  else if (names > 0) cursor.failFound('"*" after mixed content', cursor.position);
}

/** Productions 47 to 50, behind the first opening parenthesis. */
function readChildren(cursor: Cursor): void {
  /** For each open group what separates its particles, once that is known. */
  const separators: string[] = [""];
  while (separators.length > 0) {
    // Here a particle begins.
    passSpace(cursor);
    if (cursor.text.charAt(cursor.position) === "(") {
      if (separators.length >= cursor.limits.maxDepth) {
        cursor.failLimit("maxDepth", "groups are nested deeper than", cursor.position);
      }
      cursor.position++;
      separators.push("");
      continue;
    }
    readName(cursor, 'the name of an element or "("');
    passOccurrence(cursor);
    readSeparators(cursor, separators);
  }
}

/** What follows a particle: ends of groups, then a separator, unless the outermost group has ended. */
function readSeparators(cursor: Cursor, separators: string[]): void {
  while (separators.length > 0) {
    passSpace(cursor);
    const at = cursor.position;
    const char = cursor.text.charAt(at);
    const last = separators.length - 1;
    const known = separators[last] ?? "";
    if (char === ")") {
      cursor.position++;
      separators.pop();
      passOccurrence(cursor);
    } else if (known === "" ? char === "," || char === "|" : char === known) {
      cursor.position++;
      separators[last] = char;
      return;
    } else {
      cursor.failFound(known === "" ? '",", "|" or ")"' : `"${known}" or ")"`, at);
    }
  }
}

function passOccurrence(cursor: Cursor): void {
  if (/[?*+]/.test(cursor.text.charAt(cursor.position))) cursor.position++;
}

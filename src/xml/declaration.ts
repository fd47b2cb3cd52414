import { isSpace, spaceEnd } from "./chars.js";
import type { Cursor } from "./cursor.js";

/** What an XML declaration says (XML 1.0, 2.8). */
export interface XmlDeclaration {
  readonly version: string;
  readonly encoding: string | undefined;
  readonly standalone: boolean | undefined;
}

/** Whether a declaration begins at `at`, rather than an instruction whose target begins with `xml`. */
export function startsDeclaration(text: string, at: number): boolean {
  return text.startsWith("<?xml", at) && isSpace(text.charCodeAt(at + 5));
}

const parts = [
  { name: "version", form: /^1\.[0-9]+$/, expected: "1.0" },
  { name: "encoding", form: /^[A-Za-z][A-Za-z0-9._-]*$/, expected: "the name of an encoding" },
  { name: "standalone", form: /^(?:yes|no)$/, expected: "yes or no" },
] as const;

/** Reads the declaration at the cursor and moves behind it. */
export function readDeclaration(cursor: Cursor): XmlDeclaration {
  const start = cursor.position;
  const { text } = cursor;
  const found = new Map<string, string>();
  let at = start + 5;
  for (const { name, form, expected } of parts) {
    const from = spaceEnd(text, at);
    if (!text.startsWith(name, from)) {
      if (name === "version") cursor.failFound("version in the XML declaration", from);
      continue;
    }
    if (from === at) cursor.failFound(`white space before ${name}`, at);
    const equals = spaceEnd(text, from + name.length);
    if (text.charAt(equals) !== "=") cursor.failFound(`"=" after ${name}`, equals);
    const open = spaceEnd(text, equals + 1);
    const quote = text.charAt(open);
    if (quote !== '"' && quote !== "'") cursor.failFound("a quoted value", open);
    const close = text.indexOf(quote, open + 1);
    if (close === -1) cursor.failEnd("the XML declaration", start);
    const value = text.slice(open + 1, close);
    if (!form.test(value)) {
      cursor.fail(`found ${name} "${value.slice(0, 40)}"; expected ${expected}`, open + 1, value.length);
    }
    found.set(name, value);
    at = close + 1;
  }
  const end = spaceEnd(text, at);
  if (!text.startsWith("?>", end)) {
    if (end + 1 >= text.length) cursor.failEnd("the XML declaration", start);
    cursor.failFound('"?>" at the end of the XML declaration', end);
  }
  cursor.position = end + 2;
  const standalone = found.get("standalone");
  return {
    version: found.get("version") ?? "1.0",
    encoding: found.get("encoding"),
    standalone: standalone === undefined ? undefined : standalone === "yes",
  };
}

import { isSpace, spaceEnd } from "../chars.js";
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

const version = /^1\.[0-9]+$/;
const encoding = /^[A-Za-z][A-Za-z0-9._-]*$/;
const standalone = /^(?:yes|no)$/;

/** Reads the declaration at the cursor and moves behind it. */
export function readDeclaration(cursor: Cursor): XmlDeclaration {
  const start = cursor.position;
  cursor.findOrEnd("?>", start, "the XML declaration", start);
  cursor.position += "<?xml".length;
  const declared = {
    version: readPart(cursor, "version", version, "1.0", start),
    encoding: readPart(cursor, "encoding", encoding, "the name of an encoding", start),
    standalone: readPart(cursor, "standalone", standalone, "yes or no", start),
  };
  const end = spaceEnd(cursor.text, cursor.position);
  if (declared.version === undefined) cursor.failFound("version in the XML declaration", end);
  cursor.expect("?>", end, '"?>" at the end of the XML declaration');
  cursor.position = end + 2;
  return {
    version: declared.version,
    encoding: declared.encoding,
    standalone: declared.standalone === undefined ? undefined : declared.standalone === "yes",
  };
}

/** Reads `name="value"`, if it stands next. */
function readPart(cursor: Cursor, name: string, form: RegExp, expected: string, start: number): string | undefined {
  const { text } = cursor;
  const from = spaceEnd(text, cursor.position);
  if (!text.startsWith(name, from)) return undefined;
  if (from === cursor.position) cursor.failFound(`white space before ${name}`, from);
  const equals = spaceEnd(text, from + name.length);
  if (text.charAt(equals) !== "=") cursor.failFound(`"=" after ${name}`, equals);
  const open = spaceEnd(text, equals + 1);
  const quote = text.charAt(open);
  if (quote !== '"' && quote !== "'") cursor.failFound("a quoted value", open);
  const close = cursor.findOrEnd(quote, open + 1, "the XML declaration", start);
  const value = text.slice(open + 1, close);
  if (!form.test(value)) {
    cursor.fail(`found ${name} "${value.slice(0, 40)}"; expected ${expected}`, open + 1, value.length);
  }
  cursor.position = close + 1;
  return value;
}

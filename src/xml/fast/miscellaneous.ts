import { isNameStart, isSpace, nameEnd, spaceEnd } from "../chars.js";
import type { Cursor } from "./cursor.js";

// Comments and processing instructions: what production 27 of XML 1.0 calls Misc.

/** A stretch of markup from `start` to `end` that holds text from `from` to `to`. */
export interface Markup {
  readonly start: number;
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

/** The comment whose `<!--` stands at `start`. */
export function readComment(cursor: Cursor, start: number): Markup {
  const from = start + 4;
  const to = cursor.findOrEnd("--", from, "a comment", start);
  if (to + 2 >= cursor.text.length) cursor.failEnd("a comment", start);
  if (cursor.text.charAt(to + 2) !== ">") cursor.fail('found "--" inside a comment; expected "-->"', to, 2);
  return checked(cursor, { start, from, to, end: to + 3 });
}

/** The instruction whose `<?` stands at `start`. */
export function readInstruction(cursor: Cursor, start: number): Markup & { readonly target: string } {
  const { text } = cursor;
  const targetEnd = nameEnd(text, start + 2);
  const to = cursor.findOrEnd("?>", targetEnd, "a processing instruction", start);
  if (!isNameStart(text.codePointAt(start + 2) ?? -1)) cursor.failFound("the target of an instruction", start + 2);
  const target = text.slice(start + 2, targetEnd);
  if (/^xml$/i.test(target)) {
    cursor.fail(`found <?${target}; an XML declaration stands only at the very beginning`, start, 5);
  }
  if (target.includes(":")) {
    const message = `found the target ${target}; expected one without a colon`;
    cursor.fail(message, start + 2, target.length, "xml-namespace");
  }
  if (target.length > cursor.limits.maxNameLength) cursor.failLength("maxNameLength", start + 2);
  if (targetEnd !== to && !isSpace(text.charCodeAt(targetEnd))) cursor.failFound('white space or "?>"', targetEnd);
  const from = Math.min(spaceEnd(text, targetEnd), to);
  return { target, ...checked(cursor, { start, from, to, end: to + 2 }) };
}

function checked(cursor: Cursor, markup: Markup): Markup {
  cursor.checkCharacters(markup.from, markup.to);
  if (markup.to - markup.from > cursor.limits.maxTextLength) cursor.failLength("maxTextLength", markup.start);
  return markup;
}

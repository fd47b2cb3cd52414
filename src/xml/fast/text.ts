import type { Entities } from "../doctype/entities.js";
import type { Cursor } from "./cursor.js";
import { type Reference, readReference } from "./references.js";

const sectionStart = "<![CDATA[";

/**
 * Reads character data that is more than a plain stretch: references, CDATA sections, carriage returns. The cursor
 * moves behind it, to the `<` of a tag, comment or instruction, and into and out of entities on the way.
 *
 * @param keep - false where the text is not wanted: it is checked all the same, and the result is empty
 */
export function readLongText(cursor: Cursor, keep: boolean, entities: Entities | undefined): string {
  let result = "";
  let length = 0;
  for (;;) {
    const { text, ahead } = cursor;
    const at = cursor.position;
    const end = ahead.lessThan(at);
    const care = ahead.textCare(at);
    const stop = Math.min(care, end);
    length += stop - at;
    if (length > cursor.limits.maxTextLength) cursor.failLength("maxTextLength", at);
    if (keep) result += text.slice(at, stop);
    cursor.position = stop;
    if (stop === text.length) {
      if (!cursor.inEntity) cursor.failEnd("the content of an element", at);
      entities?.leave(cursor);
    } else if (stop === end) {
      if (!startsSection(cursor, end)) return result;
      const from = end + sectionStart.length;
      const close = cursor.findOrEnd("]]>", from, "a CDATA section", end);
      cursor.checkCharacters(from, close);
      length += close - from;
      if (keep) result += cursor.lines(from, close);
      cursor.position = close + 3;
    } else {
      const value = readSpecial(cursor, care, entities);
      length += value.length;
      if (keep) result += value;
    }
  }
}

/** What the character at `at`, which cannot stand for itself, stands for; the cursor moves behind it. */
function readSpecial(cursor: Cursor, at: number, entities: Entities | undefined): string {
  const { text } = cursor;
  switch (text.charCodeAt(at)) {
    case 0x26: {
      const reference = readReference(cursor, at);
      cursor.position = reference.end;
      if (reference.value === undefined) enterEntity(cursor, reference, at, entities);
      return reference.value ?? "";
    }
    case 0x0d: {
      // In an entity it comes from a reference, as the line ends of literals have been normalised (XML 1.0, 2.11).
      const pair = !cursor.inEntity && text.charCodeAt(at + 1) === 0x0a;
      cursor.position = at + (pair ? 2 : 1);
      return cursor.inEntity ? "\r" : "\n";
    }
    case 0x5d:
      return cursor.fail('found "]]>" in text; expected "]]&gt;"', at, 3);
    default:
      return cursor.failCharacter(at);
  }
}

/** Whether the `<` at `at` begins a CDATA section. */
export function startsSection(cursor: Cursor, at: number): boolean {
  const { text } = cursor;
  if (at + 1 >= text.length) cursor.needMore();
  if (text.charCodeAt(at + 1) !== 0x21) return false;
  if (at + sectionStart.length > text.length) cursor.needMore();
  return text.startsWith(sectionStart, at);
}

/**
 * The value of an attribute whose text needs work (XML 1.0, 3.3.3): white space becomes spaces, references what they
 * stand for.
 */
export function readAttributeValue(cursor: Cursor, from: number, to: number, entities: Entities | undefined): string {
  const source = cursor.text.slice(from, to);
  const space = cursor.inEntity ? /[\r\n\t]/g : /\r\n|[\r\n\t]/g;
  const lessThan = source.indexOf("<");
  if (lessThan !== -1) cursor.fail('found "<" in an attribute value; expected "&lt;"', from + lessThan);
  cursor.checkCharacters(from, to);
  let result = "";
  let at = 0;
  for (;;) {
    const ampersand = source.indexOf("&", at);
    result += source.slice(at, ampersand === -1 ? source.length : ampersand).replace(space, " ");
    if (ampersand === -1) return result;
    const reference = readReference(cursor, from + ampersand);
    if (reference.value === undefined) {
      const { position } = cursor;
      enterEntity(cursor, reference, from + ampersand, entities);
      result += readAttributeValue(cursor, 0, cursor.text.length, entities);
      entities?.leave(cursor);
      cursor.position = position;
    } else {
      result += reference.value;
    }
    at = reference.end - from;
  }
}

function enterEntity(cursor: Cursor, reference: Reference, at: number, entities: Entities | undefined): void {
  const name = reference.entity ?? "";
  if (entities !== undefined) entities.enter(name, cursor, at, reference.end);
  else cursor.fail(`the entity ${name} is not declared`, at, reference.end - at);
}

import type { Cursor } from "./cursor.js";
import { readReference } from "./references.js";

const sectionStart = "<![CDATA[";

/**
 * Reads character data that is more than a plain stretch: references, CDATA sections, carriage returns. The cursor
 * moves behind it, to the `<` of a tag, comment or instruction.
 *
 * @param keep - false where the text is not wanted: it is checked all the same, and the result is empty
 */
export function readLongText(cursor: Cursor, from: number, keep: boolean): string {
  let at = from;
  let result = "";
  for (;;) {
    const end = cursor.text.indexOf("<", at);
    if (end === -1) cursor.failEnd("the content of an element", at);
    let care = cursor.nextCare(at);
    while (care < end) {
      if (keep) result += cursor.text.slice(at, care);
      at = care;
      switch (cursor.text.charCodeAt(care)) {
        case 0x26: {
          const reference = readReference(cursor, care);
          if (reference.value === undefined) failUndeclared(cursor, reference.entity ?? "", care);
          if (keep) result += reference.value;
          at = reference.end;
          break;
        }
        case 0x0d:
          if (keep) result += "\n";
          at += cursor.text.charCodeAt(care + 1) === 0x0a ? 2 : 1;
          break;
        case 0x5d:
          cursor.fail('found "]]>" in text; expected "]]&gt;"', care, 3);
          break;
        default:
          cursor.failCharacter(care);
      }
      care = cursor.nextCare(at);
    }
    if (keep) result += cursor.text.slice(at, end);
    cursor.position = end;
    if (end - from > cursor.limits.maxTextLength) cursor.failLimit("maxTextLength", from);
    if (!startsSection(cursor, end)) return result;
    at = end + sectionStart.length;
    const close = cursor.text.indexOf("]]>", at);
    if (close === -1) cursor.failEnd("a CDATA section", end);
    cursor.checkCharacters(at, close);
    if (keep) result += cursor.lines(at, close);
    at = close + 3;
  }
}

/** Whether the `<` at `at` begins a CDATA section. */
export function startsSection(cursor: Cursor, at: number): boolean {
  const { text } = cursor;
  if (text.charCodeAt(at + 1) !== 0x21) return false;
  if (at + sectionStart.length > text.length) cursor.needMore();
  return text.startsWith(sectionStart, at);
}

/**
 * The value of an attribute whose text needs work (XML 1.0, 3.3.3): white space becomes spaces, references what they
 * stand for. A `<` has been looked for by the caller.
 */
export function readAttributeValue(cursor: Cursor, from: number, to: number): string {
  const { text } = cursor;
  let result = "";
  let at = from;
  for (;;) {
    const ampersand = text.indexOf("&", at);
    const end = ampersand === -1 || ampersand > to ? to : ampersand;
    result += text.slice(at, end).replace(/\r\n|[\r\n\t]/g, " ");
    if (end === to) break;
    const reference = readReference(cursor, ampersand);
    if (reference.value === undefined) failUndeclared(cursor, reference.entity ?? "", ampersand);
    result += reference.value;
    at = reference.end;
  }
  cursor.checkCharacters(from, to);
  return result;
}

function failUndeclared(cursor: Cursor, entity: string, at: number): never {
  cursor.fail(`the entity ${entity} is not declared`, at, entity.length + 2);
}

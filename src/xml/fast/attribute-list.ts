import { collapse, type Entities } from "../doctype/entities.js";
import type { Cursor } from "./cursor.js";
import { hasSpace, passSpace, readName, readQuoted, readToken, requireSpace } from "./markup.js";
import { readAttributeValue } from "./text.js";

const tokenizedTypes = ["IDREFS", "IDREF", "ID", "ENTITIES", "ENTITY", "NMTOKENS", "NMTOKEN"];

/**
 * Reads an attribute-list declaration (XML 1.0, 3.3) at the cursor.
 *
 * @param use - whether what it says counts, rather than being checked only
 */
export function readAttributeList(cursor: Cursor, entities: Entities, use: boolean): void {
  cursor.position += "<!ATTLIST".length;
  requireSpace(cursor, "after <!ATTLIST");
  const element = readName(cursor, "the name of an element");
  for (;;) {
    const spaced = hasSpace(cursor);
    passSpace(cursor);
    if (cursor.text.charAt(cursor.position) === ">") break;
    if (!spaced) cursor.failFound('white space or ">"', cursor.position);
    const name = readName(cursor, "the name of an attribute");
    requireSpace(cursor, "after the name of an attribute");
    const tokenized = readType(cursor);
    requireSpace(cursor, "after the type of an attribute");
    const value = readDefault(cursor, entities, tokenized);
    if (use) entities.declareAttribute(element, name, { tokenized, value });
  }
  cursor.position++;
}

/** Says whether values of the type are tokenized (3.3.3). */
function readType(cursor: Cursor): boolean {
  const { text, position } = cursor;
  if (text.startsWith("CDATA", position)) {
    cursor.position += "CDATA".length;
    return false;
  }
  const tokenized = tokenizedTypes.find((type) => text.startsWith(type, position));
  if (tokenized !== undefined) {
    cursor.position += tokenized.length;
    return true;
  }
  const notation = text.startsWith("NOTATION", position);
  if (notation) {
    cursor.position += "NOTATION".length;
    requireSpace(cursor, "after NOTATION");
  }
  cursor.expect("(", cursor.position, "the type of an attribute");
  for (let more = true; more; ) {
    cursor.position++;
    passSpace(cursor);
    if (notation) readName(cursor, "the name of a notation", true);
    else readToken(cursor, "a value");
    passSpace(cursor);
    const char = cursor.text.charAt(cursor.position);
    if (char !== "|" && char !== ")") cursor.failFound('"|" or ")"', cursor.position);
    more = char === "|";
  }
  cursor.position++;
  return true;
}

/** The default value, normalised; `undefined` where there is none. */
function readDefault(cursor: Cursor, entities: Entities, tokenized: boolean): string | undefined {
  for (const word of ["#REQUIRED", "#IMPLIED"]) {
    if (cursor.text.startsWith(word, cursor.position)) {
      cursor.position += word.length;
      return undefined;
    }
  }
  if (cursor.text.startsWith("#FIXED", cursor.position)) {
    cursor.position += "#FIXED".length;
    requireSpace(cursor, "after #FIXED");
  }
  const { from, to } = readQuoted(cursor, "the default value of an attribute");
  if (to - from > cursor.limits.maxAttributeLength) cursor.failLength("maxAttributeLength", from);
  const value = readAttributeValue(cursor, from, to, entities);
  return tokenized ? collapse(value) : value;
}

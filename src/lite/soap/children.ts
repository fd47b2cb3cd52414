import { type Reader, type StartTag, skipContent } from "../reader.js";

/**
 * Moves to the next child of the innermost element.
 *
 * @param strict - nothing but white space may stand before it
 * @returns its start tag; `undefined` where the end tag stands next
 */
export function nextChild(reader: Reader, strict: boolean): StartTag | undefined {
  const text = reader.characters();
  if (strict && /[^ \t\n]/.test(text)) {
    reader.malformed("found text where the envelope holds elements only", reader.textAt, "soap-envelope");
  }
  return reader.tag;
}

/**
 * Enters each child of the innermost element in turn, whatever text stands between them.
 *
 * @param read - what it leaves of a child is passed over
 */
export function eachChild(reader: Reader, read: (tag: StartTag) => void): void {
  for (let tag = nextChild(reader, false); tag !== undefined; tag = nextChild(reader, false)) {
    reader.enter(tag);
    read(tag);
    skipContent(reader);
    reader.leave();
  }
}

import { type Reader, type StartTag, skipContent } from "../reader.js";

/**
 * Moves to the next child of the innermost element, over white space.
 *
 * @returns its start tag; `undefined` where the end tag stands next
 */
export function nextChild(reader: Reader): StartTag | undefined {
  if (/[^ \t\n]/.test(reader.characters())) {
    reader.malformed("found text where the envelope holds elements only", reader.textAt, "soap-envelope");
  }
  return reader.tag;
}

/**
 * Enters each child of the innermost element in turn.
 *
 * @param read - what it leaves of a child is passed over
 */
export function eachChild(reader: Reader, read: (tag: StartTag) => void): void {
  for (let tag = nextChild(reader); tag !== undefined; tag = nextChild(reader)) {
    reader.enter(tag);
    read(tag);
    skipContent(reader);
    reader.leave();
  }
}

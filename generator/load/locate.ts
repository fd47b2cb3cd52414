import type { SourceLocation } from "../../src/errors.js";
import type { SourceAttribute, SourceDocument, SourceElement } from "./document.js";

/** The offset of each line's first character, made on the first question about a document. */
const lineStarts = new WeakMap<SourceDocument, readonly number[]>();

/** Where an element stands (its `<name`), or the value of one of its attributes. */
export function locate(element: SourceElement, attribute?: SourceAttribute): SourceLocation {
  return attribute === undefined
    ? locateStretch(element.document, element.offset, element.length)
    : locateStretch(element.document, attribute.valueOffset, attribute.valueLength);
}

function locateStretch(document: SourceDocument, offset: number, length: number): SourceLocation {
  let starts = lineStarts.get(document);
  if (starts === undefined) lineStarts.set(document, (starts = findLineStarts(document.text)));
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const column = offset - (starts[low] ?? 0) + 1;
  return { file: document.file, line: low + 1, column, offset, length: Math.max(1, length) };
}

function findLineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  return starts;
}

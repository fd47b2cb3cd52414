import type { SourceDocument, SourceElement } from "./document.js";

/**
 * Whether two schemas are one: the same, or copies of one document under two addresses, which refer to the same
 * documents or again to copies of them.
 */
export function isCopy(left: SourceElement, right: SourceElement): boolean {
  if (left === right) return true;
  if (left.offset !== right.offset) return false;
  const compared = new Map<SourceDocument, SourceDocument>();
  const waiting: [SourceDocument, SourceDocument][] = [[left.document, right.document]];
  for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
    const [one, other] = pair;
    if (one === other || compared.get(one) === other) continue;
    if (one.text !== other.text) return false;
    compared.set(one, other);
    for (const [index, { target }] of one.references.entries()) {
      const counterpart = other.references[index]?.target;
      if (target !== undefined && counterpart !== undefined) waiting.push([target, counterpart]);
      else if (target !== counterpart) return false;
    }
  }
  return true;
}

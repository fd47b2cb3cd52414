import { leadsTo, type Path, parsePaths, passes } from "../../../src/constructs/identity/paths.js";
import type { XmlName } from "../../../src/xml/names.js";
import type { SampleElement, SampleText } from "./sample-tree.js";

/** The elements that a selector or the element part of a field leads to. */
export function selectElements(from: SampleElement, paths: readonly Path[]): readonly SampleElement[] {
  const found: SampleElement[] = [];
  const open: XmlName[] = [];
  visit(from);
  return found;

  function visit(element: SampleElement): void {
    open.push(element.name);
    if (paths.some((path) => leadsTo(path, open, 0))) found.push(element);
    for (const child of element.children) if (typeof child !== "string") visit(child);
    open.pop();
  }
}

/** The places that a field leads to; more than one is an error of the document. */
export function selectField(from: SampleElement, field: string): readonly SampleText[] {
  const found: SampleText[] = [];
  for (const path of parsePaths(field)) {
    const { attribute } = path;
    for (const element of selectElements(from, [path])) {
      if (attribute !== undefined) {
        found.push(...element.attributes.filter(({ use }) => passes(attribute, use.declaration.name)));
      } else if (element.text !== undefined) found.push(element.text);
    }
  }
  return found;
}

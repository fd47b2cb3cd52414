import { writeXmlElement as walkXmlElement } from "../constructs/write-xml-element.js";
import type { EngineFeatures } from "../engine/ports.js";
import { readDocument } from "../engine/read-element.js";
import { type Issue, ValidationError } from "../errors.js";
import type { ElementDescriptor } from "../schema/descriptors.js";
import { ElementSource } from "../xml/tree/element-source.js";
import type { XmlElement } from "../xml/tree/xml-element.js";
import type { WriteXmlElement } from "./xml-layer.js";

/**
 * The value of the first of these elements that a descriptor describes; `undefined` where there is none.
 *
 * @param scope - the prefixes declared around the elements
 * @throws {@link ParseError} where the element is not what the descriptor says
 */
export function findValue<T>(
  descriptor: ElementDescriptor<T>,
  elements: readonly XmlElement[],
  scope: XmlElement["namespaces"],
  features: EngineFeatures = {},
): T | undefined {
  const found = elements.find(({ namespace, name }) => name === descriptor.name && namespace === descriptor.namespace);
  if (found === undefined) return undefined;
  return readDocument(descriptor, new ElementSource(found, scope), {}, features);
}

/** Writes an element into a document that is being written. */
export const writeXmlElement: WriteXmlElement = (element, sink) => {
  const issues: Issue[] = [];
  walkXmlElement(element, sink, (issue) => issues.push(issue), []);
  if (issues.length > 0) throw new ValidationError(issues);
};

/** The text that an element holds, with that of its descendants. */
export function textOf(element: XmlElement): string {
  return element.content.map((item) => (typeof item === "string" ? item : textOf(item))).join("");
}

/** The elements that an element holds. */
export function childrenOf(element: XmlElement): readonly XmlElement[] {
  return element.content.filter((item) => typeof item !== "string");
}

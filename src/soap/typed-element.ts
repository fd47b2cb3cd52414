import { writeXmlElement } from "../constructs/write-xml-element.js";
import { type Issue, ValidationError } from "../errors.js";
import type { ElementDescriptor } from "../schema/descriptors.js";
import { parse } from "../verbs/parse.js";
import { serializeElement } from "../verbs/serialize.js";
import { XmlReader } from "../xml/fast/reader.js";
import { readXmlElement } from "../xml/tree/read-xml-element.js";
import type { XmlElement } from "../xml/tree/xml-element.js";
import { XmlWriter } from "../xml/write/writer.js";

/**
 * The element that a descriptor and a value make: a header block, or an entry of a fault's detail.
 *
 * @throws {@link ValidationError} where the schema does not allow the value
 */
export function toXmlElement<T>(descriptor: ElementDescriptor<T>, value: NoInfer<T>): XmlElement {
  const writer = new XmlWriter();
  serializeElement(descriptor, value, writer);
  const reader = new XmlReader(writer.toString());
  reader.next();
  return readXmlElement(reader);
}

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
): T | undefined {
  const found = elements.find(({ namespace, name }) => name === descriptor.name && namespace === descriptor.namespace);
  if (found === undefined) return undefined;
  const writer = new XmlWriter();
  writeElement({ ...found, namespaces: { ...scope, ...found.namespaces } }, writer);
  return parse(descriptor, writer.toString());
}

/** Writes an element into a document that is being written. */
export function writeElement(element: XmlElement, writer: XmlWriter): void {
  const issues: Issue[] = [];
  writeXmlElement(element, writer, (issue) => issues.push(issue), []);
  if (issues.length > 0) throw new ValidationError(issues);
}

/** The text that an element holds, with that of its descendants. */
export function textOf(element: XmlElement): string {
  return element.content.map((item) => (typeof item === "string" ? item : textOf(item))).join("");
}

/** The elements that an element holds. */
export function childrenOf(element: XmlElement): readonly XmlElement[] {
  return element.content.filter((item) => typeof item !== "string");
}

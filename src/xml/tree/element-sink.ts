import { setProperty } from "../../text/record.js";
import { conventionalPrefixes } from "../conventional-prefixes.js";
import { clarkName, type XmlName, xmlNamespace } from "../names.js";
import type { XmlSink } from "../ports.js";
import type { XmlElement } from "./xml-element.js";

/** An element that is being made. */
interface Open {
  readonly namespace: string;
  readonly name: string;
  attributes?: Record<string, string>;
  readonly content: (string | XmlElement)[];
  namespaces?: Record<string, string>;
}

/** Makes an {@link XmlElement} of what is written into it. */
export class ElementSink implements XmlSink {
  /** What was written; complete once its last element has ended. */
  root: XmlElement | undefined;
  readonly #open: Open[] = [];
  #count = 0;

  startElement({ namespace, localName: name }: XmlName): void {
    const element: Open = { namespace, name, content: [] };
    this.#open.at(-1)?.content.push(element);
    this.root ??= element;
    this.#open.push(element);
  }

  attribute(name: XmlName, value: string | XmlName): void {
    const element = this.#innermost();
    element.attributes ??= {};
    setProperty(element.attributes, clarkName(name), typeof value === "string" ? value : this.#qualified(value));
  }

  declareNamespace(prefix: string, namespace: string): void {
    const element = this.#innermost();
    element.namespaces ??= {};
    setProperty(element.namespaces, prefix, namespace);
  }

  lookupNamespace(prefix: string): string | undefined {
    if (prefix === "xml") return xmlNamespace;
    const declaring = this.#open.findLast(({ namespaces }) => namespaces && Object.hasOwn(namespaces, prefix));
    return declaring?.namespaces?.[prefix] ?? (prefix === "" ? "" : undefined);
  }

  prefixFor(namespace: string): string {
    if (namespace === xmlNamespace) return "xml";
    if (namespace === "") {
      const { namespace: own } = this.#innermost();
      // Whoever writes the element would make its own namespace the default one, if it had no prefix.
      if (own !== "") this.prefixFor(own);
      this.declareNamespace("", "");
      return "";
    }
    for (const { namespaces = {} } of this.#open) {
      const found = Object.keys(namespaces).find(
        (prefix) => prefix !== "" && this.lookupNamespace(prefix) === namespace,
      );
      if (found !== undefined) return found;
    }
    let prefix = conventionalPrefixes.get(namespace);
    while (prefix === undefined || this.lookupNamespace(prefix) !== undefined) prefix = `ns${++this.#count}`;
    this.declareNamespace(prefix, namespace);
    return prefix;
  }

  text(value: string): void {
    if (value === "") return;
    const { content } = this.#innermost();
    const before = content.at(-1);
    // Texts that touch are one.
    if (typeof before === "string") content[content.length - 1] = before + value;
    else content.push(value);
  }

  endElement(): void {
    this.#open.pop();
  }

  #qualified({ namespace, localName }: XmlName): string {
    const prefix = this.prefixFor(namespace);
    return prefix === "" ? localName : `${prefix}:${localName}`;
  }

  #innermost(): Open {
    const element = this.#open.at(-1);
    if (element === undefined) throw new TypeError("attributes and text stand in an element");
    return element;
  }
}

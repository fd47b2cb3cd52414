import { clarkName, type XmlName } from "../../src/xml/names.js";
import { attributeOf, attributeValue } from "../load/attributes.js";
import type { SourceElement } from "../load/document.js";
import type { Findings } from "../load/findings.js";
import { isWsdl } from "../load/source-names.js";
import type { SchemaSet } from "../schema/components.js";
import type { MessagePart } from "./components.js";
import { type Definitions, hint, readName, resolveDefinition } from "./definitions.js";

/** Reads messages, each once, however many operations use it. */
export class MessageReader {
  readonly #definitions: Definitions;
  readonly #schemas: SchemaSet;
  readonly #findings: Findings;
  readonly #parts = new Map<SourceElement, readonly MessagePart[]>();

  constructor(definitions: Definitions, schemas: SchemaSet, findings: Findings) {
    this.#definitions = definitions;
    this.#schemas = schemas;
    this.#findings = findings;
  }

  /** The message that an element's `message` attribute names. */
  resolve(element: SourceElement): SourceElement | undefined {
    return resolveDefinition(this.#definitions, "message", element, "message", this.#findings);
  }

  parts(message: SourceElement): readonly MessagePart[] {
    let parts = this.#parts.get(message);
    if (parts === undefined) {
      parts = message.children.filter((child) => isWsdl(child, "part")).map((child) => this.#readPart(child));
      this.#parts.set(message, parts);
    }
    return parts;
  }

  /** The part of a message with a name; an unknown name is reported where it was written. */
  part(message: SourceElement, name: string, element: SourceElement, attributeName: string): MessagePart | undefined {
    const part = this.parts(message).find((candidate) => candidate.name === name);
    if (part === undefined) {
      const text = `message ${attributeValue(message, "name")} has no part ${JSON.stringify(name)}`;
      this.#findings.report("wsdl-resolve", text, element, attributeOf(element, attributeName));
    }
    return part;
  }

  #readPart(source: SourceElement): MessagePart {
    const name = attributeValue(source, "name") ?? "";
    const hasElement = attributeOf(source, "element") !== undefined;
    const hasType = attributeOf(source, "type") !== undefined;
    if (name === "") this.#findings.report("wsdl-name", "a part must have a name", source);
    if (hasElement === hasType) {
      const message = hasType
        ? `part ${JSON.stringify(name)} has both an element and a type`
        : `part ${JSON.stringify(name)} must name an element or a type`;
      this.#findings.report("bp-R2306", message, source);
    }
    return {
      source,
      name,
      element: hasElement ? this.#lookup("element declaration", this.#schemas.elements, source, "element") : undefined,
      type: hasType ? this.#lookup("type", this.#schemas.types, source, "type") : undefined,
    };
  }

  #lookup<Found>(
    kind: string,
    known: ReadonlyMap<XmlName, Found>,
    source: SourceElement,
    attributeName: string,
  ): Found | undefined {
    const name = readName(source, attributeName, this.#findings);
    const found = name && known.get(name);
    if (name !== undefined && found === undefined) {
      const message = `there is no ${kind} ${clarkName(name)}${hint(known.keys(), name)}`;
      this.#findings.report("src-resolve", message, source, attributeOf(source, attributeName));
    }
    return found;
  }
}

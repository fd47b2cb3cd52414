import type { Recording } from "../engine/schema-lookup.js";
import { setProperty } from "../text/record.js";
import { clarkName } from "../xml/names.js";
import { PassingSource } from "../xml/passing-source.js";
import type { XmlEventKind, XmlEventSource } from "../xml/ports.js";
import { prefixesDeclaredAt } from "../xml/tree/read-xml-element.js";
import { scopeObject } from "../xml/tree/scope-object.js";
import type { AnyType, XmlElement } from "../xml/tree/xml-element.js";

interface Recorded {
  namespace: string;
  name: string;
  attributes?: Record<string, string>;
  content: (string | XmlElement)[];
  namespaces?: Readonly<Record<string, string>>;
}

/**
 * Passes a source on and keeps the element that it stands on as it is: so that what a wildcard allows is checked by its
 * declaration and still kept unchanged.
 */
export class RecordingSource extends PassingSource implements Recording {
  readonly #root: Recorded;
  readonly #open: Recorded[];
  #skippedText = "";

  /** @param source - stands on a `start` */
  constructor(source: XmlEventSource) {
    super(source);
    this.#root = record(source, scopeObject(source));
    this.#open = [this.#root];
  }

  get element(): XmlElement {
    return this.#root;
  }

  content(value: unknown): AnyType | null {
    const { namespace: _namespace, name: _name, ...content } = this.#root;
    return keptContent(content, value);
  }

  override get skippedText(): string {
    return this.#skippedText;
  }

  override next(): XmlEventKind {
    const source = this.source;
    const kind = source.next();
    if (kind === "start") {
      const child = record(source, prefixesDeclaredAt(source));
      this.#open.at(-1)?.content.push(child);
      this.#open.push(child);
    } else if (kind === "text") {
      this.#open.at(-1)?.content.push(source.text);
    } else if (kind === "end") {
      this.#open.pop();
    }
    return kind;
  }

  override skip(): void {
    const { depth } = this;
    while (!(this.kind === "end" && this.depth === depth)) this.next();
  }

  override elementText(): string | undefined {
    let text = "";
    for (;;) {
      switch (this.next()) {
        case "text":
          text += this.text;
          break;
        case "end":
          return text;
        case "start":
          this.#skippedText = text;
          return undefined;
        default:
          break;
      }
    }
  }
}

/** What is kept of an element of type anyType: `null` where it is nil and says nothing else. */
function keptContent(kept: AnyType, value: unknown): AnyType | null {
  if (value === null && Object.keys(kept.attributes ?? {}).length < 2) return null;
  return typeof value === "string" ? { ...kept, content: [value] } : kept;
}

function record(source: XmlEventSource, namespaces: Recorded["namespaces"] | undefined): Recorded {
  const { namespace, localName } = source.name;
  const result: Recorded = { namespace, name: localName, content: [] };
  const { attributes } = source;
  for (let index = 0; index < attributes.length; index++) {
    result.attributes ??= {};
    setProperty(result.attributes, clarkName(attributes.name(index)), attributes.value(index));
  }
  if (namespaces !== undefined) result.namespaces = namespaces;
  return result;
}

import type { SourceLocation } from "../../errors.js";
import { documentName, parseClarkName, type XmlName, xmlName, xmlNamespace } from "../names.js";
import type { NamespaceDeclaration, XmlAttributes, XmlEventKind, XmlEventSource } from "../ports.js";
import type { XmlElement } from "./xml-element.js";

/** An open element, and how many of its items have been read. */
interface Open {
  readonly element: XmlElement;
  read: number;
}

/** Such an element has no text that it stands in. */
const nowhere: SourceLocation = { line: 0, column: 0 };

const noName: XmlName = /* @__PURE__ */ xmlName("", "");
const noAttributes: XmlAttributes = /* @__PURE__ */ attributesOf({});

/** An element that was kept as it is, as a source of events: what is read of it needs no text in between. */
export class ElementSource implements XmlEventSource {
  kind: XmlEventKind = "none";
  name: XmlName = noName;
  text = "";
  skippedText = "";
  readonly prefix = "";
  readonly offset = 0;
  readonly location: SourceLocation = nowhere;
  attributes: XmlAttributes = noAttributes;
  readonly #root: XmlElement;
  readonly #scope: XmlElement["namespaces"];
  readonly #open: Open[] = [];

  /** @param scope - the prefixes declared around the element */
  constructor(root: XmlElement, scope?: XmlElement["namespaces"]) {
    this.#root = root;
    this.#scope = scope;
  }

  get depth(): number {
    return this.#open.length;
  }

  get namespaceDeclarations(): readonly NamespaceDeclaration[] {
    return declarationsOf(this.#open.at(-1)?.element.namespaces);
  }

  lookupNamespace(prefix: string): string | undefined {
    if (prefix === "xml") return xmlNamespace;
    const scope = this.#scopes().find((namespaces) => Object.hasOwn(namespaces, prefix));
    return scope?.[prefix] ?? (prefix === "" ? "" : undefined);
  }

  namespacesInScope(): readonly NamespaceDeclaration[] {
    const all: Record<string, string> = Object.assign(Object.create(null), ...this.#scopes().reverse());
    return declarationsOf(all).filter(({ namespace }) => namespace !== "");
  }

  locate(): SourceLocation {
    return nowhere;
  }

  next(): XmlEventKind {
    if (this.kind === "end") this.#open.pop();
    const inside = this.#open.at(-1);
    if (inside === undefined) return this.kind === "none" ? this.#start(this.#root) : (this.kind = "eof");
    const item = inside.element.content[inside.read++];
    if (typeof item === "string") {
      this.text = item;
      return (this.kind = "text");
    }
    if (item !== undefined) return this.#start(item);
    this.attributes = noAttributes;
    this.name = nameOf(inside.element);
    return (this.kind = "end");
  }

  skip(): void {
    const { depth } = this;
    while (this.next() !== "end" || this.depth !== depth);
  }

  elementText(): string | undefined {
    let text = "";
    for (let kind = this.next(); kind === "text"; kind = this.next()) text += this.text;
    if (this.kind === "end") return text;
    this.skippedText = text;
    return undefined;
  }

  #start(element: XmlElement): XmlEventKind {
    this.#open.push({ element, read: 0 });
    this.name = nameOf(element);
    this.attributes = element.attributes === undefined ? noAttributes : attributesOf(element.attributes);
    return (this.kind = "start");
  }

  /** What declares prefixes here, the innermost first. */
  #scopes(): Readonly<Record<string, string>>[] {
    const all = [this.#scope, ...this.#open.map(({ element }) => element.namespaces)];
    return all.filter((namespaces) => namespaces !== undefined).reverse();
  }
}

function attributesOf(attributes: Readonly<Record<string, string>>): XmlAttributes {
  const names = Object.keys(attributes).map((key) => parseClarkName(key, documentName) ?? noName);
  const texts = Object.values(attributes);
  const indexOf = (name: XmlName) =>
    names.findIndex(({ namespace, localName }) => localName === name.localName && namespace === name.namespace);
  return {
    length: names.length,
    name: (index) => names[index] ?? noName,
    prefix: () => "",
    value: (index) => texts[index] ?? "",
    location: () => nowhere,
    valueLocation: () => nowhere,
    indexOf,
    get: (name) => texts[indexOf(name)],
  };
}

function nameOf({ namespace, name }: XmlElement): XmlName {
  return documentName(namespace, name);
}

function declarationsOf(namespaces: XmlElement["namespaces"] = {}): readonly NamespaceDeclaration[] {
  return Object.entries(namespaces).map(([prefix, namespace]) => ({ prefix, namespace }));
}

import { isNameStart, nameEnd } from "./chars.js";
import type { Cursor } from "./cursor.js";
import { knownName, registryVersion, type XmlName } from "./names.js";
import type { NamespaceScope, PrefixBinding } from "./namespaces.js";

/** A name as a document writes it, met at least once: what it means here is remembered with it. */
export class DocumentName {
  /** As written, with the prefix. */
  readonly text: string;
  readonly prefix: string;
  readonly localName: string;
  readonly binding: PrefixBinding;
  /** The prefix that an attribute of this name declares; `undefined` where the name is not one of a declaration. */
  readonly declares: string | undefined;
  /** The tag that came after this start tag, or this end tag, the last time: likely to come again. */
  afterStart: DocumentName | undefined = undefined;
  afterEnd: DocumentName | undefined = undefined;
  /** The attribute that came first in this start tag, or after this attribute, the last time. */
  nextAttribute: DocumentName | undefined = undefined;
  /** The start tag that had an attribute of this name last, by its number: how duplicates are found. */
  tag = -1;
  // The expanded name that this name had last, and under what conditions.
  expanded: XmlName | undefined = undefined;
  expandedIn: string | undefined = undefined;
  expandedAt = -1;

  constructor(text: string, colon: number, binding: PrefixBinding) {
    this.text = text;
    this.prefix = colon === -1 ? "" : text.slice(0, colon);
    this.localName = text.slice(colon + 1);
    this.binding = binding;
    this.declares = this.prefix === "xmlns" ? this.localName : text === "xmlns" ? "" : undefined;
  }
}

/** The names of one document: equal names are the same objects. */
export class NameTable {
  readonly #cursor: Cursor;
  readonly #namespaces: NamespaceScope;
  readonly #elements = new Map<string, DocumentName>();
  readonly #attributes = new Map<string, DocumentName>();
  /** Expanded names that no program has registered. */
  readonly #expanded = new Map<string, Map<string, XmlName>>();

  constructor(cursor: Cursor, namespaces: NamespaceScope) {
    this.#cursor = cursor;
    this.#namespaces = namespaces;
  }

  /** The qualified name of an element at `from`. */
  element(from: number): DocumentName {
    const text = this.#cursor.text.slice(from, nameEnd(this.#cursor.text, from));
    return this.#elements.get(text) ?? this.#add(this.#elements, text, from, "an element name");
  }

  /** The qualified name of an attribute at `from`. */
  attribute(from: number): DocumentName {
    const text = this.#cursor.text.slice(from, nameEnd(this.#cursor.text, from));
    return this.#attributes.get(text) ?? this.#add(this.#attributes, text, from, "an attribute name");
  }

  /** The name of an element in the scope of its own declarations. */
  expandElement(name: DocumentName, at: number): XmlName {
    const { namespace } = name.binding;
    if (namespace === name.expandedIn && name.expandedAt === registryVersion() && name.expanded !== undefined) {
      return name.expanded;
    }
    return this.#expand(name, namespace ?? this.#failUnbound(name, at));
  }

  /** The name of an attribute: without a prefix it is in no namespace (Namespaces in XML 1.0, 6.2). */
  expandAttribute(name: DocumentName, at: number): XmlName {
    const namespace = name.prefix === "" ? "" : name.binding.namespace;
    if (namespace === name.expandedIn && name.expandedAt === registryVersion() && name.expanded !== undefined) {
      return name.expanded;
    }
    return this.#expand(name, namespace ?? this.#failUnbound(name, at));
  }

  /** The one object for an expanded name in this document. */
  intern(namespace: string, localName: string): XmlName {
    const known = knownName(namespace, localName);
    if (known !== undefined) return known;
    let names = this.#expanded.get(namespace);
    if (names === undefined) this.#expanded.set(namespace, (names = new Map()));
    let name = names.get(localName);
    if (name === undefined) names.set(localName, (name = { namespace, localName }));
    return name;
  }

  #expand(name: DocumentName, namespace: string): XmlName {
    name.expandedIn = namespace;
    // A name that is registered while the document is read is the registered object from then on.
    name.expandedAt = registryVersion();
    name.expanded = this.intern(namespace, name.localName);
    return name.expanded;
  }

  #failUnbound(name: DocumentName, at: number): never {
    const { text, prefix } = name;
    this.#cursor.fail(`the prefix ${prefix} of ${text} is not bound to a namespace`, at, text.length, "xml-namespace");
  }

  #add(names: Map<string, DocumentName>, text: string, from: number, what: string): DocumentName {
    const cursor = this.#cursor;
    const { limits } = cursor;
    if (from + text.length >= cursor.text.length) cursor.failEnd(what, from);
    if (!isNameStart(text.codePointAt(0) ?? -1)) cursor.failFound(what, from);
    if (text.length > limits.maxNameLength) cursor.failLimit("maxNameLength", from);
    if (this.#elements.size + this.#attributes.size >= limits.maxNames) cursor.failLimit("maxNames", from);
    const colon = text.indexOf(":");
    if (colon !== -1 && !isQualified(text, colon)) {
      cursor.fail(`found ${text}; expected a prefix, one colon and a name`, from, text.length, "xml-namespace");
    }
    const binding = this.#namespaces.binding(colon === -1 ? "" : text.slice(0, colon));
    const name = new DocumentName(text, colon, binding);
    names.set(text, name);
    return name;
  }
}

/** Production 7 of Namespaces in XML 1.0, for a text that is a Name. */
function isQualified(text: string, colon: number): boolean {
  const local = text.codePointAt(colon + 1);
  return colon > 0 && local !== undefined && local !== 0x3a && isNameStart(local) && !text.includes(":", colon + 1);
}

import { codeUnits, holdsAt, isNameStart, nameEnd } from "../chars.js";
import { detached } from "../detached.js";
import { documentName, knownName, registryVersion, type XmlName } from "../names.js";
import { NamespaceScope, type PrefixBinding } from "../namespaces.js";
import type { Cursor } from "./cursor.js";

/** A name as a document writes it, met at least once: what it means here is remembered with it. */
export class DocumentName {
  /** As written, with the prefix. */
  readonly text: string;
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
  /** The text in code units. */
  #units: readonly number[] | undefined = undefined;
  #asked = false;
  // The expanded name that this name had last with its prefix, and under what conditions.
  expanded: XmlName | undefined = undefined;
  expandedIn: string | undefined = undefined;
  expandedAt = -1;
  // The same for no namespace, which is where attributes without a prefix are.
  bare: XmlName | undefined = undefined;
  bareAt = -1;

  constructor(text: string, localName: string, binding: PrefixBinding) {
    this.text = text;
    this.localName = localName;
    this.binding = binding;
    this.declares = binding.prefix === "xmlns" ? localName : text === "xmlns" ? "" : undefined;
  }

  get prefix(): string {
    return this.binding.prefix;
  }

  /** Whether the name stands at a place of a text. */
  standsAt(text: string, at: number): boolean {
    return this.#units === undefined ? this.#firstAt(text, at) : holdsAt(text, this.#units, at);
  }

  /** A document may have many names that are asked for once: only what is asked for again gets its units. */
  #firstAt(text: string, at: number): boolean {
    if (this.#asked) this.#units = codeUnits(this.text);
    this.#asked = true;
    return text.startsWith(this.text, at);
  }
}

/** What a table may hold and still be kept for the next document. */
const keptNames = 1_000;
const keptLength = 1_000;

/** A table that a finished document left behind: the next one probably has the same names in the same order. */
let spare: NameTable | undefined;

/** The names of a document and the namespaces in scope: equal names are the same objects. */
export class NameTable {
  readonly namespaces: NamespaceScope = new NamespaceScope();
  /** Counts start tags with attributes, for {@link DocumentName.tag}. */
  tags = 0;
  /** The name of the last document's root. */
  root: DocumentName | undefined = undefined;
  readonly #names = new Map<string, DocumentName>();
  /** Expanded names in a namespace that no program has registered. */
  readonly #expanded = new Map<string, Map<string, XmlName>>();
  readonly #targets = new Map<string, XmlName>();
  #expandedNames = 0;
  #longest = 0;
  /** How many names earlier documents left. */
  #inherited = 0;

  /** A table for one document, which no other document has while it is read. */
  static take(maxNameLength: number): NameTable {
    const table = spare;
    if (table === undefined || table.#longest > maxNameLength) return new NameTable();
    spare = undefined;
    table.#inherited = table.#size;
    return table;
  }

  /** Leaves the table for another document: this one has been read to its end. */
  release(): void {
    const longest = Math.max(this.#longest, this.namespaces.longest);
    if (this.#size + this.namespaces.prefixCount <= keptNames && longest <= keptLength) spare = this;
  }

  /** The qualified name of an element at `from`. */
  element(cursor: Cursor, from: number): DocumentName {
    const text = cursor.text.slice(from, nameEnd(cursor.text, from));
    const name = this.#names.get(text);
    if (from + text.length >= cursor.text.length) cursor.failEnd("an element name", from);
    if (text.startsWith("xmlns:")) {
      cursor.fail(`found ${text}; an element may not have the prefix xmlns`, from, text.length, "xml-namespace");
    }
    return name ?? this.#add(text, cursor, from, "an element name");
  }

  /** The qualified name of an attribute at `from`. */
  attribute(cursor: Cursor, from: number): DocumentName {
    const text = cursor.text.slice(from, nameEnd(cursor.text, from));
    if (from + text.length >= cursor.text.length) cursor.failEnd("an attribute name", from);
    return this.attributeNamed(text, cursor, from);
  }

  /** The qualified name of an attribute that the document declares rather than writes. */
  attributeNamed(text: string, cursor: Cursor, from: number): DocumentName {
    return this.#names.get(text) ?? this.#add(text, cursor, from, "an attribute name");
  }

  /** The name of an element in the scope of its own declarations. */
  expandElement(name: DocumentName, cursor: Cursor, at: number): XmlName {
    const { namespace } = name.binding;
    if (namespace === name.expandedIn && name.expandedAt === registryVersion() && name.expanded !== undefined) {
      return name.expanded;
    }
    return this.#expand(name, namespace ?? failUnbound(name, cursor, at), cursor, at);
  }

  /** The name of an attribute: without a prefix it is in no namespace (Namespaces in XML 1.0, 6.2). */
  expandAttribute(name: DocumentName, cursor: Cursor, at: number): XmlName {
    if (name.binding.prefix !== "") return this.expandElement(name, cursor, at);
    return name.bare !== undefined && name.bareAt === registryVersion() ? name.bare : this.#bare(name);
  }

  /** The name of an instruction's target. */
  target(localName: string, cursor: Cursor, at: number): XmlName {
    const written = this.#names.get(localName);
    if (written !== undefined) return this.#bare(written);
    let name = knownName("", localName) ?? this.#targets.get(localName);
    if (name === undefined) {
      this.#checkSize(cursor, at);
      this.#targets.set(localName, (name = documentName("", detached(localName))));
    }
    return name;
  }

  #expand(name: DocumentName, namespace: string, cursor: Cursor, at: number): XmlName {
    name.expandedIn = namespace;
    // A name that is registered while the document is read is the registered object from then on.
    name.expandedAt = registryVersion();
    name.expanded = namespace === "" ? this.#bare(name) : this.#intern(namespace, name.localName, cursor, at);
    return name.expanded;
  }

  /** In no namespace a name has one spelling, so that it can be kept with it. */
  #bare(name: DocumentName): XmlName {
    const { localName } = name;
    const known = knownName("", localName) ?? name.bare ?? this.#targets.get(localName);
    name.bare = known ?? documentName("", localName);
    name.bareAt = registryVersion();
    return name.bare;
  }

  /** The one object for an expanded name in this document. */
  #intern(namespace: string, localName: string, cursor: Cursor, at: number): XmlName {
    const known = knownName(namespace, localName);
    if (known !== undefined) return known;
    let names = this.#expanded.get(namespace);
    if (names === undefined) this.#expanded.set(namespace, (names = new Map()));
    let name = names.get(localName);
    if (name === undefined) {
      this.#checkSize(cursor, at);
      names.set(localName, (name = documentName(namespace, detached(localName))));
      this.#expandedNames++;
    }
    return name;
  }

  get #size(): number {
    return this.#names.size + this.#targets.size + this.#expandedNames;
  }

  #checkSize(cursor: Cursor, at: number): void {
    if (this.#size - this.#inherited >= cursor.limits.maxNames) {
      cursor.failLimit("maxNames", "the document has more different names than", at);
    }
  }

  #add(found: string, cursor: Cursor, from: number, what: string): DocumentName {
    if (!isNameStart(found.codePointAt(0) ?? -1)) cursor.failFound(what, from);
    if (found.length > cursor.limits.maxNameLength) cursor.failLength("maxNameLength", from);
    this.#checkSize(cursor, from);
    const text = detached(found);
    const colon = text.indexOf(":");
    if (colon !== -1 && !isQualified(text, colon)) {
      cursor.fail(`found ${text}; expected a prefix, one colon and a name`, from, text.length, "xml-namespace");
    }
    const binding = this.namespaces.binding(colon === -1 ? "" : text.slice(0, colon));
    const name = new DocumentName(text, colon === -1 ? text : text.slice(colon + 1), binding);
    this.#names.set(text, name);
    this.#longest = Math.max(this.#longest, text.length);
    return name;
  }
}

function failUnbound(name: DocumentName, cursor: Cursor, at: number): never {
  const { text, prefix } = name;
  cursor.fail(`the prefix ${prefix} of ${text} is not bound to a namespace`, at, text.length, "xml-namespace");
}

/** Production 7 of Namespaces in XML 1.0, for a text that is a Name. */
function isQualified(text: string, colon: number): boolean {
  const local = text.codePointAt(colon + 1);
  return colon > 0 && local !== undefined && local !== 0x3a && isNameStart(local) && !text.includes(":", colon + 1);
}

import { XmlError } from "../../errors.js";
import { describeCharacter } from "../chars.js";
import { conventionalPrefixes } from "../conventional-prefixes.js";
import { type XmlName, xmlNamespace } from "../names.js";
import type { XmlDocumentSink } from "../ports.js";
import { escapeAttribute, escapeText } from "../write/escape.js";

/** Prefixes of what is written, and whether it begins with an XML declaration. */
export interface CompactWriterOptions {
  /** Preferred prefixes by namespace; the empty prefix asks for the default namespace. */
  readonly prefixes?: Readonly<Record<string, string>> | undefined;
  readonly declaration?: boolean | undefined;
}

/** A prefix and what it is bound to, from some element on. */
interface Binding {
  readonly prefix: string;
  readonly namespace: string;
}

interface OpenElement {
  readonly name: XmlName;
  /** The name as the tags spell it, once the start tag is written. */
  written: string;
  /** How many bindings there are outside. */
  readonly outside: number;
}

/** An attribute as it will stand in the tag; a QName value waits for the tag's declarations. */
type WrittenAttribute = string | { readonly start: string; readonly value: XmlName };

/**
 * Writes a document from start to end in little code, as `write/writer` does: the default namespace where it can be had,
 * prefixes `ns1`, `ns2` … else, declared where they are needed and nowhere else. That names are names is for the
 * engine to know.
 */
export class CompactWriter implements XmlDocumentSink {
  #text: string;
  readonly #open: OpenElement[] = [];
  readonly #bindings: Binding[] = [
    { prefix: "", namespace: "" },
    { prefix: "xml", namespace: xmlNamespace },
  ];
  readonly #preferred: ReadonlyMap<string, string>;
  readonly #reserved: ReadonlySet<string>;
  /** Generated prefixes: a namespace keeps its own through the whole document. */
  readonly #generated = new Map<string, string>();
  #count = 0;
  /** Of the start tag that is not written yet. */
  #pending = false;
  readonly #attributes: WrittenAttribute[] = [];
  #declarations = "";
  /** A QName without a prefix was promised to be in no namespace: the pending tag may not bind the default one. */
  #unprefixed = false;

  constructor({ prefixes = {}, declaration = false }: CompactWriterOptions = {}) {
    this.#preferred = new Map(Object.entries(prefixes));
    this.#reserved = new Set(this.#preferred.values());
    this.#text = declaration ? '<?xml version="1.0" encoding="UTF-8"?>\n' : "";
  }

  startElement(name: XmlName): void {
    this.#close(">");
    this.#open.push({ name, written: "", outside: this.#bindings.length });
    this.#pending = true;
  }

  attribute({ namespace, localName }: XmlName, value: string | XmlName): void {
    const prefix = namespace === "" ? "" : `${this.prefixFor(namespace)}:`;
    const start = ` ${prefix}${localName}="`;
    this.#attributes.push(
      typeof value === "string" ? `${start}${escapeAttribute(value, (at) => refuse(value, at))}"` : { start, value },
    );
  }

  declareNamespace(prefix: string, namespace: string): void {
    if (this.lookupNamespace(prefix) !== namespace) this.#declare(prefix, namespace);
  }

  lookupNamespace(prefix: string): string | undefined {
    return this.#bindings.findLast((binding) => binding.prefix === prefix)?.namespace;
  }

  prefixFor(namespace: string): string {
    if (namespace === "") {
      if (this.lookupNamespace("") !== "") this.#declare("", "");
      this.#unprefixed = true;
      return "";
    }
    return this.#find(namespace) ?? this.#declare(this.#choose(namespace), namespace);
  }

  text(value: string): void {
    if (value === "") return;
    this.#close(">");
    this.#text += escapeText(value, (at) => refuse(value, at));
  }

  endElement(): void {
    const empty = this.#pending;
    this.#close("/>");
    const { written, outside } = this.#open.pop() as OpenElement;
    if (!empty) this.#text += `</${written}>`;
    this.#bindings.length = outside;
  }

  toString(): string {
    return this.#text;
  }

  #find(namespace: string): string | undefined {
    const isHere = ({ prefix, namespace: bound }: Binding) =>
      prefix !== "" && bound === namespace && this.lookupNamespace(prefix) === namespace;
    return this.#bindings.findLast(isHere)?.prefix;
  }

  #choose(namespace: string): string {
    const isFree = (prefix: string | undefined): prefix is string =>
      !!prefix && this.lookupNamespace(prefix) === undefined;
    const preferred = this.#preferred.get(namespace);
    if (isFree(preferred)) return preferred;
    const conventional = conventionalPrefixes.get(namespace) ?? "";
    let prefix = this.#generated.get(namespace) ?? (this.#reserved.has(conventional) ? undefined : conventional);
    while (!isFree(prefix)) {
      do prefix = `ns${++this.#count}`;
      while (this.#reserved.has(prefix));
    }
    this.#generated.set(namespace, prefix);
    return prefix;
  }

  #declare(prefix: string, namespace: string): string {
    this.#bindings.push({ prefix, namespace });
    this.#declarations += ` xmlns${prefix && `:${prefix}`}="${escapeAttribute(namespace, (at) => refuse(namespace, at))}"`;
    return prefix;
  }

  /** Ends the start tag that is being written, if one is. */
  #close(end: ">" | "/>"): void {
    if (!this.#pending) return;
    const element = this.#open.at(-1) as OpenElement;
    const attributes = this.#attributes;
    if (attributes.some((attribute) => typeof attribute !== "string" && attribute.value.namespace === "")) {
      this.prefixFor("");
    }
    element.written = this.#spell(element.name, this.#elementPrefix(element));
    let given = "";
    for (const attribute of attributes) {
      given += typeof attribute === "string" ? attribute : `${attribute.start}${this.#qualified(attribute.value)}"`;
    }
    this.#text += `<${element.written}${this.#declarations}${given}${end}`;
    this.#declarations = "";
    attributes.length = 0;
    this.#pending = this.#unprefixed = false;
  }

  #qualified(name: XmlName): string {
    const isDefault = name.namespace === this.lookupNamespace("");
    return this.#spell(name, isDefault ? "" : this.prefixFor(name.namespace));
  }

  #spell({ localName }: XmlName, prefix: string): string {
    return prefix === "" ? localName : `${prefix}:${localName}`;
  }

  #elementPrefix({ name: { namespace }, outside }: OpenElement): string {
    const byDefault = this.lookupNamespace("");
    if (namespace === byDefault) return "";
    if (namespace === "") return this.#declare("", "");
    const bound = this.#find(namespace);
    if (bound !== undefined) return bound;
    const preferred = this.#preferred.get(namespace);
    const isDeclared = this.#bindings.findLastIndex(({ prefix }) => prefix === "") >= outside;
    const isFree = !isDeclared && !this.#unprefixed && (preferred === "" || byDefault === "");
    // A default namespace that is in force goes on where none is asked for: others get prefixes.
    return isFree && !preferred ? this.#declare("", namespace) : this.prefixFor(namespace);
  }
}

/** @throws {@link XmlError} for a character that XML does not allow: without validation nobody has looked for one */
function refuse(text: string, at: number): never {
  throw new XmlError("xml-character", `XML cannot hold ${describeCharacter(text, at)}`);
}

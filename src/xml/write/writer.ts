import { XmlError } from "../../errors.js";
import { describeCharacter, illegalCharacter, isNcName } from "../chars.js";
import { clarkName, type XmlName, xmlNamespace } from "../names.js";
import { escapeAttribute, escapeText } from "./escape.js";
import type { Indentation, Layout } from "./indentation.js";
import { checkPrefix, type Declaration, PrefixScope } from "./prefixes.js";

/** Prefixes, layout and target of what is written. */
export interface XmlWriterOptions {
  /** Preferred prefixes by namespace; the empty prefix asks for the default namespace. */
  readonly prefixes?: Readonly<Record<string, string>> | undefined;
  /** How elements are laid out, as in `indented(2)`. Without it nothing is indented. */
  readonly layout?: Layout | undefined;
  /** Whether the document begins with an XML declaration, and what it says about `standalone`. */
  readonly declaration?: boolean | { readonly standalone: boolean } | undefined;
  /**
   * Takes the text piece by piece as it is written, for documents that should not be held in memory. It cannot be used
   * with `layout`: what is indented is known only when an element has ended.
   */
  readonly sink?: ((text: string) => void) | undefined;
}

/** An open element; the records are used again for the next element at the same depth. */
interface OpenElement {
  name: XmlName;
  /** The prefix that the program asked for. */
  wish: string | undefined;
  /** The name as the tags spell it, once the start tag is written. */
  written: string;
  /** The namespace bindings to go back to at its end. */
  mark: number;
}

/** An attribute as it will stand in the tag; a QName value waits for the tag's declarations. */
type WrittenAttribute = string | { readonly start: string; readonly value: XmlName };

function isUnprefixedName(attribute: WrittenAttribute): boolean {
  return typeof attribute !== "string" && attribute.value.namespace === "";
}

interface WrittenName {
  text: string | undefined;
  within: Declaration | undefined;
}

/** So much text is one piece: for the sink, or made flat, as engines keep sums of many texts as trees of all of them. */
const pieceLength = 16_384;
const fewAttributes = 8;

/**
 * Writes a namespace-aware document from start to end: a declaration where one is needed and nowhere else, escaping by
 * context. Names and order are the program's duty: a wrong name or a second root is a `TypeError`.
 */
export class XmlWriter {
  readonly #prefixes: PrefixScope;
  readonly #indentation: Indentation | undefined;
  readonly #sink: ((text: string) => void) | undefined;
  /** What is complete of the document, if it is long, and what comes after that. */
  readonly #pieces: string[] = [];
  #out = "";
  readonly #open: OpenElement[] = [];
  #depth = 0;
  #rootWritten = false;
  /** The start tag of the innermost element is not written yet: it may get attributes and declarations. */
  #pending = false;
  /** Those of the pending tag. */
  readonly #attributes: WrittenAttribute[] = [];
  readonly #attributeNames: XmlName[] = [];
  #attributeSet: Set<string> | undefined = undefined;
  /** Declarations of the pending tag as they will stand in it. */
  #declarations = "";
  readonly #declared = new Set<string>();
  /** A QName without a prefix was promised to be in no namespace: the pending tag may not bind the default one. */
  #unprefixed = false;
  /** Names that can be names, and how those of elements are written where the innermost declaration is this one. */
  readonly #checked = new Map<XmlName, WrittenName>();

  /** @throws TypeError for options that cannot be met */
  constructor(options: XmlWriterOptions = {}) {
    this.#prefixes = new PrefixScope(options.prefixes);
    this.#sink = options.sink;
    if (options.layout !== undefined && options.sink !== undefined) {
      throw new TypeError("the options layout and sink exclude each other");
    }
    this.#indentation = options.layout?.();
    const { declaration } = options;
    if (declaration !== undefined && declaration !== false) {
      const standalone = declaration === true ? "" : ` standalone="${declaration.standalone ? "yes" : "no"}"`;
      this.#out = `<?xml version="1.0" encoding="UTF-8"${standalone}?>\n`;
    }
  }

  /**
   * Begins an element.
   *
   * @param prefix - the prefix to use if it is bound to the name's namespace here; the writer chooses otherwise
   */
  startElement(name: XmlName, prefix?: string): void {
    this.#checkName(name);
    if (this.#depth === 0) {
      if (this.#rootWritten) throw new TypeError("a document has one root element");
      this.#rootWritten = true;
    } else {
      this.#beforeChild();
    }
    this.#indentation?.start();
    const mark = this.#prefixes.mark;
    const element = this.#open[this.#depth];
    if (element === undefined) {
      this.#open[this.#depth] = { name, wish: prefix, written: "", mark };
    } else {
      element.name = name;
      element.wish = prefix;
      element.mark = mark;
    }
    this.#depth++;
    this.#pending = true;
  }

  /**
   * Gives the element an attribute; before any of its content.
   *
   * @param value - an expanded name is written as a QName with the prefixes of this place
   * @param prefix - the prefix to use if it is bound to the name's namespace here
   * @throws {@link XmlError} `xml-character` where XML cannot hold the value
   */
  attribute(name: XmlName, value: string | XmlName, prefix?: string): void {
    this.#checkName(name);
    if (!this.#pending) throw new TypeError(`the attribute ${clarkName(name)} comes after the content of its element`);
    this.#checkTwice(name);
    const written = this.#attributePrefix(name, prefix);
    const start = ` ${written === "" ? "" : `${written}:`}${name.localName}="`;
    if (typeof value !== "string") {
      this.#checkName(value);
      this.#attributes.push({ start, value });
      return;
    }
    if (name.namespace === xmlNamespace && name.localName === "space") this.#indentation?.space(value);
    const escaped = escapeAttribute(value, (at) => this.#failCharacter(value, at, `the attribute ${name.localName}`));
    this.#attributes.push(`${start}${escaped}"`);
  }

  /** Declares a prefix, or the default namespace for the empty one, on the element; before any of its content. */
  declareNamespace(prefix: string, namespace: string): void {
    if (!this.#pending) throw new TypeError(`the prefix ${prefix} is declared after the content of its element`);
    checkPrefix(prefix, namespace);
    if (this.#declared.has(prefix)) {
      if (this.#prefixes.lookup(prefix) === namespace) return;
      throw new TypeError(`the prefix "${prefix}" is declared twice on one element`);
    }
    if (prefix === "" && namespace !== "" && this.#unprefixed) {
      throw new TypeError("an unprefixed QName of this element is in no namespace");
    }
    this.#declare(prefix, namespace);
  }

  /** What a prefix is bound to at the current element; `undefined` for one that is not. */
  lookupNamespace(prefix: string): string | undefined {
    return this.#prefixes.lookup(prefix);
  }

  /**
   * A prefix bound to the namespace at the current element, for a QName in its content or attributes; declared there if
   * need be. The empty string for no namespace, which makes an unprefixed name mean just that.
   *
   * @throws {@link XmlError} `xml-prefix` where a declaration is needed and the start tag is already written
   */
  prefixFor(namespace: string): string {
    if (namespace === "") {
      if (this.#prefixes.defaultNamespace !== "") this.#declareLate("", "");
      this.#unprefixed = this.#pending;
      return "";
    }
    const bound = this.#prefixes.find(namespace);
    if (bound !== undefined) return bound;
    const prefix = this.#prefixes.choose(namespace);
    this.#declareLate(prefix, namespace);
    return prefix;
  }

  /** @throws {@link XmlError} `xml-character` where XML cannot hold the text */
  text(value: string): void {
    if (value === "") return;
    if (this.#depth === 0) throw new TypeError("text stands inside an element only");
    this.#writeStartTag(">");
    this.#indentation?.text();
    this.#write(escapeText(value, (at) => this.#failCharacter(value, at, "the text")));
  }

  /** @throws {@link XmlError} `xml-well-formed` or `xml-character` where a comment cannot hold the text */
  comment(text: string): void {
    if (text.includes("--") || text.endsWith("-")) {
      throw new XmlError("xml-well-formed", 'a comment cannot hold "--" or end with "-"');
    }
    this.#insert(`<!--${this.#checkedText(text, "a comment")}-->`);
  }

  /** @throws {@link XmlError} `xml-well-formed` or `xml-character` where an instruction cannot hold the data */
  instruction(target: string, data = ""): void {
    if (!isNcName(target) || /^xml$/i.test(target))
      throw new TypeError(`"${target}" cannot be an instruction's target`);
    if (data.includes("?>")) throw new XmlError("xml-well-formed", 'a processing instruction cannot hold "?>"');
    this.#insert(`<?${target}${data === "" ? "" : ` ${this.#checkedText(data, "an instruction")}`}?>`);
  }

  /** Closes the element that was opened last. */
  endElement(): void {
    const element = this.#open[this.#depth - 1];
    if (element === undefined) throw new TypeError("there is no element to end");
    if (this.#pending) {
      this.#writeStartTag("/>");
      this.#indentation?.end();
    } else {
      const indent = this.#indentation?.end();
      if (indent === true) this.#indent(this.#depth - 1);
      this.#write(`</${element.written}>`);
    }
    this.#depth--;
    this.#prefixes.rollback(element.mark);
    if (this.#depth === 0) this.#sink?.(this.#take());
  }

  /**
   * The whole document.
   *
   * @throws TypeError while an element is open, or with a sink
   */
  toString(): string {
    if (this.#sink !== undefined) throw new TypeError("the document went to the sink");
    if (this.#depth > 0) throw new TypeError(`the element ${this.#path()} is still open`);
    return this.#indentation === undefined ? this.#pieces.join("") + this.#out : this.#indentation.join(this.#out);
  }

  /** The whole document in UTF-8; see {@link toString}. */
  toBytes(): Uint8Array {
    return new TextEncoder().encode(this.toString());
  }

  #write(text: string): void {
    this.#out += text;
    if (this.#out.length > pieceLength) this.#endPiece();
  }

  #endPiece(): void {
    if (this.#sink !== undefined) {
      this.#sink(this.#take());
    } else if (this.#indentation === undefined) {
      const piece = this.#take();
      // Asking for one of its characters makes it flat.
      piece.charCodeAt(0);
      this.#pieces.push(piece);
    }
  }

  #take(): string {
    const text = this.#out;
    this.#out = "";
    return text;
  }

  /** A comment or instruction, which may also stand outside the root. */
  #insert(markup: string): void {
    if (this.#depth > 0) this.#beforeChild();
    this.#write(this.#depth > 0 ? markup : this.#rootWritten ? `\n${markup}` : `${markup}\n`);
    if (this.#depth === 0) this.#sink?.(this.#take());
  }

  #beforeChild(): void {
    this.#writeStartTag(">");
    if (this.#indentation?.child() === true) this.#indent(this.#depth);
  }

  #indent(level: number): void {
    this.#indentation?.indent(this.#take(), level);
  }

  #writeStartTag(close: ">" | "/>"): void {
    const element = this.#open[this.#depth - 1];
    if (!this.#pending || element === undefined) return;
    const { name } = element;
    const hasAttributes = this.#attributes.length > 0;
    if (hasAttributes && this.#attributes.some(isUnprefixedName)) this.prefixFor("");
    element.written = element.wish === undefined ? this.#elementName(name) : this.#spell(name, element.wish);
    const attributes = hasAttributes ? this.#takeAttributes() : "";
    this.#write(`<${element.written}${this.#declarations}${attributes}${close}`);
    if (this.#declarations !== "") {
      this.#declarations = "";
      this.#declared.clear();
    }
    this.#unprefixed = false;
    this.#pending = false;
  }

  #takeAttributes(): string {
    let text = "";
    for (const attribute of this.#attributes) {
      text += typeof attribute === "string" ? attribute : `${attribute.start}${this.#qualified(attribute.value)}"`;
    }
    this.#attributes.length = 0;
    this.#attributeNames.length = 0;
    this.#attributeSet = undefined;
    return text;
  }

  #qualified(name: XmlName): string {
    if (name.namespace === this.#prefixes.defaultNamespace) return name.localName;
    const prefix = this.prefixFor(name.namespace);
    return prefix === "" ? name.localName : `${prefix}:${name.localName}`;
  }

  /** How the name of an element is written here; remembered, as most elements have the names of others before them. */
  #elementName(name: XmlName): string {
    const known = this.#checked.get(name);
    if (known === undefined) return this.#spell(name, undefined);
    if (known.text === undefined || known.within !== this.#prefixes.innermost) {
      known.text = this.#spell(name, undefined);
      known.within = this.#prefixes.innermost;
    }
    return known.text;
  }

  #spell(name: XmlName, wish: string | undefined): string {
    const prefix = this.#elementPrefix(name, wish);
    return prefix === "" ? name.localName : `${prefix}:${name.localName}`;
  }

  /** The prefix of an element whose tag is being written; declares what it needs. */
  #elementPrefix({ namespace }: XmlName, wish: string | undefined): string {
    const prefixes = this.#prefixes;
    if (wish !== undefined && prefixes.lookup(wish) === namespace) return wish;
    if (namespace === prefixes.defaultNamespace) return "";
    if (namespace === "") {
      // Whatever the program declared here, an element in no namespace has no prefix (Namespaces in XML 1.0, 6.2).
      if (this.#declared.has("")) throw new TypeError("a default namespace is declared on an element in no namespace");
      this.#declare("", "");
      return "";
    }
    const bound = prefixes.find(namespace);
    if (bound !== undefined) return bound;
    const preferred = prefixes.preferred(namespace);
    const free = !this.#declared.has("") && !this.#unprefixed && (preferred === "" || prefixes.defaultNamespace === "");
    if (free && (preferred === undefined || preferred === "")) {
      this.#declare("", namespace);
      return "";
    }
    const prefix = prefixes.choose(namespace);
    this.#declare(prefix, namespace);
    return prefix;
  }

  /** Unprefixed attributes are in no namespace, so one in a namespace has a prefix always. */
  #attributePrefix({ namespace }: XmlName, wish: string | undefined): string {
    if (namespace === "") return "";
    if (wish !== undefined && wish !== "" && this.#prefixes.lookup(wish) === namespace) return wish;
    return this.prefixFor(namespace);
  }

  #declareLate(prefix: string, namespace: string): void {
    if (!this.#pending || this.#declared.has(prefix)) {
      const wanted = namespace === "" ? "no namespace" : namespace;
      throw new XmlError("xml-prefix", `no prefix can be declared for ${wanted} in ${this.#path()} any more`);
    }
    this.#declare(prefix, namespace);
  }

  #declare(prefix: string, namespace: string): void {
    this.#prefixes.declare(prefix, namespace);
    this.#declared.add(prefix);
    const value = escapeAttribute(namespace, (at) => this.#failCharacter(namespace, at, "a namespace"));
    this.#declarations += ` xmlns${prefix === "" ? "" : `:${prefix}`}="${value}"`;
  }

  #checkName(name: XmlName): void {
    if (this.#checked.has(name)) return;
    if (!isNcName(name.localName)) throw new TypeError(`${JSON.stringify(name.localName)} cannot be a name`);
    this.#checked.set(name, { text: undefined, within: undefined });
  }

  #checkTwice(name: XmlName): void {
    const names = this.#attributeNames;
    let twice: boolean;
    if (names.length < fewAttributes) {
      twice = names.some((other) => other.localName === name.localName && other.namespace === name.namespace);
    } else {
      this.#attributeSet ??= new Set(names.map(clarkName));
      twice = this.#attributeSet.has(clarkName(name));
      this.#attributeSet.add(clarkName(name));
    }
    if (twice) throw new TypeError(`the attribute ${clarkName(name)} is written twice`);
    names.push(name);
  }

  #checkedText(text: string, what: string): string {
    const at = illegalCharacter(text, 0);
    return at < text.length ? this.#failCharacter(text, at, what) : text;
  }

  #failCharacter(text: string, at: number, what: string): never {
    const found = describeCharacter(text, at);
    throw new XmlError("xml-character", `XML cannot hold ${found}, found in ${what} of ${this.#path()} at ${at}`);
  }

  #path(): string {
    let path = "";
    for (let depth = 0; depth < this.#depth; depth++) path += `/${this.#open[depth]?.name.localName ?? ""}`;
    return path === "" ? "the document" : path;
  }
}

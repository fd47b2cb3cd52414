import { ParseError, type SourceLocation } from "../errors.js";
import { describeCharacter, illegalCharacter, isSpace, isXmlChar, spaceEnd } from "../xml/chars.js";
import { clarkName, xmlNamespace } from "../xml/names.js";
import { refuseDeclaration } from "../xml/namespaces.js";

/** An attribute of a start tag, its references replaced. */
export interface Attribute {
  readonly namespace: string;
  readonly localName: string;
  readonly value: string;
  /** Offsets of the name and of the value in the text. */
  readonly at: number;
  readonly valueAt: number;
}

export interface StartTag {
  readonly namespace: string;
  readonly localName: string;
  /** In document order, without namespace declarations. */
  readonly attributes: readonly Attribute[];
  readonly at: number;
  /** The offset behind the tag. */
  readonly end: number;
  readonly written: string;
  readonly empty: boolean;
  /** What prefixes stand for inside. */
  readonly scope: Scope;
}

/** Namespaces by prefix; inner ones have outer ones as their prototypes. */
type Scope = Record<string, string>;

const outermost: Scope = { __proto__: null as never, "": "", xml: xmlNamespace };

/** As deep as the other runtime's reader goes unless it is told otherwise. */
export const depthLimit = 256;

const predefined: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", apos: "'", quot: '"' };

/** Production 5 of XML 1.0: what `xml/chars` finds out character by character, faster and with more code. */
const nameAt =
  /[:A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}][\u0300-\u036f\u203f\u2040\xb7.0-9:A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}-]*/uy;

/** Production 23 of XML 1.0. */
const declaration =
  /<\?xml[ \t\n]+version[ \t\n]*=[ \t\n]*(["'])1\.[0-9]+\1(?:[ \t\n]+encoding[ \t\n]*=[ \t\n]*(["'])[A-Za-z][A-Za-z0-9._-]*\2)?(?:[ \t\n]+standalone[ \t\n]*=[ \t\n]*(["'])(?:yes|no)\3)?[ \t\n]*\?>/y;

/**
 * Reads a document from tag to tag, for whoever knows what should come. It checks well-formedness as it goes (XML 1.0
 * Fifth Edition, Namespaces in XML 1.0) and refuses document type declarations.
 */
export class Reader {
  /** The start tag that stands next, `undefined` where that is an end tag. */
  tag: StartTag | undefined;
  /** Where in the value the reading is: for messages. */
  readonly path: PropertyKey[] = [];
  readonly #text: string;
  readonly #file: string | undefined;
  #at = 0;
  /** Where the last {@link characters} began. */
  textAt = 0;
  /** The first character that XML does not allow. */
  readonly #illegal: number;
  readonly #open: StartTag[] = [];

  /** Looks at the root's start tag. */
  constructor(source: string, file: string | undefined) {
    // Line ends are normalised before all else (2.11), so that nobody has to think of them later.
    const text = source.replace(/\r\n?/g, "\n");
    this.#text = text;
    this.#file = file;
    this.#illegal = illegalCharacter(text, 0);
    if (text.startsWith("\ufeff")) this.#at = 1;
    if (text.startsWith("<?xml", this.#at) && isSpace(text.charCodeAt(this.#at + 5))) {
      declaration.lastIndex = this.#at;
      if (!declaration.test(text)) this.malformed("the XML declaration is not one that XML 1.0 allows", this.#at);
      this.#at = declaration.lastIndex;
    }
    this.#miscellaneous();
    const at = this.#at;
    if (text.startsWith("<!DOCTYPE", at)) {
      this.malformed("found a document type declaration; none is allowed here", at, "xml-doctype");
    }
    if (text[at] !== "<") this.#unexpected("the root element", at);
    this.tag = this.#startTag();
  }

  /** The innermost open element. */
  get element(): StartTag | undefined {
    return this.#open.at(-1);
  }

  /** Where the innermost element ends, or, where that has an empty-element tag, begins. */
  get here(): number {
    return this.element?.empty === true ? this.element.at : this.#at;
  }

  lookupNamespace(prefix: string): string | undefined {
    return this.element?.scope[prefix];
  }

  /** Moves into the element whose start tag stands next. */
  enter(tag: StartTag): void {
    if (this.#open.length >= depthLimit) {
      this.malformed(`elements are nested more than ${depthLimit} deep`, tag.at, "xml-limit");
    }
    this.#open.push(tag);
    this.#at = tag.end;
    this.tag = undefined;
  }

  /** Moves to the next tag, and gives the character data before it. */
  characters(): string {
    const text = this.#text;
    if (this.element?.empty) return "";
    let result = "";
    this.textAt = this.#at;
    for (;;) {
      const at = this.#at;
      const next = text.indexOf("<", at);
      if (next === -1) this.#ended("the content of an element", at);
      const piece = text.slice(at, next);
      const close = piece.indexOf("]]>");
      if (close !== -1) this.malformed('found "]]>" in text; expected "]]&gt;"', at + close);
      result += this.#resolve(piece, at);
      this.#at = next;
      if (text.startsWith("<![CDATA[", next)) {
        this.#at = this.#find("]]>", next + 9, "a CDATA section", next) + 3;
        result += text.slice(next + 9, this.#at - 3);
      } else if (!this.#misc()) {
        if (text[next + 1] === "!") this.malformed('found "<!"; expected a comment, a CDATA section or a tag', next);
        if (text[next + 1] !== "/") this.tag = this.#startTag();
        return result;
      }
    }
  }

  /** Moves behind the end tag that stands next. */
  leave(): void {
    const { written, empty, at } = this.#open.pop() as StartTag;
    if (empty) return;
    const text = this.#text;
    const from = this.#at + 2;
    const end = from + written.length;
    const found = this.#nameAt(from);
    if (found !== written) {
      const { line, column } = this.locate(at);
      const shown = found === "" ? "no name" : `</${found.slice(0, 100)}>`;
      this.malformed(`found ${shown}; expected </${written}> for line ${line}, column ${column}`, this.#at);
    }
    const close = spaceEnd(text, end);
    if (text[close] !== ">") this.#unexpected('">" at the end of an end tag', close);
    this.#at = close + 1;
  }

  /** After the root's end: checks that nothing else comes. */
  finish(): void {
    this.#miscellaneous();
    if (this.#at < this.#text.length) this.#unexpected("the end of the document after its root", this.#at);
    if (this.#illegal < this.#at) this.malformed("found characters that XML does not allow", this.#at);
  }

  /** The number of open elements. */
  get depth(): number {
    return this.#open.length;
  }

  /** The text from an offset to what stands next. */
  source(from: number): string {
    return this.#text.slice(from, this.#at);
  }

  /** A finding about the document's content, at an offset. */
  fail(code: string, message: string, at: number, path: readonly PropertyKey[] = this.path, child = ""): never {
    const documentPath = this.#open.map(({ localName }) => `/${localName}`).join("") + child;
    return this.#throw(code, message, at, { path: [...path], documentPath });
  }

  /** The same about the element whose start tag stands next. */
  failChild(code: string, message: string, { at, localName }: StartTag): never {
    return this.fail(code, message, at, this.path, `/${localName}`);
  }

  /** The document is not well-formed. */
  malformed(message: string, at: number, code = "xml-well-formed"): never {
    return this.#throw(code, message, at, {});
  }

  #throw(code: string, message: string, at: number, place: object): never {
    const wrong = this.#illegal;
    if (wrong < at || (wrong === at && wrong < this.#text.length)) {
      const found = describeCharacter(this.#text, wrong);
      [code, message, at] = ["xml-well-formed", `found ${found}, a character that XML does not allow`, wrong];
    }
    throw new ParseError({ code, message, ...place, location: this.locate(at) });
  }

  locate(at: number): SourceLocation {
    const before = this.#text.slice(0, at);
    return { file: this.#file, line: before.split("\n").length, column: at - before.lastIndexOf("\n") };
  }

  #unexpected(wanted: string, at: number): never {
    return this.malformed(`found ${describeCharacter(this.#text, at)}; expected ${wanted}`, at);
  }

  #ended(inside: string, at: number): never {
    return this.malformed(`found the end of the document inside ${inside}`, at);
  }

  #find(what: string, from: number, inside: string, start: number): number {
    const at = this.#text.indexOf(what, from);
    return at === -1 ? this.#ended(inside, start) : at;
  }

  /** Comments, instructions and white space around the root. */
  #miscellaneous(): void {
    do this.#at = spaceEnd(this.#text, this.#at);
    while (this.#misc());
  }

  /** Passes over a comment or an instruction, if one stands next. */
  #misc(): boolean {
    const text = this.#text;
    const at = this.#at;
    if (text.startsWith("<!--", at)) {
      const end = this.#find("--", at + 4, "a comment", at);
      if (text[end + 2] !== ">") this.malformed('found "--" inside a comment; expected "-->"', end);
      this.#at = end + 3;
      return true;
    }
    if (!text.startsWith("<?", at)) return false;
    const end = this.#find("?>", at + 2, "a processing instruction", at);
    const target = this.#name(at + 2, "the target of an instruction");
    if (/^xml$|:/i.test(target))
      this.malformed(`found the target ${target}; expected another, without a colon`, at + 2);
    const behind = at + 2 + target.length;
    if (behind < end && spaceEnd(text, behind) === behind) this.#unexpected('white space or "?>"', behind);
    this.#at = end + 2;
    return true;
  }

  /** The name that stands at an offset; the empty string for none. */
  #nameAt(at: number): string {
    nameAt.lastIndex = at;
    return nameAt.exec(this.#text)?.[0] ?? "";
  }

  #name(at: number, what: string): string {
    return this.#nameAt(at) || this.#unexpected(what, at);
  }

  /** A name with a prefix or without one (Namespaces in XML 1.0, 4). */
  #qualified(at: number, what: string): string {
    const name = this.#name(at, what);
    const colon = name.indexOf(":");
    const local = name.slice(colon + 1);
    if (colon === 0 || local === "" || local.includes(":") || this.#nameAt(at + colon + 1) !== local) {
      this.malformed(`found ${name}; expected a prefix, one colon and a name`, at, "xml-namespace");
    }
    return name;
  }

  #startTag(): StartTag {
    const text = this.#text;
    const at = this.#at;
    const written = this.#qualified(at + 1, "an element name");
    const found = new Map<string, Omit<Attribute, "namespace" | "localName">>();
    let position = at + 1 + written.length;
    const outer = this.element?.scope ?? outermost;
    let scope: Record<string, string> = outer;
    for (;;) {
      const from = spaceEnd(text, position);
      if (from >= text.length) this.#ended(`the start tag of ${written}`, at);
      if (text[from] === ">" || text.startsWith("/>", from)) {
        position = from;
        break;
      }
      if (from === position) this.#unexpected('white space, ">" or "/>"', from);
      const name = this.#qualified(from, "an attribute name");
      if (found.has(name)) this.malformed(`the attribute ${name} is there twice`, from);
      const equals = spaceEnd(text, from + name.length);
      if (text[equals] !== "=") this.#unexpected(`"=" after the attribute name ${name}`, equals);
      const open = spaceEnd(text, equals + 1);
      const quote = text[open];
      if (quote !== '"' && quote !== "'") this.#unexpected("a quoted attribute value", open);
      const close = this.#find(quote, open + 1, `the value of the attribute ${name}`, open);
      const raw = text.slice(open + 1, close);
      const less = raw.indexOf("<");
      if (less !== -1) this.malformed('found "<" in an attribute value; expected "&lt;"', open + 1 + less);
      const value = this.#resolve(raw.replace(/[\t\n]/g, " "), open + 1);
      found.set(name, { value, at: from, valueAt: open + 1 });
      if (name === "xmlns" || name.startsWith("xmlns:")) {
        const prefix = name.slice(6);
        const problem = refuseDeclaration(prefix, value);
        if (problem !== undefined) this.malformed(problem, from, "xml-namespace");
        if (scope === outer) scope = Object.create(outer);
        scope[prefix] = value;
      }
      position = close + 1;
    }
    const empty = text[position] === "/";
    const attributes: Attribute[] = [];
    const expanded = new Set<string>();
    for (const [name, { at: from, value, valueAt }] of found) {
      if (/^xmlns(?:$|:)/.test(name)) continue;
      const key = name.includes(":") ? this.#expand(name, scope, from) : { namespace: "", localName: name };
      const clark = clarkName(key);
      if (expanded.has(clark)) {
        this.malformed(`the attribute ${name} is there twice, with two prefixes`, from, "xml-namespace");
      }
      expanded.add(clark);
      attributes.push({ namespace: key.namespace, localName: key.localName, value, at: from, valueAt });
    }
    const end = position + (empty ? 2 : 1);
    const { namespace, localName } = this.#expand(written, scope, at + 1);
    return { namespace, localName, attributes, at, end, written, empty, scope };
  }

  #expand(name: string, scope: Scope, at: number): { readonly namespace: string; readonly localName: string } {
    const colon = name.indexOf(":");
    const prefix = colon === -1 ? "" : name.slice(0, colon);
    const namespace = scope[prefix];
    if (namespace === undefined || (colon !== -1 && namespace === "")) {
      this.malformed(`the prefix ${prefix} of ${name} is not bound to a namespace`, at, "xml-namespace");
    }
    return { namespace, localName: name.slice(colon + 1) };
  }

  /** Replaces references by what they stand for (4.1, 4.6). */
  #resolve(raw: string, at: number): string {
    if (!raw.includes("&")) return raw;
    return raw.replace(/&[^&;]*;?/g, (reference, offset: number) => {
      const [, hex, decimal, name = ""] = /^&(?:#x([\da-fA-F]+)|#(\d+)|(lt|gt|amp|apos|quot));$/.exec(reference) ?? [];
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      const value = predefined[name] ?? (isXmlChar(code) ? String.fromCodePoint(code) : undefined);
      return (
        value ??
        this.malformed("found & that begins no reference to a character or to lt, gt, amp, apos, quot", at + offset)
      );
    });
  }
}

/** Passes over what stands in the innermost element, up to its end tag. */
export function skipContent(reader: Reader): void {
  const { depth } = reader;
  for (;;) {
    reader.characters();
    if (reader.tag !== undefined) reader.enter(reader.tag);
    else if (reader.depth === depth) return;
    else reader.leave();
  }
}

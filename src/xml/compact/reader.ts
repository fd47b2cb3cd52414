import { ParseError, type SourceLocation } from "../../errors.js";
import { describeCharacter, illegalCharacter, isSpace, isXmlChar, spaceEnd } from "../chars.js";
import { clarkName, documentName, type XmlName, xmlName, xmlNamespace } from "../names.js";
import { refuseDeclaration } from "../namespaces.js";
import type { NamespaceDeclaration, XmlAttributes, XmlEventKind, XmlEventSource } from "../ports.js";

/** How a document is read. */
export interface CompactReaderOptions {
  /** What locations call the document. */
  readonly file?: string | undefined;
}

/** An attribute of a start tag, its references replaced. */
interface Attribute {
  readonly name: XmlName;
  readonly prefix: string;
  readonly value: string;
  /** Offsets of the name and of the value in the text. */
  readonly at: number;
  readonly valueAt: number;
}

/** Namespaces by prefix; inner ones have outer ones as their prototypes. */
type Scope = Record<string, string>;

interface OpenElement {
  readonly name: XmlName;
  /** The name as the tags spell it. */
  readonly written: string;
  readonly at: number;
  /** It has an empty-element tag. */
  readonly empty: boolean;
  /** What prefixes stand for inside, and outside. */
  readonly scope: Scope;
  readonly outer: Scope;
}

const outermost: Scope = { __proto__: null as never, "": "", xml: xmlNamespace };

/** Those of `defaultLimits`: open elements at one place, attributes of one tag. */
const depthLimit = 256;
const attributeLimit = 1_000;

const predefined: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", apos: "'", quot: '"' };

const noName: XmlName = /* @__PURE__ */ xmlName("", "");

/** Production 5 of XML 1.0: what `chars` finds out character by character, faster and with more code. */
const nameAt =
  /[:A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}][\u0300-\u036f\u203f\u2040\xb7.0-9:A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}-]*/uy;

/** Production 23 of XML 1.0. */
const declaration =
  /<\?xml[ \t\n]+version[ \t\n]*=[ \t\n]*(["'])1\.[0-9]+\1(?:[ \t\n]+encoding[ \t\n]*=[ \t\n]*(["'])[A-Za-z][A-Za-z0-9._-]*\2)?(?:[ \t\n]+standalone[ \t\n]*=[ \t\n]*(["'])(?:yes|no)\3)?[ \t\n]*\?>/y;

/**
 * Reads a text that is there as a whole, in little code: well-formedness is checked as in `fast/reader` (XML 1.0 Fifth
 * Edition, Namespaces in XML 1.0), document type declarations are refused, comments and instructions give no events, the
 * limits are the default ones.
 */
export class CompactReader implements XmlEventSource {
  kind: XmlEventKind = "none";
  name: XmlName = noName;
  prefix = "";
  text = "";
  skippedText = "";
  offset = 0;
  depth = 0;
  readonly #text: string;
  readonly #file: string | undefined;
  #at = 0;
  /** The first character that XML does not allow. */
  readonly #illegal: number;
  readonly #open: OpenElement[] = [];
  #attributes: readonly Attribute[] = [];

  constructor(source: string, { file }: CompactReaderOptions = {}) {
    // Line ends are normalised before all else (2.11), so that nobody has to think of them later.
    const text = source.replace(/\r\n?/g, "\n");
    this.#text = text;
    this.#file = file;
    this.#illegal = illegalCharacter(text, 0);
  }

  readonly attributes: XmlAttributes = attributesOf(
    () => this.#attributes,
    (at) => this.locate(at),
  );

  get location(): SourceLocation {
    return this.locate(this.offset);
  }

  get namespaceDeclarations(): readonly NamespaceDeclaration[] {
    const { scope = outermost, outer = outermost } = this.#open.at(-1) ?? {};
    return scope === outer ? [] : declarationsIn(Object.keys(scope), scope);
  }

  lookupNamespace(prefix: string): string | undefined {
    return (this.#open.at(-1)?.scope ?? outermost)[prefix];
  }

  namespacesInScope(): readonly NamespaceDeclaration[] {
    const scope = this.#open.at(-1)?.scope ?? outermost;
    const prefixes: string[] = [];
    for (const prefix in scope) if (prefix !== "xml" && scope[prefix] !== "") prefixes.push(prefix);
    return declarationsIn(prefixes, scope);
  }

  locate(at: number): SourceLocation {
    const before = this.#text.slice(0, at);
    return { file: this.#file, line: before.split("\n").length, column: at - before.lastIndexOf("\n") };
  }

  next(): XmlEventKind {
    this.kind = this.#next();
    if (this.#illegal < this.#at) this.#malformed("", this.#at);
    return this.kind;
  }

  skip(): void {
    const { depth } = this;
    while (this.next() !== "end" || this.depth !== depth);
  }

  elementText(): string | undefined {
    let result = "";
    for (;;) {
      const kind = this.next();
      if (kind === "end") return result;
      if (kind === "text") result += this.text;
      else {
        this.skippedText = result;
        return undefined;
      }
    }
  }

  #next(): XmlEventKind {
    const open = this.#open;
    if (this.kind === "end") {
      open.pop();
      this.depth--;
    } else if (open.at(-1)?.empty === true) {
      this.#attributes = [];
      return "end";
    }
    return open.length === 0 ? this.#outside() : this.#content(open.at(-1) as OpenElement);
  }

  /** Prolog and epilog: comments and instructions around the one root element (2.1). */
  #outside(): XmlEventKind {
    const text = this.#text;
    const isProlog = this.kind === "none";
    if (isProlog) {
      if (text.startsWith("\ufeff")) this.#at = 1;
      if (text.startsWith("<?xml", this.#at) && isSpace(text.charCodeAt(this.#at + 5))) {
        declaration.lastIndex = this.#at;
        if (!declaration.test(text)) this.#malformed("the XML declaration is not one that XML 1.0 allows", this.#at);
        this.#at = declaration.lastIndex;
      }
    }
    do this.#at = spaceEnd(text, this.#at);
    while (this.#miscellaneous());
    const at = this.#at;
    this.offset = at;
    if (isProlog) {
      if (text.startsWith("<!DOCTYPE", at)) {
        this.#malformed("found a document type declaration; none is allowed here", at, "xml-doctype");
      }
      if (text[at] !== "<") this.#unexpected("the root element", at);
      return this.#startTag(at, outermost);
    }
    if (at < text.length) this.#unexpected("the end of the document after its root", at);
    return "eof";
  }

  #content(element: OpenElement): XmlEventKind {
    const text = this.#text;
    let found = "";
    this.offset = this.#at;
    for (;;) {
      const at = this.#at;
      const next = text.indexOf("<", at);
      if (next === -1) this.#ended("the content of an element", at);
      const piece = text.slice(at, next);
      const close = piece.indexOf("]]>");
      if (close !== -1) this.#malformed('found "]]>" in text; expected "]]&gt;"', at + close);
      found += this.#resolve(piece, at);
      this.#at = next;
      if (text.startsWith("<![CDATA[", next)) {
        this.#at = this.#find("]]>", next + 9, "a CDATA section", next) + 3;
        found += text.slice(next + 9, this.#at - 3);
      } else if (found !== "") {
        this.text = found;
        return "text";
      } else if (this.#miscellaneous()) {
        this.offset = this.#at;
      } else {
        this.offset = next;
        if (text[next + 1] === "!") this.#malformed('found "<!"; expected a comment, a CDATA section or a tag', next);
        return text[next + 1] === "/" ? this.#endTag(next, element) : this.#startTag(next, element.scope);
      }
    }
  }

  #endTag(at: number, { written, at: start, name }: OpenElement): XmlEventKind {
    const text = this.#text;
    const found = this.#nameAt(at + 2);
    if (found !== written) {
      const { line, column } = this.locate(start);
      const shown = found === "" ? "no name" : `</${found.slice(0, 100)}>`;
      this.#malformed(`found ${shown}; expected </${written}> for line ${line}, column ${column}`, at);
    }
    const close = spaceEnd(text, at + 2 + written.length);
    if (text[close] !== ">") this.#unexpected('">" at the end of an end tag', close);
    this.#at = close + 1;
    this.#attributes = [];
    this.name = name;
    this.prefix = prefixOf(written);
    return "end";
  }

  #startTag(at: number, outer: Scope): XmlEventKind {
    const text = this.#text;
    const written = this.#qualified(at + 1, "an element name");
    const found = new Map<string, Omit<Attribute, "name" | "prefix">>();
    let position = at + 1 + written.length;
    let scope = outer;
    for (;;) {
      const from = spaceEnd(text, position);
      if (from >= text.length) this.#ended(`the start tag of ${written}`, at);
      if (text[from] === ">" || text.startsWith("/>", from)) {
        position = from;
        break;
      }
      if (from === position) this.#unexpected('white space, ">" or "/>"', from);
      const name = this.#qualified(from, "an attribute name");
      if (found.has(name)) this.#malformed(`the attribute ${name} is there twice`, from);
      if (found.size === attributeLimit) {
        this.#malformed(`a start tag has more attributes than ${attributeLimit}`, from, "xml-limit");
      }
      const equals = spaceEnd(text, from + name.length);
      if (text[equals] !== "=") this.#unexpected(`"=" after the attribute name ${name}`, equals);
      const open = spaceEnd(text, equals + 1);
      const quote = text[open];
      if (quote !== '"' && quote !== "'") this.#unexpected("a quoted attribute value", open);
      const close = this.#find(quote, open + 1, `the value of the attribute ${name}`, open);
      const raw = text.slice(open + 1, close);
      const less = raw.indexOf("<");
      if (less !== -1) this.#malformed('found "<" in an attribute value; expected "&lt;"', open + 1 + less);
      const value = this.#resolve(raw.replace(/[\t\n]/g, " "), open + 1);
      found.set(name, { value, at: from, valueAt: open + 1 });
      if (isDeclaration(name)) {
        const prefix = name.slice(6);
        const problem = refuseDeclaration(prefix, value);
        if (problem !== undefined) this.#malformed(problem, from, "xml-namespace");
        if (scope === outer) scope = Object.create(outer);
        scope[prefix] = value;
      }
      position = close + 1;
    }
    const attributes: Attribute[] = [];
    for (const [spelled, { at: from, value, valueAt }] of found) {
      if (isDeclaration(spelled)) continue;
      const prefix = prefixOf(spelled);
      const name = prefix === "" ? documentName("", spelled) : this.#expand(spelled, scope, from);
      const isTwice = attributes.some((other) => clarkName(other.name) === clarkName(name));
      if (isTwice) this.#malformed(`the attribute ${spelled} is there twice, with two prefixes`, from, "xml-namespace");
      attributes.push({ name, prefix, value, at: from, valueAt });
    }
    const empty = text[position] === "/";
    const name = this.#expand(written, scope, at + 1);
    if (this.depth >= depthLimit) {
      this.#malformed(`elements are nested deeper than ${depthLimit}`, at, "xml-limit");
    }
    this.depth++;
    this.#open.push({ name, written, at, empty, scope, outer });
    this.#at = position + (empty ? 2 : 1);
    this.#attributes = attributes;
    this.name = name;
    this.prefix = prefixOf(written);
    return "start";
  }

  #expand(name: string, scope: Scope, at: number): XmlName {
    const prefix = prefixOf(name);
    const namespace = scope[prefix];
    if (namespace === undefined) {
      this.#malformed(`the prefix ${prefix} of ${name} is not bound to a namespace`, at, "xml-namespace");
    }
    return documentName(namespace, prefix === "" ? name : name.slice(prefix.length + 1));
  }

  /** Passes over a comment or an instruction, if one stands next. */
  #miscellaneous(): boolean {
    const text = this.#text;
    const at = this.#at;
    if (text.startsWith("<!--", at)) {
      const end = this.#find("--", at + 4, "a comment", at);
      if (text[end + 2] !== ">") this.#malformed('found "--" inside a comment; expected "-->"', end);
      this.#at = end + 3;
      return true;
    }
    if (!text.startsWith("<?", at)) return false;
    const end = this.#find("?>", at + 2, "a processing instruction", at);
    const target = this.#nameAt(at + 2) || this.#unexpected("the target of an instruction", at + 2);
    if (/^xml$/i.test(target)) this.#malformed(`found the target ${target}, which is reserved`, at);
    if (target.includes(":")) {
      this.#malformed(`found the target ${target}; expected one without a colon`, at + 2, "xml-namespace");
    }
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

  /** A name with a prefix or without one (Namespaces in XML 1.0, 4). */
  #qualified(at: number, what: string): string {
    const name = this.#nameAt(at) || this.#unexpected(what, at);
    const colon = name.indexOf(":");
    const local = name.slice(colon + 1);
    if (colon === 0 || local === "" || local.includes(":") || this.#nameAt(at + colon + 1) !== local) {
      this.#malformed(`found ${name}; expected a prefix, one colon and a name`, at, "xml-namespace");
    }
    return name;
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
        this.#malformed("found & that begins no reference to a character or to lt, gt, amp, apos, quot", at + offset)
      );
    });
  }

  #find(what: string, from: number, inside: string, start: number): number {
    const at = this.#text.indexOf(what, from);
    return at === -1 ? this.#ended(inside, start) : at;
  }

  #unexpected(wanted: string, at: number): never {
    return this.#malformed(`found ${describeCharacter(this.#text, at)}; expected ${wanted}`, at);
  }

  #ended(inside: string, at: number): never {
    return this.#malformed(`found the end of the document inside ${inside}`, at);
  }

  /** The document is not well-formed; a character that is none comes before whatever stands behind it. */
  #malformed(message: string, at: number, code = "xml-well-formed"): never {
    const wrong = this.#illegal;
    if (wrong < at || (wrong === at && wrong < this.#text.length)) {
      const found = describeCharacter(this.#text, wrong);
      [code, message, at] = ["xml-well-formed", `found ${found}, a character that XML does not allow`, wrong];
    }
    throw new ParseError({ code, message, location: this.locate(at) });
  }
}

function isDeclaration(name: string): boolean {
  return name === "xmlns" || name.startsWith("xmlns:");
}

function prefixOf(name: string): string {
  return name.slice(0, Math.max(0, name.indexOf(":")));
}

function declarationsIn(prefixes: readonly string[], scope: Scope): readonly NamespaceDeclaration[] {
  return prefixes.map((prefix) => ({ prefix, namespace: scope[prefix] as string }));
}

/** A view of the attributes of the tag that is being looked at. */
function attributesOf(current: () => readonly Attribute[], locate: (at: number) => SourceLocation): XmlAttributes {
  const at = (index: number) => current()[index] as Attribute;
  return {
    get length() {
      return current().length;
    },
    name: (index) => at(index).name,
    prefix: (index) => at(index).prefix,
    value: (index) => at(index).value,
    location: (index) => locate(at(index).at),
    valueLocation: (index) => locate(at(index).valueAt),
    indexOf: (name) => current().findIndex((attribute) => attribute.name === name),
    get: (name) => current().find((attribute) => attribute.name === name)?.value,
  };
}

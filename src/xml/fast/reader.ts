import type { SourceLocation } from "../../errors.js";
import { spaceEnd } from "../chars.js";
import type { Entities } from "../doctype/entities.js";
import { completeLimits } from "../limits.js";
import { type XmlName, xmlName, xmlNamespace } from "../names.js";
import type { NamespaceDeclaration, XmlAttributes, XmlEventKind, XmlEventSource } from "../ports.js";
import { AttributeList } from "./attributes.js";
import { Cursor } from "./cursor.js";
import { readDeclaration, startsDeclaration, type XmlDeclaration } from "./declaration.js";
import { type Markup, readComment, readInstruction } from "./miscellaneous.js";
import { type DocumentName, NameTable } from "./name-table.js";
import { OpenElements } from "./open-elements.js";
import type { DoctypeReader, XmlReaderOptions } from "./reader-options.js";
import { handOut, type StreamedOptions, type StreamedReader } from "./streamed-reader.js";
import { endsName, failEndTag } from "./tags.js";
import { readLongText, startsSection } from "./text.js";

export type { XmlReaderOptions };

const noName = /* @__PURE__ */ xmlName("", "");
const lessThan = 0x3c;
const greaterThan = 0x3e;
const slash = 0x2f;

/**
 * A namespace-aware pull reader that checks well-formedness as it goes (XML 1.0 Fifth Edition, Namespaces in XML 1.0).
 *
 * Every move may throw a {@link ParseError}; the reader cannot be used after one.
 */
export class XmlReader implements XmlEventSource {
  readonly #cursor: Cursor;
  readonly #names: NameTable;
  readonly #attributes: AttributeList;
  readonly #readDoctype: DoctypeReader | undefined;
  #entities: Entities | undefined = undefined;
  /** The innermost open element. */
  readonly #open = new OpenElements();
  #kind: XmlEventKind = "none";
  #name: XmlName = noName;
  #prefix = "";
  /** The tag that is likely next, the one read last, and whether that ended an element. */
  #guess: DocumentName | undefined = undefined;
  #last: DocumentName | undefined = undefined;
  #lastEnded = false;
  /** An empty-element tag was read; its `end` is still to come. */
  #emptyElement = false;
  #rootSeen = false;
  #doctypeSeen = false;
  #start = 0;
  #length = 0;
  // The text of the event: a stretch of the source until asked for, or worked out.
  #textFrom = 0;
  #textTo = 0;
  #text: string | undefined = "";
  #skippedText = "";
  #skipping = false;
  #declaration: XmlDeclaration | undefined = undefined;

  /**
   * @param text - the document; {@link decodeXml} makes it of bytes
   * @throws TypeError for options that are none
   */
  constructor(text: string, options: XmlReaderOptions = {}) {
    const limits = completeLimits(options.limits);
    this.#cursor = new Cursor(text, options.file, limits, true);
    this.#names = NameTable.take(limits.maxNameLength);
    this.#guess = this.#names.root;
    this.#attributes = new AttributeList(this.#cursor, this.#names);
    this.#readDoctype = options.doctype;
    if (text.length > limits.maxLength) {
      this.#cursor.failLimit("maxLength", "the document is longer than", limits.maxLength);
    }
    const streamed = {
      reader: this,
      cursor: this.#cursor,
      namespaces: this.#names.namespaces,
      mark: () => this.#mark(),
    };
    (options as StreamedOptions<XmlReader>)[handOut]?.(streamed);
  }

  get kind(): XmlEventKind {
    return this.#kind;
  }

  get name(): XmlName {
    return this.#name;
  }

  get prefix(): string {
    return this.#prefix;
  }

  get attributes(): XmlAttributes {
    return this.#attributes;
  }

  get namespaceDeclarations(): readonly NamespaceDeclaration[] {
    return this.#kind === "eof" ? [] : this.#names.namespaces.declarations;
  }

  get text(): string {
    if (this.#text === undefined) this.#text = this.#cursor.text.slice(this.#textFrom, this.#textTo);
    return this.#text;
  }

  get skippedText(): string {
    return this.#skippedText;
  }

  get depth(): number {
    return this.#cursor.depth;
  }

  get location(): SourceLocation {
    return this.#cursor.locateAbsolute(this.#start, this.#length);
  }

  get offset(): number {
    return this.#start;
  }

  /** What the XML declaration says, once the first event has been read; `undefined` where there is none. */
  get declaration(): XmlDeclaration | undefined {
    return this.#declaration;
  }

  lookupNamespace(prefix: string): string | undefined {
    // At the end the table of names belongs to another document.
    if (this.#kind === "eof") return prefix === "" ? "" : prefix === "xml" ? xmlNamespace : undefined;
    return this.#names.namespaces.lookup(prefix);
  }

  namespacesInScope(): readonly NamespaceDeclaration[] {
    return this.#names.namespaces.inScope();
  }

  locate(offset: number, length?: number): SourceLocation {
    return this.#cursor.locateAbsolute(offset, length);
  }

  next(): XmlEventKind {
    if (this.#emptyElement) {
      this.#emptyElement = false;
      this.#attributes.clear();
      return (this.#kind = "end");
    }
    if (this.#kind === "end") this.#leave();
    const cursor = this.#cursor;
    if (cursor.depth === 0) return this.#outside();
    const at = cursor.position;
    return cursor.text.charCodeAt(at) === lessThan ? this.#markup(at) : this.#characters(at);
  }

  skip(): void {
    if (this.#kind !== "start") throw new TypeError("skip() is for a start tag");
    const { depth } = this;
    this.#skipping = true;
    while (this.next() !== "end" || this.depth !== depth);
    this.#skipping = false;
  }

  elementText(): string | undefined {
    if (this.#kind !== "start") throw new TypeError("elementText() is for a start tag");
    const plain = this.#emptyElement ? undefined : this.#plainText();
    if (plain !== undefined) return plain;
    let result = "";
    for (;;) {
      const kind = this.next();
      if (kind === "end") return result;
      if (kind === "text") result += this.text;
      if (kind === "start") {
        this.#skippedText = result;
        return undefined;
      }
    }
  }

  /** The text of the element whose start tag was read last, where it is all plain and its end tag comes right after it. */
  #plainText(): string | undefined {
    const cursor = this.#cursor;
    const { text, position: at } = cursor;
    const end = text.indexOf("<", at);
    const written = this.#last as DocumentName;
    const close = end + 2 + written.text.length;
    if (text.charCodeAt(end + 1) !== slash || text.charCodeAt(close) !== greaterThan || end === -1) return undefined;
    if (cursor.ahead.textCare(at) < end || end - at > cursor.limits.maxTextLength) return undefined;
    if (!written.standsAt(text, end + 2)) return undefined;
    this.#ended(written, end, close + 1);
    return text.slice(at, end);
  }

  /** See {@link StreamedReader.mark}. */
  #mark(): () => void {
    const window = this.#cursor.text;
    const open = this.#open.current;
    this.#open.marked = true;
    const expanded = this.#entities?.expanded ?? 0;
    const [kind, name, prefix, text] = [this.#kind, this.#name, this.#prefix, this.#text];
    const [guess, last, lastEnded, emptyElement] = [this.#guess, this.#last, this.#lastEnded, this.#emptyElement];
    const [rootSeen, doctypeSeen, start, length] = [this.#rootSeen, this.#doctypeSeen, this.#start, this.#length];
    const [textFrom, textTo] = [this.#textFrom, this.#textTo];
    return () => {
      this.#open.current = open;
      if (this.#entities !== undefined) this.#entities.expanded = expanded;
      this.#attributes.clear();
      this.#skipping = false;
      [this.#kind, this.#name, this.#prefix] = [kind, name, prefix];
      this.#text = text ?? window.slice(textFrom, textTo);
      [this.#guess, this.#last, this.#lastEnded, this.#emptyElement] = [guess, last, lastEnded, emptyElement];
      [this.#rootSeen, this.#doctypeSeen, this.#start, this.#length] = [rootSeen, doctypeSeen, start, length];
    };
  }

  #leave(): void {
    const left = this.#open.current;
    const { namespaces } = this.#names;
    if (left !== undefined && namespaces.mark !== left.mark) namespaces.goBack(left.mark);
    this.#open.leave();
    this.#cursor.depth--;
  }

  /** Prolog and epilog: comments and instructions around the one root element (XML 1.0, 2.1). */
  #outside(): XmlEventKind {
    const cursor = this.#cursor;
    const { text } = cursor;
    if (this.#kind === "eof") return "eof";
    if (this.#kind === "none" && cursor.position === 0) this.#begin();
    const at = spaceEnd(text, cursor.position);
    this.#start = cursor.absolute(at);
    if (at >= text.length) {
      cursor.needMore();
      if (!this.#rootSeen) cursor.failEnd("the prolog: there is no root element", at);
      cursor.position = at;
      this.#length = 0;
      this.#names.release();
      return (this.#kind = "eof");
    }
    if (text.charCodeAt(at) !== lessThan) {
      cursor.failFound(this.#rootSeen ? "the end of the document after its root" : "the root element", at);
    }
    if (text.length - at < "<!DOCTYPE".length) cursor.needMore();
    if (text.startsWith("<!DOCTYPE", at)) return this.#doctype(at);
    if (this.#rootSeen && text.charCodeAt(at + 1) !== 0x21 && text.charCodeAt(at + 1) !== 0x3f) {
      cursor.fail("found a second root element; a document has one", at);
    }
    if (text.startsWith("<![", at)) cursor.failFound("a comment, an instruction or a tag", at + 1);
    return this.#markup(at);
  }

  /** Reads the document type declaration, which gives no event. */
  #doctype(at: number): XmlEventKind {
    const cursor: Cursor = this.#cursor;
    if (this.#readDoctype === undefined) {
      cursor.fail("found a document type declaration; none is allowed here", at, 9, "xml-doctype");
    }
    if (this.#doctypeSeen || this.#rootSeen) {
      cursor.fail("found a document type declaration; a document has one at most, before its root", at, 9);
    }
    cursor.position = at;
    this.#entities = this.#readDoctype(cursor, this.#declaration?.standalone === true);
    this.#attributes.entities = this.#entities;
    this.#doctypeSeen = true;
    return this.#outside();
  }

  #begin(): void {
    const cursor = this.#cursor;
    if (cursor.text.length < "?<?xml ".length) cursor.needMore();
    if (cursor.text.charCodeAt(0) === 0xfeff) cursor.position = 1;
    if (startsDeclaration(cursor.text, cursor.position)) this.#declaration = readDeclaration(cursor);
  }

  #markup(at: number): XmlEventKind {
    const cursor = this.#cursor;
    switch (cursor.text.charCodeAt(at + 1)) {
      case slash:
        return this.#endTag(at);
      case 0x21:
        return cursor.text.startsWith("<!--", at) ? this.#comment(at) : this.#section(at);
      case 0x3f:
        return this.#instruction(at);
      default:
        return this.#startTag(at);
    }
  }

  #startTag(at: number): XmlEventKind {
    const cursor = this.#cursor;
    const { text } = cursor;
    const guess = this.#guess;
    let written: DocumentName;
    let end = at + 1;
    if (guess?.standsAt(text, end) && endsName(text, end + guess.text.length)) {
      written = guess;
    } else {
      written = this.#names.element(cursor, end);
      this.#predict(written);
    }
    end += written.text.length;
    this.#start = cursor.absolute(at);
    this.#length = end - at;
    this.#attributes.clear();
    const { namespaces } = this.#names;
    namespaces.begin();
    const { mark } = namespaces;
    let empty = false;
    if (this.#entities !== undefined || text.charCodeAt(end) !== greaterThan) {
      end = this.#attributes.scan(written, end, at);
      empty = text.charCodeAt(end) === slash;
      if (empty) end++;
    }
    const name = this.#names.expandElement(written, cursor, at + 1);
    if (cursor.depth++ >= cursor.limits.maxDepth) cursor.failLimit("maxDepth", "elements are nested deeper than", at);
    this.#rootSeen = true;
    this.#open.enter(written, name, mark, this.#start);
    cursor.position = end + 1;
    this.#emptyElement = empty;
    this.#guess = empty ? written.afterEnd : written.afterStart;
    this.#last = written;
    this.#lastEnded = empty;
    this.#name = name;
    this.#prefix = written.prefix;
    return (this.#kind = "start");
  }

  /** Remembers which tag came after the last one. */
  #predict(written: DocumentName): void {
    if (this.#last === undefined) this.#names.root = written;
    else if (this.#lastEnded) this.#last.afterEnd = written;
    else this.#last.afterStart = written;
  }

  #endTag(at: number): XmlEventKind {
    const cursor: Cursor = this.#cursor;
    const { text } = cursor;
    const element = this.#open.current;
    if (element === undefined || cursor.depth <= cursor.floor)
      cursor.fail("found an end tag; no element is open", at, 2);
    const { written } = element;
    let end = at + 2 + written.text.length;
    if (!written.standsAt(text, at + 2) || !endsName(text, end)) failEndTag(cursor, element, at);
    if (text.charCodeAt(end) !== greaterThan) {
      end = spaceEnd(text, end);
      if (end >= text.length) cursor.failEnd(`the end tag of ${written.text}`, at);
      if (text.charCodeAt(end) !== greaterThan) cursor.failFound('">" at the end of an end tag', end);
    }
    this.#name = element.name;
    this.#prefix = written.prefix;
    return this.#ended(written, at, end + 1);
  }

  /** Has read the end tag from `at` to `end`. */
  #ended(written: DocumentName, at: number, end: number): XmlEventKind {
    const cursor = this.#cursor;
    this.#start = cursor.absolute(at);
    this.#length = end - at;
    cursor.position = end;
    this.#guess = written.afterEnd;
    this.#last = written;
    this.#lastEnded = true;
    return (this.#kind = "end");
  }

  #characters(at: number): XmlEventKind {
    const cursor = this.#cursor;
    const { text } = cursor;
    const end = text.indexOf("<", at);
    if (end === -1 || cursor.ahead.textCare(at) < end || startsSection(cursor, end)) return this.#longText(at);
    if (end - at > cursor.limits.maxTextLength) cursor.failLength("maxTextLength", at);
    this.#textFrom = at;
    this.#textTo = end;
    this.#text = undefined;
    this.#start = cursor.absolute(at);
    this.#length = end - at;
    cursor.position = end;
    return (this.#kind = "text");
  }

  /** Text that begins with a CDATA section; anything else that begins with `<!` is refused. */
  #section(at: number): XmlEventKind {
    const cursor = this.#cursor;
    if (!startsSection(cursor, at)) {
      if (at + 4 > cursor.text.length) cursor.failEnd("a comment", at);
      cursor.fail('found "<!"; expected a comment, a CDATA section or a tag', at, 2);
    }
    return this.#longText(at);
  }

  #longText(at: number): XmlEventKind {
    const cursor = this.#cursor;
    this.#start = cursor.absolute(at);
    this.#text = readLongText(cursor, !this.#skipping, this.#entities);
    this.#length = Math.max(1, cursor.absolute(cursor.position) - this.#start);
    this.#kind = "text";
    // An empty CDATA section or entity is no text.
    return this.#text === "" ? this.next() : "text";
  }

  #comment(at: number): XmlEventKind {
    this.#hold(readComment(this.#cursor, at));
    return (this.#kind = "comment");
  }

  #instruction(at: number): XmlEventKind {
    const instruction = readInstruction(this.#cursor, at);
    this.#name = this.#names.target(instruction.target, this.#cursor, at);
    this.#hold(instruction);
    this.#prefix = "";
    return (this.#kind = "instruction");
  }

  #hold({ start, from, to, end }: Markup): void {
    const cursor = this.#cursor;
    this.#text = this.#skipping ? "" : cursor.lines(from, to);
    this.#start = cursor.absolute(start);
    this.#length = end - start;
    cursor.position = end;
  }
}

import type { SourceLocation } from "../../errors.js";
import { isSpace, spaceEnd } from "../chars.js";
import type { Entities } from "../doctype/entities.js";
import type { XmlName } from "../names.js";
import type { XmlAttributes } from "../ports.js";
import type { Cursor } from "./cursor.js";
import type { DocumentName, NameTable } from "./name-table.js";
import { readAttributeValue } from "./text.js";

const greaterThan = 0x3e;
const slash = 0x2f;
const equals = 0x3d;
const fewAttributes = 12;

/** The attributes of the current start tag: offsets, and values cut out when asked for. */
export class AttributeList implements XmlAttributes {
  readonly #cursor: Cursor;
  readonly #table: NameTable;
  length = 0;
  /** What a document type declaration says. */
  entities: Entities | undefined = undefined;
  #text = "";
  readonly #written: DocumentName[] = [];
  readonly #names: XmlName[] = [];
  readonly #nameOffsets: number[] = [];
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  /** Values that had to be worked out or have been asked for. */
  readonly #values: (string | undefined)[] = [];
  /** For start tags with many attributes, made by the first search. */
  #index: Map<XmlName, number> | undefined = undefined;

  constructor(cursor: Cursor, table: NameTable) {
    this.#cursor = cursor;
    this.#table = table;
  }

  clear(): void {
    this.length = 0;
    this.#index = undefined;
  }

  name(index: number): XmlName {
    return this.#at(this.#names, index);
  }

  prefix(index: number): string {
    return this.#at(this.#written, index).prefix;
  }

  value(index: number): string {
    const value = this.#at(this.#values, index);
    if (value !== undefined) return value;
    const cut = this.#text.slice(this.#from[index], this.#to[index]);
    this.#values[index] = cut;
    return cut;
  }

  location(index: number): SourceLocation {
    return this.#cursor.locate(this.#at(this.#nameOffsets, index), this.writtenAt(index).text.length);
  }

  valueLocation(index: number): SourceLocation {
    const from = this.#at(this.#from, index);
    return this.#cursor.locate(from, (this.#to[index] ?? from) - from);
  }

  indexOf(name: XmlName): number {
    if (this.length > fewAttributes) return this.#search(name);
    for (let index = 0; index < this.length; index++) if (this.#names[index] === name) return index;
    return -1;
  }

  get(name: XmlName): string | undefined {
    const index = this.indexOf(name);
    return index === -1 ? undefined : this.value(index);
  }

  /**
   * Reads what follows the name of a start tag, binds what it declares, and gives the offset of the `>` or `/>`.
   *
   * @param start - the offset of the tag
   */
  scan(element: DocumentName, from: number, start: number): number {
    const cursor: Cursor = this.#cursor;
    const { text } = cursor;
    const tag = this.#table.tags++;
    let declares = false;
    let prefixed = 0;
    let previous = element;
    let at = from;
    this.#text = text;
    for (;;) {
      let unit = text.charCodeAt(at);
      let nameAt = at;
      if (isSpace(unit)) {
        nameAt = spaceEnd(text, at + 1);
        unit = text.charCodeAt(nameAt);
      }
      if (unit === greaterThan || (unit === slash && text.charCodeAt(nameAt + 1) === greaterThan)) {
        at = nameAt;
        break;
      }
      if (nameAt >= text.length || (unit === slash && nameAt + 1 >= text.length)) {
        cursor.failEnd(`the start tag of ${element.text}`, start);
      }
      if (nameAt === at) cursor.failFound('white space, ">" or "/>"', nameAt);
      const guess = previous.nextAttribute;
      let name: DocumentName;
      if (guess?.standsAt(text, nameAt) && text.charCodeAt(nameAt + guess.text.length) === equals) {
        name = guess;
      } else {
        name = this.#table.attribute(cursor, nameAt);
        previous.nextAttribute = name;
      }
      previous = name;
      if (name.tag === tag) cursor.fail(`the attribute ${name.text} is there twice`, nameAt, name.text.length);
      name.tag = tag;
      let open = nameAt + name.text.length;
      if (text.charCodeAt(open) !== equals) {
        open = spaceEnd(text, open);
        if (text.charCodeAt(open) !== equals) cursor.failFound(`"=" after the attribute name ${name.text}`, open);
      }
      open++;
      let quote = text.charCodeAt(open);
      if (quote !== 0x22 && quote !== 0x27) {
        open = spaceEnd(text, open);
        quote = text.charCodeAt(open);
        if (quote !== 0x22 && quote !== 0x27) cursor.failFound("a quoted attribute value", open);
      }
      const close = text.indexOf(quote === 0x22 ? '"' : "'", open + 1);
      if (close === -1) cursor.failEnd(`the value of the attribute ${name.text}`, open);
      if (name.declares !== undefined) declares = true;
      else if (name.prefix !== "") prefixed++;
      this.#add(name, nameAt, open + 1, close);
      at = close + 1;
    }
    this.entities?.completeAttributes(this, element.text, start);
    if (declares || this.entities !== undefined) this.#declareNamespaces();
    this.#expand();
    if (prefixed > 1 || this.entities !== undefined) this.#checkTwice();
    return at;
  }

  #add(written: DocumentName, nameOffset: number, from: number, to: number): void {
    const cursor = this.#cursor;
    const index = this.length++;
    if (index >= cursor.limits.maxAttributes) {
      cursor.failLimit("maxAttributes", "a start tag has more attributes than", nameOffset);
    }
    if (to - from > cursor.limits.maxAttributeLength) cursor.failLength("maxAttributeLength", from);
    this.#written[index] = written;
    this.#nameOffsets[index] = nameOffset;
    this.#from[index] = from;
    this.#to[index] = to;
    this.#values[index] =
      cursor.ahead.valueCare(from) >= to ? undefined : readAttributeValue(cursor, from, to, this.entities);
  }

  /** Gives an attribute another value. */
  replace(index: number, value: string): void {
    this.#values[index] = value;
  }

  /** Adds an attribute that the start tag at `start` does not have. */
  addDefault(name: string, value: string, start: number): void {
    const index = this.length;
    this.#add(this.#table.attributeNamed(name, this.#cursor, start), start, start, start);
    this.#values[index] = value;
  }

  /** Takes the namespace declarations out of the list and binds their prefixes. */
  #declareNamespaces(): void {
    const count = this.length;
    let kept = 0;
    for (let index = 0; index < count; index++) {
      const written = this.writtenAt(index);
      if (written.declares === undefined) {
        this.#move(index, kept++);
        continue;
      }
      const problem = this.#table.namespaces.declare(written.declares, this.value(index));
      if (problem !== undefined) {
        this.#cursor.fail(problem, this.#nameOffsets[index] ?? 0, written.text.length, "xml-namespace");
      }
    }
    this.length = kept;
  }

  #move(from: number, to: number): void {
    if (from === to) return;
    this.#written[to] = this.writtenAt(from);
    this.#nameOffsets[to] = this.#at(this.#nameOffsets, from);
    this.#from[to] = this.#at(this.#from, from);
    this.#to[to] = this.#at(this.#to, from);
    this.#values[to] = this.#values[from];
  }

  #expand(): void {
    const cursor = this.#cursor;
    for (let index = 0; index < this.length; index++) {
      this.#names[index] = this.#table.expandAttribute(this.writtenAt(index), cursor, this.#nameOffsets[index] ?? 0);
    }
  }

  /** Only attributes that both have a prefix can be one name written twice (Namespaces in XML 1.0, 6.3). */
  #checkTwice(): void {
    const seen = new Set<XmlName>();
    for (let index = 0; index < this.length; index++) {
      const name = this.name(index);
      if (seen.has(name)) {
        const written = this.writtenAt(index).text;
        const message = `the attribute ${written} is there twice: another prefix stands for the same namespace`;
        this.#cursor.fail(message, this.#nameOffsets[index] ?? 0, written.length, "xml-namespace");
      }
      seen.add(name);
    }
  }

  #search(name: XmlName): number {
    if (this.#index === undefined) {
      this.#index = new Map();
      for (let index = 0; index < this.length; index++) this.#index.set(this.name(index), index);
    }
    return this.#index.get(name) ?? -1;
  }

  /** The name of an attribute as the document writes it. */
  writtenAt(index: number): DocumentName {
    return this.#at(this.#written, index);
  }

  #at<T>(list: readonly T[], index: number): T {
    if (index < 0 || index >= this.length) throw new RangeError(`there is no attribute ${index}`);
    return list[index] as T;
  }
}

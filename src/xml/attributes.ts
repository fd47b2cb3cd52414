import type { SourceLocation } from "../errors.js";
import type { Cursor } from "./cursor.js";
import type { XmlAttributes } from "./events.js";
import type { DocumentName } from "./name-table.js";
import type { XmlName } from "./names.js";

const fewAttributes = 12;

/** The attributes of the current start tag: offsets, and values cut out when asked for. */
export class AttributeList implements XmlAttributes {
  readonly #cursor: Cursor;
  length = 0;
  readonly #written: DocumentName[] = [];
  readonly #names: XmlName[] = [];
  readonly #nameOffsets: number[] = [];
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  /** Values that had to be worked out or have been asked for. */
  readonly #values: (string | undefined)[] = [];
  /** For start tags with many attributes, made by the first search. */
  #index: Map<XmlName, number> | undefined = undefined;

  constructor(cursor: Cursor) {
    this.#cursor = cursor;
  }

  clear(): void {
    this.length = 0;
    this.#index = undefined;
  }

  /** @param value - where the text between `from` and `to` is not the value itself */
  add(written: DocumentName, nameOffset: number, from: number, to: number, value: string | undefined): void {
    const index = this.length++;
    this.#written[index] = written;
    this.#nameOffsets[index] = nameOffset;
    this.#from[index] = from;
    this.#to[index] = to;
    this.#values[index] = value;
  }

  /** Puts an attribute in the place of an earlier one. */
  move(from: number, to: number): void {
    if (from === to) return;
    this.#written[to] = this.written(from);
    this.#nameOffsets[to] = this.nameOffset(from);
    this.#from[to] = this.#at(this.#from, from);
    this.#to[to] = this.#at(this.#to, from);
    this.#values[to] = this.#values[from];
  }

  written(index: number): DocumentName {
    return this.#at(this.#written, index);
  }

  nameOffset(index: number): number {
    return this.#at(this.#nameOffsets, index);
  }

  setName(index: number, name: XmlName): void {
    this.#names[index] = name;
  }

  name(index: number): XmlName {
    return this.#at(this.#names, index);
  }

  prefix(index: number): string {
    return this.written(index).prefix;
  }

  value(index: number): string {
    const value = this.#at(this.#values, index);
    if (value !== undefined) return value;
    const cut = this.#cursor.text.slice(this.#from[index], this.#to[index]);
    this.#values[index] = cut;
    return cut;
  }

  location(index: number): SourceLocation {
    return this.#cursor.locate(this.nameOffset(index), this.written(index).text.length);
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

  #search(name: XmlName): number {
    if (this.#index === undefined) {
      this.#index = new Map();
      for (let index = 0; index < this.length; index++) this.#index.set(this.name(index), index);
    }
    return this.#index.get(name) ?? -1;
  }

  #at<T>(list: readonly T[], index: number): T {
    if (index < 0 || index >= this.length) throw new RangeError(`there is no attribute ${index}`);
    return list[index] as T;
  }
}

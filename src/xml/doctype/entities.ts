import type { Cursor } from "../fast/cursor.js";
import { Lookahead } from "../fast/lookahead.js";

/** An attribute as an attribute-list declaration describes it. */
export interface DeclaredAttribute {
  /** Of any type but CDATA: its values lose leading, trailing and repeated spaces. */
  readonly tokenized: boolean;
  /** The default value, normalised; `undefined` for none. */
  readonly value: string | undefined;
}

/** The attributes of a start tag, to what declarations do to them. */
export interface OpenAttributes {
  readonly length: number;
  /** The name as the tag spells it. */
  writtenAt(index: number): { readonly text: string };
  value(index: number): string;
  replace(index: number, value: string): void;
  addDefault(name: string, value: string, start: number): void;
}

/** A general entity: its replacement text, or why there is none here. */
export type Entity =
  | { readonly kind: "internal"; readonly text: string }
  | { readonly kind: "external" }
  | { readonly kind: "unparsed" };

/** What the internal subset of a document type declaration declares (XML 1.0, 4). */
export class Entities {
  readonly #general = new Map<string, Entity>();
  readonly #attributes = new Map<string, Map<string, DeclaredAttribute>>();
  /** Length of all that references have expanded to. */
  expanded = 0;
  /** Declarations may exist that were not read: an entity that is not declared here may be declared there. */
  incomplete = false;

  get size(): number {
    return this.#general.size;
  }

  /** The first declaration of an entity counts (4.2). */
  declare(name: string, entity: Entity): void {
    if (!this.#general.has(name)) this.#general.set(name, entity);
  }

  /** The first declaration of an attribute counts (3.3). */
  declareAttribute(element: string, name: string, attribute: DeclaredAttribute): void {
    let attributes = this.#attributes.get(element);
    if (attributes === undefined) this.#attributes.set(element, (attributes = new Map()));
    if (!attributes.has(name)) attributes.set(name, attribute);
  }

  /** Defaults, and normalisation by type, of the attributes of a start tag that stands at `start` (XML 1.0, 3.3). */
  completeAttributes(attributes: OpenAttributes, element: string, start: number): void {
    const declared = this.#attributes.get(element);
    if (declared === undefined) return;
    const missing = new Map(declared);
    for (let index = 0; index < attributes.length; index++) {
      const { text } = attributes.writtenAt(index);
      if (declared.get(text)?.tokenized === true) attributes.replace(index, collapse(attributes.value(index)));
      missing.delete(text);
    }
    for (const [name, { value }] of missing) if (value !== undefined) attributes.addDefault(name, value, start);
  }

  /**
   * Goes on reading at the replacement text of an entity that a reference from `from` to `to` names (XML 1.0, 4.4),
   * until its end, where {@link leave} goes back.
   */
  enter(name: string, cursor: Cursor, from: number, to: number): void {
    this.expand(name, this.#replacement(name, cursor, from), cursor, from, to);
  }

  /** The same for a text that is known. */
  expand(entity: string, text: string, cursor: Cursor, from: number, to: number): void {
    const { frame: outer, text: before, ahead, floor } = cursor;
    let depth = 0;
    for (let frame = outer; frame !== undefined; frame = frame.outer) {
      if (frame.entity === entity) cursor.fail(`the entity ${entity} refers to itself`, from, to - from);
      depth++;
    }
    if (depth >= cursor.limits.maxEntityDepth) {
      cursor.failLimit("maxEntityDepth", "entity references are nested deeper than", from);
    }
    this.expanded += text.length;
    if (this.expanded > cursor.limits.maxEntityLength) {
      cursor.failLimit("maxEntityLength", "entity references expand to more characters than", from);
    }
    const place = { from: outer?.from ?? from, to: outer?.to ?? to };
    cursor.frame = { entity, text: before, ahead, position: to, floor, ...place, outer };
    cursor.text = text;
    cursor.ahead = new Lookahead(text, true);
    cursor.position = 0;
    cursor.floor = cursor.depth;
  }

  /** At the end of an entity's replacement text: goes back behind the reference to it. */
  leave(cursor: Cursor): void {
    const { frame } = cursor;
    if (frame === undefined) return;
    if (cursor.depth !== cursor.floor) {
      cursor.fail(`an element that begins in the entity ${frame.entity} does not end in it`, 0);
    }
    cursor.frame = frame.outer;
    cursor.text = frame.text;
    cursor.ahead = frame.ahead;
    cursor.position = frame.position;
    cursor.floor = frame.floor;
  }

  #replacement(name: string, cursor: Cursor, at: number): string {
    const entity = this.#general.get(name);
    if (entity?.kind === "internal") return entity.text;
    const length = name.length + 2;
    if (entity?.kind === "unparsed")
      cursor.fail(`the entity ${name} is unparsed: it cannot be referred to`, at, length);
    if (entity?.kind === "external") {
      cursor.fail(`the entity ${name} is external: it is never read`, at, length, "xml-doctype");
    }
    if (this.incomplete) {
      cursor.fail(`the entity ${name} is not declared in the part that is read`, at, length, "xml-doctype");
    }
    cursor.fail(`the entity ${name} is not declared`, at, length);
  }
}

/** What is done to values that are not CDATA (3.3.3): spaces only, as other white space is gone by then. */
export function collapse(value: string): string {
  return value.replace(/ +/g, " ").replace(/^ | $/g, "");
}

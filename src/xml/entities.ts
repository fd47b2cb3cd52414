import type { Cursor } from "./cursor.js";

/** An attribute as an attribute-list declaration describes it. */
export interface DeclaredAttribute {
  /** Of any type but CDATA: its values lose leading, trailing and repeated spaces. */
  readonly tokenized: boolean;
  /** The default value, normalised; `undefined` for none. */
  readonly value: string | undefined;
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

  /** The declared attributes of an element, by their names as written. */
  attributesOf(element: string): ReadonlyMap<string, DeclaredAttribute> | undefined {
    return this.#attributes.get(element);
  }

  /**
   * Goes on reading at the replacement text of an entity that a reference from `from` to `to` names (XML 1.0, 4.4);
   * the reader goes back by {@link Cursor.leave}.
   */
  enter(name: string, cursor: Cursor, from: number, to: number): void {
    const text = this.#replacement(name, cursor, from);
    if (cursor.isReading(name)) cursor.fail(`the entity ${name} refers to itself`, from, to - from);
    if (cursor.entityDepth >= cursor.limits.maxEntityDepth) cursor.failLimit("maxEntityDepth", from);
    this.grow(text.length, cursor, from);
    cursor.enter(name, text, from, to);
  }

  /** Counts what references expand to. */
  grow(length: number, cursor: Cursor, at: number): void {
    this.expanded += length;
    if (this.expanded > cursor.limits.maxEntityLength) cursor.failLimit("maxEntityLength", at);
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

import { type Datatype, DatatypeFailure } from "../../../src/datatypes/datatype.js";
import type { SimpleTypeDefinition } from "../../schema/components.js";
import { Datatypes } from "../../schema/datatypes.js";
import { describeType } from "../../schema/describe-type.js";
import { candidatesOf } from "./candidates.js";
import { type Facets, gatherFacets } from "./facets.js";
import { textOfPattern } from "./pattern-text.js";
import type { Random } from "./random.js";

/** A value of a simple type, as text; qualified names are in Clark notation until they are written. */
export interface SimpleValue {
  readonly text: string;
  readonly datatype: Datatype;
  /** What the datatype made of the text. */
  readonly value: unknown;
}

/** How many candidates are tried before a type is given up. */
const mostTries = 400;

/** Finds texts that simple types accept: candidates are made to fit the facets, and the datatype judges them. */
export class SimpleValues {
  readonly #datatypes = new Datatypes();
  readonly #facets = new Map<SimpleTypeDefinition, Facets>();
  readonly #first = new Map<SimpleTypeDefinition, SimpleValue | undefined>();
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  /** The same value at every call; `undefined` where none was found. */
  first(type: SimpleTypeDefinition): SimpleValue | undefined {
    if (!this.#first.has(type))
      this.#first.set(
        type,
        this.find(type, () => true),
      );
    return this.#first.get(type);
  }

  /** A value that is accepted; `undefined` where none was found. */
  find(type: SimpleTypeDefinition, accept: (value: SimpleValue) => boolean, skip = 0): SimpleValue | undefined {
    let tries = 0;
    let left = skip;
    let found: SimpleValue | undefined;
    for (const text of this.#candidates(type)) {
      if (++tries > mostTries) break;
      const value = this.of(type, text);
      if (value === undefined || !accept(value)) continue;
      found = value;
      if (left-- === 0) return value;
    }
    return found;
  }

  /** A text as a value of a type; `undefined` where the type refuses it. */
  of(type: SimpleTypeDefinition, text: string): SimpleValue | undefined {
    const datatype = this.#datatypes.of(type);
    if (datatype === undefined) throw new TypeError(`${describeType(type)} is not resolved`);
    const value = datatype.parse(text);
    return value instanceof DatatypeFailure ? undefined : { text, datatype, value };
  }

  datatype(type: SimpleTypeDefinition): Datatype | undefined {
    return this.#datatypes.of(type);
  }

  *#candidates(type: SimpleTypeDefinition): Generator<string> {
    const facets = this.#facetsOf(type);
    if (facets.enumeration.length > 0) {
      yield* this.#enumerated(type, facets);
      return;
    }
    const datatype = this.#datatypes.of(type);
    if (type.variety === "list") yield* this.#lists(type, facets);
    else if (type.variety === "union") yield* this.#members(type);
    else if (datatype !== undefined) {
      const plain = candidatesOf(datatype.builtin, datatype.primitive, facets, this.#random);
      if (facets.patterns.length === 0) yield* plain;
      else yield* this.#alternate(facets, plain);
    }
  }

  /** Patterns say most about what is wanted; a plain value may still be the only one that satisfies the other facets. */
  *#alternate(facets: Facets, plain: Generator<string>): Generator<string> {
    for (const text of take(plain, 8)) yield text;
    for (;;) {
      for (let extra = 0; extra <= 24; extra = extra < 4 ? extra + 1 : extra * 2) yield* this.#matching(facets, extra);
      yield* this.#matching(facets, facets.minLength);
      for (const text of take(plain, 4)) yield text;
    }
  }

  *#matching({ patterns }: Facets, extra: number): Generator<string> {
    for (const alternatives of patterns) {
      const node = this.#random.pick(alternatives);
      const text = node === undefined ? undefined : textOfPattern(node, this.#random, extra);
      if (text !== undefined) yield text;
    }
  }

  *#enumerated(type: SimpleTypeDefinition, { enumeration }: Facets): Generator<string> {
    const datatype = this.#datatypes.of(type);
    const texts = enumeration.map(({ value, source }) => {
      // The prefixes of qualified names are the schema's own.
      if (datatype === undefined || !holdsNames(datatype)) return value;
      const read = datatype.parse(value, source?.namespaces);
      return read instanceof DatatypeFailure ? value : datatype.print(read);
    });
    yield* texts;
    for (;;) {
      const text = this.#random.pick(texts);
      if (text !== undefined) yield text;
    }
  }

  *#lists(type: SimpleTypeDefinition, facets: Facets): Generator<string> {
    const { item } = type;
    if (item === undefined) return;
    const [plainest] = this.#candidates(item);
    for (let round = 0; round < mostTries; round++) {
      const count = Math.min(Math.max(1 + (round % 4), facets.minLength), facets.maxLength, 10_000);
      const items = Array.from({ length: count }, (_, index) =>
        round === 0 && index === 0
          ? (plainest ?? "")
          : (this.find(item, () => true, this.#random.below(4))?.text ?? ""),
      );
      yield items.join(" ");
      yield* this.#matching(facets, round % 8);
    }
  }

  *#members({ members }: SimpleTypeDefinition): Generator<string> {
    const open = members.map((member) => this.#candidates(member));
    for (let round = 0; round < mostTries; round++) {
      for (const candidates of open) {
        const next = candidates.next();
        if (next.done !== true) yield next.value;
      }
    }
  }

  #facetsOf(type: SimpleTypeDefinition): Facets {
    let facets = this.#facets.get(type);
    if (facets === undefined) this.#facets.set(type, (facets = gatherFacets(type)));
    return facets;
  }
}

/** Whether values are qualified names, or lists or unions of them. */
export function holdsNames({ primitive, item, members = [] }: Datatype): boolean {
  if (item !== undefined) return holdsNames(item);
  return primitive === "QName" || primitive === "NOTATION" || members.some(holdsNames);
}

function* take<T>(items: Generator<T>, count: number): Generator<T> {
  for (let index = 0; index < count; index++) {
    const { done, value } = items.next();
    if (done === true) return;
    yield value;
  }
}

import { describeValue } from "../datatypes/describe.js";
import {
  type Collecting,
  type Content,
  type Declaring,
  isHeld,
  type Leaf,
  type Matching,
  type OrderedProperty,
  type Particle,
  repeat,
} from "./content.js";
import type { Block, Declared, ElementDescriptor, Fields, Listed, TypeDescriptor } from "./descriptors.js";

/** `maxOccurs="unbounded"`. */
export const unbounded: number = Infinity;

export interface Occurs {
  readonly min?: number;
  readonly max?: number;
}

interface Options extends Occurs {
  /** The target namespace of the type unless given. */
  readonly namespace?: string;
  readonly array?: boolean;
  readonly nillable?: boolean;
  readonly default?: string;
  readonly fixed?: string;
  readonly block?: Block;
}

/** Describes a local element and the property that holds its value; once, unless the options say otherwise. */
export function particle<const P extends string>(
  property: P,
  name: string,
  type: TypeDescriptor,
  options: Options = {},
): Particle<P> {
  return (place) => leaf(property, { namespace: place.namespace, ...options, name, type: () => type }, options, place);
}

/** Describes a reference to a global element. */
export function elementRef<const P extends string>(
  property: P,
  declaration: ElementDescriptor,
  options: Occurs & { readonly array?: boolean } = {},
): Particle<P> {
  return (place) => leaf(property, declaration, options, place);
}

function leaf(property: string, declared: Declared, options: Options, { ordered }: Declaring): Leaf {
  const { min = 1, max = 1, array = max > 1 } = options;
  const self: Leaf = {
    declared,
    property,
    array,
    ordered,
    min,
    max,
    emptiable: () => min === 0,
    first: () => [self],
    missing: () => self,
    leaves: () => [self],
    arrays: () => (ordered === undefined && array ? [property] : []),
    isFilled: (value) => min === 0 || ordered !== undefined || isHeld(value[property]),
    match: (matching) => repeat(matching, self, () => matching.take(self), false),
    collect(collecting) {
      const { value, children, placed, shared, fail } = collecting;
      const held = value[property];
      if (held === undefined) return;
      if (!array) {
        children.push({ leaf: self, value: held, path: [property] });
      } else if (!Array.isArray(held)) {
        fail("value-type", `expected an array; found ${describeValue(held)}`, property);
      } else {
        const from = placed.get(property) ?? 0;
        const to = shared.has(property) ? Math.min(held.length, from + max) : held.length;
        for (let index = from; index < to; index++)
          children.push({ leaf: self, value: held[index], path: [property, index] });
        placed.set(property, to);
      }
    },
  };
  return self;
}

/** What tells a kind of group from the others. */
export interface Kind {
  emptiable(parts: readonly Content[]): boolean;
  first(parts: readonly Content[]): readonly Leaf[];
  missing(parts: readonly Content[]): Leaf | undefined;
  arrays(parts: readonly Content[]): readonly string[];
  isFilled(parts: readonly Content[], value: Fields): boolean;
  /** Matches one occurrence. */
  match(parts: readonly Content[], matching: Matching): void;
  /** Those that a value fills, in their order. */
  filled(parts: readonly Content[], collecting: Collecting): readonly Content[];
}

/** The options of a group in which order is data; see `inOrder`. */
export type Ordered<P extends string> = Occurs & { readonly property: OrderedProperty<P> };

export function group<P extends string>(
  kind: Kind,
  particles: readonly Particle[],
  options: Occurs & Partial<Ordered<string>> = {},
): Particle<P> {
  const { min = 1, max = 1, property } = options;
  return ({ namespace, ordered = property }) => {
    const parts = particles.map((each) => each({ namespace, ordered })).filter((part) => part.max > 0);
    const emptiable = kind.emptiable(parts);
    const first = kind.first(parts);
    const self: Content = {
      min,
      max,
      emptiable: () => min === 0 || emptiable,
      first: () => first,
      missing: () => kind.missing(parts),
      leaves: () => parts.flatMap((part) => part.leaves()),
      arrays: () => (ordered === undefined ? kind.arrays(parts) : [ordered.name]),
      isFilled: (value) => min === 0 || ordered !== undefined || parts.length === 0 || kind.isFilled(parts, value),
      match: (matching) => repeat(matching, self, () => kind.match(parts, matching), emptiable),
      collect(collecting) {
        if (ordered === undefined) for (const part of kind.filled(parts, collecting)) part.collect(collecting);
        else ordered.collect(self, collecting);
      },
    };
    return self;
  };
}

export function allEmptiable(parts: readonly Content[]): boolean {
  return parts.every((part) => part.emptiable());
}

export function allFilled(parts: readonly Content[], value: Fields): boolean {
  return parts.every((part) => part.isFilled(value));
}

export function allArrays(parts: readonly Content[]): readonly string[] {
  return parts.flatMap((part) => part.arrays());
}

/** The first elements of particles any of which may come first. */
export function firstOfAny(parts: readonly Content[]): readonly Leaf[] {
  return parts.flatMap((part) => part.first());
}

const sequential: Kind = {
  emptiable: allEmptiable,
  first(parts) {
    const last = parts.findIndex((part) => !part.emptiable());
    return parts.slice(0, last === -1 ? parts.length : last + 1).flatMap((part) => part.first());
  },
  missing: (parts) => parts.find((part) => !part.emptiable())?.missing(),
  arrays: allArrays,
  isFilled: allFilled,
  match(parts, matching) {
    for (const part of parts) part.match(matching);
  },
  filled: (parts) => parts,
};

/** Part 1, 3.8: all of these, in this order. */
export function sequence<P extends string = never>(particles: Listed<Particle<P>>, options?: Occurs): Particle<P>;
/** The same, where order is data: one property holds the elements. */
export function sequence<const P extends string>(particles: Listed<Particle>, options: Ordered<P>): Particle<P>;
export function sequence(particles: Listed<Particle>, options?: Occurs): Particle {
  return group(sequential, particles, options);
}

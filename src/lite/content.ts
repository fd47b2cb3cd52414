import { quoteName } from "../model/expectation.js";
import { setProperty } from "../text/set-property.js";
import type { XmlName } from "../xml/names.js";
import type { Declared, Fields } from "./descriptors.js";

/** A child element of a value. */
export interface Child {
  readonly leaf: Leaf;
  readonly value: unknown;
  /** From the parent to the value. */
  readonly path: readonly PropertyKey[];
}

/** The place that a particle stands in. */
export interface Declaring {
  /** The target namespace of the type. */
  readonly namespace: string;
  /** What holds the elements around it, where order is data. */
  readonly ordered: OrderedProperty | undefined;
}

/** A property that holds the elements of a group as items `{ name, value }`, in document order. */
export interface OrderedProperty<P extends string = string> {
  readonly name: P;
  readonly collect: (content: Content, collecting: Collecting) => void;
}

/** What the functions give that describe content: it becomes {@link Content} in the type that it stands in. */
export interface Particle<P extends string = string> {
  (place: Declaring): Content;
  /** Holds the names of the properties; never present at run time. */
  readonly "~properties"?: P | undefined;
}

/**
 * A particle of a content model (Part 1, 3.9) in its type. Content is matched from left to right with a look at the next
 * name only: that is enough where Unique Particle Attribution holds.
 */
export interface Content {
  readonly min: number;
  readonly max: number;
  /** Whether it can match nothing (3.9.6 "Particle Emptiable"). */
  readonly emptiable: () => boolean;
  /** The elements that it can begin with. */
  readonly first: () => readonly Leaf[];
  /** All elements in it, in document order. */
  readonly leaves: () => readonly Leaf[];
  /** The properties that are arrays whatever comes. */
  readonly arrays: () => readonly string[];
  /** The element that must come first of all; `undefined` where it can be one of several. */
  readonly missing: () => Leaf | undefined;
  /** Whether a value has, by the look of its properties, what one occurrence asks for. */
  readonly isFilled: (value: Fields) => boolean;
  /** Matches as many occurrences as come. */
  readonly match: (matching: Matching) => void;
  /** The elements of a value, in document order. */
  readonly collect: (collecting: Collecting) => void;
}

/** An element particle and the property that holds its value. */
export interface Leaf extends Content {
  readonly declared: Declared;
  readonly property: string;
  readonly array: boolean;
  /** What holds it as an item, where order is data. */
  readonly ordered: OrderedProperty | undefined;
}

/** What children are matched against a content model for: they are read, or those of a value are checked. */
export interface Matching {
  /** The name of the next child, `undefined` where there is none. */
  next(): XmlName | undefined;
  take(leaf: Leaf): void;
  /** Names that might have come here. */
  expected: Leaf[];
  /**
   * Says that something else should have come, or something more.
   *
   * @param missing - the element that must come; `undefined` where it can be one of several
   */
  fail(missing: Leaf | undefined): void;
  readonly value: Fields | undefined;
}

/** The children of a value as they are collected. */
export interface Collecting {
  readonly value: Fields;
  readonly children: Child[];
  /** How many items of an array several leaves of which share have found a place. */
  readonly placed: Map<string, number>;
  readonly shared: ReadonlySet<string>;
  fail(code: string, message: string, ...path: readonly PropertyKey[]): void;
}

/** Whether a particle can begin with an element of this name. */
export function begins(content: Content, name: XmlName | undefined): boolean {
  return content
    .first()
    .some(({ declared }) => declared.name === name?.localName && declared.namespace === name.namespace);
}

/** Matches occurrences of a particle, one by one. */
export function repeat(matching: Matching, content: Content, occurrence: () => void, emptiable: boolean): void {
  const first = content.first();
  let count = 0;
  for (; count < content.max; count++) {
    if (!begins(content, matching.next())) {
      matching.expected.push(...first);
      break;
    }
    occurrence();
  }
  if (count < content.min && !emptiable) matching.fail(content.missing());
}

/** Gives a value the arrays that it has whatever comes. */
export function prepareArrays(value: Fields | undefined, properties: readonly string[]): void {
  if (value === undefined) return;
  for (const property of properties) if (!Object.hasOwn(value, property)) setProperty(value, property, []);
}

/** The property that holds a leaf's value or items. */
export function holder({ ordered, property }: Leaf): string {
  return ordered?.name ?? property;
}

export function isHeld(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}

export function nameOf({ namespace, name }: { readonly namespace: string; readonly name: string }): XmlName {
  return { namespace, localName: name };
}

/** The name of an element that may not come; the expanded one where another namespace would have been right. */
export function quoteFound(found: XmlName, leaves: readonly Leaf[]): string {
  return quoteName(
    found,
    leaves.map(({ declared }) => nameOf(declared)).find(({ localName }) => localName === found.localName),
  );
}

/** The most names that a message lists. */
const listed = 8;

/**
 * What might have come, in words.
 *
 * @param end - the end of the parent, where it might have come too
 */
export function describeLeaves(
  leaves: readonly Leaf[],
  end: string | undefined,
  parent: string,
  found: XmlName | undefined,
): string {
  const possible = leaves.filter(({ declared }) => declared.abstract !== true);
  const words = [...new Set(possible.map(({ declared }) => quoteName(nameOf(declared), found)))];
  if (words.length > listed) words.splice(listed, words.length, `${words.length - listed} more`);
  if (end !== undefined) words.push(end);
  const last = words.pop() ?? "no element";
  const all = words.length === 0 ? last : `${words.join(", ")} or ${last}`;
  return end !== undefined || found === undefined ? all : `${all} in ${parent}`;
}

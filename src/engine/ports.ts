// What the constructs of a schema that not every schema has are to reading and writing. The function that describes such
// a construct brings its implementation, and who reads or writes knows these interfaces only: what no descriptor uses is
// not carried.

import type { Datatype } from "../datatypes/datatype.js";
import type { Issue, IssuePlace, SourceLocation } from "../errors.js";
import type { XsiAttributes } from "../features/xsi-attributes.js";
import type { Edge, State } from "../model/automaton.js";
import type {
  PreparedAttribute,
  PreparedComplexType,
  PreparedElement,
  PreparedItem,
  PreparedLeaf,
  PreparedVariants,
} from "../model/prepared.js";
import type {
  AttributeWildcard,
  ComplexTypeDescriptor,
  ElementDescriptor,
  NamespaceConstraint,
  ProcessContents,
  VariantsDescriptor,
} from "../schema/descriptors.js";
import type { XmlName } from "../xml/names.js";
import type { XmlEventSource } from "../xml/ports.js";
import type { XmlWriter } from "../xml/write/writer.js";
import type { Frame, Value } from "./open-elements.js";
import type { ComponentLookup } from "./schema-lookup.js";
import type { ValueNotes } from "./value-notes.js";

/** A reading, to those who find faults. */
export interface ReadingContext {
  readonly source: XmlEventSource;
  readonly registry: ComponentLookup | undefined;
  /** Absent where nothing is checked. */
  readonly notes: ValueNotes | undefined;
  /** Reports a finding at the place given, else where the source stands; about a child that is not open yet, if given. */
  fail(code: string, message: string, location?: SourceLocation, child?: XmlName): void;
  /** The same about one property of the value at hand. */
  failInside(property: string, code: string, message: string, location: SourceLocation): void;
  /** A place in the document, with the paths of what is being read. */
  place(location: SourceLocation): IssuePlace;
}

/** A reading, to those who read elements. */
export interface ElementReading extends ReadingContext {
  /** Values are kept: not where an element is kept as it is. */
  readonly keeping: boolean;
  /** The registry is asked about elements that only a wildcard or anyType allows. */
  readonly checksOthers: boolean;
  /** The frame of the element on whose start the source stands. */
  push(kind: Frame["kind"], name: XmlName): Frame;
  /**
   * Begins with the element on whose `start` the source stands.
   *
   * @param record - the element is kept as it is
   */
  open(declared: PreparedElement, record?: boolean): void;
  /** Keeps an element as it is, whatever more is known of it: only what a registry knows can be more. */
  record(frame: Frame): void;
  /** Leaves the innermost element, whose value is known. */
  close(frame: Frame, result: unknown): void;
  /** Reports that a nil element has content. */
  failNotEmpty(frame: Frame): void;
  /** Where the innermost element begins. */
  readonly here: () => IssuePlace;
}

/** The element that a value is being laid out in: what the content model has seen so far. */
export interface Content {
  readonly element: PreparedElement;
  readonly type: PreparedComplexType;
  readonly value: Fields;
  state: State;
  /** How many items of a shared array property are already placed. */
  readonly placed: Map<string, number>;
}

export type Fields = Readonly<Record<string, unknown>>;

/** A walk over a value that is checked, or written too. */
export interface ValueWalking {
  /** Absent where nothing is written. */
  readonly writer: XmlWriter | undefined;
  readonly registry: ComponentLookup | undefined;
  /** Absent where nothing is checked. */
  readonly notes: ValueNotes | undefined;
  readonly issues: Issue[];
  /** Of the value at hand. */
  readonly path: PropertyKey[];
  readonly place: () => IssuePlace;
  issue(code: string, message: string): void;
  /** The same about a property of the value at hand. */
  issueAt(property: PropertyKey, code: string, message: string): void;
  /** Takes a finding as it is. */
  readonly report: (issue: Issue) => void;
  /** The text of a value; `undefined` where the datatype refuses it. */
  lexical(datatype: Datatype, value: unknown, fixed: string | undefined, code: string): string | undefined;
  /** Writes an element that the content model is asked for. */
  described(content: Content, declared: PreparedElement, value: unknown, xsi: XsiAttributes | undefined): void;
  /** Moves on in the content model. */
  advance(content: Content, name: XmlName): void;
}

/** What attributes are to the types that have some. */
export interface AttributeRules {
  /**
   * Reads the attributes of a start tag into a value (Part 1, 3.4.4, clauses 3 to 5).
   *
   * @param value - `undefined` where values are not kept
   * @param owner - stands for the element
   * @returns whether there are any besides those of `xsi:`
   */
  readonly read: (
    reading: ReadingContext,
    type: PreparedComplexType,
    value: Value | undefined,
    owner: number,
  ) => boolean;
  readonly write: (walk: ValueWalking, type: PreparedComplexType, value: Fields) => void;
}

/** What attributes are that only a wildcard allows. */
export interface AttributeWildcardRules {
  readonly allows: (constraint: NamespaceConstraint, namespace: string) => boolean;
  /** Reads the attribute of that index. */
  readonly read: (
    reading: ReadingContext,
    wildcard: AttributeWildcard,
    declared: ReadonlyMap<XmlName, PreparedAttribute>,
    index: number,
    value: Value | undefined,
    owner: number,
  ) => void;
  readonly write: (
    walk: ValueWalking,
    wildcard: AttributeWildcard,
    declared: ReadonlyMap<XmlName, PreparedAttribute>,
    value: Fields,
  ) => void;
}

/** What elements are that only a wildcard or the type anyType allows. */
export interface WildRules {
  readonly allows: (constraint: NamespaceConstraint, namespace: string) => boolean;
  /** Reads a child that a wildcard allows. */
  readonly child: (reading: ElementReading, frame: Frame, edge: Edge) => void;
  /** Part 1, 3.10.4, "Item Valid (Wildcard)": begins with an element that a wildcard allows. */
  readonly open: (reading: ElementReading, process: ProcessContents, record: boolean) => void;
  /**
   * Begins with the content of an element of type anyType.
   *
   * @param asIs - the element is of that type by its declaration, and kept
   */
  readonly openAny: (reading: ElementReading, frame: Frame, nil: boolean, asIs: boolean) => void;
  readonly write: (walk: ValueWalking, content: Content, leaf: PreparedLeaf, value: unknown) => void;
  readonly writeAny: (walk: ValueWalking, value: Fields) => void;
}

/** What the types are that may stand in for a declared one. */
export interface VariantRules {
  readonly prepare: (
    descriptor: VariantsDescriptor,
    complexType: (descriptor: ComplexTypeDescriptor) => PreparedComplexType,
  ) => PreparedVariants;
  /** Why a type may not stand in for the declared one; `undefined` where it may. */
  readonly refuse: (type: PreparedComplexType, declared: PreparedElement) => string | undefined;
  /** The type that a value names; writes its `xsi:type`. */
  readonly write: (
    walk: ValueWalking,
    variants: PreparedVariants,
    type: PreparedComplexType,
    value: Fields,
  ) => PreparedComplexType;
}

/** What the elements are that may stand in for another. */
export interface SubstitutionRules {
  /** What matches a reference to the group. */
  readonly matching: (
    members: readonly ElementDescriptor[],
    prepare: (descriptor: ElementDescriptor) => PreparedElement,
  ) => Pick<PreparedLeaf, "elements" | "tags" | "substitution">;
  readonly write: (walk: ValueWalking, content: Content, leaf: PreparedLeaf, value: unknown) => void;
}

/** What order is where it is data. */
export interface OrderRules {
  readonly newItems: () => ItemTable;
  /** @param mixed - texts may stand between the items */
  readonly write: (walk: ValueWalking, content: Content, property: string, mixed: boolean) => void;
}

/** The items that a property may hold. */
export interface ItemTable {
  readonly byTag: ReadonlyMap<string, PreparedItem>;
  add(leaf: PreparedLeaf): void;
}

/**
 * Reports an element that may not come where it stands, and says what it is read as; `undefined` where it is passed over.
 * Who throws the first finding has no use for it.
 */
export type Recover = (
  reading: ReadingContext,
  frame: Frame,
  type: PreparedComplexType,
  state: State,
  found: XmlName,
) => Edge | undefined;

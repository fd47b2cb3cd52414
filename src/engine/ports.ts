import type { Datatype } from "../datatypes/datatype.js";
import type { Issue, IssuePlace, SourceLocation } from "../errors.js";
import type { Suggest } from "../model/expectation.js";
import type {
  GroupModel,
  ModelMaker,
  OrderModel,
  SubstitutionModel,
  VariantsModel,
  WildcardModel,
} from "../model/ports.js";
import type {
  Edge,
  PreparedAttribute,
  PreparedComplexType,
  PreparedElement,
  PreparedLeaf,
  PreparedVariants,
  State,
} from "../model/prepared.js";
import type { AttributeWildcard, Codec, NamespaceConstraint, ProcessContents } from "../schema/descriptors.js";
import type { XmlName } from "../xml/names.js";
import type { XmlEventSource, XmlSink } from "../xml/ports.js";
import type { Identity } from "./identity.js";
import type { SchemaLookup } from "./schema-lookup.js";

// What the engine and what is attached to it know of each other: constructs, which descriptors bring, and features, which
// entry points give. Nobody carries what no descriptor uses and no entry point gives.

export type Value = Record<string, unknown>;

/** `xsi:` attributes: texts, a name for `xsi:type`. */
export type XsiAttributes = ReadonlyMap<XmlName, string | XmlName>;

/**
 * What is known of an open element. These records are used again for the next element at the same depth, so that no
 * element costs one.
 */
export interface OpenElement {
  /**
   * `content`: elements by a content model. `text`: characters that become a value. `nil`: nothing may come. `other`:
   * what a construct makes of it. `skip`: anything.
   */
  kind: "content" | "text" | "nil" | "other" | "skip";
  name: XmlName;
  /** `undefined` for an element that is not declared. */
  declared: PreparedElement | undefined;
  type: PreparedComplexType | undefined;
  /** Of the text. */
  datatype: Datatype | undefined;
  /** `undefined` where values are not kept, and for elements whose value is no object of properties. */
  value: Value | undefined;
  state: State | undefined;
  /** The child that is being read. */
  edge: Edge | undefined;
  /** Attributes besides those of `xsi:` were given. */
  given: boolean;
  /** It is said to be nil, and may not be: an empty one is read as if it were not there. */
  absentIfEmpty: boolean;
  tag: string | undefined;
  xsi: XsiAttributes | undefined;
  /** What becomes of the content of an `other` element. */
  other: OtherContent | undefined;
  /** For text, and for content that is checked against a fixed value or may get a default. */
  text: string;
  hasChildren: boolean;
  /** The element's mark in the source. */
  offset: number;
  /** The text's first piece begins there; -1 for none. */
  textOffset: number;
  /** Taken down at once where the source will not hold the text until it is needed. */
  place: SourceLocation | undefined;
  /** Something about the text or the content has been reported: more of it would say the same again. */
  failed: boolean;
  /** The state in which an element was reported that did not change it. */
  failedState: State | undefined;
  /** Names reported as out of place, and names passed over that may still come. */
  misplaced: Set<XmlName> | undefined;
  passedOver: Set<XmlName> | undefined;
  /** Open elements below that are not looked at. */
  skipped: number;
  /** Says what the element's value is in the place of what was made of it: that of an element that is kept as it is. */
  closing: ((result: unknown, edge: Edge | undefined) => unknown) | undefined;
  /** Identity constraints have been told of the element. */
  identified: boolean;
}

/** What an entry point gives the engine besides an XML layer. */
export interface EngineFeatures {
  /** Says what a wrong name was meant to be. */
  readonly suggest?: Suggest | undefined;
  /** Keeps `xsi:` attributes that values have no place for. */
  readonly xsi?: XsiKeeping | undefined;
}

/** Where values keep the `xsi:` attributes that their shapes have no place for. */
export interface XsiKeeping {
  /** What neither `$type` nor `null` nor `$nil` says of those of a start tag. */
  unsaid(source: XmlEventSource, tag: string | undefined, nil: boolean): XsiAttributes | undefined;
  /** Keeps what the element of this object said. */
  keepOwn(holder: object, attributes: XsiAttributes): void;
  /** Keeps what a child element said whose value is a property, or one item of it. */
  keepChild(holder: object, property: string, index: number, value: unknown, attributes: XsiAttributes): void;
  keptOwn(holder: object): XsiAttributes | undefined;
  keptChild(holder: object, property: string, index: number, value: unknown): XsiAttributes | undefined;
  /** Writes what the element said when it was read, where the value does not say otherwise now. */
  write(sink: XmlSink, declared: PreparedElement, kept: XsiAttributes, value: unknown): void;
}

/** A reading, to those who find faults. */
export interface ReadingContext {
  readonly source: XmlEventSource;
  readonly schema: SchemaLookup | undefined;
  readonly identity: Identity;
  readonly features: EngineFeatures;
  /** Reports a finding at the place given, else where the source stands; about a child that is not open yet, if given. */
  fail(code: string, message: string, location?: SourceLocation, child?: XmlName): void;
  /** The same about one property of the value at hand. */
  failInside(property: string, code: string, message: string, location: SourceLocation): void;
  /** A place in the document, with the paths of what is being read. */
  place(location: SourceLocation): IssuePlace;
}

/** A reading, to those who read elements. */
export interface ElementReading extends ReadingContext {
  source: XmlEventSource;
  /** Values are kept: not where an element is kept as it is. */
  keeping: boolean;
  /** The schema is asked about elements that only a wildcard or anyType allows. */
  readonly checksOthers: boolean;
  /** Opens the element on whose start the source stands. */
  push(kind: OpenElement["kind"], name: XmlName): OpenElement;
  /**
   * Begins with the element on whose `start` the source stands.
   *
   * @param keep - keeps it as it is, before anything is made of it
   */
  open(declared: PreparedElement, keep?: (open: OpenElement) => void): void;
  /** Leaves the innermost element, whose value is known. */
  close(open: OpenElement, result: unknown): void;
  /** Puts a child's value where it belongs. */
  store(open: OpenElement, edge: Edge, result: unknown, xsi: XsiAttributes | undefined): void;
  /** Reports that a nil element has content. */
  failNotEmpty(open: OpenElement): void;
  /** Where the innermost element begins. */
  here(): IssuePlace;
}

/** What becomes of the content of an element that has no content model. */
export interface OtherContent {
  /** The source stands on the child's `start`. */
  child(reading: ElementReading, open: OpenElement): void;
  text(reading: ElementReading, open: OpenElement, text: string): void;
  /** The element's value. */
  end(reading: ElementReading, open: OpenElement): unknown;
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
  readonly sink: XmlSink | undefined;
  readonly schema: SchemaLookup | undefined;
  /** Findings are told. */
  readonly check: boolean;
  readonly identity: Identity;
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
  /** Writes an item `{ name, value }` of an element that the content model is asked for. */
  item(content: Content, declared: PreparedElement, item: Fields): void;
  /** Moves on in the content model. */
  advance(content: Content, name: XmlName): void;
}

/** What attributes are to the types that have some. */
export interface AttributesCodec extends Codec<"attributes"> {
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
export interface AttributeWildcardCodec extends Codec<"attributeWildcard"> {
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
export interface WildcardCodec extends WildcardModel {
  /** Reads a child that a wildcard allows. */
  readonly child: (reading: ElementReading, open: OpenElement, edge: Edge) => void;
  /** Part 1, 3.10.4, "Item Valid (Wildcard)": begins with an element that a wildcard allows. */
  readonly open: (reading: ElementReading, process: ProcessContents, record: boolean) => void;
  /**
   * Begins with the content of an element of type anyType.
   *
   * @param asIs - the element is of that type by its declaration, and kept
   */
  readonly openAny: (reading: ElementReading, open: OpenElement, nil: boolean, asIs: boolean) => void;
  /** Keeps an element as it is, whatever more is known of it: only what a schema knows can be more. */
  readonly record: (reading: ElementReading, open: OpenElement) => void;
  readonly write: (walk: ValueWalking, content: Content, leaf: PreparedLeaf, value: unknown) => void;
  readonly writeAny: (walk: ValueWalking, value: Fields) => void;
}

/** What the types are that may stand in for a declared one. */
export interface VariantsCodec extends VariantsModel {
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
export interface SubstitutionCodec extends SubstitutionModel {
  readonly write: (walk: ValueWalking, content: Content, leaf: PreparedLeaf, value: unknown) => void;
}

/** What order is where it is data. */
export interface OrderCodec extends OrderModel {
  /** Part 1, 3.4.4, clause 2: text of mixed content, which that property holds. */
  readonly text: (open: OpenElement, property: string, text: string) => void;
  /** The end of mixed content. */
  readonly end: (reading: ReadingContext, open: OpenElement, property: string) => void;
  /** @param mixed - texts may stand between the items */
  readonly write: (walk: ValueWalking, content: Content, property: string, mixed: boolean) => void;
}

interface Codecs {
  readonly group: GroupModel;
  readonly model: ModelMaker;
  readonly attributes: AttributesCodec;
  readonly attributeWildcard: AttributeWildcardCodec;
  readonly wildcard: WildcardCodec;
  readonly variants: VariantsCodec;
  readonly substitution: SubstitutionCodec;
  readonly order: OrderCodec;
}

/** What a descriptor brought, as the engine knows it. */
export function codecOf<Construct extends keyof Codecs>(codec: Codec<Construct>): Codecs[Construct] {
  return codec as Codec<Construct> & Codecs[Construct];
}

/**
 * Reports an element that may not come where it stands, and says what it is read as; `undefined` where it is passed over.
 * Who throws the first finding has no use for it.
 */
export type Recover = (
  reading: ReadingContext,
  open: OpenElement,
  type: PreparedComplexType,
  state: State,
  found: XmlName,
) => Edge | undefined;

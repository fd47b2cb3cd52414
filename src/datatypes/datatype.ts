import type { Issue, IssuePlace } from "../errors.js";

/** What a QName or NOTATION is read with; XML event sources are one. */
export interface NamespaceLookup {
  /** The empty string asks for the default namespace; `undefined` where the prefix is unbound. */
  lookupNamespace(prefix: string): string | undefined;
}

/** What a QName or NOTATION is written with; XML writers are one. */
export interface PrefixSource {
  /** A prefix bound to the namespace where the value is written; the empty string for the default namespace. */
  prefixFor(namespace: string): string;
}

/** Why a text or a value is not of a datatype. */
export class DatatypeFailure {
  /** The rule (`cvc-datatype-valid.1.2.1`, `cvc-enumeration-valid`, …); `value-type` for a value of a wrong JavaScript type. */
  readonly code: string;
  /** Lower case, says what was found and what is wanted. */
  readonly message: string;

  constructor(code: string, message: string) {
    this.code = code;
    this.message = message;
  }
}

/** What becomes of white space before a text is read (Part 2, 4.3.6). */
export type WhiteSpace = "preserve" | "replace" | "collapse";

/**
 * A simple type made ready for use (Part 2): how its texts and values correspond. `T` is the TypeScript type of its
 * values.
 */
export interface Datatype<T = unknown> {
  /** For messages: `string`, or the name of a user's type. */
  readonly name: string;
  /** The nearest built-in type it derives from, itself included: `string`, `ID`, `anySimpleType`. */
  readonly builtin: string;
  /** The primitive type it derives from; `undefined` for lists, unions and `anySimpleType`. */
  readonly primitive: string | undefined;
  readonly variety: "atomic" | "list" | "union";
  /** `preserve` for a union: its members see to their own (Part 2, 4.3.6). */
  readonly whiteSpace: WhiteSpace;
  /** What that does to a text; `undefined` for `preserve`. */
  readonly normalize: ((text: string) => string) | undefined;
  /** For a list. */
  readonly item: Datatype | undefined;
  /** For a union. */
  readonly members: readonly Datatype[] | undefined;
  /** What the length facets count; `undefined` where values have no length. */
  readonly measure: Measure | undefined;
  /** `undefined` where no value is an ID or refers to one. */
  readonly ids: IdRole | undefined;
  /** `undefined` where the type has no order, so that range facets do not apply. */
  readonly order: Order | undefined;
  /**
   * The value of a text of XML characters, white space processed first (Part 1, 3.1.4 and Part 2, 4.3.6). Without
   * `namespaces`, qualified names are read in Clark notation (`{namespace}local`): so generated code writes them.
   */
  parse(text: string, namespaces?: NamespaceLookup): T | DatatypeFailure;
  /** The same for a text whose white space is already processed. */
  read(text: string, namespaces?: NamespaceLookup): T | DatatypeFailure;
  /** Whether a value is one that `parse` could have given; never throws, whatever the value is. */
  check(value: unknown): DatatypeFailure | undefined;
  /** The text of a checked value; without `prefixes`, qualified names are in Clark notation. */
  print(value: unknown, prefixes?: PrefixSource): string;
  /** Other texts of a checked value, the likeliest first and not all of them: what a pattern may ask for. */
  spellings(value: unknown): Iterable<string>;
  /** Equality in the value space, of two checked values. */
  equal(left: unknown, right: unknown): boolean;
  /** A key that two checked values share exactly when they are equal, whatever types they are of. */
  key(value: unknown): string;
}

/** How long values are (Part 2, 4.3.1). */
export interface Measure {
  readonly unit: string;
  /** The length of a checked value, exact where it is not between the bounds. */
  readonly of: (value: unknown, least: number, greatest: number) => number;
}

/** What values do to a document's table of identifiers (Part 2, 3.3.8 to 3.3.11). */
export interface IdRole {
  /** `mixed`: some members of a union do. */
  readonly kind: "id" | "idref" | "mixed";
  /** The table, empty: whoever has no such datatype carries none. */
  readonly newTable: () => IdTable;
}

/** Takes what is found about the values of a document, and where. */
export type Report = (issue: Pick<Issue, "code" | "message">, place: IssuePlace) => void;

/** The IDs of a document and the references to them. */
export interface IdTable {
  /**
   * Takes a value that is an ID or refers to one.
   *
   * @param owner - the element whose attribute it is: it may have an ID twice, which is one all the same; `undefined` for
   * the value of an element
   */
  add(datatype: Datatype, value: unknown, owner: unknown, place: IssuePlace, report: Report): void;
  /** At the document's end. */
  finish(report: Report): void;
}

/** The order relation of a primitive type (Part 2, 3.2), over places that are made once for each value or bound. */
export interface Order<Place = unknown> {
  /** The place of a facet's text, of the primitive type whatever the restrictions. */
  parse(text: string): Place | DatatypeFailure;
  /** The place of a checked value. */
  place(value: unknown): Place;
  /** Negative, zero or positive; `undefined` where the specification leaves the two incomparable. */
  compare(left: Place, right: Place): number | undefined;
}

/** A constraining facet (Part 2, 4.3): made by the functions beside each facet's rule, applied by `restrict`. */
export interface Facet {
  readonly kind: string;
  /** The datatype with this facet applied. */
  readonly restrict: (base: Datatype) => Datatype;
}

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
  /** The rule (`cvc-datatype-valid.1.2.1`, `cvc-enumeration-valid`, …). */
  readonly code: string;
  /** Lower case, says what was found and what is wanted. */
  readonly message: string;

  constructor(code: string, message: string) {
    this.code = code;
    this.message = message;
  }
}

/**
 * A simple type made ready for use (Part 2): how its texts and values correspond. `T` is the TypeScript type of its
 * values.
 */
export interface Datatype<T = unknown> {
  /** For messages: `string`, or the name of a user's type. */
  readonly name: string;
  /** The nearest built-in type it derives from, itself included: `string`, `ID`, `anySimpleType`. */
  readonly builtin: string;
  readonly variety: "atomic" | "list" | "union";
  readonly whiteSpace: "preserve" | "replace" | "collapse";
  /** For a list. */
  readonly item?: Datatype | undefined;
  /** For a union. */
  readonly members?: readonly Datatype[] | undefined;
  /** The value of a text, white space processed first (Part 1, 3.1.4 and Part 2, 4.3.6). */
  parse(text: string, namespaces?: NamespaceLookup): T | DatatypeFailure;
  /** Whether a value is one that `parse` could have given; never throws, whatever the value is. */
  check(value: unknown): DatatypeFailure | undefined;
  /** The text of a checked value. */
  print(value: unknown, prefixes?: PrefixSource): string;
  /** Equality in the value space, of two checked values. */
  equal(left: unknown, right: unknown): boolean;
  /** A key that two checked values share exactly when they are equal, across types of one primitive. */
  key(value: unknown): string;
}

/** A constraining facet (Part 2, 4.3): made by the functions beside each facet's rule, applied by `restrict`. */
export interface Facet {
  readonly kind: string;
  /** The datatype with this facet applied. */
  readonly restrict: (base: Datatype) => Datatype;
}

import type { Datatype, IdTable, Report } from "../datatypes/datatype.js";
import type { IssuePlace } from "../errors.js";
import type { Codec, IdentityConstraintDescriptor } from "../schema/descriptors.js";
import type { XmlName } from "../xml/names.js";

/** What checks identity constraints: comes with the first one. */
export interface IdentityCodec extends Codec<"identity"> {
  readonly newTracker: (report: Report) => IdentityTracker;
}

/** Told of every element, attribute and value while constraints are in force. */
export interface IdentityTracker {
  /** Whether anything still has to be told. */
  readonly active: boolean;
  start(name: XmlName, constraints: readonly IdentityConstraintDescriptor[], place: () => IssuePlace): void;
  attribute(name: XmlName, datatype: Datatype, value: unknown): void;
  /** The value of the innermost element; `undefined` datatype: it has none (element content or nil). */
  value(datatype: Datatype | undefined, value: unknown): void;
  /** The innermost element may have a value, which cannot be known: nothing is said that depends on it. */
  unknownValue(): void;
  end(): void;
}

/** What the values of a document say about each other: IDs and references, keys and what refers to them. */
export class Identity {
  readonly #report: Report;
  #tracker: IdentityTracker | undefined;
  #ids: IdTable | undefined;

  constructor(report: Report) {
    this.#report = report;
  }

  /** Whether identity constraints are in force: then every element must be told of. */
  get tracking(): boolean {
    return this.#tracker?.active ?? false;
  }

  start(name: XmlName, constraints: readonly IdentityConstraintDescriptor[], place: () => IssuePlace): void {
    const [first] = constraints;
    if (first !== undefined) this.#tracker ??= (first.codec as IdentityCodec).newTracker(this.#report);
    this.#tracker?.start(name, constraints, place);
  }

  end(): void {
    this.#tracker?.end();
  }

  /** The innermost element's value is known. */
  value(datatype: Datatype, value: unknown, place: () => IssuePlace): void {
    if (this.tracking) this.#tracker?.value(datatype, value);
    this.#addId(datatype, value, undefined, place);
  }

  /** The innermost element has no value: `null` for nil, `undefined` for element content. */
  noValue(value: null | undefined): void {
    if (this.tracking) this.#tracker?.value(undefined, value);
  }

  /** The innermost element may have a value, which cannot be known. */
  unknownValue(): void {
    if (this.tracking) this.#tracker?.unknownValue();
  }

  attribute(name: XmlName, datatype: Datatype, value: unknown, owner: unknown, place: () => IssuePlace): void {
    if (this.tracking) this.#tracker?.attribute(name, datatype, value);
    this.#addId(datatype, value, owner, place);
  }

  #addId(datatype: Datatype, value: unknown, owner: unknown, place: () => IssuePlace): void {
    const { ids } = datatype;
    if (ids === undefined) return;
    this.#ids ??= ids.newTable();
    this.#ids.add(datatype, value, owner, place(), this.#report);
  }

  /** At the document's end. */
  finish(): void {
    this.#ids?.finish(this.#report);
  }
}

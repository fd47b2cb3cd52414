import type { IdentityConstraintDescriptor, IdentityTracker } from "../constructs/identity/constraint.js";
import type { Datatype, IdTable, Report } from "../datatypes/datatype.js";
import type { IssuePlace } from "../errors.js";
import type { XmlName } from "../xml/names.js";

/** What the values of a document say about each other: IDs and references, keys and what refers to them. */
export class ValueNotes {
  readonly #report: Report;
  #identity: IdentityTracker | undefined;
  #ids: IdTable | undefined;

  constructor(report: Report) {
    this.#report = report;
  }

  /** Whether identity constraints are in force: then every element must be told of. */
  get tracking(): boolean {
    return this.#identity?.active ?? false;
  }

  start(name: XmlName, constraints: readonly IdentityConstraintDescriptor[], place: () => IssuePlace): void {
    this.#identity ??= constraints[0]?.newTracker(this.#report);
    this.#identity?.start(name, constraints, place);
  }

  end(): void {
    this.#identity?.end();
  }

  /** The innermost element's value is known. */
  value(datatype: Datatype, value: unknown, place: () => IssuePlace): void {
    if (this.tracking) this.#identity?.value(datatype, value);
    this.#noteId(datatype, value, undefined, place);
  }

  /** The innermost element has no value: `null` for nil, `undefined` for element content. */
  noValue(value: null | undefined): void {
    if (this.tracking) this.#identity?.value(undefined, value);
  }

  /** The innermost element may have a value, which cannot be known. */
  unknownValue(): void {
    if (this.tracking) this.#identity?.unknownValue();
  }

  attribute(name: XmlName, datatype: Datatype, value: unknown, owner: unknown, place: () => IssuePlace): void {
    if (this.tracking) this.#identity?.attribute(name, datatype, value);
    this.#noteId(datatype, value, owner, place);
  }

  #noteId(datatype: Datatype, value: unknown, owner: unknown, place: () => IssuePlace): void {
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

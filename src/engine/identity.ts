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

/**
 * What the values of a document say about each other: keys and what refers to them, IDs and references. What checks them
 * comes with the first constraint, and with the first value of such a datatype.
 */
export interface Identity {
  readonly report: Report;
  tracker: IdentityTracker | undefined;
  ids: IdTable | undefined;
}

/** Tells of an element that begins where there are constraints, its own or others that are in force. */
export function startIdentity(
  identity: Identity,
  name: XmlName,
  constraints: readonly IdentityConstraintDescriptor[],
  place: () => IssuePlace,
): void {
  const [first] = constraints;
  if (first !== undefined) identity.tracker ??= (first.codec as IdentityCodec).newTracker(identity.report);
  identity.tracker?.start(name, constraints, place);
}

/** Tells of the value of the innermost element. */
export function identifyValue(identity: Identity, datatype: Datatype, value: unknown, place: () => IssuePlace): void {
  identity.tracker?.value(datatype, value);
  identifyId(identity, datatype, value, undefined, place);
}

/** Tells of a value that may be an ID, or refer to one. */
export function identifyId(
  identity: Identity,
  datatype: Datatype,
  value: unknown,
  owner: unknown,
  place: () => IssuePlace,
): void {
  if (datatype.ids === undefined) return;
  identity.ids ??= datatype.ids.newTable();
  identity.ids.add(datatype, value, owner, place(), identity.report);
}

import type { Datatype } from "../../datatypes/datatype.js";
import type { Issue, IssuePlace } from "../../errors.js";
import type { XmlName } from "../../xml/names.js";

/** An identity constraint of an element declaration (Part 1, 3.11), with its XPaths as {@link Path} texts. */
export interface IdentityConstraintDescriptor {
  readonly kind: "key" | "unique" | "keyref";
  readonly namespace: string;
  readonly name: string;
  readonly selector: string;
  readonly fields: readonly string[];
  /** For a keyref: the key it refers to, in Clark notation. */
  readonly refer?: string | undefined;
  /** Makes what checks constraints while a document is read: the code comes with the first constraint. */
  readonly newTracker: (report: ReportIdentity) => IdentityTracker;
}

export type ReportIdentity = (issue: Pick<Issue, "code" | "message">, place: IssuePlace) => void;

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

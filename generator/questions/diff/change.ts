import type { SourceLocation } from "../../../src/errors.js";

/** Who cannot go on as before. */
export interface Breaks {
  /** Documents written by the old schema may be invalid by the new one. */
  readonly writers: boolean;
  /** Documents written by the new schema may be invalid by the old one. */
  readonly readers: boolean;
}

export const breaksNobody: Breaks = { writers: false, readers: false };

/** One thing that changed inside a component. */
export interface Change {
  /** A sentence without its full stop: "optional element Flag added after UniqueBody". */
  readonly text: string;
  readonly breaks: Breaks;
}

/** What changed: an operation, or a global component of a schema. */
export type ChangedKind = "operation" | "element" | "type" | "attribute";

/** A global component that was added, removed or changed. */
export interface ComponentChange {
  readonly kind: ChangedKind;
  readonly name: string;
  readonly namespace: string;
  readonly status: "added" | "removed" | "changed";
  /** In the new schema, or in the old one for what was removed. */
  readonly location: SourceLocation | undefined;
  readonly changes: readonly Change[];
  /** All of `changes`, and the addition or removal itself. */
  readonly breaks: Breaks;
}

export function both(...all: readonly Breaks[]): Breaks {
  return { writers: all.some(({ writers }) => writers), readers: all.some(({ readers }) => readers) };
}

import { type Breaks, both, breaksNobody, type Change } from "./change.js";

/** Two versions of one thing, with what they are made of. */
export interface Comparison {
  /** What is not as it was in the thing itself. */
  breaks: Breaks;
  /** Things that documents with this one may hold, so that what breaks them breaks this one. */
  readonly parts: Comparison[];
  readonly changes: PendingChange[];
}

/** A change whose consequences may lie in another comparison, known only when all are made. */
export interface PendingChange {
  readonly text: string;
  readonly breaks: Breaks | Comparison;
}

export function newComparison(): Comparison {
  return { breaks: breaksNobody, parts: [], changes: [] };
}

/** Lets what breaks a part break the whole, until nothing is new. */
export function propagate(comparisons: Iterable<Comparison>): void {
  const wholes = new Map<Comparison, Comparison[]>();
  const open: Comparison[] = [];
  for (const comparison of comparisons) {
    open.push(comparison);
    for (const part of comparison.parts) {
      const known = wholes.get(part);
      if (known === undefined) wholes.set(part, [comparison]);
      else known.push(comparison);
    }
  }
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    for (const whole of wholes.get(part) ?? []) {
      const { writers, readers } = whole.breaks;
      const now = both(whole.breaks, part.breaks);
      if (now.writers === writers && now.readers === readers) continue;
      whole.breaks = now;
      open.push(whole);
    }
  }
}

/** The changes with their consequences, once these have been propagated. */
export function settle({ changes }: Comparison): readonly Change[] {
  return changes.map(({ text, breaks }) => ({ text, breaks: "parts" in breaks ? breaks.breaks : breaks }));
}

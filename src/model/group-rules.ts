import type { Occurrence, Place, Rest } from "./automaton.js";
import type { PreparedGroup, PreparedParticle } from "./prepared.js";

type Fields = Readonly<Record<string, unknown>>;

/**
 * What tells the kinds of model groups apart (Part 1, 3.8). Each comes with the function that describes such a group, so
 * that nobody carries a kind that no schema has.
 */
export interface GroupRules {
  /** Whether the children occur once each, in any order: an occurrence of the group remembers which have. */
  readonly unordered: boolean;
  /** Whether one occurrence of the group can match nothing (Part 1, 3.9.6 "Particle Emptiable"). */
  readonly isEmptiable: (particles: readonly PreparedParticle[]) => boolean;
  /** The leaves that an occurrence of the group can begin with. */
  readonly first: (group: Place) => readonly Place[];
  /** What can come in the same occurrence of the group after a child has ended. */
  readonly after: (child: Place, group: Occurrence) => Rest;
  /** The particles of the group that a value fills, in the order to write them. */
  readonly written: (group: PreparedGroup, value: Fields) => readonly PreparedParticle[];
  /** Gives a value the empty arrays of what it took, where those of the rest may not be there. */
  readonly fillArrays?: (particle: PreparedParticle, value: Record<string, unknown>) => void;
}

import type { Operation, Place, Step } from "./content-model.js";
import type { PreparedGroup, PreparedParticle } from "./prepared.js";

type Fields = Readonly<Record<string, unknown>>;

/**
 * What tells the kinds of model groups apart (Part 1, 3.8). Each comes with the function that describes such a group, so
 * that nobody carries a kind that no schema has.
 */
export interface GroupRules {
  /** Whether the children occur once each, in any order: the model remembers which have. */
  readonly unordered: boolean;
  /** Whether one occurrence of the group can match nothing (Part 1, 3.9.6 "Particle Emptiable"). */
  readonly isEmptiable: (particles: readonly PreparedParticle[]) => boolean;
  /** What an occurrence of the group can begin with. */
  readonly first: (group: Place) => Iterable<Step>;
  /**
   * Adds what can come in the same occurrence of the group after a child has ended.
   *
   * @param left - what ending the child does
   * @returns what ending the group with it does; `undefined` where the group cannot end there
   */
  readonly after: (
    child: Place,
    group: Place,
    left: readonly Operation[],
    steps: Step[],
  ) => readonly Operation[] | undefined;
  /** The particles of the group that a value fills, in the order to write them. */
  readonly written: (group: PreparedGroup, value: Fields) => readonly PreparedParticle[];
  /** Gives a value the empty arrays of what it took, where those of the rest may not be there. */
  readonly fillArrays?: (particle: PreparedParticle, value: Record<string, unknown>) => void;
}

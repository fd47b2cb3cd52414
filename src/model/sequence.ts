import { firstOf, isEmptiable, type Place, type Rest } from "./automaton.js";
import type { GroupRules } from "./group-rules.js";

/** All of the particles, in this order. */
export const sequenceRules: GroupRules = {
  unordered: false,
  isEmptiable: (particles) => particles.every(isEmptiable),
  first: ({ children }) => restOf(children).leaves,
  after(child, { place }) {
    child.rest ??= restOf(place.children.slice(child.index + 1));
    return child.rest;
  },
  written: ({ particles }) => particles,
};

function restOf(children: readonly Place[]): Rest {
  const leaves: Place[] = [];
  for (const child of children) {
    leaves.push(...firstOf(child));
    if (child.min > 0) return { leaves, ends: false };
  }
  return { leaves, ends: true };
}

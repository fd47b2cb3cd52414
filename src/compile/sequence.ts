import { firstOfRest, isEmptiable, prefixed } from "./content-model.js";
import type { GroupRules } from "./group-rules.js";

/** All of the particles, in this order. */
export const sequenceRules: GroupRules = {
  unordered: false,
  isEmptiable: (particles) => particles.every(isEmptiable),
  first: ({ children }) => firstOfRest(children, 0),
  after({ index }, { children }, left, steps) {
    steps.push(...prefixed(left, firstOfRest(children, index + 1)));
    return children.slice(index + 1).every(({ emptiable }) => emptiable) ? left : undefined;
  },
  written: ({ particles }) => particles,
};

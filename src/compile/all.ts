import { firstOf, isEmptiable, type Operation, type Place, prefixed, withSlot } from "./content-model.js";
import type { GroupRules } from "./group-rules.js";
import type { PreparedParticle } from "./prepared.js";

/** All of the particles, in any order. */
export const allRules: GroupRules = {
  unordered: true,
  isEmptiable: (particles) => particles.every(isEmptiable),
  first: ({ children }) => children.flatMap((child) => [...prefixed([once(child.seen)], firstOf(child))]),
  after(child, { children }, left, steps) {
    for (const sibling of children) {
      if (sibling !== child) steps.push(...prefixed([...left, once(sibling.seen)], firstOf(sibling)));
    }
    return [...left, complete(children)];
  },
  // Reading keeps the document's order in that of the value's properties.
  written({ particles }, value) {
    const order = new Map(Object.keys(value).map((property, index) => [property, index]));
    const place = (particle: PreparedParticle) =>
      (particle.kind === "leaf" ? order.get(particle.property) : undefined) ?? order.size;
    return [...particles].sort((left, right) => place(left) - place(right));
  },
};

/** A child occurs once. */
function once(slot: number): Operation {
  return (counters) => (counters[slot] === 0 ? withSlot(counters, slot, 1) : undefined);
}

/** The group ends when every child that must occur has occurred. */
function complete(children: readonly Place[]): Operation {
  return (counters) => {
    const result = counters.slice();
    for (const child of children) {
      if (result[child.seen] === 0 && !child.emptiable) return undefined;
      result[child.seen] = 0;
    }
    return result;
  };
}

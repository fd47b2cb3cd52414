import { firstOf, isEmptiable } from "../model/automaton.js";
import type { GroupModel, Place } from "../model/ports.js";
import type { PreparedParticle } from "../model/prepared.js";

/** All of the particles, in any order. */
export const allCodec: GroupModel = {
  unordered: true,
  isEmptiable: (particles) => particles.every(isEmptiable),
  after(_child, { place, seen }) {
    const leaves: Place[] = [];
    let ends = true;
    for (const child of place.children) {
      if (seen[child.index] === true) continue;
      for (const leaf of firstOf(child)) leaves.push(leaf);
      if (child.min > 0) ends = false;
    }
    return { leaves, ends };
  },
  // Reading keeps the document's order in that of the value's properties.
  written({ particles }, value) {
    const order = new Map(Object.keys(value).map((property, index) => [property, index]));
    const place = (particle: PreparedParticle) =>
      (particle.kind === "leaf" ? order.get(particle.property) : undefined) ?? order.size;
    return [...particles].sort((left, right) => place(left) - place(right));
  },
};

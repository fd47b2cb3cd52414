import type { PreparedParticle } from "./compile/prepared.js";
import { chooseBranch } from "./compile/presence.js";
import { setProperty } from "./set-property.js";

/**
 * Gives a value the empty arrays of the branches that it took: those of other branches are not there, as its type says.
 */
export function fillArrays(particle: PreparedParticle, value: Record<string, unknown>): void {
  if (particle.kind === "leaf") {
    if (particle.array) fill(particle.ordered ?? particle.property, value);
  } else if (particle.ordered !== undefined) {
    fill(particle.ordered, value);
  } else if (particle.kind === "choice") {
    const branch = chooseBranch(particle, value);
    if (branch !== undefined) fillArrays(branch, value);
  } else {
    for (const child of particle.particles) fillArrays(child, value);
  }
}

function fill(property: string, value: Record<string, unknown>): void {
  if (value[property] === undefined) setProperty(value, property, []);
}

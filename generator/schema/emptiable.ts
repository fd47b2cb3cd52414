import type { ModelGroup, Particle } from "./components.js";

/** The smallest number of elements that a model group takes for each member, remembered: groups are shared. */
const smallest = new WeakMap<ModelGroup, number>();

/** Particle Emptiable (cos-group-emptiable, 3.9.6). */
export function isEmptiable(particle: Particle): boolean {
  return minimumTotal(particle) === 0;
}

/** The minimum of the effective total range (cos-seq-range, cos-choice-range, 3.8.6). */
function minimumTotal({ minOccurs, term }: Particle): number {
  if (minOccurs === 0) return 0;
  return minOccurs * (term.kind === "modelGroup" ? groupMinimum(term) : 1);
}

function groupMinimum(group: ModelGroup): number {
  let minimum = smallest.get(group);
  if (minimum === undefined) {
    const parts = group.particles.map(minimumTotal);
    minimum =
      group.compositor === "choice"
        ? parts.reduce((least, part) => Math.min(least, part), parts[0] ?? 0)
        : parts.reduce((sum, part) => sum + part, 0);
    smallest.set(group, minimum);
  }
  return minimum;
}

/** The maximum of the effective total range. */
function maximumTotal({ maxOccurs, term }: Particle): number {
  if (maxOccurs === 0) return 0;
  const inside = term.kind === "modelGroup" ? groupMaximum(term) : 1;
  return inside === 0 ? 0 : maxOccurs * inside;
}

const largest = new WeakMap<ModelGroup, number>();

function groupMaximum(group: ModelGroup): number {
  let maximum = largest.get(group);
  if (maximum === undefined) {
    const parts = group.particles.map(maximumTotal);
    maximum = parts.reduce((sum, part) => (group.compositor === "choice" ? Math.max(sum, part) : sum + part), 0);
    largest.set(group, maximum);
  }
  return maximum;
}

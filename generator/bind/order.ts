import type { XmlName } from "../../src/xml/names.js";
import type { ModelGroup, Particle } from "../schema/components.js";

/**
 * Whether the order of a group's elements must be kept: it repeats and has several element particles, or an element
 * name stands at two places of one sequence, so that neighbours of other names would lose their place.
 *
 * @param repeated - the group, or one around it, may occur several times
 */
export function isOrderData(group: ModelGroup, repeated: boolean): boolean {
  if (repeated) return countLeaves(group) > 1;
  if (group.compositor !== "sequence") return false;
  const places = new Map<XmlName, number>();
  let index = 0;
  for (const particle of group.particles) {
    if (particle.maxOccurs === 0) continue;
    const isElement = particle.term.kind === "element";
    for (const name of elementNames(particle)) {
      const place = places.get(name);
      // Two particles of one name with nothing between them are one array.
      if (place !== undefined && (place !== index - 1 || !isElement)) return true;
      places.set(name, isElement ? index : -1);
    }
    index++;
  }
  return false;
}

/** The expanded names whose elements can occur several times outside ordered groups: their property is an array. */
export function arrayNames(particle: Particle): ReadonlySet<XmlName> {
  const names = new Set<XmlName>();
  collect(particle, false, names);
  return names;
}

function collect(particle: Particle, repeated: boolean, names: Set<XmlName>): void {
  const { term, maxOccurs } = particle;
  if (maxOccurs === 0 || term.kind === "wildcard") return;
  const again = repeated || maxOccurs > 1;
  if (term.kind === "element") {
    if (again) names.add(term.name);
    return;
  }
  if (isOrderData(term, again)) return;
  let previous: XmlName | undefined;
  for (const child of term.particles) {
    if (child.maxOccurs === 0) continue;
    const name = child.term.kind === "element" ? child.term.name : undefined;
    if (term.compositor === "sequence" && name !== undefined && name === previous) names.add(name);
    previous = name;
    collect(child, again, names);
  }
}

/** Part 1, 3.9.6 "Particle Emptiable". */
export function isEmptiable({ term, minOccurs }: Particle): boolean {
  if (minOccurs === 0) return true;
  if (term.kind !== "modelGroup") return false;
  if (term.compositor === "choice") return term.particles.length === 0 || term.particles.some(isEmptiable);
  return term.particles.every(isEmptiable);
}

function countLeaves(group: ModelGroup): number {
  let count = 0;
  for (const { term, maxOccurs } of group.particles) {
    if (maxOccurs !== 0) count += term.kind === "modelGroup" ? countLeaves(term) : 1;
  }
  return count;
}

/** The names of a particle's elements, each once. */
function elementNames(particle: Particle, names: Set<XmlName> = new Set()): Iterable<XmlName> {
  const { term, maxOccurs } = particle;
  if (maxOccurs === 0 || term.kind === "wildcard") return names;
  if (term.kind === "element") names.add(term.name);
  else for (const child of term.particles) elementNames(child, names);
  return names;
}

import { isEmptiable } from "../model/automaton.js";
import { type GroupModel, modelOf, type Rest } from "../model/ports.js";
import type { PreparedGroup, PreparedParticle } from "../model/prepared.js";
import { isHeld, isPresent } from "../model/presence.js";
import { setProperty } from "../text/record.js";

type Fields = Readonly<Record<string, unknown>>;

const end: Rest = { leaves: [], ends: true };

/** One of the particles. */
export const choiceCodec: GroupModel = {
  unordered: false,
  isEmptiable: (particles) => particles.some(isEmptiable),
  after: () => end,
  written(group, value) {
    const branch = chooseBranch(group, value);
    return branch === undefined ? [] : [branch];
  },
  fillArrays,
};

/**
 * The branch of a choice that a value fills: one with all the properties that the value has of the choice, else the
 * first that has any, so that the content model can say what does not fit. `undefined` where the value has none and
 * there is nothing to write.
 */
function chooseBranch(choice: PreparedGroup, value: Fields): PreparedParticle | undefined {
  const [only, another] = choice.particles;
  if (another === undefined) return only;
  const held = [...choice.properties].filter((property) => isHeld(value[property]));
  if (held.length === 0) return undefined;
  const covering = choice.particles.filter((branch) => held.every((property) => fills(branch, property)));
  return (
    covering.find((branch) => isComplete(branch, value)) ??
    covering[0] ??
    choice.particles.find((branch) => isPresent(branch, value))
  );
}

function fills(particle: PreparedParticle, property: string): boolean {
  if (particle.kind === "leaf") return (particle.ordered?.name ?? particle.property) === property;
  return particle.properties.has(property);
}

/** Whether everything is there that a particle asks for, by the look of the properties. */
function isComplete(particle: PreparedParticle, value: Fields): boolean {
  if (particle.min === 0) return true;
  if (particle.kind === "leaf") return particle.ordered !== undefined || isHeld(value[particle.property]);
  if (particle.ordered !== undefined || particle.particles.length === 0) return true;
  const complete = (child: PreparedParticle) => isComplete(child, value);
  return particle.codec === choiceCodec ? particle.particles.some(complete) : particle.particles.every(complete);
}

/**
 * Gives a value the empty arrays of the branches that it took: those of other branches are not there, as its type says.
 */
function fillArrays(particle: PreparedParticle, value: Record<string, unknown>): void {
  if (particle.kind === "leaf") {
    if (particle.array) fill(particle.ordered?.name ?? particle.property, value);
  } else if (particle.ordered !== undefined) {
    fill(particle.ordered.name, value);
  } else {
    const { codec, particles } = particle;
    for (const child of codec === undefined ? particles : modelOf(codec).written(particle, value)) {
      fillArrays(child, value);
    }
  }
}

function fill(property: string, value: Record<string, unknown>): void {
  if (value[property] === undefined) setProperty(value, property, []);
}

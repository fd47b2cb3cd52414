import type { PreparedGroup, PreparedParticle } from "./prepared.js";

type Fields = Readonly<Record<string, unknown>>;

/** Whether a value holds anything that this particle describes. */
export function isPresent(particle: PreparedParticle, value: Fields): boolean {
  if (particle.kind === "leaf") return isHeld(value[particle.ordered ?? particle.property]);
  for (const property of particle.properties) if (isHeld(value[property])) return true;
  return false;
}

/**
 * The branch of a choice that a value fills: one with all the properties that the value has of the choice, else the
 * first that has any, so that the content model can say what does not fit. `undefined` where the value has none and
 * there is nothing to write.
 */
export function chooseBranch(choice: PreparedGroup, value: Fields): PreparedParticle | undefined {
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

/**
 * The particles of a group in the order to write them: that of the schema, but for an `all` group that of the value's
 * properties, which is where reading keeps the document's order.
 */
export function inDocumentOrder(group: PreparedGroup, value: Fields): readonly PreparedParticle[] {
  if (group.kind !== "all") return group.particles;
  const order = new Map(Object.keys(value).map((property, index) => [property, index]));
  const place = (particle: PreparedParticle) =>
    (particle.kind === "leaf" ? order.get(particle.property) : undefined) ?? order.size;
  return [...group.particles].sort((left, right) => place(left) - place(right));
}

function isHeld(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}

function fills(particle: PreparedParticle, property: string): boolean {
  if (particle.kind === "leaf") return (particle.ordered ?? particle.property) === property;
  return particle.properties.has(property);
}

/** Whether everything is there that a particle asks for, by the look of the properties. */
function isComplete(particle: PreparedParticle, value: Fields): boolean {
  if (particle.min === 0) return true;
  if (particle.kind === "leaf") return particle.ordered !== undefined || isHeld(value[particle.property]);
  if (particle.ordered !== undefined || particle.particles.length === 0) return true;
  const complete = (child: PreparedParticle) => isComplete(child, value);
  return particle.kind === "choice" ? particle.particles.some(complete) : particle.particles.every(complete);
}

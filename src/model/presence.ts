import type { PreparedParticle } from "./prepared.js";

/** Whether a value holds anything that this particle describes. */
export function isPresent(particle: PreparedParticle, value: Readonly<Record<string, unknown>>): boolean {
  if (particle.kind === "leaf") return isHeld(value[particle.ordered?.name ?? particle.property]);
  for (const property of particle.properties) if (isHeld(value[property])) return true;
  return false;
}

export function isHeld(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}

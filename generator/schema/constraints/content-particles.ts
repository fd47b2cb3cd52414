import type { ComplexTypeDefinition, Particle } from "../components.js";

/** The particle of a type's content, if it has elements. */
export function contentParticle({ content }: ComplexTypeDefinition): Particle | undefined {
  return content.kind === "elementOnly" || content.kind === "mixed" ? content.particle : undefined;
}

/** Every particle in a particle, itself included, each once, in document order. */
export function particlesWithin(particle: Particle): readonly Particle[] {
  const found = new Set<Particle>();
  const waiting = [particle];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    if (next.term.kind !== "modelGroup") continue;
    for (const inner of next.term.particles.toReversed()) waiting.push(inner);
  }
  return [...found];
}

import type { BindingModel, ComplexTypeBinding, ParticleBinding, TypeReference } from "../../bind/model.js";

/** How deep the smallest value of each complex type is; `Infinity` where there is none. */
export type Depths = ReadonlyMap<ComplexTypeBinding, number>;

/** Finds the depths of all complex types of a model: values that contain themselves must come to an end. */
export function findDepths({ modules }: BindingModel): Depths {
  const depths = new Map<ComplexTypeBinding, number>();
  for (const { declarations } of modules) {
    for (const declaration of declarations) {
      if (declaration.kind === "complexType") visit(declaration);
      else if (declaration.kind === "variants") for (const { type } of declaration.members) visit(type);
      else if (declaration.kind === "element") visitReference(declaration.type);
    }
  }
  // Depths only fall, so that this ends.
  for (let changed = true; changed; ) {
    changed = false;
    for (const [type, known] of depths) {
      const depth = depthOfType(type, depths);
      if (depth >= known) continue;
      depths.set(type, depth);
      changed = true;
    }
  }
  return depths;

  function visitReference(type: TypeReference): void {
    if (type.kind === "complexType") visit(type);
    else if (type.kind === "variants") for (const member of type.members) visit(member.type);
  }

  function visit(type: ComplexTypeBinding): void {
    if (depths.has(type)) return;
    depths.set(type, Number.POSITIVE_INFINITY);
    if (type.base !== undefined) visit(type.base);
    if (type.content !== undefined) visitParticle(type.content);
  }

  function visitParticle(particle: ParticleBinding): void {
    if (particle.kind === "element") visitReference(particle.type);
    else if (particle.kind !== "any") for (const child of particle.particles) visitParticle(child);
  }
}

function depthOfType(type: ComplexTypeBinding, depths: Depths): number {
  const own = type.content === undefined ? 0 : depthOf(type.content, depths);
  const inherited = type.inherits && type.base !== undefined ? depthOfType(type.base, depths) : 0;
  return 1 + Math.max(own, inherited);
}

/** How deep the smallest content of a particle is. */
export function depthOf(particle: ParticleBinding, depths: Depths): number {
  if (particle.min === 0 || particle.kind === "any") return 0;
  if (particle.kind === "element") {
    const { declaration } = particle;
    if (declaration?.kind === "substitutionGroup") {
      return Math.min(...declaration.members.map(({ element }) => depthOfReference(element.type, depths)));
    }
    return depthOfReference(particle.type, depths);
  }
  const inner = particle.particles.map((child) => depthOf(child, depths));
  return particle.kind === "choice" ? Math.min(...inner) : Math.max(0, ...inner);
}

export function depthOfReference(type: TypeReference, depths: Depths): number {
  if (type.kind === "complexType") return depths.get(type) ?? Number.POSITIVE_INFINITY;
  if (type.kind === "variants") return Math.min(...type.members.map((member) => depthOfReference(member.type, depths)));
  return 0;
}

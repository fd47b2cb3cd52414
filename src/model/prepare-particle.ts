import type { ElementDescriptor, ElementParticle, OrderedProperty, Particle } from "../schema/descriptors.js";
import { type XmlName, xmlName } from "../xml/names.js";
import { modelOf } from "./ports.js";
import type { PreparedElement, PreparedLeaf, PreparedParticle } from "./prepared.js";

/** How elements are prepared, global ones and those declared by a particle. */
export interface ElementSource {
  readonly global: (descriptor: ElementDescriptor) => PreparedElement;
  readonly local: (name: XmlName, particle: ElementParticle) => PreparedElement;
}

/**
 * The prepared form of a particle.
 *
 * @param namespace - of the elements that name none
 * @param ordered - the property of the ordered group (or mixed content) around it
 */
export function prepareParticle(
  particle: Particle,
  namespace: string,
  ordered: OrderedProperty | undefined,
  source: ElementSource,
): PreparedParticle {
  const { min, max } = particle;
  switch (particle.kind) {
    case "element":
    case "any": {
      const { property, array } = particle;
      const leaf = { kind: "leaf", min, max, property, array, ordered } as const;
      return particle.kind === "element"
        ? { ...leaf, ...matching(particle, namespace, source), wildcard: undefined }
        : { ...leaf, elements: new Map(), tags: undefined, substitution: undefined, wildcard: particle };
    }
    default: {
      const inside = ordered ?? particle.property;
      const particles = particle.particles.map((child) => prepareParticle(child, namespace, inside, source));
      const properties = new Set<string>();
      for (const child of particles) {
        if (child.kind === "leaf") properties.add(child.ordered?.name ?? child.property);
        else for (const property of child.properties) properties.add(property);
      }
      return {
        kind: "group",
        codec: particle.codec,
        model: particle.model,
        min,
        max,
        ordered: inside,
        particles,
        properties,
      };
    }
  }
}

function matching(
  particle: ElementParticle,
  namespace: string,
  source: ElementSource,
): Pick<PreparedLeaf, "elements" | "tags" | "substitution"> {
  const { declaration } = particle;
  if (declaration?.kind === "substitutionGroup") {
    return modelOf(declaration.codec).matching(declaration.members(), source.global);
  }
  const name = xmlName(particle.namespace ?? namespace, particle.name);
  const element = declaration === undefined ? source.local(name, particle) : source.global(declaration);
  return { elements: new Map([[name, element]]), tags: undefined, substitution: undefined };
}

import type { ComplexTypeDefinition, ModelGroup, ModelGroupDefinition } from "../components.js";
import { describeType } from "../describe-type.js";
import type { CheckContext } from "./check-context.js";
import { contentParticle, particlesWithin } from "./content-particles.js";

/** All Group Limited (3.8.6), clause 1: an all group is the whole content of a type, once at most. */
export function cosAllLimited({ findings }: CheckContext, type: ComplexTypeDefinition): boolean {
  const content = contentParticle(type);
  if (content === undefined) return false;
  let found = false;
  for (const particle of particlesWithin(content)) {
    const { term, maxOccurs, source } = particle;
    if (term.kind !== "modelGroup" || term.compositor !== "all") continue;
    if (particle !== content) {
      const message = `an all group must be the whole content, but is a part of that of ${describeType(type)}`;
      findings.report("cos-all-limited.1.2", message, source ?? type.source);
      found = true;
    } else if (maxOccurs !== 1 && source?.name.localName === "group") {
      // At an all element itself, the check of its attributes has reported it.
      findings.report("cos-all-limited.1.2", "an all group cannot be repeated", source ?? type.source);
    }
  }
  return found;
}

/** Clause 1.1, seen from the group: an all group stands in no other group. */
export function cosAllLimitedGroup({ findings }: CheckContext, group: ModelGroupDefinition): void {
  for (const particle of group.modelGroup.particles) {
    for (const { term, source } of particlesWithin(particle)) {
      if (term.kind !== "modelGroup" || term.compositor !== "all") continue;
      findings.report("cos-all-limited.1.1", "an all group cannot stand in another group", source ?? group.source);
    }
  }
}

/** Clause 2: the elements of an all group occur once at most. */
export function cosAllLimitedElements({ findings }: CheckContext, { compositor, particles }: ModelGroup): void {
  if (compositor !== "all") return;
  for (const { maxOccurs, source } of particles) {
    if (maxOccurs > 1) findings.report("cos-all-limited.2", "an element of an all group cannot be repeated", source);
  }
}

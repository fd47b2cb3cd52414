import { clarkName, type XmlName } from "../../../src/xml/names.js";
import type { ComplexTypeDefinition, ElementDeclaration } from "../components.js";
import { describeType } from "../describe-type.js";
import type { CheckContext } from "./check-context.js";
import { contentParticle, particlesWithin } from "./content-particles.js";

/** Element Declarations Consistent (3.8.6): elements of one name in a content model have one type. */
export function cosElementConsistent(context: CheckContext, type: ComplexTypeDefinition): void {
  const content = contentParticle(type);
  if (content === undefined) return;
  const byName = new Map<XmlName, ElementDeclaration>();
  for (const { term, source } of particlesWithin(content)) {
    if (term.kind !== "element") continue;
    for (const declaration of [term, ...(context.substitutionGroups.get(term) ?? [])]) {
      const other = byName.get(declaration.name);
      if (other !== undefined && other.type !== declaration.type) {
        const message = `element ${clarkName(declaration.name)} has two types in ${describeType(type)}: ${describeType(other.type)} and ${describeType(declaration.type)}`;
        const place = source?.document === type.source?.document ? source : type.source;
        context.findings.report("cos-element-consistent", message, place);
        return;
      }
      byName.set(declaration.name, declaration);
    }
  }
}

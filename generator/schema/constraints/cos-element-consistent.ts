import { clarkName, type XmlName } from "../../../src/xml/names.js";
import type { ComplexTypeDefinition, ElementDeclaration, Term } from "../components.js";
import { describeType } from "../describe-type.js";
import type { CheckContext } from "./check-context.js";
import { contentParticle, particlesWithin } from "./content-particles.js";

/** Element Declarations Consistent (3.8.6): elements of one name in a content model have one type. */
export function cosElementConsistent(context: CheckContext, type: ComplexTypeDefinition): boolean {
  const content = contentParticle(type);
  if (content === undefined) return false;
  const byName = new Map<XmlName, ElementDeclaration>();
  const particles = particlesWithin(content).filter(({ term }) => term.kind === "element");
  const declarations = new Set(particles.map(({ term }) => term));
  for (const { term, source } of particles) {
    if (term.kind !== "element") continue;
    const other = byName.get(term.name) ?? standIn(context, term.name, declarations);
    if (other !== undefined && other.type !== term.type) {
      const message = `element ${clarkName(term.name)} has two types in ${describeType(type)}: ${describeType(other.type)} and ${describeType(term.type)}`;
      const place = source?.document === type.source?.document ? source : type.source;
      context.findings.report("cos-element-consistent", message, place);
      return true;
    }
    byName.set(term.name, term);
  }
  return false;
}

/** The global element of a name, where it may stand in for one of the elements of the content. */
function standIn(
  { elements, substitutionGroups }: CheckContext,
  name: XmlName,
  declarations: ReadonlySet<Term>,
): ElementDeclaration | undefined {
  const global = elements.get(name);
  for (let head = global?.substitutionGroup; head !== undefined; head = head.substitutionGroup) {
    if (global !== undefined && declarations.has(head) && substitutionGroups.get(head)?.has(global)) return global;
  }
  return undefined;
}

import { xsdNamespace } from "../../load/namespaces.js";
import type { SimpleTypeDefinition, TypeDefinition } from "../../schema/components.js";
import { facetText } from "../../schema/facet-text.js";

/** Values of an enumeration that are shown before the rest is counted. */
const shownValues = 8;

/** A type in few words: `xs:string`, `CallIdType`, `list of xs:token`; an anonymous complex type is the empty string. */
export function spellType(type: TypeDefinition): string {
  if (type.name !== undefined) {
    return type.name.namespace === xsdNamespace ? `xs:${type.name.localName}` : type.name.localName;
  }
  if (type.kind === "complexType") return "";
  if (isListOrUnion(type)) return spellVariety(type);
  return type.base === undefined ? "" : spellType(type.base);
}

function isListOrUnion({ variety, base }: SimpleTypeDefinition): boolean {
  return (variety === "list" || variety === "union") && base?.variety === undefined;
}

function spellVariety({ item, members }: SimpleTypeDefinition): string {
  if (item !== undefined) return `list of ${spellType(item) || "simple values"}`;
  return [...new Set(members.map((member) => spellType(member) || "simple values"))].join(" | ");
}

/** What restricts a simple type's values: the values themselves and the facets, those of its user-defined bases too. */
export function simpleFacts(type: SimpleTypeDefinition): readonly string[] {
  const facts: string[] = [];
  let enumerated = false;
  const seen = new Set<SimpleTypeDefinition>();
  for (let step = type; !step.builtin && !seen.has(step); step = step.base) {
    seen.add(step);
    const values = step.facets.flatMap(({ kind, value }) => (kind === "enumeration" ? value : []));
    if (values.length > 0 && !enumerated) {
      enumerated = true;
      facts.push(spellValues(values));
    }
    const text = facetText(step);
    if (text !== undefined) facts.push(`${text.slice(0, 1).toLowerCase()}${text.slice(1, -1)}`);
    if (step.name !== undefined && isListOrUnion(step)) facts.push(spellVariety(step));
    if (step.base === undefined) break;
  }
  return facts;
}

function spellValues(values: readonly string[]): string {
  const shown = values.slice(0, shownValues).join(" | ");
  return values.length > shownValues ? `${shown} | … ${values.length - shownValues} more` : shown;
}

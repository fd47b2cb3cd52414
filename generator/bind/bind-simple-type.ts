import type { SimpleTypeDefinition } from "../schema/components.js";
import type { BindContext } from "./bind-context.js";
import { clarkText } from "./clark-text.js";
import type { FacetBinding, Mutable, SimpleTypeBinding } from "./model.js";
import type { OpenModule } from "./modules.js";

/** Fills in what a simple type is made of (Part 1, 3.14.2). */
export function bindSimpleType(
  definition: SimpleTypeDefinition,
  target: SimpleTypeBinding,
  types: BindContext,
  module: OpenModule,
): void {
  const binding: Mutable<SimpleTypeBinding> = target;
  const refer = (type: SimpleTypeDefinition, suffix: string) =>
    types.simpleReference(type, `${binding.identifier}_${suffix}`, module, binding.namespace);
  const { base, variety, item, members } = definition;
  if (base?.variety !== undefined && base.variety === variety) {
    binding.definition = { kind: "restriction", base: refer(base, "Base"), facets: bindFacets(definition) };
  } else if (variety === "list" && item !== undefined) {
    binding.definition = { kind: "list", item: refer(item, "Item") };
  } else if (variety === "union") {
    const bound = members.map((member, index) => refer(member, `Member${index + 1}`));
    binding.definition = { kind: "union", members: bound };
  } else {
    // Only anySimpleType has no variety: what restricts it without saying how has its values.
    binding.definition = { kind: "restriction", base: { kind: "builtin", name: "anySimpleType" }, facets: [] };
  }
}

/** The facets of one step, patterns and enumeration values gathered (Part 2, 4.3.4 and 4.3.5). */
function bindFacets(definition: SimpleTypeDefinition): readonly FacetBinding[] {
  const facets = new Map<string, string[]>();
  for (const facet of definition.facets) {
    const { kind } = facet;
    const value = kind === "enumeration" ? clarkText(definition, facet.value, facet.source) : facet.value;
    const values = facets.get(kind);
    if (values === undefined) facets.set(kind, [value]);
    else values.push(value);
  }
  return [...facets].map(([name, values]) => ({ name, values }));
}

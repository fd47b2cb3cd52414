import type {
  ComplexTypeDefinition,
  ElementDeclaration,
  Particle,
  SchemaSet,
  TypeDefinition,
} from "../schema/components.js";
import type { BindingMessage, ServiceSet } from "../wsdl/components.js";

/**
 * The schemas without what no message of these services can hold: for a client of a few operations of a large service.
 * What a wildcard may allow counts as held by none.
 */
export function reachableComponents(schemas: SchemaSet, services: ServiceSet): SchemaSet {
  const reached = new Reach(schemas);
  for (const { operations } of services.bindings) {
    for (const { input, output, faults } of operations) {
      reached.message(input);
      if (output !== undefined) reached.message(output);
      for (const { part } of faults) reached.element(part?.element);
    }
  }
  const isReached = (component: ElementDeclaration | TypeDefinition) => reached.components.has(component);
  return {
    ...schemas,
    elements: filterMap(schemas.elements, isReached),
    types: filterMap(schemas.types, (type) => type.source === undefined || isReached(type)),
    substitutionGroups: new Map(
      [...schemas.substitutionGroups]
        .filter(([head]) => reached.heads.has(head))
        .map(([head, members]) => [head, members.filter(isReached)]),
    ),
    derivedTypes: new Map([...schemas.derivedTypes].map(([base, types]) => [base, types.filter(isReached)])),
  };
}

class Reach {
  readonly components: Set<ElementDeclaration | TypeDefinition> = new Set();
  /** The elements that others may stand in for somewhere. */
  readonly heads: Set<ElementDeclaration> = new Set();
  readonly #schemas: SchemaSet;
  /** The types that elements have, so that `xsi:type` may name those derived from them. */
  readonly #named = new Set<TypeDefinition>();

  constructor(schemas: SchemaSet) {
    this.#schemas = schemas;
  }

  message({ body, headers }: BindingMessage): void {
    const parts = [...body, ...headers.flatMap(({ part, faults }) => [part, ...faults])];
    for (const { element, type } of parts) {
      this.element(element);
      if (type !== undefined) this.#typeOfElement(type);
    }
  }

  element(declaration: ElementDeclaration | undefined): void {
    if (declaration === undefined || this.components.has(declaration)) return;
    this.components.add(declaration);
    this.#typeOfElement(declaration.type);
  }

  #typeOfElement(type: TypeDefinition): void {
    if (this.#named.has(type)) return;
    this.#named.add(type);
    this.#type(type);
    if (type.source === undefined) return;
    for (const derived of this.#schemas.derivedTypes.get(type) ?? []) {
      if (derived.kind === "complexType") this.#typeOfElement(derived);
    }
  }

  #type(type: TypeDefinition | undefined): void {
    if (type === undefined || type.source === undefined || this.components.has(type)) return;
    this.components.add(type);
    if (type.kind === "complexType") {
      this.#complexType(type);
      return;
    }
    this.#type(type.base);
    this.#type(type.item);
    for (const member of type.members) this.#type(member);
  }

  #complexType({ base, attributeUses, content, ownParticle }: ComplexTypeDefinition): void {
    this.#type(base);
    for (const { declaration } of attributeUses) this.#type(declaration.type);
    if (content.kind === "simple") this.#type(content.type);
    else if (content.kind !== "empty") this.#particle(content.particle);
    if (ownParticle !== undefined) this.#particle(ownParticle);
  }

  #particle({ term, maxOccurs }: Particle): void {
    if (maxOccurs === 0) return;
    if (term.kind === "modelGroup") for (const particle of term.particles) this.#particle(particle);
    else if (term.kind === "element") this.#content(term);
  }

  /** An element in a content model: others may stand in for it. */
  #content(declaration: ElementDeclaration): void {
    this.element(declaration);
    if (declaration.scope !== "global" || this.heads.has(declaration)) return;
    this.heads.add(declaration);
    for (const member of this.#schemas.substitutionGroups.get(declaration) ?? []) this.element(member);
  }
}

function filterMap<Key, Value>(map: ReadonlyMap<Key, Value>, keep: (value: Value) => boolean): ReadonlyMap<Key, Value> {
  return new Map([...map].filter(([, value]) => keep(value)));
}

import type { XmlName } from "../../../src/xml/names.js";
import type {
  ComplexTypeDefinition,
  ElementDeclaration,
  Particle,
  SchemaSet,
  SimpleTypeDefinition,
  Term,
  TypeDefinition,
  Wildcard,
} from "../../schema/components.js";
import { allowsNamespace } from "../../schema/namespace-constraints.js";

/** One way to be an element: itself or a member of its substitution group, with its type or one derived from it. */
export interface Alternative {
  readonly declaration: ElementDeclaration;
  readonly type: TypeDefinition;
}

/** How many elements the smallest valid instance has; `Infinity` where there is none. */
export class SampleCosts {
  readonly #schemas: SchemaSet;
  readonly #hasValue: (type: SimpleTypeDefinition) => boolean;
  readonly #types = new Map<ComplexTypeDefinition, number>();
  readonly #alternatives = new Map<ElementDeclaration, readonly Alternative[]>();
  readonly #strict = new Map<Wildcard, readonly ElementDeclaration[]>();

  /** @param hasValue - whether a value of a simple type can be found */
  constructor(schemas: SchemaSet, hasValue: (type: SimpleTypeDefinition) => boolean) {
    this.#schemas = schemas;
    this.#hasValue = hasValue;
  }

  /** Finds the costs of everything that the element can lead to. */
  prepare(root: ElementDeclaration): void {
    const reached = [...this.#reach(root)];
    for (const type of reached) this.#types.set(type, Number.POSITIVE_INFINITY);
    // Costs only fall, and each round settles at least the next cheapest type.
    for (let changed = true; changed; ) {
      changed = false;
      for (const type of reached) {
        const cost = this.#complexCost(type);
        if (cost >= (this.#types.get(type) ?? 0)) continue;
        this.#types.set(type, cost);
        changed = true;
      }
    }
  }

  /** The ways to be an element, its own first. */
  alternatives(element: ElementDeclaration): readonly Alternative[] {
    let found = this.#alternatives.get(element);
    if (found === undefined) {
      const members = element.scope === "global" ? (this.#schemas.substitutionGroups.get(element) ?? []) : [];
      found = [element, ...members]
        .filter(({ abstract }) => !abstract)
        .flatMap((declaration) => this.#concreteTypes(declaration).map((type) => ({ declaration, type })));
      this.#alternatives.set(element, found);
    }
    return found;
  }

  /** The elements that a strict wildcard allows. */
  admitted(wildcard: Wildcard): readonly ElementDeclaration[] {
    let found = this.#strict.get(wildcard);
    if (found === undefined) {
      const allows = ({ namespace }: XmlName): boolean => allowsNamespace(wildcard.namespaceConstraint, namespace);
      found = [...this.#schemas.elements.values()].filter(({ name, abstract }) => !abstract && allows(name));
      this.#strict.set(wildcard, found);
    }
    return found;
  }

  ofAlternative({ type }: Alternative): number {
    return 1 + this.#typeCost(type);
  }

  ofElement(element: ElementDeclaration): number {
    let least = Number.POSITIVE_INFINITY;
    for (const alternative of this.alternatives(element)) least = Math.min(least, this.ofAlternative(alternative));
    return least;
  }

  ofParticle({ minOccurs, term }: Particle): number {
    return minOccurs === 0 ? 0 : minOccurs * this.ofTerm(term);
  }

  ofTerm(term: Term): number {
    if (term.kind === "element") return this.ofElement(term);
    if (term.kind === "wildcard") return this.#wildcardCost(term);
    const costs = term.particles.map((particle) => this.ofParticle(particle));
    // A choice without branches allows nothing (3.8.4).
    if (term.compositor === "choice") return Math.min(...costs);
    return costs.reduce((sum, cost) => sum + cost, 0);
  }

  #wildcardCost(wildcard: Wildcard): number {
    if (wildcard.processContents !== "strict") return 1;
    return Math.min(...this.admitted(wildcard).map((element) => this.ofElement(element)));
  }

  #typeCost(type: TypeDefinition): number {
    if (type.kind === "simpleType") return this.#hasValue(type) ? 0 : Number.POSITIVE_INFINITY;
    return this.#types.get(type) ?? Number.POSITIVE_INFINITY;
  }

  #complexCost({ attributeUses, content }: ComplexTypeDefinition): number {
    for (const { required, declaration } of attributeUses) {
      if (required && !this.#hasValue(declaration.type)) return Number.POSITIVE_INFINITY;
    }
    if (content.kind === "simple") return this.#typeCost(content.type);
    return content.kind === "empty" ? 0 : this.ofParticle(content.particle);
  }

  #concreteTypes({ type, block }: ElementDeclaration): readonly TypeDefinition[] {
    const found: TypeDefinition[] = type.kind === "simpleType" || !type.abstract ? [type] : [];
    // Whatever has a type is derived from anyType: the declared type will do.
    if (type.kind === "simpleType" || type.base === type) return found;
    const blocked = new Set<string>([...block, ...type.block]);
    const seen = new Set<TypeDefinition>([type]);
    const open: TypeDefinition[] = [type];
    for (let base = open.pop(); base !== undefined; base = open.pop()) {
      for (const derived of this.#schemas.derivedTypes.get(base) ?? []) {
        if (derived.kind === "simpleType" || seen.has(derived) || blocked.has(derived.derivation)) continue;
        seen.add(derived);
        open.push(derived);
        if (!derived.abstract && derived.name !== undefined) found.push(derived);
      }
    }
    return found;
  }

  #reach(root: ElementDeclaration): ReadonlySet<ComplexTypeDefinition> {
    const types = new Set<ComplexTypeDefinition>();
    const elements = new Set<ElementDeclaration>();
    const open: Term[] = [root];
    for (let term = open.pop(); term !== undefined; term = open.pop()) {
      if (term.kind === "modelGroup") {
        for (const particle of term.particles) open.push(particle.term);
      } else if (term.kind === "wildcard") {
        if (term.processContents === "strict") open.push(...this.admitted(term));
      } else if (!elements.has(term)) {
        elements.add(term);
        for (const { type } of this.alternatives(term)) {
          if (type.kind === "simpleType" || types.has(type)) continue;
          types.add(type);
          if ("particle" in type.content) open.push(type.content.particle.term);
        }
      }
    }
    return types;
  }
}

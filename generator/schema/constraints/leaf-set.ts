import type { XmlName } from "../../../src/xml/names.js";
import type { ElementDeclaration, NamespaceConstraint, Particle, Wildcard } from "../components.js";
import { allowsNamespace } from "../namespace-constraints.js";
import type { CheckContext } from "./check-context.js";

/** Element and wildcard particles that may take the next element; layers on a set that others share. */
export class LeafSet {
  readonly #context: CheckContext;
  readonly #below: LeafSet | undefined;
  readonly #byName = new Map<XmlName, Particle>();
  /** The particles of elements that may stand in for a global one, by that one's name. */
  readonly #standIns = new Map<XmlName, Particle>();
  readonly #byNamespace = new Map<string, Particle>();
  readonly #wildcards: Particle[] = [];

  constructor(context: CheckContext, below?: LeafSet) {
    this.#context = context;
    this.#below = below;
  }

  /** Adds a particle and gives one that is in its way. */
  add(leaf: Particle): Particle | undefined {
    const { term } = leaf;
    if (term.kind === "wildcard") {
      const rival = this.#rivalOfWildcard(leaf, term.namespaceConstraint);
      this.#wildcards.push(leaf);
      return rival;
    }
    if (term.kind !== "element") return undefined;
    const rival = this.#rivalOfElement(leaf, term);
    this.#byName.set(term.name, leaf);
    for (const head of this.#heads(term)) this.#standIns.set(head.name, leaf);
    for (const namespace of this.#namespaces(term)) this.#byNamespace.set(namespace, leaf);
    return rival;
  }

  *#layers(): Iterable<LeafSet> {
    for (let layer: LeafSet | undefined = this; layer !== undefined; layer = layer.#below) yield layer;
  }

  #rivalOfElement(leaf: Particle, declaration: ElementDeclaration): Particle | undefined {
    const heads = this.#heads(declaration);
    const namespaces = this.#namespaces(declaration);
    for (const layer of this.#layers()) {
      const same = layer.#byName.get(declaration.name);
      if (same !== undefined && same !== leaf) return same;
      // A particle of its head, which it may stand in for; or of an element that may stand in for it.
      for (const head of heads) {
        const other = layer.#byName.get(head.name);
        if (other !== undefined && other !== leaf && other.term === head) return other;
      }
      const standIn = declaration.scope === "global" ? layer.#standIns.get(declaration.name) : undefined;
      if (standIn !== undefined && standIn !== leaf) return standIn;
      for (const wildcard of layer.#wildcards) {
        const { namespaceConstraint } = wildcard.term as Wildcard;
        for (const namespace of namespaces) if (allowsNamespace(namespaceConstraint, namespace)) return wildcard;
      }
    }
    return undefined;
  }

  #rivalOfWildcard(leaf: Particle, constraint: NamespaceConstraint): Particle | undefined {
    for (const layer of this.#layers()) {
      for (const [namespace, other] of layer.#byNamespace) if (allowsNamespace(constraint, namespace)) return other;
      for (const other of layer.#wildcards) {
        if (other !== leaf && overlap(constraint, (other.term as Wildcard).namespaceConstraint)) return other;
      }
    }
    return undefined;
  }

  /** The elements that one with this name may stand in for. */
  #heads({ name }: ElementDeclaration): readonly ElementDeclaration[] {
    const { elements, substitutionGroups } = this.#context;
    const global = elements.get(name);
    const heads: ElementDeclaration[] = [];
    for (let head = global?.substitutionGroup; head !== undefined; head = head.substitutionGroup) {
      if (global !== undefined && substitutionGroups.get(head)?.has(global) === true) heads.push(head);
    }
    return heads;
  }

  /** The namespaces that an element and those that may stand in for it are in. */
  #namespaces(declaration: ElementDeclaration): ReadonlySet<string> {
    const members = this.#context.substitutionGroups.get(declaration);
    if (members === undefined) return new Set([declaration.name.namespace]);
    let namespaces = memberNamespaces.get(members);
    if (namespaces === undefined) {
      namespaces = new Set([declaration.name.namespace]);
      for (const { name } of members) namespaces.add(name.namespace);
      memberNamespaces.set(members, namespaces);
    }
    return namespaces;
  }
}

const memberNamespaces = new WeakMap<ReadonlySet<ElementDeclaration>, Set<string>>();

/** Whether some namespace passes both constraints. */
function overlap(left: NamespaceConstraint, right: NamespaceConstraint): boolean {
  if (left.kind === "list") return left.namespaces.some((namespace) => allowsNamespace(right, namespace));
  if (right.kind === "list") return overlap(right, left);
  return true;
}

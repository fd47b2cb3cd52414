import { clarkName, type XmlName } from "../../../src/xml/names.js";
import type { SourceElement } from "../../load/document.js";
import type { ComplexTypeDefinition, ModelGroup, NamespaceConstraint, Particle, Wildcard } from "../components.js";
import { describeType } from "../describe-type.js";
import { isEmptiable } from "../emptiable.js";
import { allowsNamespace } from "../namespace-constraints.js";
import type { CheckContext } from "./check-context.js";

/**
 * Unique Particle Attribution (3.8.6): at no point may two particles want the next element.
 *
 * Walks the content model backwards with the set of particles that may come next, as in a position automaton, without
 * writing out occurrences: `{n,m}` with n < m lets its body follow itself like `+`; `{n,n}` is two copies of its body,
 * for the last of them only what comes behind may follow.
 */
export function cosNonambig(context: CheckContext, type: ComplexTypeDefinition): void {
  const { content } = type;
  if (content.kind !== "elementOnly" && content.kind !== "mixed") return;
  const checker = new AmbiguityChecker(context);
  checker.check(checker.first(content.particle, noLeaves));
  checker.walk(content.particle, noLeaves);
  const { found } = checker;
  if (found === "limit") {
    const message = `the content model of ${describeType(type)} takes more than ${context.maxSteps} steps to check`;
    context.findings.report("xsd-limit", message, type.source);
  } else if (found !== undefined) {
    const [left, right] = found;
    const same = left.source?.offset === right.source?.offset;
    const message = `in ${describeType(type)}, ${spell(left)} and ${same ? "the same particle again" : spell(right)} could both take the next element`;
    context.findings.report("cos-nonambig", message, placeOf(right, type.source));
  }
}

type Leaves = readonly Particle[];
const noLeaves: Leaves = [];

class AmbiguityChecker {
  /** The first two particles found in each other's way. */
  found: readonly [Particle, Particle] | "limit" | undefined = undefined;
  readonly #context: CheckContext;
  readonly #checked = new Set<Leaves>();
  readonly #firsts = new Map<ModelGroup, Leaves>();
  #steps = 0;

  constructor(context: CheckContext) {
    this.#context = context;
  }

  /** Visits every leaf with what may follow it; `next` is what may follow the particle. */
  walk(particle: Particle, next: Leaves): void {
    if (this.found !== undefined) return;
    const { minOccurs, maxOccurs, term } = particle;
    const own = maxOccurs > 1 ? this.#firstOfBody(particle) : noLeaves;
    const flexible = maxOccurs > minOccurs && maxOccurs > 1;
    const after = flexible ? this.#union(own, next) : next;
    if (term.kind !== "modelGroup") {
      this.check(after);
      return;
    }
    // The first of two copies of `{n,n}`: behind it, only another may come.
    if (maxOccurs > 1 && !flexible)
      this.#walkGroup(term, isEmptiable({ ...particle, minOccurs: 1 }) ? this.#union(own, next) : own);
    this.#walkGroup(term, after);
  }

  /** The leaves that may come first in a particle, and behind it where it may be empty. */
  first(particle: Particle, next: Leaves): Leaves {
    const own = this.#firstOfBody(particle);
    return isEmptiable(particle) ? this.#union(own, next) : own;
  }

  /** Looks for two particles in a set that want the same element. */
  check(leaves: Leaves): void {
    if (this.#checked.has(leaves) || this.found !== undefined) return;
    this.#checked.add(leaves);
    const byName = new Map<XmlName, Particle>();
    const byNamespace = new Map<string, Particle>();
    const wildcards: Particle[] = [];
    for (const leaf of leaves) {
      const { term } = leaf;
      if (term.kind === "wildcard") {
        wildcards.push(leaf);
        continue;
      }
      if (term.kind !== "element") continue;
      for (const { name } of [term, ...(this.#context.substitutionGroups.get(term) ?? [])]) {
        this.#step();
        const other = byName.get(name);
        if (other !== undefined && other !== leaf) this.found ??= [other, leaf];
        byName.set(name, leaf);
        byNamespace.set(name.namespace, leaf);
      }
    }
    for (const [index, wildcard] of wildcards.entries()) {
      const constraint = (wildcard.term as Wildcard).namespaceConstraint;
      for (const [namespace, leaf] of byNamespace) {
        if (allowsNamespace(constraint, namespace)) this.found ??= [leaf, wildcard];
      }
      for (const other of wildcards.slice(index + 1)) {
        this.#step();
        if (other !== wildcard && overlap(constraint, (other.term as Wildcard).namespaceConstraint)) {
          this.found ??= [wildcard, other];
        }
      }
    }
  }

  #walkGroup({ compositor, particles }: ModelGroup, next: Leaves): void {
    if (compositor === "sequence") {
      let following = next;
      for (const particle of particles.toReversed()) {
        this.walk(particle, following);
        following = this.first(particle, following);
      }
      return;
    }
    for (const particle of particles) {
      let following = next;
      // In an all group the others may follow in any order.
      if (compositor === "all") {
        const others = particles.filter((other) => other !== particle);
        following = this.#union(
          others.flatMap((other) => this.first(other, noLeaves)),
          next,
        );
      }
      this.walk(particle, following);
    }
  }

  #firstOfBody(particle: Particle): Leaves {
    return particle.term.kind === "modelGroup" ? this.#firstOfGroup(particle.term) : [particle];
  }

  #firstOfGroup(group: ModelGroup): Leaves {
    let leaves = this.#firsts.get(group);
    if (leaves === undefined) {
      leaves = noLeaves;
      if (group.compositor === "sequence") {
        for (const particle of group.particles.toReversed()) leaves = this.first(particle, leaves);
      } else {
        leaves = group.particles.flatMap((particle) => this.first(particle, noLeaves));
      }
      this.#firsts.set(group, leaves);
    }
    return leaves;
  }

  #union(left: Leaves, right: Leaves): Leaves {
    if (left.length === 0) return right;
    if (right.length === 0) return left;
    this.#step(left.length + right.length);
    return this.found === "limit" ? left : [...new Set([...left, ...right])];
  }

  #step(count: number = 1): void {
    this.#steps += count;
    if (this.#steps > this.#context.maxSteps) this.found = "limit";
  }
}

/** Whether some namespace passes both constraints. */
function overlap(left: NamespaceConstraint, right: NamespaceConstraint): boolean {
  if (left.kind === "list") return left.namespaces.some((namespace) => allowsNamespace(right, namespace));
  if (right.kind === "list") return overlap(right, left);
  return true;
}

function spell({ term }: Particle): string {
  return term.kind === "element" ? `element ${clarkName(term.name)}` : "a wildcard";
}

/** The particle itself where it stands in the type's document. */
function placeOf({ source }: Particle, owner: SourceElement | undefined): SourceElement | undefined {
  return source?.document === owner?.document ? source : owner;
}

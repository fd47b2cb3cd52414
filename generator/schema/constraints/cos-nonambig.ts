import { clarkName } from "../../../src/xml/names.js";
import type { SourceElement } from "../../load/document.js";
import type { ComplexTypeDefinition, ModelGroup, Particle } from "../components.js";
import { describeType } from "../describe-type.js";
import { isEmptiable } from "../emptiable.js";
import type { CheckContext } from "./check-context.js";
import { contentParticle } from "./content-particles.js";
import { LeafSet } from "./leaf-set.js";

/**
 * Unique Particle Attribution (3.8.6): at no point may two particles want the next element.
 *
 * Walks the content model backwards with the set of particles that may come next, as in a position automaton, without
 * writing out occurrences: `{n,m}` with n < m lets its body follow itself like `+`; `{n,n}` is two copies of its body,
 * for the last of them only what comes behind may follow.
 */
export function cosNonambig(context: CheckContext, type: ComplexTypeDefinition): boolean {
  const content = contentParticle(type);
  if (content === undefined) return false;
  const checker = new AmbiguityChecker(context);
  checker.check(content);
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
  return found !== undefined;
}

class AmbiguityChecker {
  /** The first two particles found in each other's way. */
  found: readonly [Particle, Particle] | "limit" | undefined = undefined;
  readonly #context: CheckContext;
  #steps = 0;

  constructor(context: CheckContext) {
    this.#context = context;
  }

  check(content: Particle): void {
    const nothing = new LeafSet(this.#context);
    this.#withFirst(content, nothing);
    this.#walk(content, nothing);
  }

  /** Makes the sets of what may follow each leaf; `next` is what may follow the particle. */
  #walk(particle: Particle, next: LeafSet): void {
    this.#step();
    const { minOccurs, maxOccurs, term } = particle;
    if (this.found !== undefined) return;
    const flexible = maxOccurs > minOccurs && maxOccurs > 1;
    const after = flexible ? this.#withFirst(particle, next) : next;
    if (term.kind !== "modelGroup") return;
    if (maxOccurs > 1 && !flexible) {
      // The first of two copies of `{n,n}`: behind it, only another may come.
      const nullable = isEmptiable({ ...particle, minOccurs: 1 });
      this.#walkGroup(term, this.#withFirst(particle, nullable ? next : undefined));
    }
    this.#walkGroup(term, after);
  }

  #walkGroup({ compositor, particles }: ModelGroup, next: LeafSet): void {
    if (compositor !== "sequence") {
      let following = next;
      if (compositor === "all") {
        // The others may follow in any order.
        following = new LeafSet(this.#context, next);
        for (const particle of particles) this.#addFirst(particle, following);
      }
      for (const particle of particles) this.#walk(particle, following);
      return;
    }
    let following = next;
    for (const particle of particles.toReversed()) {
      this.#walk(particle, following);
      if (this.found !== undefined || particle === particles[0]) return;
      if (!isEmptiable(particle)) following = this.#withFirst(particle, undefined);
      // A set that only this sequence sees may grow: what was checked against it has been.
      else if (following === next) following = this.#withFirst(particle, next);
      else this.#addFirst(particle, following);
    }
  }

  /** What may come first in a particle's term, on top of another set. */
  #withFirst(particle: Particle, below: LeafSet | undefined): LeafSet {
    const set = new LeafSet(this.#context, below);
    this.#addFirst(particle, set);
    return set;
  }

  #addFirst(particle: Particle, set: LeafSet): void {
    this.#step();
    const { term } = particle;
    if (this.found !== undefined) return;
    if (term.kind !== "modelGroup") {
      const rival = set.add(particle);
      if (rival !== undefined) this.found = [rival, particle];
      return;
    }
    for (const inner of term.particles) {
      this.#addFirst(inner, set);
      if (term.compositor === "sequence" && !isEmptiable(inner)) break;
    }
  }

  #step(): void {
    this.#steps += 1;
    if (this.#steps > this.#context.maxSteps) this.found = "limit";
  }
}

function spell({ term }: Particle): string {
  return term.kind === "element" ? `element ${clarkName(term.name)}` : "a wildcard";
}

/** The particle itself where it stands in the type's document. */
function placeOf({ source }: Particle, owner: SourceElement | undefined): SourceElement | undefined {
  return source?.document === owner?.document ? source : owner;
}

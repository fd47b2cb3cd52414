import { clarkName } from "../../../src/xml/names.js";
import type { SourceElement } from "../../load/document.js";
import { anyType } from "../builtins.js";
import type { Particle } from "../components.js";
import { describeType } from "../describe-type.js";
import { allowsNamespace, isNamespaceSubset } from "../namespace-constraints.js";
import type { CheckContext } from "./check-context.js";
import { isSameValue } from "./cos-valid-default.js";
import {
  type ElementNode,
  type GroupNode,
  type ParticleNode,
  rootNode,
  times,
  totalRange,
  type WildcardNode,
} from "./particle-nodes.js";
import { type Excluded, isDerivedFrom } from "./type-derivation.js";

export interface RestrictionProblem {
  readonly code: string;
  readonly message: string;
  readonly source: SourceElement | undefined;
}

/** Particle Valid (Restriction) (3.9.6): the rule that a particle breaks as a restriction of another. */
export function cosParticleRestrict(
  context: CheckContext,
  derived: Particle,
  base: Particle,
): RestrictionProblem | undefined {
  const { substitutionGroups, maxSteps } = context;
  const derivedNode = rootNode(derived, substitutionGroups, maxSteps);
  const baseNode = rootNode(base, substitutionGroups, maxSteps);
  if (derivedNode === undefined || baseNode === undefined) return tooLarge(context, derived.source);
  return new RestrictionChecker(context).check(derivedNode, baseNode);
}

/** rcase-NameAndTypeOK, clause 3.2.5. */
const excludedDerivations: Excluded = new Set(["extension", "list", "union"]);

class RestrictionChecker {
  readonly #context: CheckContext;
  readonly #known = new Map<ParticleNode, Map<ParticleNode, RestrictionProblem | undefined>>();
  #steps = 0;

  constructor(context: CheckContext) {
    this.#context = context;
  }

  check(derived: ParticleNode, base: ParticleNode): RestrictionProblem | undefined {
    if (derived.origin !== undefined && derived.origin === base.origin) return undefined;
    let known = this.#known.get(derived);
    if (known === undefined) this.#known.set(derived, (known = new Map()));
    if (known.has(base)) return known.get(base);
    this.#steps += 1;
    if (this.#steps > this.#context.maxSteps) {
      return tooLarge(this.#context, derived.source);
    }
    const problem = this.#compare(derived, base);
    known.set(base, problem);
    return problem;
  }

  /** The table of clause 2.3. */
  #compare(derived: ParticleNode, base: ParticleNode): RestrictionProblem | undefined {
    if (base.kind === "wildcard") {
      if (derived.kind === "element") return nsCompat(derived, base);
      return derived.kind === "wildcard" ? nsSubset(derived, base) : this.#nsRecurseCheckCardinality(derived, base);
    }
    if (derived.kind === "element") {
      return base.kind === "element" ? this.#nameAndTypeOk(derived, base) : this.#recurseAsIfGroup(derived, base);
    }
    // What may stand in for an element may do so in the base as well.
    if (base.kind === "element" && derived.kind === "choice" && derived.head !== undefined) {
      return this.#nameAndTypeOk({ ...derived, kind: "element", declaration: derived.head }, base);
    }
    if (derived.kind !== "wildcard" && base.kind !== "element") {
      if (derived.kind === base.kind) {
        return derived.kind === "choice" ? this.#recurseLax(derived, base) : this.#recurse(derived, base);
      }
      if (derived.kind === "sequence") {
        return base.kind === "all" ? this.#recurseUnordered(derived, base) : this.#mapAndSum(derived, base);
      }
    }
    return problem("cos-particle-restrict.2", derived, base, "the one cannot restrict the other");
  }

  #nameAndTypeOk(derived: ElementNode, base: ElementNode): RestrictionProblem | undefined {
    const [own, from] = [derived.declaration, base.declaration];
    const wrong = (why: string) => problem("rcase-NameAndTypeOK", derived, base, why);
    if (own.name !== from.name) return wrong(`their names differ`);
    if (!rangeOk(derived, base)) return rangeProblem("rcase-NameAndTypeOK", derived, base);
    if (own === from) return undefined;
    if (own.nillable && !from.nillable) return wrong("it is nillable, the base's is not");
    if (from.valueConstraint?.kind === "fixed" && !this.#isFixedAs(derived, base)) {
      return wrong(`the base fixes the value at ${JSON.stringify(from.valueConstraint.value)}`);
    }
    if (
      !own.identityConstraints.every((constraint) =>
        from.identityConstraints.some(({ name }) => name === constraint.name),
      )
    ) {
      return wrong("it has identity constraints that the base does not have");
    }
    if (!from.block.every((method) => own.block.includes(method))) return wrong("the base blocks more");
    if (!isDerivedFrom(own.type, from.type, from.type === anyType ? noneExcluded : excludedDerivations)) {
      return wrong(`${describeType(own.type)} is not derived by restriction from ${describeType(from.type)}`);
    }
    return undefined;
  }

  #isFixedAs({ declaration: own }: ElementNode, { declaration: from }: ElementNode): boolean {
    if (own.valueConstraint?.kind !== "fixed" || from.valueConstraint === undefined) return false;
    const [left, right] = [own.valueConstraint, from.valueConstraint];
    return isSameValue(this.#context, from.type, { ...left, source: own.source }, { ...right, source: from.source });
  }

  /** An element against a group: as a group of the base's kind that holds just the element. */
  #recurseAsIfGroup(derived: ElementNode, base: GroupNode): RestrictionProblem | undefined {
    const { source } = derived;
    const group: GroupNode = { kind: base.kind, min: 1, max: 1, origin: undefined, source, particles: [derived] };
    return base.kind === "choice" ? this.#recurseLax(group, base) : this.#recurse(group, base);
  }

  /** All against all, sequence against sequence: in order, what is passed over may be absent. */
  #recurse(derived: GroupNode, base: GroupNode): RestrictionProblem | undefined {
    if (!rangeOk(derived, base)) return rangeProblem("rcase-Recurse", derived, base);
    let next = 0;
    for (const inner of derived.particles) {
      let failure: RestrictionProblem | undefined;
      for (;;) {
        const candidate = base.particles[next];
        if (candidate === undefined) {
          return failure ?? problem("rcase-Recurse", inner, base, "nothing in the base's group is left for it");
        }
        next += 1;
        const found = this.check(inner, candidate);
        if (found === undefined) break;
        failure ??= found;
        if (totalRange(candidate).min > 0) return found;
      }
    }
    const left = base.particles.slice(next).find((candidate) => totalRange(candidate).min > 0);
    return left && problem("rcase-Recurse", derived, base, `${spellNode(left)} is required by the base`);
  }

  /** Choice against choice: in order, each is one of the base's. */
  #recurseLax(derived: GroupNode, base: GroupNode): RestrictionProblem | undefined {
    if (!rangeOk(derived, base)) return rangeProblem("rcase-RecurseLax", derived, base);
    let next = 0;
    for (const inner of derived.particles) {
      let failure: RestrictionProblem | undefined;
      if (base.unordered === true) next = 0;
      for (;;) {
        const candidate = base.particles[next];
        if (candidate === undefined) {
          return failure ?? problem("rcase-RecurseLax", inner, base, "no branch of the base's choice is left for it");
        }
        next += 1;
        const found = this.check(inner, candidate);
        if (found === undefined) break;
        failure ??= found;
      }
    }
    return undefined;
  }

  /** Sequence against all: each is another of the base's. */
  #recurseUnordered(derived: GroupNode, base: GroupNode): RestrictionProblem | undefined {
    if (!rangeOk(derived, base)) return rangeProblem("rcase-RecurseUnordered", derived, base);
    const left = new Set(base.particles);
    for (const inner of derived.particles) {
      const match = [...left].find((candidate) => this.check(inner, candidate) === undefined);
      if (match === undefined)
        return problem("rcase-RecurseUnordered", inner, base, "nothing in the base's group allows it");
      left.delete(match);
    }
    for (const candidate of left) {
      if (totalRange(candidate).min === 0) continue;
      return problem("rcase-RecurseUnordered", derived, base, `${spellNode(candidate)} is required by the base`);
    }
    return undefined;
  }

  /** Sequence against choice: each is one of the branches, and so many as the choice may be taken. */
  #mapAndSum(derived: GroupNode, base: GroupNode): RestrictionProblem | undefined {
    for (const inner of derived.particles) {
      if (base.particles.some((candidate) => this.check(inner, candidate) === undefined)) continue;
      return problem("rcase-MapAndSum", inner, base, "no branch of the base's choice allows it");
    }
    const count = derived.particles.length;
    const total = { min: times(derived.min, count), max: times(derived.max, count) };
    return rangeOk(total, base) ? undefined : rangeProblem("rcase-MapAndSum", { ...derived, ...total }, base);
  }

  #nsRecurseCheckCardinality(derived: GroupNode, base: WildcardNode): RestrictionProblem | undefined {
    const anyNumber: WildcardNode = { ...base, origin: undefined, min: 0, max: Infinity };
    for (const inner of derived.particles) {
      const found = this.#compare(inner, anyNumber);
      if (found !== undefined) return found;
    }
    const total = totalRange(derived);
    return rangeOk(total, base)
      ? undefined
      : rangeProblem("rcase-NSRecurseCheckCardinality", { ...derived, ...total }, base);
  }
}

const noneExcluded: Excluded = new Set();

function nsCompat(derived: ElementNode, base: WildcardNode): RestrictionProblem | undefined {
  if (!allowsNamespace(base.wildcard.namespaceConstraint, derived.declaration.name.namespace)) {
    return problem(
      "rcase-NSCompat",
      derived,
      base,
      `the base's wildcard does not allow ${clarkName(derived.declaration.name)}`,
    );
  }
  return rangeOk(derived, base) ? undefined : rangeProblem("rcase-NSCompat", derived, base);
}

function nsSubset(derived: WildcardNode, base: WildcardNode): RestrictionProblem | undefined {
  if (!rangeOk(derived, base)) return rangeProblem("rcase-NSSubset", derived, base);
  if (!isNamespaceSubset(derived.wildcard.namespaceConstraint, base.wildcard.namespaceConstraint)) {
    return problem("rcase-NSSubset", derived, base, "it allows namespaces that the base's does not");
  }
  const strengths = ["skip", "lax", "strict"];
  const weaker = strengths.indexOf(derived.wildcard.processContents) < strengths.indexOf(base.wildcard.processContents);
  return weaker ? problem("rcase-NSSubset", derived, base, "it is processed more loosely than the base's") : undefined;
}

interface Range {
  readonly min: number;
  readonly max: number;
}

/** Occurrence Range OK (3.9.6). */
function rangeOk(derived: Range, base: Range): boolean {
  return derived.min >= base.min && derived.max <= base.max;
}

function tooLarge({ maxSteps }: CheckContext, source: SourceElement | undefined): RestrictionProblem {
  return { code: "xsd-limit", message: `checking it takes more than ${maxSteps} steps`, source };
}

function rangeProblem(code: string, derived: ParticleNode, base: ParticleNode): RestrictionProblem {
  return problem(code, derived, base, `${occurrence(derived)} is not within the base's ${occurrence(base)}`);
}

function problem(code: string, derived: ParticleNode, base: ParticleNode, why: string): RestrictionProblem {
  return { code, message: `${spellNode(derived)} against ${spellNode(base)}: ${why}`, source: derived.source };
}

/** A particle as messages name it. */
function spellNode(node: ParticleNode): string {
  if (node.kind === "element") return `element ${clarkName(node.declaration.name)}`;
  return node.kind === "wildcard" ? "a wildcard" : node.kind === "all" ? "an all group" : `a ${node.kind}`;
}

/** `once`, `0 to 5 times`, `1 or more times`. */
function occurrence({ min, max }: { readonly min: number; readonly max: number }): string {
  if (min === max) return min === 1 ? "once" : `${min} times`;
  return max === Infinity ? `${min} or more times` : `${min} to ${max} times`;
}

import type { SourceElement } from "../../load/document.js";
import type { ElementDeclaration, ModelGroup, Particle, Wildcard } from "../components.js";

/** A particle without pointless groups, and with substitution groups written out as choices (3.9.6). */
export type ParticleNode = ElementNode | WildcardNode | GroupNode;

interface Occurring {
  readonly min: number;
  readonly max: number;
  readonly origin: Particle | undefined;
  readonly source: SourceElement | undefined;
}

export interface ElementNode extends Occurring {
  readonly kind: "element";
  readonly declaration: ElementDeclaration;
}

export interface WildcardNode extends Occurring {
  readonly kind: "wildcard";
  readonly wildcard: Wildcard;
}

export interface GroupNode extends Occurring {
  readonly kind: ModelGroup["compositor"];
  /** A choice that a substitution group makes, if only in part: its branches have no order. */
  readonly unordered?: boolean | undefined;
  /** The element that the substitution group is of. */
  readonly head?: ElementDeclaration | undefined;
  readonly particles: readonly ParticleNode[];
}

type SubstitutionGroups = ReadonlyMap<ElementDeclaration, ReadonlySet<ElementDeclaration>>;

/**
 * The node of a content model's outermost particle; `undefined` where it would take more nodes than allowed: groups
 * that refer to others twice double with each level.
 */
export function rootNode(
  particle: Particle,
  substitutionGroups: SubstitutionGroups,
  maxNodes: number,
): ParticleNode | undefined {
  const maker = new NodeMaker(substitutionGroups, maxNodes);
  const [only, another] = maker.nodesOf(particle, undefined);
  if (maker.left < 0) return undefined;
  if (only !== undefined && another === undefined) return only;
  return { kind: "sequence", min: 1, max: 1, origin: undefined, source: particle.source, particles: [] };
}

class NodeMaker {
  /** How many nodes may still be made. */
  left: number;
  readonly #substitutionGroups: SubstitutionGroups;

  constructor(substitutionGroups: SubstitutionGroups, maxNodes: number) {
    this.#substitutionGroups = substitutionGroups;
    this.left = maxNodes;
  }

  /** The nodes that take a particle's place among its parent's: those inside it, where it is pointless (clause 2.2). */
  nodesOf(particle: Particle, parent: ModelGroup["compositor"] | undefined): readonly ParticleNode[] {
    this.left -= 1;
    if (this.left < 0) return [];
    const { term, minOccurs: min, maxOccurs: max, source } = particle;
    const occurring = { min, max, origin: particle, source };
    const once = min === 1 && max === 1;
    if (term.kind === "wildcard") return [{ ...occurring, kind: "wildcard", wildcard: term }];
    if (term.kind === "element") {
      const node = this.#elementNode(occurring, term);
      return node.kind === "choice" && once && parent === "choice" ? node.particles : [node];
    }
    const { compositor } = term;
    const particles = term.particles.flatMap((inner) => this.nodesOf(inner, compositor));
    this.left -= particles.length;
    if (particles.length === 0 && (compositor !== "choice" || min === 0)) return [];
    if (once && (particles.length === 1 || (compositor === parent && compositor !== "all"))) return particles;
    // Spliced branches have no place of their own to be in order by.
    const unordered = compositor === "choice" && particles.some(({ origin }) => origin === undefined);
    return [{ ...occurring, kind: compositor, unordered, particles }];
  }

  /** Clause 2.1: an element that others may stand in for is a choice among them. */
  #elementNode(occurring: Occurring, declaration: ElementDeclaration): ParticleNode {
    const members = declaration.scope === "global" ? this.#substitutionGroups.get(declaration) : undefined;
    if (members === undefined) return { ...occurring, kind: "element", declaration };
    this.left -= members.size;
    if (this.left < 0) return { ...occurring, kind: "element", declaration };
    const one = { min: 1, max: 1, origin: undefined, source: occurring.source };
    const particles = [declaration, ...members].map(
      (member): ParticleNode => ({ ...one, kind: "element", declaration: member }),
    );
    return { ...occurring, kind: "choice", unordered: true, head: declaration, particles };
  }
}

/** The effective total range (3.8.6). */
export function totalRange(node: ParticleNode): { readonly min: number; readonly max: number } {
  if (node.kind === "element" || node.kind === "wildcard") return node;
  let [min, max] = node.kind === "choice" ? [Infinity, 0] : [0, 0];
  for (const inner of node.particles.map(totalRange)) {
    min = node.kind === "choice" ? Math.min(min, inner.min) : min + inner.min;
    max = node.kind === "choice" ? Math.max(max, inner.max) : max + inner.max;
  }
  if (min === Infinity) min = 0;
  return { min: times(node.min, min), max: times(node.max, max) };
}

/** Without `0 × Infinity`, which is no number. */
export function times(left: number, right: number): number {
  return left === 0 || right === 0 ? 0 : left * right;
}

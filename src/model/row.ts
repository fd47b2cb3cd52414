import type { XmlName } from "../xml/names.js";
import { match, newEdge, newState } from "./content-model.js";
import type { ContentModel, Edge, NextChild, PreparedLeaf, PreparedParticle, State } from "./prepared.js";

/** States for so many occurrences of one particle are kept and found again; a place may allow any number. */
const keptCounts = 8;

/** The elements and wildcards of a sequence, those of sequences inside it too. */
export function rowOf(particle: PreparedParticle): readonly PreparedLeaf[] {
  if (particle.max === 0) return [];
  return particle.kind === "leaf" ? [particle] : particle.particles.flatMap(rowOf);
}

/**
 * The model of a row: which of its particles is at hand, and how many there are of it. That is all there is to know where
 * Unique Particle Attribution holds (Part 1, 3.8.6).
 */
export function rowModel(leaves: readonly PreparedLeaf[]): ContentModel {
  const states = new Map<number, State>();
  return { start: stateAt(0, 0) };

  function stateAt(index: number, count: number): State {
    const key = index * (keptCounts + 1) + count;
    const keeps = count <= keptCounts;
    let state = keeps ? states.get(key) : undefined;
    if (state === undefined) {
      state = newState(isEnough(index, count), undefined, keeps, nextChild(index, count));
      if (keeps) states.set(key, state);
    }
    return state;
  }

  function isEnough(index: number, count: number): boolean {
    return leaves.slice(index).every(({ min }, behind) => (behind === 0 ? count : 0) >= min);
  }

  function nextChild(index: number, count: number): NextChild {
    const last = reach(index, count);
    const from = index < leaves.length && count >= (leaves[index]?.max ?? 0) ? index + 1 : index;
    return {
      leaves: () => leaves.slice(from, last),
      edge(name: XmlName): Edge | undefined {
        for (const byWildcard of [false, true]) {
          for (let at = from; at < last; at++) {
            const leaf = leaves[at] as PreparedLeaf;
            const found = match(leaf, name, byWildcard);
            if (found === undefined) continue;
            return newEdge(leaf, found === true ? undefined : found, after(leaf, at, at === index ? count + 1 : 1));
          }
        }
        return undefined;
      },
    };
  }

  /** Behind the first particle that must come, from there on. */
  function reach(index: number, count: number): number {
    for (let at = index; at < leaves.length; at++) {
      if ((at === index ? count : 0) < (leaves[at]?.min ?? 0)) return at + 1;
    }
    return leaves.length;
  }

  function after({ min, max }: PreparedLeaf, index: number, count: number): State {
    // Once there are enough, all further ones are alike.
    return stateAt(index, max === Number.POSITIVE_INFINITY ? Math.min(count, Math.max(min, 1)) : count);
  }
}

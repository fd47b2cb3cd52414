import type { XmlName } from "../xml/names.js";
import { match, newEdge, newState } from "./content-model.js";
import { type ModelMaker, modelOf, type Occurrence, type Place, type Rest } from "./ports.js";
import type {
  ContentModel,
  Edge,
  PreparedElement,
  PreparedGroup,
  PreparedLeaf,
  PreparedParticle,
  State,
} from "./prepared.js";

/**
 * Content models as automata, built state by state on first visit. A state knows the occurrence that the last child was,
 * among those around it: with a deterministic model (Unique Particle Attribution holds) that is one. Occurrences are
 * counted, never copied, so `maxOccurs="10000"` costs nothing; states of models in which nothing need be counted are kept
 * and found again.
 */
export const automaton: ModelMaker = { make: contentModel };

/** Most ways to read the children so far that are followed: only nested counted loops over the same elements come near it. */
const configurationLimit = 32;

const none: Occurrence["seen"] = [];

function contentModel(particle: PreparedParticle): ContentModel {
  let places = 0;
  let counts = false;
  const states = new Map<string, State>();
  const root = newPlace(particle, undefined, 0);
  return { start: stateBefore(root.min === 0, false, [{ leaves: firstOf(root), outer: undefined, count: 1 }]) };

  function newPlace(particle: PreparedParticle, parent: Place | undefined, index: number): Place {
    const { max } = particle;
    const min = isEmptiable(particle) ? 0 : particle.min;
    const children: Place[] = [];
    const place: Place = {
      serial: places++,
      particle,
      parent,
      index,
      children,
      min,
      first: undefined,
      rest: undefined,
    };
    if (min > 1 || (max > 1 && max !== Number.POSITIVE_INFINITY)) counts = true;
    if (particle.kind !== "leaf") {
      if (isUnordered(particle)) counts = true;
      for (const child of particle.particles) {
        if (child.max !== 0) children.push(newPlace(child, place, children.length));
      }
    }
    return place;
  }

  function stateBefore(accepting: boolean, overflowed: boolean, next: readonly Next[]): State {
    return newState(accepting, overflowed ? describeOverflow : undefined, !counts && !overflowed, {
      leaves: () => next.flatMap(({ leaves }) => leaves.map(({ particle: leaf }) => leaf as PreparedLeaf)),
      edge: (name) => findEdge(name, next, overflowed),
    });
  }

  function findEdge(name: XmlName, next: readonly Next[], overflowedBefore: boolean): Edge | undefined {
    let leaf: PreparedLeaf | undefined;
    let element: PreparedElement | undefined;
    const ways: Occurrence[] = [];
    let overflowed = overflowedBefore;
    for (const byWildcard of [false, true]) {
      for (const { leaves, count, outer } of next) {
        for (const place of leaves) {
          const target = place.particle as PreparedLeaf;
          const found = match(target, name, byWildcard);
          if (found === undefined) continue;
          if (leaf === undefined) {
            leaf = target;
            element = found === true ? undefined : found;
          }
          if (!addWay(ways, occurrence(place, count, outer))) overflowed = true;
        }
      }
    }
    return leaf && newEdge(leaf, element, after(ways, overflowed));
  }

  /** The state after any of these; kept and found again where no count tells two visits apart. */
  function after(ways: readonly Occurrence[], overflowed: boolean): State {
    const key = counts || overflowed ? "" : ways.map(({ place }) => place.serial).join(" ");
    let state = states.get(key);
    if (state !== undefined) return state;
    const next: Next[] = [];
    let accepting = false;
    for (const way of ways) if (follow(way, next)) accepting = true;
    state = stateBefore(accepting, overflowed, next);
    if (key !== "") states.set(key, state);
    return state;
  }
}

/** Where the next child can stand. */
interface Next {
  readonly leaves: readonly Place[];
  readonly outer: Occurrence | undefined;
  /** Which occurrence in its row they begin there. */
  readonly count: number;
}

/**
 * Adds a way to read the children so far unless one is there that can do all it can; takes out those of which it is true
 * in turn.
 *
 * @returns false where there are too many
 */
function addWay(ways: Occurrence[], added: Occurrence): boolean {
  let kept = 0;
  for (const other of ways) {
    if (other.place === added.place && covers(other, added)) return true;
    if (other.place !== added.place || !covers(added, other)) ways[kept++] = other;
  }
  ways.length = kept;
  if (kept >= configurationLimit) return false;
  ways.push(added);
  return true;
}

/** Whether whatever can follow the second occurrence can follow the first one, of the same place, too. */
function covers(one: Occurrence, other: Occurrence): boolean {
  const { count, place } = one;
  if (place.children.some(({ index }) => one.seen[index] !== other.seen[index])) return false;
  if (count !== other.count) {
    const reachesMin = count >= place.min || count > other.count;
    const reachesMax = count < other.count || place.particle.max === Number.POSITIVE_INFINITY;
    if (!reachesMin || !reachesMax) return false;
  }
  return one.outer === undefined || other.outer === undefined || covers(one.outer, other.outer);
}

/** Whether a particle can match nothing (Part 1, 3.9.6 "Particle Emptiable"). */
export function isEmptiable(particle: PreparedParticle): boolean {
  if (particle.min === 0 || particle.kind === "leaf") return particle.min === 0;
  const { codec, particles } = particle;
  return codec === undefined ? particles.every(isEmptiable) : modelOf(codec).isEmptiable(particles);
}

/** The leaves that an occurrence of this particle can begin with. */
export function firstOf(place: Place): readonly Place[] {
  const { particle } = place;
  place.first ??=
    particle.kind === "leaf"
      ? [place]
      : particle.codec === undefined
        ? restOf(place.children).leaves
        : place.children.flatMap(firstOf);
  return place.first;
}

/** What can come next of a sequence of which these are left. */
function restOf(children: readonly Place[]): Rest {
  const leaves: Place[] = [];
  for (const child of children) {
    leaves.push(...firstOf(child));
    if (child.min > 0) return { leaves, ends: false };
  }
  return { leaves, ends: true };
}

/** What can come in the same occurrence of a group after a child has ended. */
function restAfter(child: Place, group: Occurrence): Rest {
  const { codec } = group.place.particle as PreparedGroup;
  if (codec !== undefined) return modelOf(codec).after(child, group);
  child.rest ??= restOf(group.place.children.slice(child.index + 1));
  return child.rest;
}

/** The occurrence of what stands at a place in `outer`, as the first in all between; `count`: which it begins there. */
function occurrence(place: Place, count: number, outer: Occurrence | undefined): Occurrence {
  const { particle, parent, min } = place;
  const isOutermost = parent === undefined || parent === outer?.place;
  const around = isOutermost ? outer : occurrence(parent, count, outer);
  const number = isOutermost ? count : 1;
  return {
    place,
    // Once there are enough, all further ones are alike.
    count: particle.max === Number.POSITIVE_INFINITY ? Math.min(number, Math.max(min, 1)) : number,
    seen: none,
    outer: around && isUnordered(around.place.particle) ? withSeen(around, place.index) : around,
  };
}

function withSeen(group: Occurrence, index: number): Occurrence {
  const seen = group.seen.slice();
  seen[index] = true;
  return { ...group, seen };
}

/**
 * Adds what can come after an occurrence.
 *
 * @returns whether the whole content can end there
 */
function follow(last: Occurrence, next: Next[]): boolean {
  for (let ended = last; ; ) {
    const { place, count, outer } = ended;
    if (count < place.particle.max) next.push({ leaves: firstOf(place), outer, count: count + 1 });
    if (count < place.min) return false;
    if (outer === undefined) return true;
    const { leaves, ends } = restAfter(place, outer);
    if (leaves.length > 0) next.push({ leaves, outer, count: 1 });
    if (!ends) return false;
    ended = outer;
  }
}

function isUnordered(particle: PreparedParticle): boolean {
  return particle.kind === "group" && particle.codec !== undefined && modelOf(particle.codec).unordered;
}

function describeOverflow(parent: string): string {
  return `there are more than ${configurationLimit} ways to read the elements in ${parent}, too many to follow them all`;
}

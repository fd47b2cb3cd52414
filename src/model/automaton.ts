import type { Datatype } from "../datatypes/datatype.js";
import type { XmlName } from "../xml/names.js";
import type { GroupRules } from "./group-rules.js";
import type { PreparedElement, PreparedGroup, PreparedLeaf, PreparedParticle } from "./prepared.js";

/**
 * Content models as automata (Part 1, 3.9.4 "Particle Valid"), built state by state on first visit. A state knows
 * the occurrence that the last child was, among those around it: with a deterministic model (Unique Particle Attribution
 * holds) that is one. Occurrences are counted, never copied, so `maxOccurs="10000"` costs nothing; states of models in
 * which nothing need be counted are kept and found again.
 */
export interface ContentModel {
  readonly start: State;
}

export interface State {
  /** Whether the content may end here. */
  readonly accepting: boolean;
  /** There were too many ways to read the children so far: what is not allowed from here on may be, by another way. */
  readonly overflowed: boolean;
  /** Edges found before; absent in models that count, whose states are as many as the documents want. */
  readonly edges: Map<XmlName, Edge> | undefined;
  /** The edge found last and the name that it is for: likely to be asked for again. */
  recentName: XmlName | undefined;
  recent: Edge | undefined;
}

/** A child element's way through the model: the particle it belongs to, what it is declared as, the state behind it. */
export interface Edge {
  readonly leaf: PreparedLeaf;
  /** `undefined` where a wildcard matched. */
  readonly element: PreparedElement | undefined;
  readonly next: State;
  /** Where the value goes: a property, or the items of one. */
  readonly property: string;
  /** The property is an array. */
  readonly array: boolean;
  /** The value is an item `{ name, value }` with this name. */
  readonly tag: string | undefined;
  /**
   * The element's datatype, where without attributes there is nothing to it but its text: no default, no fixed value, no
   * constraint.
   */
  readonly text: Datatype | undefined;
  /** Values of that datatype are IDs or refer to them. */
  readonly identity: boolean;
}

/** The edge for an element of a leaf. */
export function newEdge(leaf: PreparedLeaf, element: PreparedElement | undefined, next: State): Edge {
  const { ordered } = leaf;
  const type = element?.type;
  const plain = type?.kind === "simple" && element?.plain === true;
  return {
    leaf,
    element,
    next,
    property: ordered?.name ?? leaf.property,
    array: leaf.array || ordered !== undefined,
    tag: element === undefined || leaf.tags === undefined ? ordered && leaf.property : leaf.tags.get(element.name),
    text: plain ? type.datatype : undefined,
    identity: plain && type.datatype.ids !== undefined,
  };
}

/** A particle in its place in the tree. */
export interface Place {
  /** Tells it from the other places of its model. */
  readonly serial: number;
  readonly particle: PreparedParticle;
  readonly parent: Place | undefined;
  readonly index: number;
  readonly children: readonly Place[];
  /** How many occurrences there must be; 0 where one can match nothing (Part 1, 3.9.6 "Particle Emptiable"). */
  readonly min: number;
  /** The leaves that an occurrence can begin with, once they have been looked for. */
  first: readonly Place[] | undefined;
  /** What can come after it in its group, where that is always the same. */
  rest: Rest | undefined;
}

/** What can come in the same occurrence of a group after a child has ended. */
export interface Rest {
  readonly leaves: readonly Place[];
  /** Whether the group can end there. */
  readonly ends: boolean;
}

/** An occurrence of a particle, among those around it. */
export interface Occurrence {
  readonly place: Place;
  /** Which one it is in a row, as far as that matters. */
  readonly count: number;
  /** Of a group whose children come in any order: true at the indexes of those that have occurred. */
  readonly seen: readonly (true | undefined)[];
  /** `undefined` for that of the whole model. */
  readonly outer: Occurrence | undefined;
}

/** Most ways to read the children so far that are followed: only nested counted loops over the same elements come near it. */
export const configurationLimit = 32;

const none: Occurrence["seen"] = [];

/** Builds the model of a particle; `undefined` stands for empty content. */
export function contentModel(particle: PreparedParticle | undefined): ContentModel {
  let places = 0;
  let counts = false;
  const states = new Map<string, State>();
  const root = particle === undefined || particle.max === 0 ? undefined : newPlace(particle, undefined, 0);
  const first = root === undefined ? [] : [{ leaves: firstOf(root), outer: undefined, count: 1 }];
  return { start: newState(root === undefined || root.min === 0, false, first) };

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
      if (particle.rules.unordered) counts = true;
      for (const child of particle.particles) {
        if (child.max !== 0) children.push(newPlace(child, place, children.length));
      }
    }
    return place;
  }

  function newState(accepting: boolean, overflowed: boolean, next: OpenState["next"]): State {
    const edges = counts || overflowed ? undefined : new Map<XmlName, Edge>();
    const made: OpenState = {
      accepting,
      overflowed,
      edges,
      recentName: undefined,
      recent: undefined,
      next,
      after,
    };
    return made;
  }

  /** The state after any of these; kept and found again where no count tells two visits apart. */
  function after(ways: readonly Occurrence[], overflowed: boolean): State {
    const key = counts || overflowed ? "" : ways.map(({ place }) => place.serial).join(" ");
    let state = states.get(key);
    if (state !== undefined) return state;
    const next: Next[] = [];
    let accepting = false;
    for (const way of ways) if (follow(way, next)) accepting = true;
    state = newState(accepting, overflowed, next);
    if (key !== "") states.set(key, state);
    return state;
  }
}

/** What the next child can be. */
interface Next {
  readonly leaves: readonly Place[];
  /** Where they are to stand. */
  readonly outer: Occurrence | undefined;
  /** Which occurrence in its row they begin there. */
  readonly count: number;
}

/** What `step` needs of the model that a state belongs to. */
interface OpenState extends State {
  readonly next: readonly Next[];
  readonly after: (ways: readonly Occurrence[], overflowed: boolean) => State;
}

/**
 * The edge that a child element of this name takes, or `undefined` where the model allows none. An element particle
 * wins over a wildcard, then document order (which matters only where a schema violates Unique Particle Attribution).
 */
export function step(from: State, name: XmlName): Edge | undefined {
  return from.recentName === name ? from.recent : findEdge(from, name);
}

function findEdge(from: State, name: XmlName): Edge | undefined {
  const known = from.edges?.get(name);
  if (known !== undefined) {
    from.recentName = name;
    from.recent = known;
    return known;
  }
  const { next, after } = from as OpenState;
  let leaf: PreparedLeaf | undefined;
  let element: PreparedElement | undefined;
  const ways: Occurrence[] = [];
  let { overflowed } = from;
  for (const wildcards of [false, true]) {
    for (const { leaves, count, outer } of next) {
      for (const place of leaves) {
        const target = place.particle as PreparedLeaf;
        const match = wildcards ? matchWildcard(target, name) : target.elements.get(name);
        if (match === undefined) continue;
        if (leaf === undefined) {
          leaf = target;
          element = match === true ? undefined : match;
        }
        if (!addWay(ways, occurrence(place, count, outer))) overflowed = true;
      }
    }
  }
  if (leaf === undefined) return undefined;
  const edge = newEdge(leaf, element, after(ways, overflowed));
  // Names that only a wildcard matches come from the document: keeping them would let a document grow the model.
  if (element !== undefined) from.edges?.set(name, edge);
  return edge;
}

/** The element names that may come next, for error messages, and whether a wildcard may. */
export function expected(from: State): { readonly names: readonly XmlName[]; readonly wildcard: boolean } {
  const names = new Set<XmlName>();
  let wildcard = false;
  for (const { leaves } of (from as OpenState).next) {
    for (const { particle } of leaves) {
      const leaf = particle as PreparedLeaf;
      if (leaf.wildcard !== undefined) wildcard = true;
      for (const [name, element] of leaf.elements) if (!element.abstract) names.add(name);
    }
  }
  return { names: [...names], wildcard };
}

function matchWildcard(leaf: PreparedLeaf, name: XmlName): true | undefined {
  const { wildcard } = leaf;
  return wildcard?.rules.allows(wildcard.namespaces, name.namespace) === true ? true : undefined;
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
  return particle.min === 0 || (particle.kind !== "leaf" && particle.rules.isEmptiable(particle.particles));
}

/** The leaves that an occurrence of this particle can begin with. */
export function firstOf(place: Place): readonly Place[] {
  const { particle } = place;
  place.first ??= particle.kind === "leaf" ? [place] : particle.rules.first(place);
  return place.first;
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
    outer: around && rulesOf(around).unordered ? withSeen(around, place.index) : around,
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
    const { leaves, ends } = rulesOf(outer).after(place, outer);
    if (leaves.length > 0) next.push({ leaves, outer, count: 1 });
    if (!ends) return false;
    ended = outer;
  }
}

function rulesOf({ place }: Occurrence): GroupRules {
  return (place.particle as PreparedGroup).rules;
}

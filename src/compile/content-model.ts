import type { Datatype } from "../datatypes/datatype.js";
import type { XmlName } from "../xml/names.js";
import type { PreparedElement, PreparedGroup, PreparedLeaf, PreparedParticle } from "./prepared.js";

/**
 * Content models as automata (Part 1, 3.9.4 "Particle Valid"), built state by state on first visit. A state is the set
 * of places in the particle tree where the children read so far can have ended; with a deterministic model (Unique
 * Particle Attribution holds) the set has one member. Counted occurrences are counters, never copies, so
 * `maxOccurs="10000"` costs nothing; states of models without counters are kept and found again by name.
 */
export interface ContentModel {
  readonly start: State;
}

export interface State {
  /** Whether the content may end here. */
  readonly accepting: boolean;
  readonly configurations: readonly Configuration[];
  /** There were too many ways to read the children so far: what is not allowed from here on may be, by another way. */
  readonly overflowed: boolean;
  /** Edges found before; absent in models with counters, whose states are as many as the documents want. */
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

interface Configuration {
  /** The leaf read last; `undefined` at the start. */
  readonly place: Place | undefined;
  readonly counters: Counters;
}

export type Counters = readonly number[];

/** What a step does to the counters; `undefined` from it means that the step is not allowed. */
export type Operation = (counters: Counters) => Counters | undefined;

export interface Step {
  readonly place: Place;
  readonly operations: readonly Operation[];
}

/** A particle in its place in the tree. */
export interface Place {
  /** Tells it from the other places of its model. */
  readonly serial: number;
  readonly particle: PreparedParticle;
  readonly parent: Place | undefined;
  readonly index: number;
  readonly children: readonly Place[];
  /** Whether one occurrence, or none, can match nothing (Part 1, 3.9.6 "Particle Emptiable"). */
  readonly emptiable: boolean;
  /** The slot that counts occurrences, or -1 where none need counting. */
  readonly counter: number;
  /** Within an `all` group: the slot that remembers this child. */
  readonly seen: number;
  first: readonly Step[] | undefined;
  follow: Follow | undefined;
}

interface Follow {
  readonly steps: readonly Step[];
  /** Each list is one way to leave the whole model. */
  readonly exits: readonly (readonly Operation[])[];
}

/** Most configurations a state may have: only nested counted loops over the same elements come near it. */
export const configurationLimit = 32;

const emptyState: State = {
  accepting: true,
  configurations: [],
  overflowed: false,
  edges: new Map(),
  recentName: undefined,
  recent: undefined,
};

/** Builds the model of a particle; `undefined` stands for empty content. */
export function contentModel(particle: PreparedParticle | undefined): ContentModel {
  if (particle === undefined || particle.max === 0) return { start: emptyState };
  let slots = 0;
  /** For each slot that counts occurrences: how many there must and may be. */
  const bounds: (Bounds | undefined)[] = [];
  const states = new Map<string, State>();
  let places = 0;
  const root = place(particle, undefined, 0, false);

  return { start: state([{ place: undefined, counters: new Array<number>(slots).fill(0) }], false) };

  function place(particle: PreparedParticle, parent: Place | undefined, index: number, inAll: boolean): Place {
    const children: Place[] = [];
    const emptyContent = isContentEmptiable(particle);
    const { min, max } = particle;
    const counted = (min > 1 && !emptyContent) || (max > 1 && max !== Number.POSITIVE_INFINITY);
    const node: Place = {
      serial: places++,
      particle,
      parent,
      index,
      children,
      emptiable: min === 0 || emptyContent,
      counter: counted ? newSlot({ min: emptyContent ? 0 : min, max }) : -1,
      seen: inAll ? newSlot(undefined) : -1,
      first: undefined,
      follow: undefined,
    };
    if (particle.kind !== "leaf") {
      let position = 0;
      for (const child of particle.particles) {
        if (child.max !== 0) children.push(place(child, node, position++, particle.rules.unordered));
      }
    }
    return node;
  }

  function newSlot(bound: Bounds | undefined): number {
    bounds[slots] = bound;
    return slots++;
  }

  /** The state of a set of configurations; kept and found again where no counter tells two visits apart. */
  function state(configurations: readonly Configuration[], overflowed: boolean): State {
    const kept = slots === 0 && !overflowed;
    const key = kept ? configurations.map(({ place }) => place?.serial).join(" ") : "";
    const known = kept ? states.get(key) : undefined;
    if (known !== undefined) return known;
    const accepting = configurations.some(({ place, counters }) =>
      followOf(place).exits.some((exit) => run(exit, counters) !== undefined),
    );
    const made: MutableState = {
      accepting,
      configurations,
      overflowed,
      edges: kept ? new Map() : undefined,
      recentName: undefined,
      recent: undefined,
      follow: followOf,
      state,
      bounds,
    };
    if (kept) states.set(key, made);
    return made;
  }

  function followOf(at: Place | undefined): Follow {
    if (at === undefined) return { steps: firstOf(root), exits: root.emptiable ? [[]] : [] };
    at.follow ??= follow(at);
    return at.follow;
  }
}

/** What `step` needs of the model that a state belongs to. */
interface MutableState extends State {
  readonly follow: (place: Place | undefined) => Follow;
  readonly state: (configurations: readonly Configuration[], overflowed: boolean) => State;
  readonly bounds: readonly (Bounds | undefined)[];
}

interface Bounds {
  readonly min: number;
  readonly max: number;
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
  if (from.configurations.length === 0) return undefined;
  const { follow, state, bounds } = from as MutableState;
  let leaf: PreparedLeaf | undefined;
  let element: PreparedElement | undefined;
  const configurations: Configuration[] = [];
  let { overflowed } = from;
  for (const wildcards of [false, true]) {
    for (const configuration of from.configurations) {
      for (const { place, operations } of follow(configuration.place).steps) {
        const target = place.particle as PreparedLeaf;
        const match = wildcards ? matchWildcard(target, name) : target.elements.get(name);
        if (match === undefined) continue;
        const counters = run(operations, configuration.counters);
        if (counters === undefined) continue;
        if (leaf === undefined) {
          leaf = target;
          element = match === true ? undefined : match;
        }
        if (!addConfiguration(configurations, { place, counters }, bounds)) overflowed = true;
      }
    }
  }
  if (leaf === undefined) return undefined;
  const edge = newEdge(leaf, element, state(configurations, overflowed));
  // Names that only a wildcard matches come from the document: keeping them would let a document grow the model.
  if (element !== undefined) from.edges?.set(name, edge);
  return edge;
}

/** The element names that may come next, for error messages, and whether a wildcard may. */
export function expected(from: State): { readonly names: readonly XmlName[]; readonly wildcard: boolean } {
  const names = new Set<XmlName>();
  let wildcard = false;
  for (const configuration of from.configurations) {
    for (const { place, operations } of (from as MutableState).follow(configuration.place).steps) {
      if (run(operations, configuration.counters) === undefined) continue;
      const leaf = place.particle as PreparedLeaf;
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
 * Adds a configuration unless one is there that can do all it can; takes out those of which it is true in turn.
 *
 * @returns false where there are too many
 */
function addConfiguration(
  configurations: Configuration[],
  added: Configuration,
  bounds: readonly (Bounds | undefined)[],
): boolean {
  let kept = 0;
  for (const other of configurations) {
    if (other.place === added.place && covers(other.counters, added.counters, bounds)) return true;
    if (other.place !== added.place || !covers(added.counters, other.counters, bounds)) configurations[kept++] = other;
  }
  configurations.length = kept;
  if (kept >= configurationLimit) return false;
  configurations.push(added);
  return true;
}

/** Whether whatever can follow with the second counters can follow with the first ones too. */
function covers(counters: Counters, others: Counters, bounds: readonly (Bounds | undefined)[]): boolean {
  for (let slot = 0; slot < counters.length; slot++) {
    const [count = 0, other = 0] = [counters[slot], others[slot]];
    if (count === other) continue;
    const bound = bounds[slot];
    if (bound === undefined) return false;
    const reachesMin = count >= bound.min || count > other;
    const reachesMax = count < other || bound.max === Number.POSITIVE_INFINITY;
    if (!reachesMin || !reachesMax) return false;
  }
  return true;
}

function run(operations: readonly Operation[], counters: Counters): Counters | undefined {
  let result: Counters | undefined = counters;
  for (const operation of operations) {
    result = operation(result);
    if (result === undefined) return undefined;
  }
  return result;
}

function isContentEmptiable(particle: PreparedParticle): boolean {
  return particle.kind !== "leaf" && particle.rules.isEmptiable(particle.particles);
}

export function isEmptiable(particle: PreparedParticle): boolean {
  return particle.min === 0 || isContentEmptiable(particle);
}

/** The leaves that an occurrence of this particle can begin with. */
export function firstOf(place: Place): readonly Step[] {
  place.first ??= [...prefixed(place.counter === -1 ? [] : [setCounter(place.counter, 1)], firstInside(place))];
  return place.first;
}

function firstInside(place: Place): Iterable<Step> {
  const { particle } = place;
  return particle.kind === "leaf" ? [{ place, operations: [] }] : particle.rules.first(place);
}

/** What the rest of a sequence can begin with. */
export function* firstOfRest(children: readonly Place[], from: number): Iterable<Step> {
  for (let index = from; index < children.length; index++) {
    const child = children[index];
    if (child === undefined) return;
    yield* firstOf(child);
    if (!child.emptiable) return;
  }
}

/** What can come after an occurrence of this particle has ended. */
function follow(at: Place): Follow {
  const steps: Step[] = [];
  const exits: (readonly Operation[])[] = [];
  let left: readonly Operation[] = [];
  for (let place: Place | undefined = at; place !== undefined; place = place.parent) {
    const { particle, counter, parent }: Place = place;
    if (particle.max > 1) {
      const again = counter === -1 ? left : [...left, increment(counter, particle.max)];
      steps.push(...prefixed(again, firstInside(place)));
    }
    if (counter !== -1) left = [...left, leave(counter, isContentEmptiable(particle) ? 0 : particle.min)];
    if (parent === undefined) {
      exits.push(left);
      break;
    }
    const onwards = (parent.particle as PreparedGroup).rules.after(place, parent, left, steps);
    if (onwards === undefined) break;
    left = onwards;
  }
  return { steps, exits };
}

/** The steps after these operations. */
export function* prefixed(operations: readonly Operation[], steps: Iterable<Step>): Iterable<Step> {
  if (operations.length === 0) yield* steps;
  else for (const step of steps) yield { place: step.place, operations: [...operations, ...step.operations] };
}

export function withSlot(counters: Counters, slot: number, count: number): Counters {
  const copy = counters.slice();
  copy[slot] = count;
  return copy;
}

function setCounter(slot: number, count: number): Operation {
  return (counters) => withSlot(counters, slot, count);
}

function increment(slot: number, max: number): Operation {
  return (counters) => {
    const count = counters[slot] ?? 0;
    return count < max ? withSlot(counters, slot, count + 1) : undefined;
  };
}

function leave(slot: number, min: number): Operation {
  return (counters) => ((counters[slot] ?? 0) >= min ? withSlot(counters, slot, 0) : undefined);
}

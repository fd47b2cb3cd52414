import { type Edge, expected, newEdge, type State, step } from "./compile/content-model.js";
import { describeExpected, describeOverflow, meantName, quoteName } from "./compile/expectation.js";
import type { PreparedComplexType, PreparedLeaf, PreparedParticle } from "./compile/prepared.js";
import type { ReadingContext } from "./constructs.js";
import type { Frame } from "./frames.js";
import type { XmlName } from "./xml/names.js";

/** Mistakes in one element's content that are looked into. */
const recoveries = 20;

/** An element that may not come here: what it is read as. */
export function unexpected(reading: ReadingContext, frame: Frame, state: State, found: XmlName): Edge | undefined {
  const { type } = frame;
  if (type === undefined) return undefined;
  if (reading.notes === undefined) return recover(type, state, found, false).edge;
  if (frame.passedOver?.delete(found) === true) return recover(type, state, found, false).edge;
  frame.misplaced ??= new Set();
  const known = frame.misplaced.has(found);
  if (!known && state.overflowed) {
    reading.fail("xml-limit", describeOverflow(frame.name), reading.source.location, found);
    frame.misplaced.add(found);
  } else if (!known) {
    const none = type.particle === undefined;
    const wanted = none ? `nothing: ${quoteName(frame.name)} is empty` : describeExpected(state, frame.name, found);
    reading.fail(
      none ? "cvc-complex-type.2.1" : "cvc-complex-type.2.4.a",
      `found ${quoteName(found, none ? undefined : meantName(state, found))}; expected ${wanted}`,
      reading.source.location,
      found,
    );
    frame.misplaced.add(found);
  }
  const { edge, passedOver } = recover(type, state, found, !known && frame.misplaced.size < recoveries);
  if (edge === undefined || edge.next === state) frame.failedState = state;
  if (passedOver.length > 0) frame.passedOver = new Set([...(frame.passedOver ?? []), ...passedOver]);
  return edge;
}

/** The content of an element may not end yet. */
export function endsEarly(reading: ReadingContext, name: XmlName, state: State): void {
  if (state.overflowed) {
    reading.fail("xml-limit", describeOverflow(name));
  } else {
    const wanted = describeExpected(state, name, undefined);
    reading.fail("cvc-complex-type.2.4.b", `${quoteName(name)} ends too early; expected ${wanted}`);
  }
}

/** How the reading goes on at an element that the content model does not allow where it stands. */
interface Recovery {
  /** What the element is read as; `undefined` where it is passed over. */
  readonly edge: Edge | undefined;
  /** Elements that should have come before it. */
  readonly passedOver: readonly XmlName[];
}

/** The most states that are looked at for one element. */
const searchLimit = 64;

/**
 * Finds what an element out of its place most likely is, so that one mistake is one finding: a misspelled name, one
 * that comes too early because others are missing, one that comes too late or too often.
 *
 * @param guess - without it, the element is only looked for by its own name, and nothing is passed over
 */
function recover(type: PreparedComplexType, state: State, found: XmlName, guess: boolean): Recovery {
  const meant = guess ? meantName(state, found) : undefined;
  const misspelled = meant === undefined ? undefined : step(state, meant);
  if (misspelled !== undefined) return { edge: misspelled, passedOver: [] };
  const leaf = type.particle === undefined ? undefined : findLeaf(type.particle, found);
  if (leaf === undefined) return { edge: undefined, passedOver: [] };
  const ahead = guess ? searchAhead(state, found) : undefined;
  return ahead ?? { edge: newEdge(leaf, leaf.elements.get(found), state), passedOver: [] };
}

/** Breadth first through the elements that may come next. */
function searchAhead(from: State, found: XmlName): Recovery | undefined {
  const seen = new Set([from]);
  let level: readonly { readonly state: State; readonly names: readonly XmlName[] }[] = [{ state: from, names: [] }];
  while (level.length > 0) {
    const next = [];
    for (const { state, names } of level) {
      for (const name of expected(state).names) {
        const after = step(state, name)?.next;
        if (after === undefined || seen.has(after)) continue;
        const edge = step(after, found);
        if (edge !== undefined) return { edge, passedOver: [...names, name] };
        if (seen.size >= searchLimit) return undefined;
        seen.add(after);
        next.push({ state: after, names: [...names, name] });
      }
    }
    level = next;
  }
  return undefined;
}

function findLeaf(particle: PreparedParticle, name: XmlName): PreparedLeaf | undefined {
  if (particle.kind === "leaf") {
    const { wildcard } = particle;
    if (particle.elements.has(name)) return particle;
    return wildcard?.rules.allows(wildcard.namespaces, name.namespace) === true ? particle : undefined;
  }
  let wild: PreparedLeaf | undefined;
  for (const child of particle.particles) {
    const leaf = findLeaf(child, name);
    if (leaf?.wildcard === undefined && leaf !== undefined) return leaf;
    wild ??= leaf;
  }
  return wild;
}

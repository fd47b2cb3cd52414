import type { Recover } from "../engine/ports.js";
import { edgeAnywhere, failUnexpected } from "../engine/unexpected.js";
import { type Edge, expected, type State, step } from "../model/automaton.js";
import { meantName } from "../model/expectation.js";
import type { PreparedComplexType } from "../model/prepared.js";
import type { XmlName } from "../xml/names.js";

/** Mistakes in one element's content that are looked into. */
const recoveries = 20;

/**
 * Reports an element that may not come where it stands and finds what it most likely is, so that one mistake is one
 * finding: a misspelled name, one that comes too early because others are missing, one that comes too late or too often.
 */
export const recover: Recover = (reading, frame, type, state, found) => {
  if (frame.passedOver?.delete(found) === true) return edgeAnywhere(type, state, found);
  frame.misplaced ??= new Set();
  const known = frame.misplaced.has(found);
  if (!known) {
    failUnexpected(reading, frame.name, type, state, found);
    frame.misplaced.add(found);
  }
  const guesses = !known && frame.misplaced.size < recoveries;
  const guessed = guesses ? guess(type, state, found) : undefined;
  const edge = guessed?.edge ?? edgeAnywhere(type, state, found);
  if (edge === undefined || edge.next === state) frame.failedState = state;
  if (guessed !== undefined) frame.passedOver = new Set([...(frame.passedOver ?? []), ...guessed.passedOver]);
  return edge;
};

/** How the reading goes on at an element that the content model does not allow where it stands. */
interface Guess {
  /** What the element is read as. */
  readonly edge: Edge;
  /** Elements that should have come before it. */
  readonly passedOver: readonly XmlName[];
}

/** The most states that are looked at for one element. */
const searchLimit = 64;

function guess(type: PreparedComplexType, state: State, found: XmlName): Guess | undefined {
  const meant = meantName(state, found);
  const misspelled = meant === undefined ? undefined : step(state, meant);
  if (misspelled !== undefined) return { edge: misspelled, passedOver: [] };
  return edgeAnywhere(type, state, found) === undefined ? undefined : searchAhead(state, found);
}

/** Breadth first through the elements that may come next. */
function searchAhead(from: State, found: XmlName): Guess | undefined {
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

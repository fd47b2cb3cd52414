import type { ReadingContext, Recover } from "../engine/ports.js";
import { edgeAnywhere, failUnexpected } from "../engine/unexpected.js";
import { expected, step } from "../model/content-model.js";
import { meantName } from "../model/expectation.js";
import type { Edge, PreparedComplexType, State } from "../model/prepared.js";
import type { XmlName } from "../xml/names.js";

/** Mistakes in one element's content that are looked into. */
const recoveries = 20;

/**
 * Reports an element that may not come where it stands and finds what it most likely is, so that one mistake is one
 * finding: a misspelled name, one that comes too early because others are missing, one that comes too late or too often.
 */
export const recover: Recover = (reading, open, type, state, found) => {
  if (open.passedOver?.delete(found) === true) return edgeAnywhere(type, state, found);
  open.misplaced ??= new Set();
  const known = open.misplaced.has(found);
  if (!known) {
    failUnexpected(reading, open.name, type, state, found);
    open.misplaced.add(found);
  }
  const guesses = !known && open.misplaced.size < recoveries;
  const guessed = guesses ? guess(reading, type, state, found) : undefined;
  const edge = guessed?.edge ?? edgeAnywhere(type, state, found);
  if (edge === undefined || edge.next === state) open.failedState = state;
  if (guessed !== undefined) open.passedOver = new Set([...(open.passedOver ?? []), ...guessed.passedOver]);
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

function guess(reading: ReadingContext, type: PreparedComplexType, state: State, found: XmlName): Guess | undefined {
  const elsewhere = edgeAnywhere(type, state, found);
  // A name that the content model has is never a misspelling of another.
  if (elsewhere?.element === undefined) {
    const meant = meantName(expected(state).names, found, reading.features.suggest);
    const misspelled = meant === undefined ? undefined : step(state, meant);
    if (misspelled !== undefined) return { edge: misspelled, passedOver: [] };
  }
  return elsewhere === undefined ? undefined : searchAhead(state, found);
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

import { expected, newEdge } from "../model/content-model.js";
import { describeExpected, meantName } from "../model/expectation.js";
import { modelOf } from "../model/ports.js";
import type { Edge, PreparedComplexType, PreparedLeaf, PreparedParticle, State } from "../model/prepared.js";
import type { XmlName } from "../xml/names.js";
import { quoteName } from "../xml/quote-name.js";
import type { ReadingContext } from "./ports.js";

/** Reports an element that may not come where it stands. */
export function failUnexpected(
  reading: ReadingContext,
  parent: XmlName,
  type: PreparedComplexType,
  state: State,
  found: XmlName,
): void {
  const { location } = reading.source;
  const { suggest } = reading.features;
  if (state.overflow !== undefined) {
    reading.fail("xml-limit", state.overflow(quoteName(parent)), location, found);
    return;
  }
  const none = type.particle === undefined;
  const wanted = none ? `nothing: ${quoteName(parent)} is empty` : describeExpected(state, parent, found, suggest);
  const meant = none ? undefined : meantName(expected(state).names, found, suggest);
  reading.fail(
    none ? "cvc-complex-type.2.1" : "cvc-complex-type.2.4.a",
    `found ${quoteName(found, meant)}; expected ${wanted}`,
    location,
    found,
  );
}

/** The content of an element may not end yet. */
export function failEarlyEnd(reading: ReadingContext, name: XmlName, state: State): void {
  if (state.overflow !== undefined) {
    reading.fail("xml-limit", state.overflow(quoteName(name)));
  } else {
    const wanted = describeExpected(state, name, undefined, undefined);
    reading.fail("cvc-complex-type.2.4.b", `${quoteName(name)} ends too early; expected ${wanted}`);
  }
}

/** What an element out of its order is read as, by its name; `undefined` where the type has none of that name. */
export function edgeAnywhere({ particle }: PreparedComplexType, state: State, found: XmlName): Edge | undefined {
  const leaf = particle && findLeaf(particle, found);
  return leaf && newEdge(leaf, leaf.elements.get(found), state);
}

function findLeaf(particle: PreparedParticle, name: XmlName): PreparedLeaf | undefined {
  if (particle.kind === "leaf") {
    const { wildcard } = particle;
    if (particle.elements.has(name)) return particle;
    return wildcard && modelOf(wildcard.codec).allows(wildcard.namespaces, name.namespace) ? particle : undefined;
  }
  let byWildcard: PreparedLeaf | undefined;
  for (const child of particle.particles) {
    const leaf = findLeaf(child, name);
    if (leaf?.wildcard === undefined && leaf !== undefined) return leaf;
    byWildcard ??= leaf;
  }
  return byWildcard;
}

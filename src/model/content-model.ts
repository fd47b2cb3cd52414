import type { XmlName } from "../xml/names.js";
import { modelOf } from "./ports.js";
import type { Edge, NextChild, PreparedElement, PreparedLeaf, State } from "./prepared.js";

/** @param keeps - edges are found again: the states are no more than the model has places */
export function newState(accepting: boolean, overflow: State["overflow"], keeps: boolean, next: NextChild): State {
  const edges = keeps ? new Map<XmlName, Edge>() : undefined;
  return { accepting, overflow, edges, next, recentName: undefined, recent: undefined };
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

/** The edge that a child element of this name takes, or `undefined` where the model allows none. */
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
  const edge = from.next.edge(name);
  // Names that only a wildcard matches come from the document: keeping them would let a document grow the model.
  if (edge?.element !== undefined) from.edges?.set(name, edge);
  return edge;
}

/** What a leaf takes a child of this name for; `true` for what a wildcard allows, `undefined` where it is none of it. */
export function match(leaf: PreparedLeaf, name: XmlName, byWildcard: boolean): PreparedElement | true | undefined {
  if (!byWildcard) return leaf.elements.get(name);
  const { wildcard } = leaf;
  if (wildcard === undefined) return undefined;
  return modelOf(wildcard.codec).allows(wildcard.namespaces, name.namespace) ? true : undefined;
}

/** The element names that may come next, for error messages, and whether a wildcard may. */
export function expected(from: State): { readonly names: readonly XmlName[]; readonly wildcard: boolean } {
  const names = new Set<XmlName>();
  let wildcard = false;
  for (const leaf of from.next.leaves()) {
    if (leaf.wildcard !== undefined) wildcard = true;
    for (const [name, element] of leaf.elements) if (!element.abstract) names.add(name);
  }
  return { names: [...names], wildcard };
}

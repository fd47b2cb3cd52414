import { claimTag, type XmlName } from "../xml/names.js";
import type { PreparedItem, PreparedParticle } from "./prepared.js";

/** What the properties of a content model are: arrays, shared by several particles, lists of tagged items. */
export interface Slots {
  /** Those that are there whatever the value: not the ones inside a choice. */
  readonly arrays: ReadonlySet<string>;
  readonly choiceArrays: boolean;
  readonly properties: ReadonlySet<string>;
  readonly shared: ReadonlySet<string>;
  readonly items: ReadonlyMap<string, ReadonlyMap<string, PreparedItem>>;
}

interface OpenSlots {
  readonly arrays: Set<string>;
  choiceArrays: boolean;
  readonly properties: Set<string>;
  readonly shared: Set<string>;
  readonly items: Map<string, Map<string, PreparedItem>>;
  /** For each list of items: the tags of the elements. */
  readonly itemTags: Map<string, Map<XmlName, string>>;
  /** For each list of items: the tags given so far. */
  readonly tags: Map<string, Map<string, XmlName>>;
}

/** Walks a particle in document order, as the generator did when it gave the tags. */
export function collectSlots(particle: PreparedParticle | undefined, mixed: string | undefined): Slots {
  const slots: OpenSlots = {
    arrays: new Set(),
    choiceArrays: false,
    properties: new Set(),
    shared: new Set(),
    items: new Map(),
    itemTags: new Map(),
    tags: new Map(),
  };
  if (mixed !== undefined) itemsOf(mixed, slots, false);
  if (particle !== undefined) collect(particle, slots, false);
  return slots;
}

/** @param optional - inside a choice of several branches that is not an ordered group */
function collect(particle: PreparedParticle, slots: OpenSlots, optional: boolean): void {
  if (particle.kind !== "leaf") {
    const inside = optional || (particle.kind === "choice" && particle.particles.length > 1 && !particle.ordered);
    for (const child of particle.particles) collect(child, slots, inside);
    return;
  }
  const { property, ordered } = particle;
  if (ordered === undefined) {
    if (slots.properties.has(property) && particle.array) slots.shared.add(property);
    slots.properties.add(property);
    if (particle.array) addArray(property, slots, optional);
    return;
  }
  const items = itemsOf(ordered, slots, optional);
  if (particle.wildcard !== undefined) {
    if (!items.has(property)) items.set(property, { leaf: particle, element: undefined });
    return;
  }
  const tags = slots.tags.get(ordered) ?? new Map<string, XmlName>();
  slots.tags.set(ordered, tags);
  const byName = slots.itemTags.get(ordered) ?? new Map<XmlName, string>();
  slots.itemTags.set(ordered, byName);
  if (particle.tags !== undefined) particle.tags = byName;
  for (const [name, element] of particle.elements) {
    const tag = claimTag(name, tags);
    byName.set(name, tag);
    if (!items.has(tag)) items.set(tag, { leaf: particle, element });
  }
}

function addArray(property: string, slots: OpenSlots, optional: boolean): void {
  if (optional) slots.choiceArrays = true;
  else slots.arrays.add(property);
}

function itemsOf(property: string, slots: OpenSlots, optional: boolean): Map<string, PreparedItem> {
  addArray(property, slots, optional);
  slots.properties.add(property);
  let items = slots.items.get(property);
  if (items === undefined) slots.items.set(property, (items = new Map()));
  return items;
}

import { claimTag, type XmlName } from "../xml/names.js";
import type { PreparedItem, PreparedParticle } from "./prepared.js";

/** What the properties of a content model are: arrays, shared by several particles, lists of tagged items. */
export interface Slots {
  readonly arrays: ReadonlySet<string>;
  readonly properties: ReadonlySet<string>;
  readonly shared: ReadonlySet<string>;
  readonly items: ReadonlyMap<string, ReadonlyMap<string, PreparedItem>>;
  readonly itemTags: ReadonlyMap<string, ReadonlyMap<XmlName, string>>;
}

interface OpenSlots {
  readonly arrays: Set<string>;
  readonly properties: Set<string>;
  readonly shared: Set<string>;
  readonly items: Map<string, Map<string, PreparedItem>>;
  readonly itemTags: Map<string, Map<XmlName, string>>;
  /** For each list of items: the tags given so far. */
  readonly tags: Map<string, Map<string, XmlName>>;
}

/** Walks a particle in document order, as the generator did when it gave the tags. */
export function collectSlots(particle: PreparedParticle | undefined, mixed: string | undefined): Slots {
  const slots: OpenSlots = {
    arrays: new Set(),
    properties: new Set(),
    shared: new Set(),
    items: new Map(),
    itemTags: new Map(),
    tags: new Map(),
  };
  if (mixed !== undefined) itemsOf(mixed, slots);
  if (particle !== undefined) collect(particle, slots);
  return slots;
}

function collect(particle: PreparedParticle, slots: OpenSlots): void {
  if (particle.kind !== "leaf") {
    for (const child of particle.particles) collect(child, slots);
    return;
  }
  const { property, ordered } = particle;
  if (ordered === undefined) {
    if (slots.properties.has(property) && particle.array) slots.shared.add(property);
    slots.properties.add(property);
    if (particle.array) slots.arrays.add(property);
    return;
  }
  const items = itemsOf(ordered, slots);
  if (particle.wildcard !== undefined) {
    if (!items.has(property)) items.set(property, { leaf: particle, element: undefined });
    return;
  }
  const tags = slots.tags.get(ordered) ?? new Map<string, XmlName>();
  slots.tags.set(ordered, tags);
  const byName = slots.itemTags.get(ordered) ?? new Map<XmlName, string>();
  slots.itemTags.set(ordered, byName);
  for (const [name, element] of particle.elements) {
    const tag = claimTag(name, tags);
    byName.set(name, tag);
    if (!items.has(tag)) items.set(tag, { leaf: particle, element });
  }
}

function itemsOf(property: string, slots: OpenSlots): Map<string, PreparedItem> {
  slots.arrays.add(property);
  slots.properties.add(property);
  let items = slots.items.get(property);
  if (items === undefined) slots.items.set(property, (items = new Map()));
  return items;
}

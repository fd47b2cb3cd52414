import { claimTag, type XmlName } from "../xml/names.js";
import type { GroupRules } from "./group-rules.js";
import type { PreparedItem, PreparedParticle } from "./prepared.js";

/** What the properties of a content model are: arrays, shared by several particles, lists of tagged items. */
export interface Slots {
  /** Those that are there whatever the value: not the ones inside a choice. */
  readonly arrays: ReadonlySet<string>;
  readonly fillArrays: GroupRules["fillArrays"];
  readonly properties: ReadonlySet<string>;
  readonly shared: ReadonlySet<string>;
  readonly items: ReadonlyMap<string, ReadonlyMap<string, PreparedItem>>;
}

interface OpenSlots {
  readonly arrays: Set<string>;
  fillArrays: GroupRules["fillArrays"];
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
    fillArrays: undefined,
    properties: new Set(),
    shared: new Set(),
    items: new Map(),
    itemTags: new Map(),
    tags: new Map(),
  };
  if (mixed !== undefined) itemsOf(mixed, slots, undefined);
  if (particle !== undefined) collect(particle, slots, undefined);
  return slots;
}

/** @param fillArrays - inside a choice of several branches that is not an ordered group: what its arrays are left to */
function collect(particle: PreparedParticle, slots: OpenSlots, fillArrays: GroupRules["fillArrays"]): void {
  if (particle.kind !== "leaf") {
    const { rules, particles, ordered } = particle;
    const inside = fillArrays ?? (particles.length > 1 && ordered === undefined ? rules.fillArrays : undefined);
    for (const child of particles) collect(child, slots, inside);
    return;
  }
  const { property, ordered } = particle;
  if (ordered === undefined) {
    if (slots.properties.has(property) && particle.array) slots.shared.add(property);
    slots.properties.add(property);
    if (particle.array) addArray(property, slots, fillArrays);
    return;
  }
  const items = itemsOf(ordered, slots, fillArrays);
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

function addArray(property: string, slots: OpenSlots, fillArrays: GroupRules["fillArrays"]): void {
  if (fillArrays !== undefined) slots.fillArrays = fillArrays;
  else slots.arrays.add(property);
}

function itemsOf(property: string, slots: OpenSlots, fillArrays: GroupRules["fillArrays"]): Map<string, PreparedItem> {
  addArray(property, slots, fillArrays);
  slots.properties.add(property);
  let items = slots.items.get(property);
  if (items === undefined) slots.items.set(property, (items = new Map()));
  return items;
}

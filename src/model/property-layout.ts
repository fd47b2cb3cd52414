import type { ItemTable } from "../engine/ports.js";
import type { OrderedProperty } from "../schema/descriptors.js";
import type { GroupRules } from "./group-rules.js";
import type { PreparedParticle } from "./prepared.js";

/** What the properties of a content model are: arrays, shared by several particles, lists of tagged items. */
export interface Slots {
  /** Those that are there whatever the value: not the ones inside a choice. */
  readonly arrays: ReadonlySet<string>;
  readonly fillArrays: GroupRules["fillArrays"];
  readonly properties: ReadonlySet<string>;
  readonly shared: ReadonlySet<string>;
  readonly items: ReadonlyMap<string, ItemTable>;
}

interface OpenSlots {
  readonly arrays: Set<string>;
  fillArrays: GroupRules["fillArrays"];
  readonly properties: Set<string>;
  readonly shared: Set<string>;
  readonly items: Map<string, ItemTable>;
}

/** Walks a particle in document order, as the generator did when it gave the tags. */
export function collectSlots(particle: PreparedParticle | undefined, mixed: OrderedProperty | undefined): Slots {
  const slots: OpenSlots = {
    arrays: new Set(),
    fillArrays: undefined,
    properties: new Set(),
    shared: new Set(),
    items: new Map(),
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
  itemsOf(ordered, slots, fillArrays).add(particle);
}

function addArray(property: string, slots: OpenSlots, fillArrays: GroupRules["fillArrays"]): void {
  if (fillArrays !== undefined) slots.fillArrays = fillArrays;
  else slots.arrays.add(property);
}

function itemsOf({ name, rules }: OrderedProperty, slots: OpenSlots, fillArrays: GroupRules["fillArrays"]): ItemTable {
  addArray(name, slots, fillArrays);
  slots.properties.add(name);
  let items = slots.items.get(name);
  if (items === undefined) slots.items.set(name, (items = rules.newItems()));
  return items;
}

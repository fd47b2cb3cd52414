import type { OrderedProperty } from "../schema/descriptors.js";
import { modelOf } from "./ports.js";
import type { FillArrays, ItemTable, PreparedParticle } from "./prepared.js";

/** What the properties of a content model are: arrays, shared by several particles, lists of tagged items. */
export interface PropertyLayout {
  /** Those that are there whatever the value: not the ones inside a choice. */
  readonly arrays: ReadonlySet<string>;
  readonly fillArrays: FillArrays | undefined;
  readonly properties: ReadonlySet<string>;
  readonly shared: ReadonlySet<string>;
  readonly items: ReadonlyMap<string, ItemTable>;
}

interface OpenLayout {
  readonly arrays: Set<string>;
  fillArrays: FillArrays | undefined;
  readonly properties: Set<string>;
  readonly shared: Set<string>;
  readonly items: Map<string, ItemTable>;
}

/** Walks a particle in document order, as the generator did when it gave the tags. */
export function layOutProperties(
  particle: PreparedParticle | undefined,
  mixed: OrderedProperty | undefined,
): PropertyLayout {
  const layout: OpenLayout = {
    arrays: new Set(),
    fillArrays: undefined,
    properties: new Set(),
    shared: new Set(),
    items: new Map(),
  };
  if (mixed !== undefined) itemsOf(mixed, layout, undefined);
  if (particle !== undefined) collect(particle, layout, undefined);
  return layout;
}

/** @param fillArrays - inside a choice of several branches that is not an ordered group: what its arrays are left to */
function collect(particle: PreparedParticle, layout: OpenLayout, fillArrays: FillArrays | undefined): void {
  if (particle.kind !== "leaf") {
    const { codec, particles, ordered } = particle;
    const fills = codec !== undefined && particles.length > 1 && ordered === undefined;
    const inside = fillArrays ?? (fills ? modelOf(codec).fillArrays : undefined);
    for (const child of particles) collect(child, layout, inside);
    return;
  }
  const { property, ordered } = particle;
  if (ordered === undefined) {
    if (layout.properties.has(property) && particle.array) layout.shared.add(property);
    layout.properties.add(property);
    if (particle.array) addArray(property, layout, fillArrays);
    return;
  }
  itemsOf(ordered, layout, fillArrays).add(particle);
}

function addArray(property: string, layout: OpenLayout, fillArrays: FillArrays | undefined): void {
  if (fillArrays !== undefined) layout.fillArrays = fillArrays;
  else layout.arrays.add(property);
}

function itemsOf({ name, codec }: OrderedProperty, layout: OpenLayout, fillArrays: FillArrays | undefined): ItemTable {
  addArray(name, layout, fillArrays);
  layout.properties.add(name);
  let items = layout.items.get(name);
  if (items === undefined) layout.items.set(name, (items = modelOf(codec).newItems()));
  return items;
}

import type { XmlName } from "../xml/names.js";

/**
 * Where a value keeps the `xsi:` attributes that its shape has no place for: an `xsi:type` that names the declared type
 * or belongs to a simple type, `xsi:nil="false"`, the schema locations. It is a symbol so that no property is in its
 * way and no JSON shows it, and enumerable so that a copy by spreading has it too.
 */
const keptXsi: unique symbol = /* @__PURE__ */ Symbol.for("xsdsmith.xsi");

/** `xsi:` attributes: texts, a name for `xsi:type`. */
export type XsiAttributes = ReadonlyMap<XmlName, string | XmlName>;

/** What is kept on an object: of its own element, and of those child elements whose values are no objects. */
interface Kept {
  readonly own: XsiAttributes | undefined;
  /** By property, and the place in its array; 0 where it is none. */
  readonly children: Map<string, Map<number, KeptChild>>;
}

interface KeptChild {
  /** The attributes hold for this very value, so that a changed one does without them. */
  readonly value: unknown;
  readonly attributes: XsiAttributes;
}

type Holder = object & { [keptXsi]?: Kept };

/** Keeps what the element of this object said. */
export function keepOwn(holder: Holder, attributes: XsiAttributes): void {
  holder[keptXsi] = { own: attributes, children: holder[keptXsi]?.children ?? new Map() };
}

export function keptOwn(holder: Holder): XsiAttributes | undefined {
  return holder[keptXsi]?.own;
}

/** Keeps what a child element said whose value is a property, or one item of it. */
export function keepChild(
  holder: Holder,
  property: string,
  index: number,
  value: unknown,
  attributes: XsiAttributes,
): void {
  const kept = (holder[keptXsi] ??= { own: undefined, children: new Map() });
  let children = kept.children.get(property);
  if (children === undefined) kept.children.set(property, (children = new Map()));
  children.set(index, { value, attributes });
}

export function keptChild(holder: Holder, property: string, index: number, value: unknown): XsiAttributes | undefined {
  const kept = holder[keptXsi]?.children.get(property)?.get(index);
  return kept !== undefined && Object.is(kept.value, value) ? kept.attributes : undefined;
}

import type { XsiAttributes, XsiKeeping } from "../engine/ports.js";
import { resolveQName } from "../engine/xsi-type.js";
import type { PreparedElement } from "../model/prepared.js";
import { isRecord } from "../text/record.js";
import type { XmlName } from "../xml/names.js";
import type { XmlEventSource, XmlSink } from "../xml/ports.js";
import { xsiAttributes, xsiNil, xsiType } from "../xml/xsi.js";

/** Keeps `xsi:` attributes that values have no place for on the values themselves. */
export const xsiKeeping: XsiKeeping = { unsaid: unsaidXsi, keepOwn, keepChild, keptOwn, keptChild, write };

/**
 * Where a value keeps the `xsi:` attributes that its shape has no place for: an `xsi:type` that names the declared type
 * or belongs to a simple type, `xsi:nil="false"`, the schema locations. It is a symbol so that no property is in its
 * way and no JSON shows it, and enumerable so that a copy by spreading has it too.
 */
const keptXsi: unique symbol = /* @__PURE__ */ Symbol.for("xsdsmith.xsi");

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
function keepOwn(holder: Holder, attributes: XsiAttributes): void {
  holder[keptXsi] = { own: attributes, children: holder[keptXsi]?.children ?? new Map() };
}

function keptOwn(holder: Holder): XsiAttributes | undefined {
  return holder[keptXsi]?.own;
}

/** Keeps what a child element said whose value is a property, or one item of it. */
function keepChild(holder: Holder, property: string, index: number, value: unknown, attributes: XsiAttributes): void {
  const kept = (holder[keptXsi] ??= { own: undefined, children: new Map() });
  let children = kept.children.get(property);
  if (children === undefined) kept.children.set(property, (children = new Map()));
  children.set(index, { value, attributes });
}

function keptChild(holder: Holder, property: string, index: number, value: unknown): XsiAttributes | undefined {
  const kept = holder[keptXsi]?.children.get(property)?.get(index);
  return kept !== undefined && Object.is(kept.value, value) ? kept.attributes : undefined;
}

/** The `xsi:` attributes of a start tag that neither `$type` nor `null` nor `$nil` says. */
function unsaidXsi(source: XmlEventSource, tag: string | undefined, nil: boolean): XsiAttributes | undefined {
  const { attributes } = source;
  let kept: Map<XmlName, string | XmlName> | undefined;
  for (let index = 0; index < attributes.length; index++) {
    const name = attributes.name(index);
    if (!xsiAttributes.has(name) || (name === xsiType && tag !== undefined) || (name === xsiNil && nil)) continue;
    const text = attributes.value(index);
    kept ??= new Map();
    kept.set(name, (name === xsiType ? resolveQName(text, source) : undefined) ?? text);
  }
  return kept;
}

function write(sink: XmlSink, { type }: PreparedElement, kept: XsiAttributes, value: unknown): void {
  const fields = isRecord(value) ? value : undefined;
  for (const [name, text] of kept) {
    if (name === xsiNil && (value === null || fields?.["$nil"] === true)) continue;
    if (name === xsiType && type.kind === "complex" && (text !== type.name || fields?.["$type"] !== undefined))
      continue;
    sink.attribute(name, text);
  }
}

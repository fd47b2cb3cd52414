import type { XsiAttributes } from "../features/xsi-attributes.js";
import { quoteName } from "../model/expectation.js";
import type { PreparedElement } from "../model/prepared.js";
import type { XmlName } from "../xml/names.js";
import type { XmlAttributes, XmlEventSource } from "../xml/ports.js";
import { xsiAttributes, xsiNamespace, xsiNil, xsiType } from "../xml/xsi.js";
import type { ReadingContext } from "./ports.js";
import { resolveQName } from "./xsi-type.js";

/** Whether any of a start tag's attributes is of the schema instance namespace. */
export function hasXsi(attributes: XmlAttributes): boolean {
  for (let index = 0; index < attributes.length; index++) {
    if (attributes.name(index).namespace === xsiNamespace) return true;
  }
  return false;
}

/** Part 1, 3.3.4, clause 3. */
export function isNil(reading: ReadingContext, declared: PreparedElement): boolean {
  const { attributes } = reading.source;
  const value = attributes.get(xsiNil)?.trim();
  if (value === undefined) return false;
  if (!declared.nillable) {
    const message = `${quoteName(declared.name)} is not nillable, so it may not have xsi:nil`;
    reading.fail("cvc-elt.3.1", message, attributes.location(attributes.indexOf(xsiNil)));
  }
  return value === "true" || value === "1";
}

/** The `xsi:` attributes of a start tag that neither `$type` nor `null` nor `$nil` says. */
export function unsaidXsi(source: XmlEventSource, tag: string | undefined, nil: boolean): XsiAttributes | undefined {
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

import { DatatypeFailure } from "../datatypes/datatype.js";
import { isFixedValue } from "../datatypes/fixed-value.js";
import type { ReadingContext } from "../engine/ports.js";
import { quoteMeant, quoteName } from "../model/expectation.js";
import type { PreparedComplexType } from "../model/prepared.js";
import { nearestName } from "../text/nearest.js";
import { setProperty } from "../text/set-property.js";
import type { XmlName } from "../xml/names.js";
import { xsiAttributes } from "../xml/xsi.js";
import { noteAttribute } from "./note-attribute.js";

type Value = Record<string, unknown>;

/** Reads the attributes of a start tag into a value: see {@link AttributeRules}. */
export function readAttributes(
  reading: ReadingContext,
  type: PreparedComplexType,
  value: Value | undefined,
  owner: number,
): boolean {
  const { attributes } = reading.source;
  let checked = 0;
  let given = false;
  for (let index = 0; index < attributes.length; index++) {
    const name = attributes.name(index);
    const use = type.attributes.get(name);
    if (use === undefined) {
      if (otherAttribute(reading, type, name, index, value, owner)) given = true;
      continue;
    }
    given = true;
    if (use.checked) checked++;
    const text = attributes.value(index);
    let result = use.datatype.parse(text, reading.source);
    if (result instanceof DatatypeFailure) {
      reading.failInside(use.property, result.code, result.message, attributes.valueLocation(index));
      result = text;
    } else if (use.fixed !== undefined && !isFixedValue(use.datatype, result, use.fixed)) {
      const message = `found "${text}"; attribute ${quoteName(name)} is fixed to "${use.fixed}"`;
      reading.failInside(use.property, "cvc-attribute.4", message, attributes.valueLocation(index));
    } else if (use.datatype.ids !== undefined || reading.notes?.tracking === true) {
      noteAttribute(reading, use.datatype, result, owner, index);
    }
    if (value !== undefined) setProperty(value, use.property, result);
  }
  if (checked < type.attributesToCheck) absentAttributes(reading, type, value, owner);
  return given;
}

/** @returns whether the attribute is kept */
function otherAttribute(
  reading: ReadingContext,
  type: PreparedComplexType,
  name: XmlName,
  index: number,
  value: Value | undefined,
  owner: number,
): boolean {
  if (xsiAttributes.has(name)) return false;
  const wildcard = type.attributeWildcard;
  if (wildcard?.rules.allows(wildcard.namespaces, name.namespace) !== true) {
    const location = reading.source.attributes.location(index);
    reading.fail("cvc-complex-type.3.2.2", describeUnknown(type, name), location);
    return false;
  }
  wildcard.rules.read(reading, wildcard, type.attributes, index, value, owner);
  return true;
}

/** The most attributes that a message lists. */
const listed = 8;

function describeUnknown(type: PreparedComplexType, name: XmlName): string {
  const known = [...type.attributes.keys()];
  const near = nearestName(
    name.localName,
    known.map(({ localName }) => localName),
  );
  const meant = known.find(({ localName }) => localName === near);
  const words = known.filter((other) => other !== meant).map((other) => quoteName(other, name));
  if (meant !== undefined) words.unshift(quoteMeant(meant, name));
  const shown = words.length > listed ? [...words.slice(0, listed), `${words.length - listed} more`] : words;
  const allowed = shown.length === 0 ? "no attribute is" : `allowed: ${shown.join(", ")}`;
  return `attribute ${quoteName(name, meant)} is not allowed here; ${allowed}`;
}

/** Part 1, 3.4.4, clause 4, and 3.2.5 for defaults. */
function absentAttributes(
  reading: ReadingContext,
  type: PreparedComplexType,
  value: Value | undefined,
  owner: number,
): void {
  for (const use of type.attributes.values()) {
    if (!use.checked || reading.source.attributes.indexOf(use.name) !== -1) continue;
    const text = use.fixed ?? use.default;
    if (use.required) reading.fail("cvc-complex-type.4", `attribute ${quoteName(use.name)} is missing`);
    else if (text !== undefined) {
      const given = use.datatype.parse(text);
      if (value !== undefined) setProperty(value, use.property, given);
      reading.notes?.attribute(use.name, use.datatype, given, owner, () => reading.place(reading.source.location));
    }
  }
}

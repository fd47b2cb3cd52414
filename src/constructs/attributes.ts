import { type Datatype, DatatypeFailure } from "../datatypes/datatype.js";
import { isFixedValue } from "../datatypes/fixed-value.js";
import { type Identity, identifyId } from "../engine/identity.js";
import type { Value } from "../engine/ports.js";
import { type AttributesCodec, codecOf, type Fields, type ReadingContext, type ValueWalking } from "../engine/ports.js";
import type { IssuePlace } from "../errors.js";
import { listNames, meantName } from "../model/expectation.js";
import type { PreparedComplexType } from "../model/prepared.js";
import { setProperty } from "../text/record.js";
import type { XmlName } from "../xml/names.js";
import { quoteName } from "../xml/quote-name.js";
import { xsiAttributes } from "../xml/xsi.js";

/** What attributes are to the types that have some. */
export const attributesCodec: AttributesCodec = { read: readAttributes, write: writeAttributes };

/** Reads the attributes of a start tag into a value: see {@link AttributesCodec}. */
function readAttributes(
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
    } else if (use.datatype.ids !== undefined || reading.identity.tracker?.active === true) {
      identifyAttribute(reading, use.datatype, result, owner, index);
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
  const codec = wildcard && codecOf(wildcard.codec);
  if (wildcard === undefined || codec?.allows(wildcard.namespaces, name.namespace) !== true) {
    const location = reading.source.attributes.location(index);
    reading.fail("cvc-complex-type.3.2.2", describeUnknown(reading, type, name), location);
    return false;
  }
  codec.read(reading, wildcard, type.attributes, index, value, owner);
  return true;
}

function describeUnknown(reading: ReadingContext, type: PreparedComplexType, name: XmlName): string {
  const known = [...type.attributes.keys()];
  const meant = meantName(known, name, reading.features.suggest);
  const shown = listNames(known, name, meant);
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
      identify(reading, use.name, use.datatype, given, owner, () => reading.place(reading.source.location));
    }
  }
}

/** Tells of the value of the attribute of that index. */
export function identifyAttribute(
  reading: ReadingContext,
  datatype: Datatype,
  value: unknown,
  owner: number,
  index: number,
): void {
  const { attributes } = reading.source;
  const place = () => reading.place(attributes.valueLocation(index));
  identify(reading, attributes.name(index), datatype, value, owner, place);
}

function writeAttributes(walk: ValueWalking, type: PreparedComplexType, value: Fields): void {
  for (const use of type.attributes.values()) {
    const held = value[use.property];
    walk.path.push(use.property);
    if (held !== undefined) {
      const text = walk.lexical(use.datatype, held, use.fixed, "cvc-attribute.4");
      if (text !== undefined) {
        walk.sink?.attribute(use.name, text);
        identify(walk, use.name, use.datatype, held, value, walk.place);
      }
    } else if (use.required) {
      walk.issue("cvc-complex-type.4", `attribute ${quoteName(use.name)} is missing`);
    } else if (use.checked) {
      // What a reader of the document fills in.
      const given = use.datatype.parse(use.fixed ?? use.default ?? "");
      identify(walk, use.name, use.datatype, given, value, walk.place);
    }
    walk.path.pop();
  }
  const wildcard = type.attributeWildcard;
  if (wildcard !== undefined) codecOf(wildcard.codec).write(walk, wildcard, type.attributes, value);
}

/** @param owner - stands for the element */
function identify(
  { identity }: { readonly identity: Identity },
  name: XmlName,
  datatype: Datatype,
  value: unknown,
  owner: unknown,
  place: () => IssuePlace,
): void {
  identity.tracker?.attribute(name, datatype, value);
  identifyId(identity, datatype, value, owner, place);
}

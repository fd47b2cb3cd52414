import { quoteMeant, quoteName } from "./compile/expectation.js";
import { allowsNamespace } from "./compile/namespace-constraint.js";
import { nearestName } from "./compile/nearest-name.js";
import type { PreparedComplexType } from "./compile/prepared.js";
import { type Datatype, DatatypeFailure } from "./datatypes/datatype.js";
import type { ProcessContents } from "./descriptors.js";
import type { IssuePlace, SourceLocation } from "./errors.js";
import type { SchemaRegistry } from "./registry.js";
import { setProperty } from "./set-property.js";
import type { ValueNotes } from "./value-notes.js";
import type { XmlEventSource } from "./xml/events.js";
import { clarkName, type XmlName } from "./xml/names.js";
import { xsiAttributes } from "./xsi.js";

type Value = Record<string, unknown>;

/** The reading that attributes are read for. */
export interface ReadingContext {
  readonly source: XmlEventSource;
  readonly registry: SchemaRegistry | undefined;
  /** Absent where nothing is checked. */
  readonly notes: ValueNotes | undefined;
  /** Reports a finding at the place given, else where the source stands; about a child that is not open yet, if given. */
  fail(code: string, message: string, location?: SourceLocation, child?: XmlName): void;
  /** The same about one property of the value at hand. */
  failInside(property: string, code: string, message: string, location: SourceLocation): void;
  /** A place in the document, with the paths of what is being read. */
  place(location: SourceLocation): IssuePlace;
}

/**
 * Reads the attributes of a start tag into a value (Part 1, 3.4.4, clauses 3 to 5).
 *
 * @param value - `undefined` where values are not kept
 * @param owner - stands for the element
 * @returns whether there are any besides those of `xsi:`
 */
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

function noteAttribute(
  reading: ReadingContext,
  datatype: Datatype,
  value: unknown,
  owner: number,
  index: number,
): void {
  const { attributes } = reading.source;
  const place = () => reading.place(attributes.valueLocation(index));
  reading.notes?.attribute(attributes.name(index), datatype, value, owner, place);
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
  const { attributes } = reading.source;
  const wildcard = type.attributeWildcard;
  if (wildcard === undefined || !allowsNamespace(wildcard.namespaces, name.namespace)) {
    reading.fail("cvc-complex-type.3.2.2", describeUnknown(type, name), attributes.location(index));
    return false;
  }
  if (checkWildAttribute(reading, wildcard.process, index, owner)) checkWildId(reading, type, index);
  if (value === undefined) return true;
  let kept = Object.hasOwn(value, wildcard.property) ? (value[wildcard.property] as Value) : undefined;
  if (kept === undefined) setProperty(value, wildcard.property, (kept = {}));
  setProperty(kept, clarkName(name), attributes.value(index));
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

/** Part 1, 3.4.4, clause 5: an ID that a wildcard allows is the only ID among the attributes. */
function checkWildId(reading: ReadingContext, type: PreparedComplexType, index: number): void {
  const { attributes } = reading.source;
  const own = [...type.attributes.values()].some(({ datatype }) => datatype.ids?.kind === "id");
  let earlier = false;
  for (let other = 0; other < index; other++) {
    const name = attributes.name(other);
    const datatype = type.attributes.has(name) ? undefined : reading.registry?.attribute(name)?.datatype;
    if (datatype?.ids?.kind === "id") earlier = true;
  }
  if (!own && !earlier) return;
  const message = `attribute ${quoteName(attributes.name(index))} is an ID, and there is another`;
  reading.fail(own ? "cvc-complex-type.5.2" : "cvc-complex-type.5.1", message, attributes.location(index));
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

/**
 * Part 1, 3.10.4, "Item Valid (Wildcard)": an attribute that a wildcard allows.
 *
 * @returns whether it is an ID
 */
export function checkWildAttribute(
  reading: ReadingContext,
  process: ProcessContents,
  index: number,
  owner: number,
): boolean {
  const { attributes } = reading.source;
  const name = attributes.name(index);
  if (process === "skip" || reading.registry === undefined || xsiAttributes.has(name)) return false;
  const declared = reading.registry.attribute(name);
  if (declared === undefined) {
    if (process === "strict") {
      const message = `attribute ${quoteName(name)} is not declared, and must be here`;
      reading.fail("cvc-complex-type.3.2.2", message, attributes.location(index));
    }
    return false;
  }
  const { datatype, fixed } = declared;
  const text = attributes.value(index);
  const value = datatype.parse(text, reading.source);
  if (value instanceof DatatypeFailure) {
    reading.fail(value.code, value.message, attributes.valueLocation(index));
  } else if (fixed !== undefined && !isFixedValue(datatype, value, fixed)) {
    const message = `found "${text}"; attribute ${quoteName(name)} is fixed to "${fixed}"`;
    reading.fail("cvc-attribute.4", message, attributes.valueLocation(index));
  } else {
    noteAttribute(reading, datatype, value, owner, index);
  }
  return datatype.ids?.kind === "id";
}

/** Part 1, 3.3.4 "Element Locally Valid (Type)", clause 3.1.1. */
export function refuseAttributes(reading: ReadingContext): void {
  const { attributes } = reading.source;
  for (let index = 0; index < attributes.length; index++) {
    const name = attributes.name(index);
    if (xsiAttributes.has(name)) continue;
    const message = `attribute ${quoteName(name)} is not allowed: the element's type is simple`;
    reading.fail("cvc-type.3.1.1", message, attributes.location(index));
  }
}

/** Whether a value is the fixed one of its declaration (Part 1, 3.2.4, clause 4, and 3.3.4, clause 5.2.2). */
export function isFixedValue(datatype: Datatype, value: unknown, fixed: string): boolean {
  const wanted = datatype.parse(fixed);
  return !(wanted instanceof DatatypeFailure) && datatype.equal(value, wanted);
}

import type { Datatype } from "../datatypes/datatype.js";
import type { Issue } from "../errors.js";
import type { PreparedElement, PreparedType } from "../model/prepared.js";
import type { ProcessContents } from "../schema/descriptors.js";
import type { XmlName } from "../xml/names.js";
import type { XmlEventSource } from "../xml/ports.js";
import type { AnyType, XmlElement } from "../xml/tree/xml-element.js";
import type { Identity } from "./identity.js";

/** Where a schema keeps what it does: programs hand it over, and only the verbs ask it. */
export const lookup: unique symbol = Symbol("xsdsmith.lookup");

/** The global components of schemas, made ready by `createSchema`: what wildcards and `xsi:type` may refer to. */
export interface Schema {
  readonly [lookup]: SchemaLookup;
}

export interface RegisteredAttribute {
  readonly datatype: Datatype;
  readonly fixed: string | undefined;
}

/**
 * What a program handed in as a schema.
 *
 * @throws TypeError for what `createSchema` did not make
 */
export function lookUp(schema: Schema): SchemaLookup {
  const found: SchemaLookup | undefined = Object(schema)[lookup];
  if (found === undefined) throw new TypeError("a schema is what `createSchema` makes; found something else");
  return found;
}

/** Passes a source on and keeps the element that it stands on as it is. */
export interface Recording extends XmlEventSource {
  /** What was recorded; complete once the source stands on the element's `end`. */
  readonly element: XmlElement;
  /**
   * The same as the content of an element of type anyType.
   *
   * @param value - `null` for a nil element, a text that is to be filled in for an empty one
   */
  content(value: unknown): AnyType | null;
}

/** Finds global components while documents are read. */
export interface SchemaLookup {
  /** The global element of that name. */
  element(name: XmlName): PreparedElement | undefined;
  /** The global type of that name, a built-in one too. */
  type(name: XmlName): PreparedType | undefined;
  /** The global attribute of that name. */
  attribute(name: XmlName): RegisteredAttribute | undefined;
  /**
   * Part 1, 3.4.6 and 3.14.6, "Type Derivation OK": `undefined` where the type is that of the declaration or derived from
   * it without the blocked derivations, else what stands against it.
   */
  refuseDerivation(type: PreparedType, declared: PreparedElement): string | undefined;
  /** Keeps the element on whose start a source stands, while it is read and checked. */
  record(source: XmlEventSource): Recording;
  /** Part 1, 3.10.4, "Item Valid (Wildcard)", for an element of a value. */
  checkElement(value: XmlElement, process: ProcessContents, identity: Identity, report: (issue: Issue) => void): void;
}

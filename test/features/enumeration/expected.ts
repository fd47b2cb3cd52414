// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  attribute,
  complexType,
  type ElementDescriptor,
  type EnumerationValue,
  element,
  enumeration,
  particle,
  restriction,
  type SimpleTypeDescriptor,
  sequence,
  simpleType,
  xsBoolean,
  xsInt,
  xsString,
  xsToken,
} from "xsdsmith/codegen";

const ns = "urn:enumeration";

/**
 * How far an order is.
 *
 * - `open`: Nobody has looked at it.
 * - `in work`
 * - `done`: Sent, and paid for. This text is so long that it does not fit into one line of a comment, which is why it
 *   is broken.
 *
 * @generated from type State in schema.xsd
 */
export type State = "open" | "in work" | "done";

export const State: SimpleTypeDescriptor<State> = /* @__PURE__ */
  simpleType(ns, "State", () => restriction(xsToken, [enumeration(["open", "in work", "done"])]));

/** @generated from type Level in schema.xsd */
export type Level = number;

export const Level: SimpleTypeDescriptor<Level> = /* @__PURE__ */
  simpleType(ns, "Level", () => restriction(xsInt, [enumeration(["1", "2"])]));

const Carrier_values2 = [
  "carrier pigeon",
  "cargo bicycle",
  "night train",
  "the neighbour's van",
  "\"express\"",
  "sailing ship",
  "on foot",
] as const;

/**
 * Who brings it.
 *
 * @generated from type Carrier in schema.xsd
 */
export type Carrier = EnumerationValue<typeof Carrier_values2>;

export const Carrier: SimpleTypeDescriptor<Carrier> = /* @__PURE__ */
  simpleType(ns, "Carrier", () => restriction(xsString, [enumeration(Carrier_values2)]));

/** @generated from type Carrier_values in schema.xsd */
export type Carrier_values = boolean;

export const Carrier_values: SimpleTypeDescriptor<Carrier_values> = /* @__PURE__ */
  simpleType(ns, "Carrier_values", () => restriction(xsBoolean, []));

/** @generated from element Order in schema.xsd */
export interface Order {
  state: State;
  carrier?: Carrier | undefined;
  insured?: Carrier_values | undefined;
  level: Level;
}

export const Order: ElementDescriptor<Order> = /* @__PURE__ */
  element(ns, "Order", () => complexType(ns, undefined, () => ({
    attributes: [
      attribute("state", "state", State, { required: true }),
      attribute("carrier", "carrier", Carrier),
      attribute("insured", "insured", Carrier_values),
    ],
    content: sequence([particle("level", "Level", Level)]),
  })));

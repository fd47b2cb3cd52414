// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  attribute,
  type ComplexTypeDescriptor,
  complexType,
  type ElementDescriptor,
  element,
  enumeration,
  maxInclusive,
  minInclusive,
  particle,
  restriction,
  type SimpleTypeDescriptor,
  sequence,
  simpleType,
  unbounded,
  xsInt,
  xsToken,
} from "xsdsmith/codegen";

const ns = "urn:anonymous";

export type Order_Line_Kind = "a" | "b";

export const Order_Line_Kind: SimpleTypeDescriptor<Order_Line_Kind> = /* @__PURE__ */
  simpleType(ns, undefined, () => restriction(xsToken, [enumeration(["a", "b"])]));

/** At least `1`. */
export type Order_Line_Quantity = number;

export const Order_Line_Quantity: SimpleTypeDescriptor<Order_Line_Quantity> = /* @__PURE__ */
  simpleType(ns, undefined, () => restriction(xsInt, [minInclusive("1")]));

export interface Order_Line {
  kind?: Order_Line_Kind | undefined;
  quantity: Order_Line_Quantity;
}

export const Order_Line: ComplexTypeDescriptor<Order_Line> = /* @__PURE__ */ complexType(ns, undefined, () => ({
  attributes: [attribute("kind", "kind", Order_Line_Kind)],
  content: sequence([particle("quantity", "Quantity", Order_Line_Quantity)]),
}));

/** @generated from element Order in schema.xsd */
export interface Order {
  /** At least 1 item. */
  line: readonly Order_Line[];
}

export const Order: ElementDescriptor<Order> = /* @__PURE__ */
  element(ns, "Order", () => complexType(ns, undefined, () => ({
    content: sequence([particle("line", "Line", Order_Line, { max: unbounded })]),
  })));

/** At most `9`. */
export type Count_Value = number;

export const Count_Value: SimpleTypeDescriptor<Count_Value> = /* @__PURE__ */
  simpleType(ns, undefined, () => restriction(xsInt, [maxInclusive("9")]));

/** @generated from element Count in schema.xsd */
export type Count = Count_Value;

export const Count: ElementDescriptor<Count> = /* @__PURE__ */ element(ns, "Count", () => Count_Value);

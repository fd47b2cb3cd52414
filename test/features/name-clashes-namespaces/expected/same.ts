// Generated from same.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  attribute,
  type ComplexTypeDescriptor,
  complexType,
  type ElementDescriptor,
  element,
  type VariantsDescriptor,
  variants,
  xsInt,
} from "xsdsmith/codegen";
import { Derived as DerivedOfSchema } from "./schema.js";

const ns = "urn:same-names";

/** @generated from element Item in same.xsd */
export type Item = AnyItemType;

export const Item: ElementDescriptor<Item> = /* @__PURE__ */ element(ns, "Item", () => AnyItemType);

/** @generated from type Item in same.xsd */
export interface ItemType {
  b?: number | undefined;
}

export const ItemType: ComplexTypeDescriptor<ItemType> = /* @__PURE__ */
  complexType(ns, "Item", () => ({ attributes: [attribute("b", "b", xsInt)] }));

/** A value of type Item, or of one derived from it. */
export type AnyItemType =
  | ({ readonly $type?: "Item" | undefined } & ItemType)
  | ({ readonly $type: "Derived" } & DerivedOfSchema)
  | ({ readonly $type: "{urn:same-names}Derived" } & Derived);

export const AnyItemType: VariantsDescriptor<AnyItemType> = /* @__PURE__ */
  variants(ItemType, () => [ItemType, DerivedOfSchema, Derived]);

/** @generated from type Derived in same.xsd */
export interface Derived extends ItemType {
  c?: number | undefined;
}

export const Derived: ComplexTypeDescriptor<Derived> = /* @__PURE__ */ complexType(ns, "Derived", () => ({
  base: ItemType,
  derivation: "extension",
  attributes: [attribute("c", "c", xsInt)],
}));

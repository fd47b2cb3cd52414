// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  attribute,
  type ComplexTypeDescriptor,
  choice,
  complexType,
  type ElementDescriptor,
  element,
  elementRef,
  inOrder,
  particle,
  sequence,
  unbounded,
  xsInt,
} from "xsdsmith/codegen";
import { AnyItemType, Item as ItemOfSame, ItemType } from "./same.js";

const ns = "urn:name-clashes-namespaces";

/** @generated from element Root in schema.xsd */
export interface Root {
  item: Item;
  itemElement: AnyItemType;
  other: AnyItemType;
}

export const Root: ElementDescriptor<Root> = /* @__PURE__ */
  element(ns, "Root", () => complexType(ns, undefined, () => ({
    content: sequence([
      particle("item", "Item", Item),
      elementRef("itemElement", ItemOfSame),
      particle("other", "Other", AnyItemType),
    ]),
  })));

/** @generated from type Item in schema.xsd */
export interface Item {
  a?: number | undefined;
}

export const Item: ComplexTypeDescriptor<Item> = /* @__PURE__ */
  complexType(ns, "Item", () => ({ attributes: [attribute("a", "a", xsInt)] }));

/** @generated from type Derived in schema.xsd */
export type Derived = ItemType;

export const Derived: ComplexTypeDescriptor<Derived> = /* @__PURE__ */
  complexType(ns, "Derived", () => ({ base: ItemType, derivation: "extension" }));

/** @generated from element Repeated in schema.xsd */
export interface Repeated {
  /** In document order. */
  items: readonly (
    | { readonly name: "Item"; readonly value: Item }
    | { readonly name: "{urn:same-names}Item"; readonly value: AnyItemType }
  )[];
}

export const Repeated: ElementDescriptor<Repeated> = /* @__PURE__ */
  element(ns, "Repeated", () => complexType(ns, undefined, () => ({
    content: choice([particle("Item", "Item", Item), elementRef("{urn:same-names}Item", ItemOfSame)], {
      max: unbounded,
      property: inOrder("items"),
    }),
  })));

// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  attribute,
  complexType,
  type ElementDescriptor,
  element,
  enumeration,
  list,
  restriction,
  type SimpleTypeDescriptor,
  simpleType,
  union,
  xsInt,
  xsToken,
} from "xsdsmith/codegen";

const ns = "urn:union";

export type Size_Member2 = "small" | "large";

export const Size_Member2: SimpleTypeDescriptor<Size_Member2> = /* @__PURE__ */
  simpleType(ns, undefined, () => restriction(xsToken, [enumeration(["small", "large"])]));

/** @generated from type Size in schema.xsd */
export type Size = number | Size_Member2;

export const Size: SimpleTypeDescriptor<Size> = /* @__PURE__ */
  simpleType(ns, "Size", () => union(xsInt, Size_Member2));

/** @generated from type Sizes in schema.xsd */
export type Sizes = readonly Size[];

export const Sizes: SimpleTypeDescriptor<Sizes> = /* @__PURE__ */ simpleType(ns, "Sizes", () => list(Size));

/** @generated from element Shirt in schema.xsd */
export interface Shirt {
  size: Size;
  others?: Sizes | undefined;
}

export const Shirt: ElementDescriptor<Shirt> = /* @__PURE__ */
  element(ns, "Shirt", () => complexType(ns, undefined, () => ({
    attributes: [attribute("size", "size", Size, { required: true }), attribute("others", "others", Sizes)],
  })));

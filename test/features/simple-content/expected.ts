// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  attribute,
  type ComplexTypeDescriptor,
  complexType,
  type ElementDescriptor,
  element,
  fractionDigits,
  restriction,
  type SimpleTypeDescriptor,
  simpleType,
  type VariantsDescriptor,
  variants,
  xsDecimal,
  xsString,
} from "xsdsmith/codegen";

const ns = "urn:simple-content";

/** @generated from element Price in schema.xsd */
export type Price = AnyPriceType;

export const Price: ElementDescriptor<Price> = /* @__PURE__ */ element(ns, "Price", () => AnyPriceType);

/** @generated from element Rounded in schema.xsd */
export type Rounded = RoundPrice;

export const Rounded: ElementDescriptor<Rounded> = /* @__PURE__ */ element(ns, "Rounded", () => RoundPrice);

/** @generated from type Price in schema.xsd */
export interface PriceType {
  currency: string;
  value?: string | undefined;
  textValue: string;
}

export const PriceType: ComplexTypeDescriptor<PriceType> = /* @__PURE__ */ complexType(ns, "Price", () => ({
  attributes: [attribute("currency", "currency", xsString, { required: true }), attribute("value", "value", xsString)],
  text: { property: "textValue", type: xsDecimal },
}));

/** A value of type Price, or of one derived from it. */
export type AnyPriceType =
  | ({ readonly $type?: "Price" | undefined } & PriceType)
  | ({ readonly $type: "RoundPrice" } & RoundPrice);

export const AnyPriceType: VariantsDescriptor<AnyPriceType> = /* @__PURE__ */
  variants(PriceType, () => [PriceType, RoundPrice]);

/** At most 0 fraction digits. */
export type RoundPrice_Value = string;

export const RoundPrice_Value: SimpleTypeDescriptor<RoundPrice_Value> = /* @__PURE__ */
  simpleType(ns, undefined, () => restriction(xsDecimal, [fractionDigits(0)]));

/** @generated from type RoundPrice in schema.xsd */
export interface RoundPrice {
  currency: string;
  value?: string | undefined;
  textValue: RoundPrice_Value;
}

export const RoundPrice: ComplexTypeDescriptor<RoundPrice> = /* @__PURE__ */ complexType(ns, "RoundPrice", () => ({
  base: PriceType,
  derivation: "restriction",
  attributes: [attribute("currency", "currency", xsString, { required: true }), attribute("value", "value", xsString)],
  text: { property: "textValue", type: RoundPrice_Value },
}));

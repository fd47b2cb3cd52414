// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  attribute,
  type ComplexTypeDescriptor,
  complexType,
  type ElementDescriptor,
  element,
  particle,
  sequence,
  type VariantsDescriptor,
  variants,
  xsInt,
  xsString,
} from "xsdsmith/codegen";

const ns = "urn:empty";

/** @generated from element Nothing in schema.xsd */
export type Nothing = AnyNothingType;

export const Nothing: ElementDescriptor<Nothing> = /* @__PURE__ */ element(ns, "Nothing", () => AnyNothingType);

/** @generated from type Nothing in schema.xsd */
export type NothingType = Record<string, never>;

export const NothingType: ComplexTypeDescriptor<NothingType> = /* @__PURE__ */ complexType(ns, "Nothing", () => ({}));

/** A value of type Nothing, or of one derived from it. */
export type AnyNothingType = { readonly $type?: "Nothing" | undefined } | ({ readonly $type: "More" } & More);

export const AnyNothingType: VariantsDescriptor<AnyNothingType> = /* @__PURE__ */
  variants(NothingType, () => [NothingType, More]);

/** @generated from type More in schema.xsd */
export interface More {
  a: string;
}

export const More: ComplexTypeDescriptor<More> = /* @__PURE__ */ complexType(ns, "More", () => ({
  base: NothingType,
  derivation: "extension",
  content: sequence([particle("a", "A", xsString)]),
}));

/** @generated from element Ping in schema.xsd */
export type Ping = Record<string, never>;

export const Ping: ElementDescriptor<Ping> = /* @__PURE__ */
  element(ns, "Ping", () => complexType(ns, undefined, () => ({})));

/** @generated from element Marked in schema.xsd */
export interface Marked {
  m?: number | undefined;
}

export const Marked: ElementDescriptor<Marked> = /* @__PURE__ */
  element(ns, "Marked", () => complexType(ns, undefined, () => ({ attributes: [attribute("m", "m", xsInt)] })));

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

const ns = "urn:block";

/** @generated from element Root in schema.xsd */
export interface Root {
  noExtension?: AnyBase | undefined;
  sealed?: Sealed | undefined;
}

export const Root: ElementDescriptor<Root> = /* @__PURE__ */
  element(ns, "Root", () => complexType(ns, undefined, () => ({
    content: sequence([
      particle("noExtension", "NoExtension", AnyBase, { min: 0, block: ["extension"] }),
      particle("sealed", "Sealed", Sealed, { min: 0 }),
    ]),
  })));

/** @generated from type Base in schema.xsd */
export interface Base {
  a?: string | undefined;
}

export const Base: ComplexTypeDescriptor<Base> = /* @__PURE__ */
  complexType(ns, "Base", () => ({ content: sequence([particle("a", "A", xsString, { min: 0 })]) }));

/** A value of type Base, or of one derived from it. */
export type AnyBase =
  | ({ readonly $type?: "Base" | undefined } & Base)
  | ({ readonly $type: "More" } & More)
  | { readonly $type: "Less" };

export const AnyBase: VariantsDescriptor<AnyBase> = /* @__PURE__ */ variants(Base, () => [Base, More, Less]);

/** @generated from type More in schema.xsd */
export interface More extends Base {
  m?: number | undefined;
}

export const More: ComplexTypeDescriptor<More> = /* @__PURE__ */
  complexType(ns, "More", () => ({ base: Base, derivation: "extension", attributes: [attribute("m", "m", xsInt)] }));

/** @generated from type Less in schema.xsd */
export type Less = Record<string, never>;

export const Less: ComplexTypeDescriptor<Less> = /* @__PURE__ */
  complexType(ns, "Less", () => ({ base: Base, derivation: "restriction" }));

/** @generated from type Sealed in schema.xsd */
export interface Sealed {
  a?: string | undefined;
}

export const Sealed: ComplexTypeDescriptor<Sealed> = /* @__PURE__ */ complexType(ns, "Sealed", () => ({
  block: ["extension", "restriction"],
  content: sequence([particle("a", "A", xsString, { min: 0 })]),
}));

/** @generated from type Unsealed in schema.xsd */
export type Unsealed = Sealed;

export const Unsealed: ComplexTypeDescriptor<Unsealed> = /* @__PURE__ */
  complexType(ns, "Unsealed", () => ({ base: Sealed, derivation: "extension" }));

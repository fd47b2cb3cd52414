// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  type AnyType,
  type ComplexTypeDescriptor,
  complexType,
  type ElementDescriptor,
  element,
  particle,
  sequence,
  unbounded,
  xsAnySimpleType,
  xsAnyType,
  xsInt,
} from "xsdsmith/codegen";

const ns = "urn:any-type";

/** @generated from element Untyped in schema.xsd */
export type Untyped = AnyType;

export const Untyped: ElementDescriptor<Untyped> = /* @__PURE__ */ element(ns, "Untyped", () => xsAnyType);

/** @generated from element Root in schema.xsd */
export interface Root {
  /** At least 1 item. */
  anything: readonly AnyType[];
  simple?: string | undefined;
}

export const Root: ElementDescriptor<Root> = /* @__PURE__ */
  element(ns, "Root", () => complexType(ns, undefined, () => ({
    content: sequence([
      particle("anything", "Anything", xsAnyType, { max: unbounded }),
      particle("simple", "Simple", xsAnySimpleType, { min: 0 }),
    ]),
  })));

/** @generated from type Typed in schema.xsd */
export interface Typed {
  a: number;
}

export const Typed: ComplexTypeDescriptor<Typed> = /* @__PURE__ */
  complexType(ns, "Typed", () => ({ content: sequence([particle("a", "A", xsInt)]) }));

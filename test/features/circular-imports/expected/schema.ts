// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  type ComplexTypeDescriptor,
  complexType,
  type ElementDescriptor,
  element,
  elementRef,
  particle,
  sequence,
  type VariantsDescriptor,
  variants,
  xsString,
} from "xsdsmith/codegen";
import { B } from "./b.js";
import { Extended } from "./c.js";

const ns = "urn:circular-imports";

/** @generated from element A in schema.xsd */
export type A = AnyAType;

export const A: ElementDescriptor<A> = /* @__PURE__ */ element(ns, "A", () => AnyAType);

/** @generated from type A in schema.xsd */
export interface AType {
  own: string;
  b?: B | undefined;
}

export const AType: ComplexTypeDescriptor<AType> = /* @__PURE__ */ complexType(ns, "A", () => ({
  content: sequence([particle("own", "Own", xsString), elementRef("b", B, { min: 0 })]),
}));

/** A value of type A, or of one derived from it. */
export type AnyAType = ({ readonly $type?: "A" | undefined } & AType) | ({ readonly $type: "Extended" } & Extended);

export const AnyAType: VariantsDescriptor<AnyAType> = /* @__PURE__ */ variants(AType, () => [AType, Extended]);

// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  type ComplexTypeDescriptor,
  complexType,
  type ElementDescriptor,
  element,
  elementRef,
  maxInclusive,
  particle,
  restriction,
  type SimpleTypeDescriptor,
  sequence,
  simpleType,
  xsInt,
  xsString,
} from "xsdsmith/codegen";

const ns = "urn:chameleon-include";

/** @generated from element Root in schema.xsd */
export type Root = Common;

export const Root: ElementDescriptor<Root> = /* @__PURE__ */ element(ns, "Root", () => Common);

/** @generated from element Shared in common.xsd */
export type Shared = string;

export const Shared: ElementDescriptor<Shared> = /* @__PURE__ */ element(ns, "Shared", () => xsString);

/** @generated from type Common in common.xsd */
export interface Common {
  inner: Small;
  shared: string;
}

export const Common: ComplexTypeDescriptor<Common> = /* @__PURE__ */ complexType(ns, "Common", () => ({
  content: sequence([particle("inner", "Inner", Small), elementRef("shared", Shared)]),
}));

/**
 * At most `9`.
 *
 * @generated from type Small in common.xsd
 */
export type Small = number;

export const Small: SimpleTypeDescriptor<Small> = /* @__PURE__ */
  simpleType(ns, "Small", () => restriction(xsInt, [maxInclusive("9")]));

// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  type ComplexTypeDescriptor,
  complexType,
  type ElementDescriptor,
  element,
  particle,
  sequence,
  xsInt,
  xsString,
} from "xsdsmith/codegen";

const ns = "urn:options";
const ns2 = "urn:options-other";

/** @generated from element Root in schema.xsd */
export type MyRoot = MyRootType;

export const MyRoot: ElementDescriptor<MyRoot> = /* @__PURE__ */ element(ns, "Root", () => MyRootType);

/** @generated from type Root in schema.xsd */
export interface MyRootType {
  "First-Child": MyChild;
  SecondChild?: string | undefined;
}

export const MyRootType: ComplexTypeDescriptor<MyRootType> = /* @__PURE__ */ complexType(ns, "Root", () => ({
  content: sequence([
    particle("First-Child", "First-Child", MyChild),
    particle("SecondChild", "SecondChild", xsString, { min: 0 }),
  ]),
}));

/** @generated from type Child in other.xsd */
export interface MyChild {
  Id: number;
}

export const MyChild: ComplexTypeDescriptor<MyChild> = /* @__PURE__ */
  complexType(ns2, "Child", () => ({ content: sequence([particle("Id", "Id", xsInt)]) }));

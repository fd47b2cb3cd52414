// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  attribute,
  type ComplexTypeDescriptor,
  complexType,
  type ElementDescriptor,
  element,
  particle,
  sequence,
  xsInt,
  xsString,
} from "xsdsmith/codegen";

/** @generated from element Root in schema.xsd */
export type Root = RootType;

export const Root: ElementDescriptor<Root> = /* @__PURE__ */ element("", "Root", () => RootType);

/** @generated from type Root in schema.xsd */
export interface RootType {
  a?: number | undefined;
  child: string;
}

export const RootType: ComplexTypeDescriptor<RootType> = /* @__PURE__ */ complexType("", "Root", () => ({
  attributes: [attribute("a", "a", xsInt)],
  content: sequence([particle("child", "Child", xsString)]),
}));

// Generated from c.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  attribute,
  type ComplexTypeDescriptor,
  complexType,
  type ElementDescriptor,
  element,
  xsInt,
  xsString,
} from "xsdsmith/codegen";
import { AType } from "./schema.js";

const ns = "urn:circle-c";

/** @generated from element C in c.xsd */
export type C = string;

export const C: ElementDescriptor<C> = /* @__PURE__ */ element(ns, "C", () => xsString);

/** @generated from type Extended in c.xsd */
export interface Extended extends AType {
  c?: number | undefined;
}

export const Extended: ComplexTypeDescriptor<Extended> = /* @__PURE__ */ complexType(ns, "Extended", () => ({
  base: AType,
  derivation: "extension",
  attributes: [attribute("c", "c", xsInt)],
}));

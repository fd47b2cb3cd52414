// Generated from b.xsd. Do not edit: change the schema and run `npm run generate`.
import { complexType, type ElementDescriptor, element, elementRef, particle, sequence } from "xsdsmith/codegen";
import { C } from "./c.js";
import { AnyAType } from "./schema.js";

const ns = "urn:circle-b";

/** @generated from element B in b.xsd */
export interface B {
  back: AnyAType;
  c: string;
}

export const B: ElementDescriptor<B> = /* @__PURE__ */ element(ns, "B", () => complexType(ns, undefined, () => ({
  content: sequence([particle("back", "Back", AnyAType), elementRef("c", C)]),
})));

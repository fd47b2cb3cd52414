// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  attribute,
  type ComplexTypeDescriptor,
  complexType,
  type ElementDescriptor,
  element,
  inOrder,
  particle,
  sequence,
  xsInt,
  xsString,
} from "xsdsmith/codegen";

const ns = "urn:mixed-extension";

/** @generated from element Doc in schema.xsd */
export type Doc = Extended;

export const Doc: ElementDescriptor<Doc> = /* @__PURE__ */ element(ns, "Doc", () => Extended);

/** @generated from type Base in schema.xsd */
export interface Base {
  a?: number | undefined;
  /** Text and elements in document order. */
  content: readonly (string | { readonly name: "A"; readonly value: string })[];
}

export const Base: ComplexTypeDescriptor<Base> = /* @__PURE__ */ complexType(ns, "Base", () => ({
  attributes: [attribute("a", "a", xsInt)],
  mixed: inOrder("content"),
  content: sequence([particle("A", "A", xsString)]),
}));

/** @generated from type Extended in schema.xsd */
export interface Extended {
  a?: number | undefined;
  b?: number | undefined;
  /** Text and elements in document order. */
  content: readonly (
    | string
    | { readonly name: "A"; readonly value: string }
    | { readonly name: "B"; readonly value: string }
  )[];
}

export const Extended: ComplexTypeDescriptor<Extended> = /* @__PURE__ */ complexType(ns, "Extended", () => ({
  base: Base,
  derivation: "extension",
  complete: true,
  attributes: [attribute("a", "a", xsInt), attribute("b", "b", xsInt)],
  mixed: inOrder("content"),
  content: sequence([
    sequence([particle("A", "A", xsString)]),
    sequence([particle("B", "B", xsString, { min: 0, max: 2 })]),
  ]),
}));

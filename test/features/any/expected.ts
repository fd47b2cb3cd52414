// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  any,
  choice,
  complexType,
  type ElementDescriptor,
  element,
  inOrder,
  particle,
  sequence,
  unbounded,
  type XmlElement,
  xsInt,
  xsString,
} from "xsdsmith/codegen";

const ns = "urn:any";

/** @generated from element Known in schema.xsd */
export type Known = number;

export const Known: ElementDescriptor<Known> = /* @__PURE__ */ element(ns, "Known", () => xsInt);

/** @generated from element Any in schema.xsd */
export interface Any {
  any: readonly XmlElement[];
}

export const Any: ElementDescriptor<Any> = /* @__PURE__ */ element(ns, "Any", () => complexType(ns, undefined, () => ({
  content: sequence([any("any", { process: "lax", min: 0, max: unbounded })]),
})));

/** @generated from element Other in schema.xsd */
export interface Other {
  first: string;
  any: XmlElement;
  last?: string | undefined;
}

export const Other: ElementDescriptor<Other> = /* @__PURE__ */
  element(ns, "Other", () => complexType(ns, undefined, () => ({
    content: sequence([
      particle("first", "First", xsString),
      any("any", { namespaces: { kind: "not", namespace: "urn:any" }, process: "skip" }),
      particle("last", "Last", xsString, { min: 0 }),
    ]),
  })));

/** @generated from element Local in schema.xsd */
export interface Local {
  any?: XmlElement | undefined;
}

export const Local: ElementDescriptor<Local> = /* @__PURE__ */
  element(ns, "Local", () => complexType(ns, undefined, () => ({
    content: sequence([any("any", { namespaces: { kind: "list", namespaces: [""] }, process: "skip", min: 0 })]),
  })));

/** @generated from element Target in schema.xsd */
export interface Target {
  any: XmlElement;
}

export const Target: ElementDescriptor<Target> = /* @__PURE__ */
  element(ns, "Target", () => complexType(ns, undefined, () => ({
    content: sequence([any("any", { namespaces: { kind: "list", namespaces: ["urn:any"] } })]),
  })));

/** @generated from element Listed in schema.xsd */
export interface Listed {
  /** In document order. */
  items: readonly (
    | { readonly name: "Mine"; readonly value: string }
    | { readonly name: "*"; readonly value: XmlElement }
  )[];
}

export const Listed: ElementDescriptor<Listed> = /* @__PURE__ */
  element(ns, "Listed", () => complexType(ns, undefined, () => ({
    content: choice([
      particle("Mine", "Mine", xsString),
      any("*", { namespaces: { kind: "list", namespaces: ["urn:a", "urn:b"] }, process: "skip" }),
    ], { max: unbounded, property: inOrder("items") }),
  })));

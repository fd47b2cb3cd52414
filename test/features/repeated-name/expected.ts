// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  automaton,
  choice,
  complexType,
  type ElementDescriptor,
  element,
  inOrder,
  type OneOf,
  particle,
  sequence,
  unbounded,
  xsInt,
  xsString,
} from "xsdsmith/codegen";

const ns = "urn:repeated-name";

/** @generated from element Neighbours in schema.xsd */
export interface Neighbours {
  /** 1 to 2 items. */
  a: readonly number[];
  b: number;
}

export const Neighbours: ElementDescriptor<Neighbours> = /* @__PURE__ */
  element(ns, "Neighbours", () => complexType(ns, undefined, () => ({
    content: sequence([
      particle("a", "A", xsInt, { array: true }),
      particle("a", "A", xsInt, { min: 0, array: true }),
      particle("b", "B", xsInt),
    ]),
  })));

/** @generated from element Apart in schema.xsd */
export interface Apart {
  /** In document order. */
  items: readonly ({ readonly name: "A"; readonly value: number } | { readonly name: "B"; readonly value: number })[];
}

export const Apart: ElementDescriptor<Apart> = /* @__PURE__ */
  element(ns, "Apart", () => complexType(ns, undefined, () => ({
    content: sequence([particle("A", "A", xsInt), particle("B", "B", xsInt), particle("A", "A", xsInt)], {
      property: inOrder("items"),
    }),
  })));

/** @generated from element Branches in schema.xsd */
export type Branches = OneOf<
  | {
      a: number;
      /** Exactly 1 item. */
      b: readonly number[];
    }
  | {
      c: number;
      /** 1 to 2 items. */
      b: readonly number[];
    }
>;

export const Branches: ElementDescriptor<Branches> = /* @__PURE__ */
  element(ns, "Branches", () => complexType(ns, undefined, () => ({
    content: choice([
      sequence([particle("a", "A", xsInt), particle("b", "B", xsInt, { array: true })]),
      sequence([particle("c", "C", xsInt), particle("b", "B", xsInt, { max: 2 })]),
    ]),
  })));

/** @generated from element Rows in schema.xsd */
export interface Rows {
  /** In document order. */
  items: readonly (
    | { readonly name: "Key"; readonly value: string }
    | { readonly name: "Value"; readonly value: string }
  )[];
}

export const Rows: ElementDescriptor<Rows> = /* @__PURE__ */
  element(ns, "Rows", () => complexType(ns, undefined, () => ({
    content: sequence([particle("Key", "Key", xsString), particle("Value", "Value", xsString, { min: 0 })], {
      max: unbounded,
      property: inOrder("items"),
      model: automaton,
    }),
  })));

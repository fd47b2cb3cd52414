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
  xsString,
} from "xsdsmith/codegen";

const ns = "urn:group";

/** @generated from element Customer in schema.xsd */
export type Customer = { street: string; city: string } & OneOf<{ private: string } | { company: string }>;

export const Customer: ElementDescriptor<Customer> = /* @__PURE__ */
  element(ns, "Customer", () => complexType(ns, undefined, () => ({
    content: sequence([
      choice([particle("private", "Private", xsString), particle("company", "Company", xsString)]),
      sequence([particle("street", "Street", xsString), particle("city", "City", xsString)]),
    ]),
  })));

/** @generated from element Journey in schema.xsd */
export interface Journey {
  /** In document order. */
  items: readonly (
    | { readonly name: "Street"; readonly value: string }
    | { readonly name: "City"; readonly value: string }
  )[];
}

export const Journey: ElementDescriptor<Journey> = /* @__PURE__ */
  element(ns, "Journey", () => complexType(ns, undefined, () => ({
    content: sequence([particle("Street", "Street", xsString), particle("City", "City", xsString)], {
      max: unbounded,
      property: inOrder("items"),
      model: automaton,
    }),
  })));

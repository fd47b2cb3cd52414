// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  automaton,
  complexType,
  type ElementDescriptor,
  element,
  inOrder,
  particle,
  sequence,
  unbounded,
  xsInt,
  xsString,
} from "xsdsmith/codegen";

const ns = "urn:occurrence";

/** @generated from element Hand in schema.xsd */
export interface Hand {
  /**
   * What fits together.
   *
   * 2 to 3 items.
   */
  pair: readonly string[];
  /** At most 4 items. */
  few: readonly string[];
  /** At least 1 item. */
  some: readonly string[];
  /** Exactly 2 items. */
  two: readonly string[];
  /** In document order. */
  items: readonly ({ readonly name: "X"; readonly value: number } | { readonly name: "Y"; readonly value: number })[];
}

export const Hand: ElementDescriptor<Hand> = /* @__PURE__ */
  element(ns, "Hand", () => complexType(ns, undefined, () => ({
    content: sequence([
      particle("pair", "Pair", xsString, { min: 2, max: 3 }),
      particle("few", "Few", xsString, { min: 0, max: 4 }),
      particle("some", "Some", xsString, { max: unbounded }),
      particle("two", "Two", xsString, { min: 2, max: 2 }),
      sequence([particle("X", "X", xsInt), particle("Y", "Y", xsInt)], {
        min: 2,
        max: 1000000,
        property: inOrder("items"),
        model: automaton,
      }),
    ]),
  })));

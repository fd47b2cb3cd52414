// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  attribute,
  complexType,
  type ElementDescriptor,
  element,
  enumeration,
  length,
  list,
  particle,
  restriction,
  type SimpleTypeDescriptor,
  sequence,
  simpleType,
  unbounded,
  xsInt,
  xsNMTOKENS,
  xsToken,
} from "xsdsmith/codegen";

const ns = "urn:list";

/** @generated from type Numbers in schema.xsd */
export type Numbers = readonly number[];

export const Numbers: SimpleTypeDescriptor<Numbers> = /* @__PURE__ */ simpleType(ns, "Numbers", () => list(xsInt));

/**
 * Length 2.
 *
 * @generated from type Pair in schema.xsd
 */
export type Pair = Numbers;

export const Pair: SimpleTypeDescriptor<Pair> = /* @__PURE__ */
  simpleType(ns, "Pair", () => restriction(Numbers, [length(2)]));

export type Colours_Item = "red" | "green";

export const Colours_Item: SimpleTypeDescriptor<Colours_Item> = /* @__PURE__ */
  simpleType(ns, undefined, () => restriction(xsToken, [enumeration(["red", "green"])]));

/** @generated from type Colours in schema.xsd */
export type Colours = readonly Colours_Item[];

export const Colours: SimpleTypeDescriptor<Colours> = /* @__PURE__ */
  simpleType(ns, "Colours", () => list(Colours_Item));

/** @generated from element Lists in schema.xsd */
export interface Lists {
  colours?: Colours | undefined;
  tokens?: readonly string[] | undefined;
  /** At least 1 item. */
  numbers: readonly Numbers[];
  pair?: Pair | undefined;
}

export const Lists: ElementDescriptor<Lists> = /* @__PURE__ */
  element(ns, "Lists", () => complexType(ns, undefined, () => ({
    attributes: [attribute("colours", "colours", Colours), attribute("tokens", "tokens", xsNMTOKENS)],
    content: sequence([
      particle("numbers", "Numbers", Numbers, { max: unbounded }),
      particle("pair", "Pair", Pair, { min: 0 }),
    ]),
  })));

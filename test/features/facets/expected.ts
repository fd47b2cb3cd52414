// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  complexType,
  type ElementDescriptor,
  element,
  fractionDigits,
  maxExclusive,
  maxLength,
  minInclusive,
  minLength,
  particle,
  pattern,
  restriction,
  type SimpleTypeDescriptor,
  sequence,
  simpleType,
  totalDigits,
  whiteSpace,
  xsDecimal,
  xsString,
} from "xsdsmith/codegen";

const ns = "urn:facets";

/**
 * A product's code.
 *
 * Length at most 8; pattern `[A-Z]{2}-\d+`.
 *
 * @generated from type Code in schema.xsd
 */
export type Code = string;

export const Code: SimpleTypeDescriptor<Code> = /* @__PURE__ */
  simpleType(ns, "Code", () => restriction(xsString, [pattern(["[A-Z]{2}-\\d+"]), maxLength(8)]));

/**
 * At least `0`; less than `100`; at most 4 digits; at most 2 fraction digits.
 *
 * @generated from type Percent in schema.xsd
 */
export type Percent = string;

export const Percent: SimpleTypeDescriptor<Percent> = /* @__PURE__ */ simpleType(ns, "Percent", () =>
  restriction(xsDecimal, [minInclusive("0"), maxExclusive("100"), totalDigits(4), fractionDigits(2)]),
);

/**
 * Length at least 1.
 *
 * @generated from type Loose in schema.xsd
 */
export type Loose = string;

export const Loose: SimpleTypeDescriptor<Loose> = /* @__PURE__ */
  simpleType(ns, "Loose", () => restriction(xsString, [whiteSpace("collapse"), minLength(1)]));

/** @generated from element Product in schema.xsd */
export interface Product {
  code: Code;
  off?: Percent | undefined;
  loose?: Loose | undefined;
}

export const Product: ElementDescriptor<Product> = /* @__PURE__ */
  element(ns, "Product", () => complexType(ns, undefined, () => ({
    content: sequence([
      particle("code", "Code", Code),
      particle("off", "Off", Percent, { min: 0 }),
      particle("loose", "Loose", Loose, { min: 0 }),
    ]),
  })));

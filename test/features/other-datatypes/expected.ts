// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  complexType,
  type ElementDescriptor,
  element,
  fractionDigits,
  minInclusive,
  particle,
  restriction,
  type SimpleTypeDescriptor,
  sequence,
  simpleType,
  xsBase64BinaryAsString,
  xsDateTimeAsDate,
  xsDecimalAsNumber,
  xsLongAsNumber,
} from "xsdsmith/codegen";

const ns = "urn:other-datatypes";

/** @generated from element Entry in schema.xsd */
export interface Entry {
  amount: Amount;
  serial: number;
  at: Date;
  raw: string;
}

export const Entry: ElementDescriptor<Entry> = /* @__PURE__ */
  element(ns, "Entry", () => complexType(ns, undefined, () => ({
    content: sequence([
      particle("amount", "Amount", Amount),
      particle("serial", "Serial", xsLongAsNumber),
      particle("at", "At", xsDateTimeAsDate),
      particle("raw", "Raw", xsBase64BinaryAsString),
    ]),
  })));

/**
 * At least `0`; at most 2 fraction digits.
 *
 * @generated from type Amount in schema.xsd
 */
export type Amount = number;

export const Amount: SimpleTypeDescriptor<Amount> = /* @__PURE__ */
  simpleType(ns, "Amount", () => restriction(xsDecimalAsNumber, [minInclusive("0"), fractionDigits(2)]));

// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  complexType,
  type ElementDescriptor,
  element,
  particle,
  sequence,
  unbounded,
  xsByte,
  xsDecimal,
  xsDouble,
  xsFloat,
  xsInt,
  xsInteger,
  xsLong,
  xsUnsignedLong,
} from "xsdsmith/codegen";

const ns = "urn:numbers";

/** @generated from element Numbers in schema.xsd */
export interface Numbers {
  decimal: string;
  integer: bigint;
  long: bigint;
  unsignedLong: bigint;
  int: number;
  byte: number;
  /** At least 1 item. */
  double: readonly number[];
  float: number;
}

export const Numbers: ElementDescriptor<Numbers> = /* @__PURE__ */
  element(ns, "Numbers", () => complexType(ns, undefined, () => ({
    content: sequence([
      particle("decimal", "Decimal", xsDecimal),
      particle("integer", "Integer", xsInteger),
      particle("long", "Long", xsLong),
      particle("unsignedLong", "UnsignedLong", xsUnsignedLong),
      particle("int", "Int", xsInt),
      particle("byte", "Byte", xsByte),
      particle("double", "Double", xsDouble, { max: unbounded }),
      particle("float", "Float", xsFloat),
    ]),
  })));

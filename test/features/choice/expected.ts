// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  type ComplexTypeDescriptor,
  choice,
  complexType,
  type ElementDescriptor,
  element,
  type OneOf,
  particle,
  sequence,
  unbounded,
  xsBoolean,
  xsDecimal,
  xsString,
} from "xsdsmith/codegen";

const ns = "urn:choice";

/** @generated from element Payment in schema.xsd */
export type Payment = PaymentType;

export const Payment: ElementDescriptor<Payment> = /* @__PURE__ */ element(ns, "Payment", () => PaymentType);

/** @generated from type Payment in schema.xsd */
export type PaymentType = { amount: string } & OneOf<
  | {
      /** Whether the change was given back. */
      cash: boolean;
    }
  | { cardNumber: string }
  | {
      /** At least 1 item. */
      voucher: readonly string[];
    }
>;

export const PaymentType: ComplexTypeDescriptor<PaymentType> = /* @__PURE__ */ complexType(ns, "Payment", () => ({
  content: sequence([
    particle("amount", "Amount", xsDecimal),
    choice([
      particle("cash", "Cash", xsBoolean),
      particle("cardNumber", "CardNumber", xsString),
      particle("voucher", "Voucher", xsString, { max: unbounded }),
    ]),
  ]),
}));

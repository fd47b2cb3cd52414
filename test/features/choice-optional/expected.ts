// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  type AtMostOneOf,
  attribute,
  choice,
  complexType,
  type ElementDescriptor,
  element,
  particle,
  xsString,
} from "xsdsmith/codegen";

const ns = "urn:choice-optional";

/** @generated from element Contact in schema.xsd */
export type Contact = { name?: string | undefined } & AtMostOneOf<{ phone: string } | { eMail: string }>;

export const Contact: ElementDescriptor<Contact> = /* @__PURE__ */
  element(ns, "Contact", () => complexType(ns, undefined, () => ({
    attributes: [attribute("name", "name", xsString)],
    content: choice([particle("phone", "Phone", xsString), particle("eMail", "EMail", xsString)], { min: 0 }),
  })));

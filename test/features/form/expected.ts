// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  attribute,
  complexType,
  type ElementDescriptor,
  element,
  elementRef,
  particle,
  sequence,
  xsString,
} from "xsdsmith/codegen";

const ns = "urn:form";

/** @generated from element Root in schema.xsd */
export interface Root {
  plain?: string | undefined;
  qualified?: string | undefined;
  default: string;
  qualifiedElement: string;
  global: string;
}

export const Root: ElementDescriptor<Root> = /* @__PURE__ */
  element(ns, "Root", () => complexType(ns, undefined, () => ({
    attributes: [
      attribute("plain", "plain", xsString),
      attribute("qualified", "qualified", xsString, { namespace: ns }),
    ],
    content: sequence([
      particle("default", "Default", xsString, { namespace: "" }),
      particle("qualifiedElement", "Qualified", xsString),
      elementRef("global", Global),
    ]),
  })));

/** @generated from element Global in schema.xsd */
export type Global = string;

export const Global: ElementDescriptor<Global> = /* @__PURE__ */ element(ns, "Global", () => xsString);

// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import { anyAttribute, attribute, complexType, type ElementDescriptor, element, xsInt } from "xsdsmith/codegen";

const ns = "urn:any-attribute";

/** @generated from element Any in schema.xsd */
export interface Any {
  anyAttributes?: Readonly<Record<string, string>> | undefined;
}

export const Any: ElementDescriptor<Any> = /* @__PURE__ */ element(ns, "Any", () => complexType(ns, undefined, () => ({
  anyAttribute: anyAttribute("anyAttributes", { process: "skip" }),
})));

/** @generated from element Other in schema.xsd */
export interface Other {
  known?: number | undefined;
  anyAttributes?: Readonly<Record<string, string>> | undefined;
}

export const Other: ElementDescriptor<Other> = /* @__PURE__ */
  element(ns, "Other", () => complexType(ns, undefined, () => ({
    attributes: [attribute("known", "known", xsInt)],
    anyAttribute: anyAttribute("anyAttributes", {
      namespaces: { kind: "not", namespace: "urn:any-attribute" },
      process: "lax",
    }),
  })));

/** @generated from element Listed in schema.xsd */
export interface Listed {
  anyAttributes?: Readonly<Record<string, string>> | undefined;
}

export const Listed: ElementDescriptor<Listed> = /* @__PURE__ */
  element(ns, "Listed", () => complexType(ns, undefined, () => ({
    anyAttribute: anyAttribute("anyAttributes", {
      namespaces: { kind: "list", namespaces: ["urn:a", ""] },
      process: "lax",
    }),
  })));

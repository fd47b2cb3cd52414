// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  attribute,
  complexType,
  type ElementDescriptor,
  element,
  enumeration,
  restriction,
  type SimpleTypeDescriptor,
  simpleType,
  type XmlName,
  xsBase64Binary,
  xsNOTATION,
} from "xsdsmith/codegen";

const ns = "urn:notation";

/** @generated from type Format in schema.xsd */
export type Format = XmlName;

export const Format: SimpleTypeDescriptor<Format> = /* @__PURE__ */
  simpleType(ns, "Format", () => restriction(xsNOTATION, [enumeration(["{urn:notation}gif", "{urn:notation}png"])]));

/** @generated from element Picture in schema.xsd */
export interface Picture {
  format: Format;
  value: Uint8Array;
}

export const Picture: ElementDescriptor<Picture> = /* @__PURE__ */
  element(ns, "Picture", () => complexType(ns, undefined, () => ({
    attributes: [attribute("format", "format", Format, { required: true })],
    text: { property: "value", type: xsBase64Binary },
  })));

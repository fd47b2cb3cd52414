// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  complexType,
  type ElementDescriptor,
  element,
  length,
  particle,
  restriction,
  type SimpleTypeDescriptor,
  sequence,
  simpleType,
  xsBase64Binary,
  xsHexBinary,
} from "xsdsmith/codegen";

const ns = "urn:binary";

/** Length 3. */
export type Data_Hex = Uint8Array;

export const Data_Hex: SimpleTypeDescriptor<Data_Hex> = /* @__PURE__ */
  simpleType(ns, undefined, () => restriction(xsHexBinary, [length(3)]));

/** @generated from element Data in schema.xsd */
export interface Data {
  base64: Uint8Array;
  hex: Data_Hex;
}

export const Data: ElementDescriptor<Data> = /* @__PURE__ */
  element(ns, "Data", () => complexType(ns, undefined, () => ({
    content: sequence([particle("base64", "Base64", xsBase64Binary), particle("hex", "Hex", Data_Hex)]),
  })));

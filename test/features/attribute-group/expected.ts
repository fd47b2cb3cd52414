// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  attribute,
  complexType,
  type ElementDescriptor,
  element,
  xsAnyURI,
  xsBoolean,
  xsDate,
  xsString,
} from "xsdsmith/codegen";

const ns = "urn:attribute-group";

/** @generated from element Note in schema.xsd */
export interface Note {
  origin?: string | undefined;
  created: string;
  by?: string | undefined;
  draft?: boolean | undefined;
}

export const Note: ElementDescriptor<Note> = /* @__PURE__ */
  element(ns, "Note", () => complexType(ns, undefined, () => ({
    attributes: [
      attribute("origin", "origin", xsAnyURI, { namespace: ns }),
      attribute("created", "created", xsDate, { required: true }),
      attribute("by", "by", xsString),
      attribute("draft", "draft", xsBoolean),
    ],
  })));

// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import { choice, complexType, type ElementDescriptor, element, particle, sequence, xsString } from "xsdsmith/codegen";

const ns = "urn:empty-choice";

/** @generated from element Note in schema.xsd */
export interface Note {
  text: string;
}

export const Note: ElementDescriptor<Note> = /* @__PURE__ */
  element(ns, "Note", () => complexType(ns, undefined, () => ({
    content: sequence([
      choice<never>([choice<never>([], { min: 0 })], { min: 0 }),
      particle("text", "Text", xsString),
      choice<never>([], { min: 0 }),
    ]),
  })));

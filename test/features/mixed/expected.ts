// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  any,
  attribute,
  type ComplexTypeDescriptor,
  choice,
  complexType,
  type ElementDescriptor,
  element,
  inOrder,
  particle,
  sequence,
  unbounded,
  type XmlElement,
  xsInt,
  xsLanguage,
  xsString,
} from "xsdsmith/codegen";

const ns = "urn:mixed";

/** @generated from element Paragraph in schema.xsd */
export type Paragraph = Text;

export const Paragraph: ElementDescriptor<Paragraph> = /* @__PURE__ */ element(ns, "Paragraph", () => Text);

export type Text_Break = Record<string, never>;

export const Text_Break: ComplexTypeDescriptor<Text_Break> = /* @__PURE__ */ complexType(ns, undefined, () => ({}));

/** @generated from type Text in schema.xsd */
export interface Text {
  lang?: string | undefined;
  /** Text and elements in document order. */
  content: readonly (
    | string
    | { readonly name: "Bold"; readonly value: Text }
    | { readonly name: "Break"; readonly value: Text_Break }
    | { readonly name: "*"; readonly value: XmlElement }
  )[];
}

export const Text: ComplexTypeDescriptor<Text> = /* @__PURE__ */ complexType(ns, "Text", () => ({
  attributes: [attribute("lang", "lang", xsLanguage)],
  mixed: inOrder("content"),
  content: choice([
    particle("Bold", "Bold", Text),
    particle("Break", "Break", Text_Break),
    any("*", { namespaces: { kind: "not", namespace: "urn:mixed" }, process: "skip" }),
  ], { min: 0, max: unbounded }),
}));

/** @generated from element Letter in schema.xsd */
export interface Letter {
  /** Text and elements in document order. */
  content: readonly (
    | string
    | { readonly name: "Name"; readonly value: string }
    | { readonly name: "Number"; readonly value: number }
  )[];
}

export const Letter: ElementDescriptor<Letter> = /* @__PURE__ */
  element(ns, "Letter", () => complexType(ns, undefined, () => ({
    mixed: inOrder("content"),
    content: sequence([particle("Name", "Name", xsString), particle("Number", "Number", xsInt, { min: 0 })]),
  })));

/** @generated from element Note in schema.xsd */
export interface Note {
  n?: number | undefined;
  /** Text and elements in document order. */
  content: readonly (string)[];
}

export const Note: ElementDescriptor<Note> = /* @__PURE__ */
  element(ns, "Note", () => complexType(ns, undefined, () => ({
    attributes: [attribute("n", "n", xsInt)],
    mixed: inOrder("content"),
  })));

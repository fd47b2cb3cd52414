// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  attribute,
  type ComplexTypeDescriptor,
  complexType,
  type ElementDescriptor,
  element,
  particle,
  sequence,
  xsInt,
  xsString,
} from "xsdsmith/codegen";

const ns = "urn:non-latin-names";

/** @generated from element Привет in schema.xsd */
export type Привет = Страница;

export const Привет: ElementDescriptor<Привет> = /* @__PURE__ */ element(ns, "Привет", () => Страница);

/** @generated from type Страница in schema.xsd */
export interface Страница {
  größe?: number | undefined;
  имяФайла: string;
  名前?: string | undefined;
  ärger?: string | undefined;
  a·b?: string | undefined;
}

export const Страница: ComplexTypeDescriptor<Страница> = /* @__PURE__ */ complexType(ns, "Страница", () => ({
  attributes: [attribute("größe", "größe", xsInt)],
  content: sequence([
    particle("имяФайла", "ИмяФайла", xsString),
    particle("名前", "名前", xsString, { min: 0 }),
    particle("ärger", "Ärger", xsString, { min: 0 }),
    particle("a·b", "a·b", xsString, { min: 0 }),
  ]),
}));

// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
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
  xsInt,
  xsString,
} from "xsdsmith/codegen";

const ns = "urn:choice-repeated";

/** @generated from element Drawing in schema.xsd */
export type Drawing = DrawingType;

export const Drawing: ElementDescriptor<Drawing> = /* @__PURE__ */ element(ns, "Drawing", () => DrawingType);

/** @generated from type Drawing in schema.xsd */
export interface DrawingType {
  title: string;
  /** In document order. */
  items: readonly (
    | { readonly name: "Circle"; readonly value: Circle }
    | { readonly name: "Label"; readonly value: string }
  )[];
}

export const DrawingType: ComplexTypeDescriptor<DrawingType> = /* @__PURE__ */ complexType(ns, "Drawing", () => ({
  content: sequence([
    particle("title", "Title", xsString),
    choice([particle("Circle", "Circle", Circle), particle("Label", "Label", xsString)], {
      min: 0,
      max: unbounded,
      property: inOrder("items"),
    }),
  ]),
}));

/** @generated from type Circle in schema.xsd */
export interface Circle {
  radius: number;
}

export const Circle: ComplexTypeDescriptor<Circle> = /* @__PURE__ */
  complexType(ns, "Circle", () => ({ attributes: [attribute("radius", "radius", xsInt, { required: true })] }));

// Generated from more.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  attribute,
  type ComplexTypeDescriptor,
  complexType,
  type ElementDescriptor,
  element,
  xsInt,
} from "xsdsmith/codegen";
import { AnyShapeType, ShapeType } from "./schema.js";

const ns = "urn:more-shapes";

/** @generated from element Square in more.xsd */
export type Square = SquareType;

export const Square: ElementDescriptor<Square> = /* @__PURE__ */ element(ns, "Square", () => SquareType);

/** @generated from element Circle in more.xsd */
export type Circle = AnyShapeType;

export const Circle: ElementDescriptor<Circle> = /* @__PURE__ */ element(ns, "Circle", () => AnyShapeType);

/** @generated from type Square in more.xsd */
export interface SquareType extends ShapeType {
  side: number;
}

export const SquareType: ComplexTypeDescriptor<SquareType> = /* @__PURE__ */ complexType(ns, "Square", () => ({
  base: ShapeType,
  derivation: "extension",
  attributes: [attribute("side", "side", xsInt, { required: true })],
}));

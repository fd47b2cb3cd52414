// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  attribute,
  type ComplexTypeDescriptor,
  choice,
  complexType,
  type ElementDescriptor,
  element,
  elementRef,
  inOrder,
  particle,
  type SubstitutionGroupDescriptor,
  sequence,
  substitutionGroup,
  unbounded,
  type VariantsDescriptor,
  variants,
  xsInt,
  xsString,
} from "xsdsmith/codegen";
import { Circle as CircleOfMore, Square, SquareType } from "./more.js";

const ns = "urn:substitution-group";

/** @generated from element Shape in schema.xsd */
export type Shape = AnyShapeType;

export const Shape: ElementDescriptor<Shape> = /* @__PURE__ */
  element(ns, "Shape", () => AnyShapeType, { abstract: true });

/** An element Shape, or one that may stand in for it. */
export type AnyShape =
  | { readonly name: "Circle"; readonly value: Circle }
  | { readonly name: "Disc"; readonly value: Disc }
  | { readonly name: "Square"; readonly value: Square }
  | { readonly name: "{urn:more-shapes}Circle"; readonly value: CircleOfMore };

export const AnyShape: SubstitutionGroupDescriptor<AnyShape> = /* @__PURE__ */
  substitutionGroup(Shape, () => [Circle, Disc, Square, CircleOfMore]);

/** @generated from element Circle in schema.xsd */
export type Circle = CircleType;

export const Circle: ElementDescriptor<Circle> = /* @__PURE__ */ element(ns, "Circle", () => CircleType);

/** An element Circle, or one that may stand in for it. */
export type AnyCircle =
  | { readonly name: "Circle"; readonly value: Circle }
  | { readonly name: "Disc"; readonly value: Disc };

export const AnyCircle: SubstitutionGroupDescriptor<AnyCircle> = /* @__PURE__ */
  substitutionGroup(Circle, () => [Circle, Disc]);

/** @generated from element Disc in schema.xsd */
export type Disc = CircleType;

export const Disc: ElementDescriptor<Disc> = /* @__PURE__ */ element(ns, "Disc", () => CircleType);

/** @generated from element Label in schema.xsd */
export type Label = string;

export const Label: ElementDescriptor<Label> = /* @__PURE__ */ element(ns, "Label", () => xsString);

/** @generated from type Shape in schema.xsd */
export interface ShapeType {
  name?: string | undefined;
}

export const ShapeType: ComplexTypeDescriptor<ShapeType> = /* @__PURE__ */
  complexType(ns, "Shape", () => ({ attributes: [attribute("name", "name", xsString)] }));

/** A value of type Shape, or of one derived from it. */
export type AnyShapeType =
  | ({ readonly $type?: "Shape" | undefined } & ShapeType)
  | ({ readonly $type: "Circle" } & CircleType)
  | ({ readonly $type: "Square" } & SquareType);

export const AnyShapeType: VariantsDescriptor<AnyShapeType> = /* @__PURE__ */
  variants(ShapeType, () => [ShapeType, CircleType, SquareType]);

/** @generated from type Circle in schema.xsd */
export interface CircleType extends ShapeType {
  radius: number;
}

export const CircleType: ComplexTypeDescriptor<CircleType> = /* @__PURE__ */ complexType(ns, "Circle", () => ({
  base: ShapeType,
  derivation: "extension",
  attributes: [attribute("radius", "radius", xsInt, { required: true })],
}));

/** @generated from element Drawing in schema.xsd */
export interface Drawing {
  title: string;
  shape: readonly AnyShape[];
}

export const Drawing: ElementDescriptor<Drawing> = /* @__PURE__ */
  element(ns, "Drawing", () => complexType(ns, undefined, () => ({
    content: sequence([
      particle("title", "Title", xsString),
      elementRef("shape", AnyShape, { min: 0, max: unbounded }),
    ]),
  })));

/** @generated from element Badge in schema.xsd */
export interface Badge {
  circle: AnyCircle;
}

export const Badge: ElementDescriptor<Badge> = /* @__PURE__ */
  element(ns, "Badge", () => complexType(ns, undefined, () => ({
    content: sequence([elementRef("circle", AnyCircle)]),
  })));

/** @generated from element Scene in schema.xsd */
export interface Scene {
  /** In document order. */
  items: readonly (
    | { readonly name: "Label"; readonly value: string }
    | { readonly name: "Circle"; readonly value: CircleType }
    | { readonly name: "Disc"; readonly value: CircleType }
    | { readonly name: "Square"; readonly value: SquareType }
    | { readonly name: "{urn:more-shapes}Circle"; readonly value: AnyShapeType }
  )[];
}

export const Scene: ElementDescriptor<Scene> = /* @__PURE__ */
  element(ns, "Scene", () => complexType(ns, undefined, () => ({
    content: choice([elementRef("Label", Label), elementRef("Shape", AnyShape)], {
      max: unbounded,
      property: inOrder("items"),
    }),
  })));

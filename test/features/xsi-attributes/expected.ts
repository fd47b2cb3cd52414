// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  attribute,
  type ComplexTypeDescriptor,
  choice,
  complexType,
  type ElementDescriptor,
  element,
  inOrder,
  maxLength,
  type Nil,
  particle,
  restriction,
  type SimpleTypeDescriptor,
  sequence,
  simpleType,
  unbounded,
  xsDecimal,
  xsInt,
  xsString,
} from "xsdsmith/codegen";

const ns = "urn:xsi-attributes";

/** @generated from element Root in schema.xsd */
export interface Root {
  /** At least 1 item. */
  text: readonly (Short | null)[];
  part: readonly (Part | Nil<Part, "n"> | null)[];
  /** In document order. */
  items: readonly (
    | { readonly name: "X"; readonly value: string | null }
    | { readonly name: "Y"; readonly value: Part }
  )[];
}

export const Root: ElementDescriptor<Root> = /* @__PURE__ */
  element(ns, "Root", () => complexType(ns, undefined, () => ({
    content: sequence([
      particle("text", "Text", Short, { max: unbounded, nillable: true }),
      particle("part", "Part", Part, { min: 0, max: unbounded, nillable: true }),
      choice([particle("X", "X", xsDecimal, { nillable: true }), particle("Y", "Y", Part)], {
        min: 0,
        max: unbounded,
        property: inOrder("items"),
      }),
    ]),
  })));

/**
 * Length at most 9.
 *
 * @generated from type Short in schema.xsd
 */
export type Short = string;

export const Short: SimpleTypeDescriptor<Short> = /* @__PURE__ */
  simpleType(ns, "Short", () => restriction(xsString, [maxLength(9)]));

/**
 * Length at most 3.
 *
 * @generated from type Shorter in schema.xsd
 */
export type Shorter = Short;

export const Shorter: SimpleTypeDescriptor<Shorter> = /* @__PURE__ */
  simpleType(ns, "Shorter", () => restriction(Short, [maxLength(3)]));

/** @generated from type Part in schema.xsd */
export interface Part {
  n?: number | undefined;
}

export const Part: ComplexTypeDescriptor<Part> = /* @__PURE__ */
  complexType(ns, "Part", () => ({ attributes: [attribute("n", "n", xsInt)] }));

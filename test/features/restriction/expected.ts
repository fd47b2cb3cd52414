// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  attribute,
  type ComplexTypeDescriptor,
  complexType,
  type ElementDescriptor,
  element,
  particle,
  sequence,
  unbounded,
  type VariantsDescriptor,
  variants,
  xsBoolean,
  xsDecimal,
  xsInt,
  xsString,
} from "xsdsmith/codegen";

const ns = "urn:restriction";

/** @generated from element Any in schema.xsd */
export type Any = AnyRange;

export const Any: ElementDescriptor<Any> = /* @__PURE__ */ element(ns, "Any", () => AnyRange);

/** @generated from element Closed in schema.xsd */
export type Closed = ClosedRange;

export const Closed: ElementDescriptor<Closed> = /* @__PURE__ */ element(ns, "Closed", () => ClosedRange);

/** @generated from type Range in schema.xsd */
export interface Range {
  unit?: string | undefined;
  open?: boolean | undefined;
  from?: string | undefined;
  to?: string | undefined;
  note: readonly string[];
}

export const Range: ComplexTypeDescriptor<Range> = /* @__PURE__ */ complexType(ns, "Range", () => ({
  attributes: [attribute("unit", "unit", xsString), attribute("open", "open", xsBoolean)],
  content: sequence([
    particle("from", "From", xsDecimal, { min: 0 }),
    particle("to", "To", xsDecimal, { min: 0 }),
    particle("note", "Note", xsString, { min: 0, max: unbounded }),
  ]),
}));

/** A value of type Range, or of one derived from it. */
export type AnyRange =
  | ({ readonly $type?: "Range" | undefined } & Range)
  | ({ readonly $type: "ClosedRange" } & ClosedRange);

export const AnyRange: VariantsDescriptor<AnyRange> = /* @__PURE__ */ variants(Range, () => [Range, ClosedRange]);

/** @generated from type ClosedRange in schema.xsd */
export interface ClosedRange {
  unit: string;
  from: number;
  to: number;
}

export const ClosedRange: ComplexTypeDescriptor<ClosedRange> = /* @__PURE__ */ complexType(ns, "ClosedRange", () => ({
  base: Range,
  derivation: "restriction",
  attributes: [attribute("unit", "unit", xsString, { required: true })],
  content: sequence([particle("from", "From", xsInt), particle("to", "To", xsInt)]),
}));

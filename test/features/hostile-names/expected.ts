// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  attribute,
  type ComplexTypeDescriptor,
  choice,
  complexType,
  type ElementDescriptor,
  element,
  enumeration,
  inOrder,
  particle,
  restriction,
  type SimpleTypeDescriptor,
  sequence,
  simpleType,
  unbounded,
  xsString,
  xsToken,
} from "xsdsmith/codegen";

const ns = "urn:hostile-names";

/** @generated from element __proto__ in schema.xsd */
export type __proto__ = Constructor;

export const __proto__: ElementDescriptor<__proto__> = /* @__PURE__ */ element(ns, "__proto__", () => Constructor);

/** @generated from type constructor in schema.xsd */
export interface Constructor {
  prototype?: string | undefined;
  valueOfAttribute?: string | undefined;
  __proto__Element?: string | undefined;
  constructorElement?: string | undefined;
  toStringElement: readonly string[];
  hasOwnPropertyElement?: string | undefined;
  then?: string | undefined;
  class?: string | undefined;
  default?: string | undefined;
  any?: Undefined | undefined;
}

export const Constructor: ComplexTypeDescriptor<Constructor> = /* @__PURE__ */ complexType(ns, "constructor", () => ({
  attributes: [attribute("prototype", "prototype", xsString), attribute("valueOfAttribute", "valueOf", xsString)],
  content: sequence([
    particle("__proto__Element", "__proto__", xsString, { min: 0 }),
    particle("constructorElement", "constructor", xsString, { min: 0 }),
    particle("toStringElement", "toString", xsString, { min: 0, max: unbounded }),
    particle("hasOwnPropertyElement", "hasOwnProperty", xsString, { min: 0 }),
    particle("then", "then", xsString, { min: 0 }),
    particle("class", "class", xsString, { min: 0 }),
    particle("default", "default", xsString, { min: 0 }),
    particle("any", "any", Undefined, { min: 0 }),
  ]),
}));

/** @generated from type undefined in schema.xsd */
export interface Undefined {
  /** In document order. */
  items: readonly (
    | { readonly name: "__proto__"; readonly value: string }
    | { readonly name: "constructor"; readonly value: string }
  )[];
}

export const Undefined: ComplexTypeDescriptor<Undefined> = /* @__PURE__ */ complexType(ns, "undefined", () => ({
  content: choice([particle("__proto__", "__proto__", xsString), particle("constructor", "constructor", xsString)], {
    min: 0,
    max: unbounded,
    property: inOrder("items"),
  }),
}));

/** @generated from element class in schema.xsd */
export type Class = StringType;

export const Class: ElementDescriptor<Class> = /* @__PURE__ */ element(ns, "class", () => StringType);

/** @generated from type string in schema.xsd */
export type StringType = "__proto__" | "constructor";

export const StringType: SimpleTypeDescriptor<StringType> = /* @__PURE__ */
  simpleType(ns, "string", () => restriction(xsToken, [enumeration(["__proto__", "constructor"])]));

// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  type AnyType,
  attribute,
  type ComplexTypeDescriptor,
  complexType,
  type ElementDescriptor,
  element,
  type Nil,
  particle,
  sequence,
  unbounded,
  type VariantsDescriptor,
  variants,
  xsAnyType,
  xsInt,
  xsString,
} from "xsdsmith/codegen";

const ns = "urn:nillable";

/** @generated from element Root in schema.xsd */
export interface Root {
  text: string | null;
  plain?: Plain | null | undefined;
  tagged: readonly (Tagged | Nil<Tagged, "id" | "lang"> | null)[];
  animal?: AnyAnimal | Nil<AnyAnimal, "breed"> | null | undefined;
  anything?: AnyType | null | undefined;
}

export const Root: ElementDescriptor<Root> = /* @__PURE__ */
  element(ns, "Root", () => complexType(ns, undefined, () => ({
    content: sequence([
      particle("text", "Text", xsString, { nillable: true }),
      particle("plain", "Plain", Plain, { min: 0, nillable: true }),
      particle("tagged", "Tagged", Tagged, { min: 0, max: unbounded, nillable: true }),
      particle("animal", "Animal", AnyAnimal, { min: 0, nillable: true }),
      particle("anything", "Anything", xsAnyType, { min: 0, nillable: true }),
    ]),
  })));

/** @generated from type Plain in schema.xsd */
export interface Plain {
  a: number;
}

export const Plain: ComplexTypeDescriptor<Plain> = /* @__PURE__ */
  complexType(ns, "Plain", () => ({ content: sequence([particle("a", "A", xsInt)]) }));

/** @generated from type Tagged in schema.xsd */
export interface Tagged {
  id?: number | undefined;
  /** @defaultValue `en` */
  lang?: string | undefined;
  a: number;
}

export const Tagged: ComplexTypeDescriptor<Tagged> = /* @__PURE__ */ complexType(ns, "Tagged", () => ({
  attributes: [attribute("id", "id", xsInt), attribute("lang", "lang", xsString, { default: "en" })],
  content: sequence([particle("a", "A", xsInt)]),
}));

/** @generated from type Animal in schema.xsd */
export interface Animal {
  name: string;
}

export const Animal: ComplexTypeDescriptor<Animal> = /* @__PURE__ */
  complexType(ns, "Animal", () => ({ content: sequence([particle("name", "Name", xsString)]) }));

/** A value of type Animal, or of one derived from it. */
export type AnyAnimal = ({ readonly $type?: "Animal" | undefined } & Animal) | ({ readonly $type: "Dog" } & Dog);

export const AnyAnimal: VariantsDescriptor<AnyAnimal> = /* @__PURE__ */ variants(Animal, () => [Animal, Dog]);

/** @generated from type Dog in schema.xsd */
export interface Dog extends Animal {
  breed?: string | undefined;
}

export const Dog: ComplexTypeDescriptor<Dog> = /* @__PURE__ */ complexType(ns, "Dog", () => ({
  base: Animal,
  derivation: "extension",
  attributes: [attribute("breed", "breed", xsString)],
}));

/** @generated from element Alone in schema.xsd */
export interface Alone {
  why: string;
}

export const Alone: ElementDescriptor<Alone | Nil<Alone, "why"> | null> = /* @__PURE__ */ element(
  ns,
  "Alone",
  () => complexType(ns, undefined, () => ({ attributes: [attribute("why", "why", xsString, { required: true })] })),
  { nillable: true },
);

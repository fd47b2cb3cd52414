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
  xsInt,
  xsString,
} from "xsdsmith/codegen";

const ns = "urn:abstract-type";

/** @generated from element Zoo in schema.xsd */
export interface Zoo {
  /** At least 1 item. */
  animal: readonly AnyAnimal[];
  star?: AnyDog | undefined;
}

export const Zoo: ElementDescriptor<Zoo> = /* @__PURE__ */ element(ns, "Zoo", () => complexType(ns, undefined, () => ({
  content: sequence([
    particle("animal", "Animal", AnyAnimal, { max: unbounded }),
    particle("star", "Star", AnyDog, { min: 0 }),
  ]),
})));

/** @generated from type Animal in schema.xsd */
export interface Animal {
  name: string;
}

export const Animal: ComplexTypeDescriptor<Animal> = /* @__PURE__ */
  complexType(ns, "Animal", () => ({ abstract: true, content: sequence([particle("name", "Name", xsString)]) }));

/** A value of type Animal, or of one derived from it. */
export type AnyAnimal =
  | ({ readonly $type: "Dog" } & Dog)
  | ({ readonly $type: "Puppy" } & Puppy)
  | ({ readonly $type: "Cat" } & Cat);

export const AnyAnimal: VariantsDescriptor<AnyAnimal> = /* @__PURE__ */ variants(Animal, () => [Dog, Puppy, Cat]);

/** @generated from type Dog in schema.xsd */
export interface Dog extends Animal {
  tricks: number;
}

export const Dog: ComplexTypeDescriptor<Dog> = /* @__PURE__ */ complexType(ns, "Dog", () => ({
  base: Animal,
  derivation: "extension",
  content: sequence([particle("tricks", "Tricks", xsInt)]),
}));

/** A value of type Dog, or of one derived from it. */
export type AnyDog = ({ readonly $type?: "Dog" | undefined } & Dog) | ({ readonly $type: "Puppy" } & Puppy);

export const AnyDog: VariantsDescriptor<AnyDog> = /* @__PURE__ */ variants(Dog, () => [Dog, Puppy]);

/** @generated from type Puppy in schema.xsd */
export interface Puppy extends Dog {
  weeks?: number | undefined;
}

export const Puppy: ComplexTypeDescriptor<Puppy> = /* @__PURE__ */ complexType(ns, "Puppy", () => ({
  base: Dog,
  derivation: "extension",
  attributes: [attribute("weeks", "weeks", xsInt)],
}));

/** @generated from type Cat in schema.xsd */
export type Cat = Animal;

export const Cat: ComplexTypeDescriptor<Cat> = /* @__PURE__ */
  complexType(ns, "Cat", () => ({ base: Animal, derivation: "extension" }));

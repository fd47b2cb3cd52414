// The functions that describe schema components: each brings what implements its construct.

import type { Facet } from "../datatypes/datatype.js";
import { alter } from "../datatypes/define-datatype.js";
import { listDatatype } from "../datatypes/list.js";
import { unionDatatype } from "../datatypes/union.js";
import { automaton } from "../model/automaton.js";
import type {
  AnyTypeDescriptor,
  AttributeParticle,
  AttributeWildcard,
  Codec,
  ComplexTypeDefinition,
  ComplexTypeDescriptor,
  ElementDescriptor,
  ElementParticle,
  GroupParticle,
  IdentityConstraintDescriptor,
  Listed,
  OrderedProperty,
  Particle,
  SimpleTypeDefinition,
  SimpleTypeDescriptor,
  SubstitutionGroupDescriptor,
  TypeDescriptor,
  VariantsDescriptor,
  WildcardParticle,
} from "../schema/descriptors.js";
import type { AnyType } from "../xml/tree/xml-element.js";
import { allCodec } from "./all.js";
import { attributeWildcardCodec } from "./attribute-wildcard.js";
import { attributesCodec } from "./attributes.js";
import { choiceCodec } from "./choice.js";
import { identityCodec } from "./identity/tracker.js";
import { orderCodec } from "./order.js";
import { elementPrototype } from "./standard-schema.js";
import { substitutionCodec } from "./substitution.js";
import { variantsCodec } from "./variants.js";
import { wildcardCodec } from "./wildcard.js";

/** The names of the properties of a shape, those of every member where it is a union. */
export type PropertyOf<T> = T extends unknown ? keyof T & string : never;

/** `maxOccurs="unbounded"`. */
export const unbounded: number = Infinity;

/** Part 1, 3.4.7: any attributes, any content. */
export const xsAnyType: AnyTypeDescriptor<AnyType> = { kind: "anyType", codec: wildcardCodec };

/** Describes a global element declaration. */
export function element<T>(
  namespace: string,
  name: string,
  type: () => TypeDescriptor<T>,
  options?: Partial<Pick<ElementDescriptor, "nillable" | "abstract" | "default" | "fixed" | "block" | "constraints">>,
): ElementDescriptor<T> {
  // An anonymous type is made inside the thunk: it must be one object however often it is asked for.
  let known: TypeDescriptor<T> | undefined;
  const once = () => (known ??= type());
  const declaration = { kind: "elementDeclaration", namespace, name, type: once, nillable: false, abstract: false };
  return Object.assign(Object.create(elementPrototype), declaration, options);
}

/** Describes a complex type; the definition is asked for once, on first use, so that types may refer to each other. */
export function complexType<T>(
  namespace: string,
  name: string | undefined,
  definition: () => ComplexTypeDefinition<PropertyOf<T>>,
): ComplexTypeDescriptor<T> {
  return { kind: "complex", namespace, name, definition };
}

/** Describes a complex type together with those that `xsi:type` may name in its place. */
export function variants<T>(
  base: ComplexTypeDescriptor,
  members: () => Listed<ComplexTypeDescriptor>,
): VariantsDescriptor<T> {
  return { kind: "variants", codec: variantsCodec, base, members };
}

/** Describes a global element together with those that may stand in for it. */
export function substitutionGroup<T>(
  head: ElementDescriptor,
  members: () => Listed<ElementDescriptor>,
): SubstitutionGroupDescriptor<T> {
  return { kind: "substitutionGroup", codec: substitutionCodec, head, members };
}

/** Describes a simple type. */
export function simpleType<T>(
  namespace: string,
  name: string | undefined,
  definition: () => SimpleTypeDefinition,
): SimpleTypeDescriptor<T> {
  return { kind: "simple", namespace, name, definition };
}

/** Part 1, 3.14: a simple type by restriction. */
export function restriction(base: SimpleTypeDescriptor, facets: readonly Facet[]): SimpleTypeDefinition {
  return {
    variety: "restriction",
    base,
    facets,
    make(name, datatypeOf) {
      const restricted = facets.reduce((datatype, facet) => facet.restrict(datatype), datatypeOf(base));
      return name === undefined ? restricted : alter(restricted, { name });
    },
  };
}

/** Part 1, 3.14: a list of white-space separated items. */
export function list(item: SimpleTypeDescriptor): SimpleTypeDefinition {
  return {
    variety: "list",
    item,
    make(name, datatypeOf) {
      const datatype = datatypeOf(item);
      return listDatatype(name ?? `list of ${datatype.name}`, datatype);
    },
  };
}

/** Part 1, 3.14: a union; the first member that accepts a text gives its value. */
export function union(...members: readonly SimpleTypeDescriptor[]): SimpleTypeDefinition {
  return {
    variety: "union",
    members,
    make(name, datatypeOf) {
      const datatypes = members.map(datatypeOf);
      return unionDatatype(name ?? datatypes.map((member) => member.name).join(" or "), datatypes);
    },
  };
}

/** What is unusual about a local element. */
export type ElementOptions = Partial<
  Pick<
    ElementParticle,
    "namespace" | "min" | "max" | "array" | "nillable" | "default" | "fixed" | "block" | "constraints"
  >
>;

/** Describes a local element and the property that holds its value; once, unless the options say otherwise. */
export function particle<const P extends string>(
  property: P,
  name: string,
  type: TypeDescriptor,
  options?: ElementOptions,
): ElementParticle<P> {
  const { max = 1 } = options ?? {};
  return {
    kind: "element",
    property,
    namespace: undefined,
    name,
    type,
    min: 1,
    max,
    array: max > 1,
    nillable: false,
    ...options,
  };
}

/** Describes a reference to a global element or its substitution group. */
export function elementRef<const P extends string>(
  property: P,
  declaration: ElementDescriptor | SubstitutionGroupDescriptor,
  options?: Pick<ElementOptions, "min" | "max" | "array">,
): ElementParticle<P> {
  const { max = 1 } = options ?? {};
  const head = declaration.kind === "substitutionGroup" ? declaration.head : declaration;
  return {
    kind: "element",
    property,
    namespace: head.namespace,
    name: head.name,
    type: head.type(),
    min: 1,
    max,
    array: max > 1,
    nillable: head.nillable,
    default: head.default,
    fixed: head.fixed,
    declaration,
    ...options,
  };
}

/** How often a group occurs, where that is not once. */
export type Occurs = Partial<Pick<GroupParticle, "min" | "max">>;
/** Order is data: the property that holds the elements. */
export type Ordered<P extends string> = { readonly property: OrderedProperty<P> };
/** A sequence that is no row of elements and wildcards, each in its turn, brings what makes its model. */
export type Modelled =
  | { readonly min?: undefined; readonly max?: undefined }
  | (Occurs & { readonly model: Codec<"model"> });

/** Order is data: a property holds elements as `{ name, value }` in document order, and the text of mixed content. */
export function inOrder<const P extends string>(name: P): OrderedProperty<P> {
  return { name, codec: orderCodec };
}

/** Part 1, 3.8: all of these, in this order. */
export function sequence<P extends string = never>(
  particles: Listed<Particle<P>>,
  options?: Modelled,
): GroupParticle<P>;
/** The same, where order is data: one property holds the elements. */
export function sequence<const P extends string>(
  particles: Listed<Particle>,
  options: Modelled & Ordered<P>,
): GroupParticle<P>;
export function sequence(particles: Listed<Particle>, options?: Modelled): GroupParticle {
  const { min = 1, max = 1 } = options ?? {};
  return { kind: "sequence", particles, ...options, min, max };
}

/** Part 1, 3.8: one of these. */
export function choice<P extends string = never>(particles: Listed<Particle<P>>, options?: Occurs): GroupParticle<P>;
/** The same, where order is data: one property holds the elements. */
export function choice<const P extends string>(
  particles: Listed<Particle>,
  options: Occurs & Ordered<P>,
): GroupParticle<P>;
export function choice(particles: Listed<Particle>, options?: Occurs): GroupParticle {
  return { kind: "choice", codec: choiceCodec, model: automaton, particles, min: 1, max: 1, ...options };
}

/** Part 1, 3.8: all of these, in any order: that of the properties of the value. */
export function all<P extends string = never>(particles: Listed<Particle<P>>, options?: Occurs): GroupParticle<P> {
  return { kind: "all", codec: allCodec, model: automaton, particles, min: 1, max: 1, ...options };
}

/** Part 1, 3.10: elements of other schemas. */
export function any<const P extends string>(
  property: P,
  options?: Partial<Omit<WildcardParticle, "kind" | "codec" | "property">>,
): WildcardParticle<P> {
  const { max = 1 } = options ?? {};
  const array = max > 1;
  return {
    kind: "any",
    codec: wildcardCodec,
    property,
    namespaces: { kind: "any" },
    process: "strict",
    min: 1,
    max,
    array,
    ...options,
  };
}

/** Describes an attribute and the property that holds its value. */
export function attribute<const P extends string>(
  property: P,
  name: string,
  type: SimpleTypeDescriptor,
  options?: Partial<Omit<AttributeParticle, "property" | "name" | "type" | "codec">>,
): AttributeParticle<P> {
  return { property, namespace: "", name, type, required: false, codec: attributesCodec, ...options };
}

/** Part 1, 3.10: attributes of other schemas, by their names in Clark notation. */
export function anyAttribute<const P extends string>(
  property: P,
  options?: Partial<Omit<AttributeWildcard, "property" | "attributes" | "codec">>,
): AttributeWildcard<P> {
  return {
    property,
    namespaces: { kind: "any" },
    process: "strict",
    attributes: attributesCodec,
    codec: attributeWildcardCodec,
    ...options,
  };
}

/** Part 1, 3.11: what the selector finds has each of the fields, and no two have the same. */
export function key(
  namespace: string,
  name: string,
  selector: string,
  fields: readonly string[],
): IdentityConstraintDescriptor {
  return { kind: "key", namespace, name, selector, fields, codec: identityCodec };
}

/** Part 1, 3.11: no two of what the selector finds have the same fields, if they have them at all. */
export function unique(
  namespace: string,
  name: string,
  selector: string,
  fields: readonly string[],
): IdentityConstraintDescriptor {
  return { kind: "unique", namespace, name, selector, fields, codec: identityCodec };
}

/** Part 1, 3.11: the fields of what the selector finds are those of something that the key names. */
export function keyref(
  namespace: string,
  name: string,
  selector: string,
  fields: readonly string[],
  refer: string,
): IdentityConstraintDescriptor {
  return { kind: "keyref", namespace, name, selector, fields, refer, codec: identityCodec };
}

import type { Datatype, Facet } from "../datatypes/datatype.js";

declare const construct: unique symbol;

/**
 * What implements a construct, brought by whatever describes it. A descriptor carries it and does not know what is
 * inside: that is between the engine's ports and the construct.
 */
export interface Codec<Construct extends string> {
  readonly [construct]?: Construct;
}

/**
 * Descriptors are what generated code is made of: plain readonly data that says how a TypeScript shape and an XML
 * Schema component correspond. `parse`, `serialize` and `validate` prepare them on first use. Where a
 * construct has an implementation of its own, what describes it brings that along: nobody carries what no descriptor uses.
 *
 * A type parameter `T` is the TypeScript shape, `P` the names of its properties: a descriptor that names a property
 * which its interface lacks does not compile.
 */
export type TypeDescriptor<T = unknown> =
  | SimpleTypeDescriptor<T>
  | ComplexTypeDescriptor<T>
  | VariantsDescriptor<T>
  | AnyTypeDescriptor<T>;

/** Holds the TypeScript type of a descriptor; never present at run time. */
export interface Phantom<T> {
  readonly "~type"?: T | undefined;
}

/**
 * A list written as a literal. That it may be empty makes it a tuple for the compiler, which otherwise would compare the
 * types of all its items with each other, and gives up where there are more than about a thousand.
 */
export type Listed<T> = readonly [] | readonly T[];

/** An XSD simple type (Part 1, 3.14). */
export interface SimpleTypeDescriptor<T = unknown> extends Phantom<T> {
  readonly kind: "simple";
  readonly namespace: string;
  /** `undefined` for an anonymous type. */
  readonly name: string | undefined;
  /** What the type is made of; asked for on first use. */
  readonly definition: () => SimpleTypeDefinition;
}

/** What a simple type is made of, and how its datatype is made: a schema carries the varieties that it uses. */
export type SimpleTypeDefinition = {
  /** Makes the datatype. */
  readonly make: (name: string | undefined, datatypeOf: (type: SimpleTypeDescriptor) => Datatype) => Datatype;
} & (
  | { readonly variety: "builtin"; readonly datatype: Datatype }
  | { readonly variety: "restriction"; readonly base: SimpleTypeDescriptor; readonly facets: readonly Facet[] }
  | { readonly variety: "list"; readonly item: SimpleTypeDescriptor }
  | { readonly variety: "union"; readonly members: readonly SimpleTypeDescriptor[] }
);

/** An XSD complex type (Part 1, 3.4). */
export interface ComplexTypeDescriptor<T = unknown> extends Phantom<T> {
  readonly kind: "complex";
  readonly namespace: string;
  /** `undefined` for an anonymous type. */
  readonly name: string | undefined;
  /** Content and attributes; asked for on first use, so that types may refer to each other. */
  readonly definition: () => ComplexTypeDefinition;
}

/** What a complex type is made of. */
export type ComplexTypeDefinition<P extends string = string> = ComplexTypeParts<P> &
  (
    | { readonly mixed?: undefined; readonly content?: Particle<P> | undefined }
    /** Mixed content: the property that holds text and elements in their order; the particles' properties are tags. */
    | { readonly mixed: OrderedProperty<P>; readonly content?: Particle | undefined }
  );

/** What complex types of every content have. */
export interface ComplexTypeParts<P extends string> {
  /** The complex type it is derived from; anyType is left out. */
  readonly base?: ComplexTypeDescriptor | undefined;
  readonly derivation?: Derivation | undefined;
  /**
   * An extension whose `attributes` and `content` are complete. Those of other extensions are what is added to the
   * base's; those of a restriction are always complete.
   */
  readonly complete?: boolean | undefined;
  readonly abstract?: boolean | undefined;
  /** Derivations that `xsi:type` may not use (Part 1, 3.4.1 {prohibited substitutions}). */
  readonly block?: readonly Derivation[] | undefined;
  readonly attributes?: Listed<AttributeParticle<P>> | undefined;
  readonly anyAttribute?: AttributeWildcard<P> | undefined;
  /** Simple content: the property that holds the text's value. */
  readonly text?: { readonly property: P; readonly type: SimpleTypeDescriptor } | undefined;
}

/** How a type comes from another (Part 1, 3.4.1 {derivation method}). */
export type Derivation = "extension" | "restriction";

/**
 * A complex type and those derived from it that an element may name by `xsi:type`. A value of the declared type needs no
 * `$type`; of another it has the local name there, or, where two have the same, for the later ones the name in Clark
 * notation.
 */
export interface VariantsDescriptor<T = unknown> extends Phantom<T> {
  readonly kind: "variants";
  readonly codec: Codec<"variants">;
  readonly base: ComplexTypeDescriptor;
  /** Those that are not abstract, the base too. */
  readonly members: () => readonly ComplexTypeDescriptor[];
}

/** The ur-type (Part 1, 3.4.7): any attributes, any content. */
export interface AnyTypeDescriptor<T = unknown> extends Phantom<T> {
  readonly kind: "anyType";
  readonly codec: Codec<"wildcard">;
}

/** An attribute use (Part 1, 3.5). */
export interface AttributeParticle<P extends string = string> {
  readonly property: P;
  /** The empty string for an unqualified attribute. */
  readonly namespace: string;
  readonly name: string;
  readonly type: SimpleTypeDescriptor;
  readonly required: boolean;
  /** The lexical form of a default or fixed value. */
  readonly default?: string | undefined;
  readonly fixed?: string | undefined;
  readonly codec: Codec<"attributes">;
}

/** A particle of a content model (Part 1, 3.9); `max` is `Infinity` for `unbounded`. */
export type Particle<P extends string = string> = ElementParticle<P> | GroupParticle<P> | WildcardParticle<P>;

/** An element of a content model: declared there, or a global one that is referred to. */
export interface ElementParticle<P extends string = string> {
  readonly kind: "element";
  /**
   * The property that holds the element's value; within a group with `property` (order is data) the tag of the item.
   */
  readonly property: P;
  /** `undefined`: the target namespace of the type that the particle stands in. */
  readonly namespace: string | undefined;
  readonly name: string;
  readonly type: TypeDescriptor;
  readonly min: number;
  readonly max: number;
  /** The property is an array, also where this one particle occurs once (the name occurs twice in the model). */
  readonly array: boolean;
  readonly nillable: boolean;
  readonly default?: string | undefined;
  readonly fixed?: string | undefined;
  /** The global declaration referred to; a substitution group where others may stand in for it. */
  readonly declaration?: ElementDescriptor | SubstitutionGroupDescriptor | undefined;
  /** Derivations that `xsi:type` may not use. */
  readonly block?: readonly Derivation[] | undefined;
  readonly constraints?: readonly IdentityConstraintDescriptor[] | undefined;
}

/** A model group of a content model (Part 1, 3.8). */
export interface GroupParticle<P extends string = string> {
  readonly kind: "sequence" | "choice" | "all";
  /** What a choice or an `all` group is to content models and values; a sequence needs none. */
  readonly codec?: Codec<"group"> | undefined;
  /**
   * What content models are made by that hold more than a row of elements and wildcards: absent for a sequence that
   * occurs once.
   */
  readonly model?: Codec<"model"> | undefined;
  readonly particles: readonly Particle[];
  readonly min: number;
  readonly max: number;
  /**
   * Order is data: one property holds the group's elements as `{ name, value }` in document order; what the particles
   * call properties are the names.
   */
  readonly property?: OrderedProperty<P> | undefined;
  /** Holds the names of the properties that the group fills; never present at run time. */
  readonly "~properties"?: P | undefined;
}

/** A property that holds elements in the order of the document. */
export interface OrderedProperty<P extends string = string> {
  readonly name: P;
  readonly codec: Codec<"order">;
}

/** A namespace constraint (Part 1, 3.10.1): anything, anything but these, only these. */
export type NamespaceConstraint =
  | { readonly kind: "any" }
  | { readonly kind: "not"; readonly namespace: string }
  | { readonly kind: "list"; readonly namespaces: readonly string[] };

/** How strictly what a wildcard allows is checked (Part 1, 3.10.1). */
export type ProcessContents = "strict" | "lax" | "skip";

/** An element wildcard of a content model (Part 1, 3.10). */
export interface WildcardParticle<P extends string = string> {
  readonly kind: "any";
  readonly property: P;
  readonly namespaces: NamespaceConstraint;
  readonly process: ProcessContents;
  readonly min: number;
  readonly max: number;
  readonly array: boolean;
  readonly codec: Codec<"wildcard">;
}

/** An attribute wildcard (Part 1, 3.10). */
export interface AttributeWildcard<P extends string = string> {
  readonly property: P;
  readonly namespaces: NamespaceConstraint;
  readonly process: ProcessContents;
  readonly attributes: Codec<"attributes">;
  readonly codec: Codec<"attributeWildcard">;
}

/** An identity constraint of an element declaration (Part 1, 3.11), with its XPaths as texts of a canonical form. */
export interface IdentityConstraintDescriptor {
  readonly kind: "key" | "unique" | "keyref";
  readonly namespace: string;
  readonly name: string;
  readonly selector: string;
  readonly fields: readonly string[];
  /** For a keyref: the key it refers to, in Clark notation. */
  readonly refer?: string | undefined;
  readonly codec: Codec<"identity">;
}

/** What a schema is to the libraries that speak Standard Schema (version 1, https://standardschema.dev). */
export interface StandardSchemaProps<T> {
  readonly version: 1;
  readonly vendor: string;
  readonly types?: { readonly input: T; readonly output: T } | undefined;
  /** See `validate`. */
  readonly validate: (
    value: unknown,
  ) =>
    | { readonly value: T; readonly issues?: undefined }
    | { readonly issues: readonly { readonly message: string; readonly path?: readonly PropertyKey[] | undefined }[] };
}

/** A global element declaration (Part 1, 3.3): what the three verbs take. */
export interface ElementDescriptor<T = unknown> extends Phantom<T> {
  /** Made when it is asked for; checks values, not documents. */
  readonly "~standard": StandardSchemaProps<T>;
  readonly kind: "elementDeclaration";
  readonly namespace: string;
  readonly name: string;
  /** Asked for on first use; always the same object. */
  readonly type: () => TypeDescriptor;
  readonly nillable: boolean;
  readonly abstract: boolean;
  readonly default?: string | undefined;
  readonly fixed?: string | undefined;
  /** Derivations that `xsi:type` may not use (Part 1, 3.3.1 {disallowed substitutions}). */
  readonly block?: readonly Derivation[] | undefined;
  readonly constraints?: readonly IdentityConstraintDescriptor[] | undefined;
}

/**
 * A global element and those that may stand in for it (Part 1, 3.3.6). The value where it is referred to is
 * `{ name, value }`, `name` being the local name, or, where two have the same, for the later ones the name in Clark
 * notation.
 */
export interface SubstitutionGroupDescriptor<T = unknown> extends Phantom<T> {
  readonly kind: "substitutionGroup";
  readonly codec: Codec<"substitution">;
  readonly head: ElementDescriptor;
  /** Those that are not abstract, the head too. */
  readonly members: () => readonly ElementDescriptor[];
}

/** The TypeScript type of a descriptor. */
export type TypeOf<D> = D extends { readonly "~type"?: infer T } ? Exclude<T, undefined> : never;

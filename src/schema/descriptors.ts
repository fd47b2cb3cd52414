import type { IdentityConstraintDescriptor } from "../constructs/identity/constraint.js";
import type { Datatype, Facet } from "../datatypes/datatype.js";
import type {
  AttributeRules,
  AttributeWildcardRules,
  OrderRules,
  SubstitutionRules,
  VariantRules,
  WildRules,
} from "../engine/ports.js";
import type { GroupRules } from "../model/group-rules.js";

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
interface Phantom<T> {
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

export type ComplexTypeDefinition<P extends string = string> = ComplexTypeParts<P> &
  (
    | { readonly mixed?: undefined; readonly content?: Particle<P> | undefined }
    /** Mixed content: the property that holds text and elements in their order; the particles' properties are tags. */
    | { readonly mixed: OrderedProperty<P>; readonly content?: Particle | undefined }
  );

interface ComplexTypeParts<P extends string> {
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

export type Derivation = "extension" | "restriction";

/**
 * A complex type and those derived from it that an element may name by `xsi:type`. A value of the declared type needs no
 * `$type`; of another it has the local name there, or, where two have the same, for the later ones the name in Clark
 * notation.
 */
export interface VariantsDescriptor<T = unknown> extends Phantom<T> {
  readonly kind: "variants";
  readonly rules: VariantRules;
  readonly base: ComplexTypeDescriptor;
  /** Those that are not abstract, the base too. */
  readonly members: () => readonly ComplexTypeDescriptor[];
}

/** The ur-type (Part 1, 3.4.7): any attributes, any content. */
export interface AnyTypeDescriptor<T = unknown> extends Phantom<T> {
  readonly kind: "anyType";
  readonly rules: WildRules;
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
  readonly rules: AttributeRules;
}

/** A particle of a content model (Part 1, 3.9); `max` is `Infinity` for `unbounded`. */
export type Particle<P extends string = string> = ElementParticle<P> | GroupParticle<P> | WildcardParticle<P>;

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

export interface GroupParticle<P extends string = string> {
  readonly kind: "sequence" | "choice" | "all";
  /** What such a group is to content models and values. */
  readonly rules: GroupRules;
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
  readonly rules: OrderRules;
}

/** A namespace constraint (Part 1, 3.10.1): anything, anything but these, only these. */
export type NamespaceConstraint =
  | { readonly kind: "any" }
  | { readonly kind: "not"; readonly namespace: string }
  | { readonly kind: "list"; readonly namespaces: readonly string[] };

export type ProcessContents = "strict" | "lax" | "skip";

export interface WildcardParticle<P extends string = string> {
  readonly kind: "any";
  readonly property: P;
  readonly namespaces: NamespaceConstraint;
  readonly process: ProcessContents;
  readonly min: number;
  readonly max: number;
  readonly array: boolean;
  readonly rules: WildRules;
}

export interface AttributeWildcard<P extends string = string> {
  readonly property: P;
  readonly namespaces: NamespaceConstraint;
  readonly process: ProcessContents;
  readonly attributes: AttributeRules;
  readonly rules: AttributeWildcardRules;
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
  readonly rules: SubstitutionRules;
  readonly head: ElementDescriptor;
  /** Those that are not abstract, the head too. */
  readonly members: () => readonly ElementDescriptor[];
}

/** The TypeScript type of a descriptor. */
export type TypeOf<D> = D extends { readonly "~type"?: infer T } ? Exclude<T, undefined> : never;

/** What an operation has beside its two messages, as TypeScript types: a group that is left out is empty. */
export interface OperationParts {
  /** The header blocks of the request, by property. */
  readonly headers?: object;
  /** The header blocks of the response. */
  readonly responseHeaders?: object;
  /** The elements of the declared faults' details, by the faults' names. */
  readonly faults?: object;
  /** The header blocks that faults about the request's own may carry. */
  readonly headerFaults?: object;
  /** What goes beside the envelope of the request, by property. */
  readonly contents?: object;
  /** What comes beside the envelope of the response. */
  readonly responseContents?: object;
  /** The property of the output that a caller gets instead of the whole of it. */
  readonly result?: string;
}

/** Nothing declared. */
export type NoParts = Readonly<Record<never, never>>;

/** One of the groups of {@link OperationParts}. */
export type GroupOf<Parts, Name extends keyof OperationParts> = Parts extends { readonly [name in Name]: infer Group }
  ? Group
  : NoParts;

/** The types of the header blocks of an operation's request, by property. */
export type HeadersOf<Parts> = GroupOf<Parts, "headers">;
/** The same of its answer. */
export type ResponseHeadersOf<Parts> = GroupOf<Parts, "responseHeaders">;
/** The types of the faults that an operation declares, by property. */
export type FaultsOf<Parts> = GroupOf<Parts, "faults">;
export type HeaderFaultsOf<Parts> = GroupOf<Parts, "headerFaults">;
/** The types of what goes beside the envelope of an operation's request, by property. */
export type ContentsOf<Parts> = GroupOf<Parts, "contents">;
/** The same of its answer. */
export type ResponseContentsOf<Parts> = GroupOf<Parts, "responseContents">;

/** What a caller gets: the output, or its one property where the operation is of the wrapped style. */
export type ResultOf<Output, Parts> = Parts extends { readonly result: infer Name }
  ? Name extends keyof Output
    ? Output[Name]
    : Output
  : Output;

/** An element descriptor for each of some types. */
/** Bytes of a media type that the sender chooses. */
export interface MimeContent {
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** What values of bound parts are, by {@link ContentDescriptor.as}. */
export interface ContentTypes {
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly content: MimeContent;
}

/** A part of a message that goes beside the envelope (`mime:content`; WSDL 1.1, 5.4). */
export interface ContentDescriptor<T = unknown> extends Phantom<T> {
  /** The name of the part. */
  readonly part: string;
  /** `text`: a string. `bytes`: those of the one media type. `content`: bytes with a media type of their own. */
  readonly as: keyof ContentTypes;
  /** The media types that it may have; a star stands for any type or subtype. */
  readonly types: readonly string[];
}

export type ContentDescriptors<Types> = { readonly [Name in keyof Types]: ContentDescriptor<Types[Name]> };

export type ElementDescriptors<Types> = { readonly [Name in keyof Types]: ElementDescriptor<Types[Name]> };

/** One operation of a service: its messages and how they travel. */
export interface OperationDescriptor<Input = unknown, Output = unknown, Parts = NoParts> {
  readonly name: string;
  /** The SOAPAction, without quotes. */
  readonly action: string;
  /** What the body holds; `emptyBody` for nothing. */
  readonly input: ElementDescriptor<Input>;
  /** `undefined` for a one-way operation. */
  readonly output: ElementDescriptor<Output> | undefined;
  readonly headers: ElementDescriptors<HeadersOf<Parts>>;
  readonly responseHeaders: ElementDescriptors<ResponseHeadersOf<Parts>>;
  readonly faults: ElementDescriptors<FaultsOf<Parts>>;
  readonly headerFaults: ElementDescriptors<HeaderFaultsOf<Parts>>;
  /** What goes beside the envelope; absent for nothing. */
  readonly contents?: ContentDescriptors<ContentsOf<Parts>> | undefined;
  readonly responseContents?: ContentDescriptors<ResponseContentsOf<Parts>> | undefined;
  /** The property of the output that a caller gets instead of the whole of it. */
  readonly result?: string | undefined;
  /** What WS-Addressing calls the messages, where it is not the SOAPAction. */
  readonly addressing?: { readonly input?: string | undefined; readonly output?: string | undefined } | undefined;
}

/** A SOAP binding: the operations by their method names. */
export interface ServiceDescriptor<Operations = unknown> {
  readonly namespace: string;
  /** The name of the port type. */
  readonly name: string;
  readonly soap: "1.1" | "1.2";
  readonly operations: Operations;
}

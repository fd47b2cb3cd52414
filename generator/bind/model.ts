import type { XmlName } from "../../src/xml/names.js";
import type { Component, Derivation, NamespaceConstraint } from "../schema/components.js";

export type { Derivation, NamespaceConstraint } from "../schema/components.js";

/**
 * What will be generated, free of XML Schema's words and of TypeScript's syntax: modules of declarations with their
 * final names. Bindings refer to each other as objects, so the graph may be cyclic.
 */
export interface BindingModel {
  readonly modules: readonly ModuleBinding[];
  /** Global attributes, for those who check what wildcards allow; nothing is emitted for them. */
  readonly attributes: readonly GlobalAttributeBinding[];
}

/** What becomes one file. */
export interface ModuleBinding {
  /** File name without folder and extension. */
  readonly name: string;
  /** The entry document, as shown in the header. */
  readonly origin: string;
  /** In order of declaration. */
  readonly declarations: readonly DeclarationBinding[];
}

/** What a module declares. */
export type DeclarationBinding =
  | SimpleTypeBinding
  | ComplexTypeBinding
  | VariantsBinding
  | ElementBinding
  | SubstitutionGroupBinding
  | ServiceBinding;

/** What declarations of every kind have. */
export interface DeclarationBase {
  readonly module: ModuleBinding;
  /** The name of the interface or type alias and of the descriptor. */
  readonly identifier: string;
  /** The namespace of the component. */
  readonly namespace: string;
  readonly documentation: Documentation;
}

/** What the schema says of something. */
export interface Documentation {
  /** Paragraphs of the schema's author, each without line breaks of its own. */
  readonly paragraphs: readonly string[];
  /** The values of an enumeration with what the schema says of them; empty where it says nothing. */
  readonly values: readonly DocumentedValue[];
  /** What a type cannot say: facets, occurrence, a fixed value. Sentences, schema text in backticks. */
  readonly rules: readonly string[];
  /** The lexical form of the value that an absent one has. */
  readonly default: string | undefined;
  /** "element Disconnect in schemas/um.xsd"; `undefined` for properties. */
  readonly origin: string | undefined;
}

/** A value of an enumeration, and what the schema says of it. */
export interface DocumentedValue {
  readonly value: string;
  /** The empty string where the schema says nothing. */
  readonly text: string;
}

/** What a value is: a built-in datatype or a declaration of this model. */
export type TypeReference = SimpleReference | ComplexTypeBinding | VariantsBinding;
/** A simple type that is referred to. */
export type SimpleReference = BuiltinReference | SimpleTypeBinding;

/** A built-in type that is referred to. */
export interface BuiltinReference {
  readonly kind: "builtin";
  /** The local name in the XSD namespace, `string`. */
  readonly name: string;
  /** Another JavaScript type for its values than the usual one. */
  readonly as?: Representation | undefined;
}

/** How values of a built-in type are represented, where there is a choice. */
export type Representation = "number" | "Date" | "string";

/** A simple type, and the type of its values. */
export interface SimpleTypeBinding extends DeclarationBase {
  readonly kind: "simpleType";
  /** `undefined` for an anonymous type. */
  readonly name: string | undefined;
  readonly definition: SimpleDefinition;
}

/** What a simple type is made of. */
export type SimpleDefinition =
  | { readonly kind: "restriction"; readonly base: SimpleReference; readonly facets: readonly FacetBinding[] }
  | { readonly kind: "list"; readonly item: SimpleReference }
  | { readonly kind: "union"; readonly members: readonly SimpleReference[] };

/** A facet with its lexical values; `enumeration` and `pattern` gather all of one derivation step. */
export interface FacetBinding {
  readonly name: string;
  readonly values: readonly string[];
}

/** A complex type, and its interface. */
export interface ComplexTypeBinding extends DeclarationBase {
  readonly kind: "complexType";
  readonly name: string | undefined;
  readonly abstract: boolean;
  /** The complex type that this one is derived from; anyType is left out. */
  readonly base: ComplexTypeBinding | undefined;
  readonly derivation: Derivation | undefined;
  /** A value has the properties of the base too; `attributes`, `content` and `shape` are what is added to them. */
  readonly inherits: boolean;
  readonly block: readonly Derivation[];
  readonly attributes: readonly AttributeBinding[];
  readonly attributeWildcard: AttributeWildcardBinding | undefined;
  /** Simple content. */
  readonly text: TextBinding | undefined;
  /** What the type adds to its base's content. */
  readonly content: ParticleBinding | undefined;
  /** Mixed content: the property that keeps text and elements in order. */
  readonly mixed: string | undefined;
  readonly shape: Shape;
}

/** The character data of simple content. */
export interface TextBinding {
  readonly property: string;
  readonly type: SimpleReference;
}

/**
 * A complex type together with those derived from it, where an element may name one of them by `xsi:type`. `$type` tells
 * them apart.
 */
export interface VariantsBinding extends DeclarationBase {
  readonly kind: "variants";
  readonly base: ComplexTypeBinding;
  /** Those that are not abstract, the base first, then in order of declaration, each with its `$type`. */
  readonly members: readonly VariantBinding[];
}

/** A type that `xsi:type` may name, and its tag. */
export interface VariantBinding {
  /** The local name, in Clark notation where it is taken by a type of another namespace. */
  readonly tag: string;
  readonly type: ComplexTypeBinding;
}

/** The properties of a complex type, its base's left out. */
export interface Shape {
  readonly properties: readonly PropertyBinding[];
  /** Each is a choice: exactly one of its branches is there. */
  readonly choices: readonly (readonly Shape[])[];
}

/** A property of an interface. */
export interface PropertyBinding {
  readonly name: string;
  readonly documentation: Documentation;
  readonly type: PropertyType;
  /** `optionalRepeated` is an array that is not there with every value. */
  readonly occurrence: "required" | "optional" | "repeated" | "optionalRepeated";
  readonly nillable: boolean;
}

/** The type of a property. */
export type PropertyType =
  | { readonly kind: "value"; readonly type: TypeReference }
  /** An element of a substitution group, as `{ name, value }`. */
  | { readonly kind: "substitution"; readonly group: SubstitutionGroupBinding }
  /** An element that a wildcard allows. */
  | { readonly kind: "wildcard" }
  /** Attributes that a wildcard allows. */
  | { readonly kind: "attributes" }
  /** Order is data: a list of tagged items, with text between them in mixed content. */
  | { readonly kind: "items"; readonly items: readonly ItemBinding[]; readonly mixed: boolean };

/** An item `{ name, value }` where order is data. */
export interface ItemBinding {
  /** The local name, in Clark notation where it is taken by an element of another namespace; `*` for a wildcard's. */
  readonly tag: string;
  /** `undefined` for what a wildcard allows. */
  readonly type: TypeReference | undefined;
  readonly nillable: boolean;
}

/** An attribute, and its property. */
export interface AttributeBinding {
  readonly property: PropertyBinding;
  readonly namespace: string;
  readonly name: string;
  readonly type: SimpleReference;
  readonly required: boolean;
  readonly default: string | undefined;
  readonly fixed: string | undefined;
}

/** A global attribute, which a wildcard may allow. */
export interface GlobalAttributeBinding {
  readonly namespace: string;
  readonly name: string;
  readonly type: SimpleReference;
  readonly fixed: string | undefined;
}

/** An attribute wildcard, and the property of what it allows. */
export interface AttributeWildcardBinding {
  readonly property: PropertyBinding;
  readonly namespaces: NamespaceConstraint;
  readonly process: ProcessContents;
}

/** How strictly what a wildcard allows is checked. */
export type ProcessContents = "strict" | "lax" | "skip";

/** A particle of a content model. */
export type ParticleBinding = ElementParticleBinding | WildcardParticleBinding | GroupBinding;

/** An element of a content model, and its property. */
export interface ElementParticleBinding {
  readonly kind: "element";
  readonly property: string;
  /** `undefined` where it is the namespace of the type. */
  readonly namespace: string | undefined;
  readonly name: string;
  readonly type: TypeReference;
  readonly min: number;
  readonly max: number;
  /** The property is an array although this particle occurs at most once. */
  readonly array: boolean;
  readonly nillable: boolean;
  readonly default: string | undefined;
  readonly fixed: string | undefined;
  /** Derivations that `xsi:type` may not use. */
  readonly block: readonly Derivation[];
  readonly constraints: readonly IdentityConstraintBinding[];
  /** The global element referred to, or its substitution group where it has members. */
  readonly declaration: ElementBinding | SubstitutionGroupBinding | undefined;
}

/** A wildcard, and the property of what it allows. */
export interface WildcardParticleBinding {
  readonly kind: "any";
  readonly property: string;
  readonly namespaces: NamespaceConstraint;
  readonly process: ProcessContents;
  readonly min: number;
  readonly max: number;
  /** The property is an array although this particle occurs at most once. */
  readonly array: boolean;
}

/** A model group. */
export interface GroupBinding {
  readonly kind: "sequence" | "choice" | "all";
  readonly particles: readonly ParticleBinding[];
  readonly min: number;
  readonly max: number;
  /** The property that keeps the order of the group's elements. */
  readonly property: string | undefined;
}

/** A global element, and the type of its values. */
export interface ElementBinding extends DeclarationBase {
  readonly kind: "element";
  readonly name: string;
  readonly type: TypeReference;
  /** The type is anonymous and so has no declaration of its own: the element's interface is the type's. */
  readonly inline: boolean;
  readonly nillable: boolean;
  readonly abstract: boolean;
  readonly default: string | undefined;
  readonly fixed: string | undefined;
  readonly block: readonly Derivation[];
  readonly constraints: readonly IdentityConstraintBinding[];
}

/** An identity constraint; its paths in the form of `src/constructs/identity/paths`. */
export interface IdentityConstraintBinding {
  readonly kind: "key" | "unique" | "keyref";
  readonly namespace: string;
  readonly name: string;
  readonly selector: string;
  readonly fields: readonly string[];
  /** For a keyref: the key, in Clark notation. */
  readonly refer: string | undefined;
}

/** A global element together with those that may stand in for it. */
export interface SubstitutionGroupBinding extends DeclarationBase {
  readonly kind: "substitutionGroup";
  readonly head: ElementBinding;
  /** Those that are not abstract, the head first, then in order of declaration. */
  readonly members: readonly SubstitutionMember[];
}

/** An element that may stand in for another, and its tag. */
export interface SubstitutionMember {
  /** The local name, in Clark notation where it is taken by an element of another namespace. */
  readonly tag: string;
  readonly element: ElementBinding;
}

/** A service: its operations by their method names. */
export interface ServiceBinding extends DeclarationBase {
  readonly kind: "service";
  readonly name: string;
  readonly soap: "1.1" | "1.2";
  /** The WSDL binding that it is made of; nothing is emitted of it. */
  readonly binding: XmlName;
  /** Where the WSDL says that it is; nothing is emitted of it. */
  readonly addresses: readonly string[];
  readonly operations: readonly OperationBinding[];
}

/** An operation, and its messages. */
export interface OperationBinding {
  /** The name of the method. */
  readonly method: string;
  readonly name: string;
  readonly documentation: Documentation;
  readonly action: string;
  readonly input: BodyBinding;
  /** `undefined` for a one-way operation. */
  readonly output: BodyBinding | undefined;
  readonly headers: readonly NamedElement[];
  readonly responseHeaders: readonly NamedElement[];
  readonly faults: readonly NamedElement[];
  readonly headerFaults: readonly NamedElement[];
  readonly contents: readonly NamedContent[];
  readonly responseContents: readonly NamedContent[];
  /** The property of the output that a caller gets instead of the whole of it. */
  readonly result: string | undefined;
  /** What WS-Addressing calls the messages, where the WSDL says it. */
  readonly addressing: { readonly input: string | undefined; readonly output: string | undefined };
}

/** The element in a body, or a body without one. */
export type BodyBinding = ElementBinding | "empty";

/** A header block or the detail of a fault, by the property that names it. */
export interface NamedElement {
  readonly property: string;
  readonly element: ElementBinding;
}

/** A part that goes beside the envelope, by the property that names it; see `ContentDescriptor`. */
export interface NamedContent {
  readonly property: string;
  readonly part: string;
  readonly as: "text" | "bytes" | "content";
  readonly types: readonly string[];
}

/** A binding while it is being filled in. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Something that could not be bound, or that a note says; `generate` finds its place. */
export interface BindFinding {
  readonly code: string;
  /** Absent means that it is an error. A note says what a reader of the generated code may wonder about. */
  readonly severity?: "note" | undefined;
  readonly message: string;
  readonly source: Component["source"];
}

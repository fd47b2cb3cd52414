import type { XmlName } from "../../src/xml/names.js";
import type { SourceElement } from "../load/document.js";

/**
 * The abstract components of XML Schema 1.0 (Part 1, chapter 3) with the specification's own names. The graph is
 * readonly to every later stage and cyclic: references are resolved objects, filled in by `resolve`.
 */
export interface ComponentBase {
  /** The element that declares it; `undefined` for built-in components. */
  readonly source: SourceElement | undefined;
  readonly annotation: Annotation | undefined;
}

/** The text of `xs:documentation` children, in order (Part 1, 3.13). */
export interface Annotation {
  readonly documentation: readonly string[];
  readonly appinfo: readonly SourceElement[];
}

/** How a type comes from another (Part 1, 3.4.1 {derivation method}). */
export type Derivation = "extension" | "restriction";
/** A simple or complex type. */
export type TypeDefinition = SimpleTypeDefinition | ComplexTypeDefinition;

/** Part 1, 3.14.1. */
export interface SimpleTypeDefinition extends ComponentBase {
  readonly kind: "simpleType";
  /** `undefined` for an anonymous type. */
  readonly name: XmlName | undefined;
  /** The type, element or attribute that an anonymous type stands in. */
  readonly context: Component | undefined;
  /** `undefined` only for anySimpleType. */
  readonly base: SimpleTypeDefinition | undefined;
  readonly final: readonly ("extension" | "restriction" | "list" | "union")[];
  readonly variety: "atomic" | "list" | "union" | undefined;
  /** For atomic: the primitive it comes from. */
  readonly primitive: SimpleTypeDefinition | undefined;
  /** For a list. */
  readonly item: SimpleTypeDefinition | undefined;
  /** For a union, in order; nested unions are kept. */
  readonly members: readonly SimpleTypeDefinition[];
  /** The facets of this derivation step only. */
  readonly facets: readonly FacetComponent[];
  /** True for the built-in types of Part 2. */
  readonly builtin: boolean;
}

/** The names of the facets (Part 2, 4.3). */
export type FacetKind =
  | "length"
  | "minLength"
  | "maxLength"
  | "pattern"
  | "enumeration"
  | "whiteSpace"
  | "maxInclusive"
  | "maxExclusive"
  | "minExclusive"
  | "minInclusive"
  | "totalDigits"
  | "fractionDigits";

/** Part 2, 4.3. Each enumeration and pattern element is one component. */
export interface FacetComponent extends ComponentBase {
  readonly kind: FacetKind;
  readonly value: string;
  readonly fixed: boolean;
}

/** Part 1, 3.4.1. */
export interface ComplexTypeDefinition extends ComponentBase {
  readonly kind: "complexType";
  readonly name: XmlName | undefined;
  /** The element that an anonymous type stands in. */
  readonly context: ElementDeclaration | undefined;
  readonly base: TypeDefinition;
  readonly derivation: Derivation;
  readonly abstract: boolean;
  readonly final: readonly Derivation[];
  readonly block: readonly Derivation[];
  /** The complete attribute uses, inherited ones included (3.4.2). */
  readonly attributeUses: readonly AttributeUse[];
  /** The complete attribute wildcard. */
  readonly attributeWildcard: Wildcard | undefined;
  readonly content: ContentType;
  /** For an extension with complex content: the particle this type adds to its base's. */
  readonly ownParticle: Particle | undefined;
}

/** Part 1, 3.4.1 {content type}. */
export type ContentType =
  | { readonly kind: "empty" }
  | { readonly kind: "simple"; readonly type: SimpleTypeDefinition }
  /** The complete particle, the base's included. */
  | { readonly kind: "elementOnly" | "mixed"; readonly particle: Particle };

/** Where a declaration holds (Part 1, 3.3.1 {scope}). */
export type Scope = "global" | "local";

/** Part 1, 3.3.1. */
export interface ElementDeclaration extends ComponentBase {
  readonly kind: "element";
  /** In no namespace where the form is unqualified. */
  readonly name: XmlName;
  readonly scope: Scope;
  readonly type: TypeDefinition;
  readonly nillable: boolean;
  readonly abstract: boolean;
  readonly valueConstraint: ValueConstraint | undefined;
  readonly identityConstraints: readonly IdentityConstraint[];
  /** The head of the group that this element may stand in for. */
  readonly substitutionGroup: ElementDeclaration | undefined;
  readonly final: readonly Derivation[];
  readonly block: readonly (Derivation | "substitution")[];
}

/** Part 1, 3.2.1. */
export interface AttributeDeclaration extends ComponentBase {
  readonly kind: "attribute";
  readonly name: XmlName;
  readonly scope: Scope;
  readonly type: SimpleTypeDefinition;
  readonly valueConstraint: ValueConstraint | undefined;
}

/** Part 1, 3.5.1. */
export interface AttributeUse extends ComponentBase {
  readonly kind: "attributeUse";
  readonly required: boolean;
  readonly declaration: AttributeDeclaration;
  /** The use's own, else the declaration's. */
  readonly valueConstraint: ValueConstraint | undefined;
}

/** A default or fixed value. */
export interface ValueConstraint {
  readonly kind: "default" | "fixed";
  /** The lexical form as written. */
  readonly value: string;
}

/** Part 1, 3.9.1. `maxOccurs` is `Infinity` for `unbounded`. */
export interface Particle extends ComponentBase {
  readonly kind: "particle";
  readonly minOccurs: number;
  readonly maxOccurs: number;
  readonly term: Term;
}

/** What a particle consists of (Part 1, 3.9.1 {term}). */
export type Term = ElementDeclaration | ModelGroup | Wildcard;

/** Part 1, 3.8.1. */
export interface ModelGroup extends ComponentBase {
  readonly kind: "modelGroup";
  readonly compositor: "sequence" | "choice" | "all";
  readonly particles: readonly Particle[];
  /** The named group that this model group is the content of. */
  readonly definition: ModelGroupDefinition | undefined;
}

/** Part 1, 3.7.1. */
export interface ModelGroupDefinition extends ComponentBase {
  readonly kind: "group";
  readonly name: XmlName;
  readonly modelGroup: ModelGroup;
}

/** Part 1, 3.6.1. */
export interface AttributeGroupDefinition extends ComponentBase {
  readonly kind: "attributeGroup";
  readonly name: XmlName;
  readonly attributeUses: readonly AttributeUse[];
  readonly attributeWildcard: Wildcard | undefined;
}

/** Part 1, 3.10.1. */
export interface Wildcard extends ComponentBase {
  readonly kind: "wildcard";
  readonly namespaceConstraint: NamespaceConstraint;
  readonly processContents: "strict" | "lax" | "skip";
}

/** Part 1, 3.10.1: any, not this namespace (nor absent), one of these; the empty string is "absent". */
export type NamespaceConstraint =
  | { readonly kind: "any" }
  | { readonly kind: "not"; readonly namespace: string }
  | { readonly kind: "list"; readonly namespaces: readonly string[] };

/** Part 1, 3.11.1. The XPaths are kept as written; `check` reads them. */
export interface IdentityConstraint extends ComponentBase {
  readonly kind: "identityConstraint";
  readonly name: XmlName;
  readonly category: "key" | "unique" | "keyref";
  readonly selector: string;
  readonly fields: readonly string[];
  /** For keyref. */
  readonly referencedKey: IdentityConstraint | undefined;
}

/** Part 1, 3.12.1. */
export interface NotationDeclaration extends ComponentBase {
  readonly kind: "notation";
  readonly name: XmlName;
  readonly systemIdentifier: string | undefined;
  readonly publicIdentifier: string | undefined;
}

/** A schema component (Part 1, 2.2). */
export type Component =
  | TypeDefinition
  | ElementDeclaration
  | AttributeDeclaration
  | ModelGroupDefinition
  | AttributeGroupDefinition
  | NotationDeclaration
  | IdentityConstraint;

/**
 * All schemas compiled together (Part 1, 3.15). Each map is keyed by the interned name and iterates in order of
 * declaration, documents in order of discovery.
 */
export interface SchemaSet {
  /** The built-in types included; they come last. */
  readonly types: ReadonlyMap<XmlName, TypeDefinition>;
  readonly elements: ReadonlyMap<XmlName, ElementDeclaration>;
  readonly attributes: ReadonlyMap<XmlName, AttributeDeclaration>;
  readonly groups: ReadonlyMap<XmlName, ModelGroupDefinition>;
  readonly attributeGroups: ReadonlyMap<XmlName, AttributeGroupDefinition>;
  readonly identityConstraints: ReadonlyMap<XmlName, IdentityConstraint>;
  readonly notations: ReadonlyMap<XmlName, NotationDeclaration>;
  /** Head → every element that may stand in for it, transitively, blocked ones left out, in order of declaration. */
  readonly substitutionGroups: ReadonlyMap<ElementDeclaration, readonly ElementDeclaration[]>;
  /** Type → the types whose base it is. */
  readonly derivedTypes: ReadonlyMap<TypeDefinition, readonly TypeDefinition[]>;
  /** Target namespaces, in order of discovery; the empty string is "no namespace". */
  readonly namespaces: readonly string[];
}

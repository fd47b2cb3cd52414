import type { XmlName } from "../../src/xml/names.js";
import type { SourceElement } from "../load/document.js";
import type { Findings } from "../load/findings.js";
import type {
  AttributeDeclaration,
  AttributeGroupDefinition,
  AttributeUse,
  ComplexTypeDefinition,
  Derivation,
  ElementDeclaration,
  IdentityConstraint,
  ModelGroup,
  ModelGroupDefinition,
  NotationDeclaration,
  Particle,
  SimpleTypeDefinition,
  Wildcard,
} from "./components.js";

/** A component while it is being made: later stages see it readonly. */
export type Draft<T> = { -readonly [K in keyof T]: T[K] };
export type SimpleTypeDraft = Draft<SimpleTypeDefinition>;
export type ComplexTypeDraft = Draft<ComplexTypeDefinition>;
export type TypeDraft = SimpleTypeDraft | ComplexTypeDraft;
export type ElementDraft = Draft<ElementDeclaration>;
export type AttributeDraft = Draft<AttributeDeclaration>;
export type AttributeGroupDraft = Draft<AttributeGroupDefinition>;
export type IdentityConstraintDraft = Draft<IdentityConstraint>;
export interface GroupDraft extends Draft<Omit<ModelGroupDefinition, "modelGroup">> {
  readonly modelGroup: Draft<ModelGroup>;
}

/** One `xs:schema` element read for one target namespace: an including document's, for a chameleon. */
export interface SchemaDocument {
  readonly element: SourceElement;
  /** The empty string for none. */
  readonly targetNamespace: string;
  /** Unprefixed references mean the including document's namespace (Part 1, 4.2.1). */
  readonly chameleon: boolean;
  readonly elementsQualified: boolean;
  readonly attributesQualified: boolean;
  readonly block: readonly string[];
  readonly final: readonly string[];
  /** The namespaces that references may name (src-resolve, clause 4). */
  readonly visible: Set<string>;
}

export type GlobalKind = "type" | "element" | "attribute" | "group" | "attributeGroup" | "notation";
export type GlobalDraft =
  | TypeDraft
  | ElementDraft
  | AttributeDraft
  | GroupDraft
  | AttributeGroupDraft
  | Draft<NotationDeclaration>;

/** Where a declaration is read. */
export interface ReadContext {
  readonly document: SchemaDocument;
  /** Inside a redefinition, its name means what it replaces (Part 1, 4.2.2). */
  readonly redefined: { readonly kind: GlobalKind; readonly name: XmlName; readonly original: GlobalDraft } | undefined;
}

/** A declaration whose content has yet to be read. */
export interface Unread {
  readonly draft: GlobalDraft;
  readonly element: SourceElement;
  readonly context: ReadContext;
}

/** The attributes that a type or attribute group writes out, before groups and bases are added (3.4.2, 3.6.2). */
export interface OwnAttributes {
  readonly uses: readonly Draft<AttributeUse>[];
  /** The names of `use="prohibited"`. */
  readonly prohibited: readonly XmlName[];
  readonly groups: readonly AttributeGroupDraft[];
  readonly wildcard: Draft<Wildcard> | undefined;
}

/** What a complex type writes out, before its base is known (3.4.2). */
export interface OwnContent {
  readonly element: SourceElement;
  readonly variety: "simple" | "complex";
  readonly derivation: Derivation;
  readonly mixed: boolean;
  /** `undefined`: no elements. */
  readonly particle: Particle | undefined;
  /** For a restriction of simple content: the inline type and the facets, as a type whose base is found later. */
  readonly simpleType: SimpleTypeDraft | undefined;
  readonly attributes: OwnAttributes;
}

/** Everything that compiling one set of schemas makes and keeps on the way. */
export interface Workspace {
  readonly findings: Findings;
  readonly documents: readonly SchemaDocument[];
  readonly types: Map<XmlName, TypeDraft>;
  readonly elements: Map<XmlName, ElementDraft>;
  readonly attributes: Map<XmlName, AttributeDraft>;
  readonly groups: Map<XmlName, GroupDraft>;
  readonly attributeGroups: Map<XmlName, AttributeGroupDraft>;
  readonly notations: Map<XmlName, Draft<NotationDeclaration>>;
  readonly identityConstraints: Map<XmlName, IdentityConstraintDraft>;
  /** Work that reading one declaration leaves for later: its anonymous types, mostly. */
  readonly unread: Unread[];
  /** Every type, element and attribute made, anonymous and local ones included, in the order of making. */
  readonly allTypes: TypeDraft[];
  readonly allElements: ElementDraft[];
  readonly allAttributes: AttributeDraft[];
  readonly ownContent: Map<ComplexTypeDraft, OwnContent>;
  readonly ownAttributes: Map<AttributeGroupDraft, OwnAttributes>;
  /** Elements whose type is their head's (3.3.2). */
  readonly untyped: Set<ElementDraft>;
  /** Keyrefs with the name they refer to and the place it stands in. */
  readonly keyrefs: Map<IdentityConstraintDraft, ReadContext>;
  /** Redefinitions with what they replace. */
  readonly redefinitions: Map<GlobalDraft, GlobalDraft>;
}

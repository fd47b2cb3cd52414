import type { IdentityConstraintDescriptor } from "../constructs/identity/constraint.js";
import type { Datatype } from "../datatypes/datatype.js";
import type { AttributeRules, ItemTable, SubstitutionRules, VariantRules, WildRules } from "../engine/ports.js";
import type {
  AttributeWildcard,
  Derivation,
  NamespaceConstraint,
  OrderedProperty,
  ProcessContents,
  SimpleTypeDescriptor,
} from "../schema/descriptors.js";
import type { XmlName } from "../xml/names.js";
import type { ContentModel } from "./automaton.js";
import type { GroupRules } from "./group-rules.js";

/** Descriptors made ready for use: names interned, inheritance applied, simple types turned into datatypes. */
export type PreparedType = PreparedSimpleType | PreparedComplexType | PreparedAnyType;

export interface PreparedSimpleType {
  readonly kind: "simple";
  readonly name: XmlName | undefined;
  readonly descriptor: SimpleTypeDescriptor;
  readonly datatype: Datatype;
}

/** The ur-type (Part 1, 3.4.7): any attributes, any content. */
export interface PreparedAnyType {
  readonly kind: "any";
  readonly name: XmlName;
  readonly rules: WildRules;
}

export interface PreparedComplexType {
  readonly kind: "complex";
  readonly name: XmlName | undefined;
  readonly abstract: boolean;
  readonly base: PreparedComplexType | undefined;
  readonly derivation: Derivation | undefined;
  readonly block: readonly Derivation[];
  /** `undefined` where there are none, so that none are allowed. */
  readonly attributeRules: AttributeRules | undefined;
  readonly attributes: ReadonlyMap<XmlName, PreparedAttribute>;
  /** How many of the attributes are required, have a default or are fixed: what an absent one must be checked for. */
  readonly attributesToCheck: number;
  readonly attributeWildcard: AttributeWildcard | undefined;
  /** Simple content: where the text goes and what it is. */
  readonly text: { readonly property: string; readonly datatype: Datatype } | undefined;
  /** The type of that text. */
  readonly textDescriptor: SimpleTypeDescriptor | undefined;
  /** Mixed content: the property that keeps text and elements in order. */
  readonly mixed: OrderedProperty | undefined;
  /** The whole particle, the base's included; `undefined` for empty and simple content. */
  readonly particle: PreparedParticle | undefined;
  /** Built on first use. */
  readonly model: ContentModel;
  /** The properties that are arrays whatever the document says. */
  readonly arrays: readonly string[];
  /** Gives a value the arrays that it has only with the rest of their branch of a choice. */
  readonly fillArrays: GroupRules["fillArrays"];
  /** Array properties that several particles of the model fill. */
  readonly shared: ReadonlySet<string>;
  /** For each property of an ordered group or mixed content: what its items' tags stand for. */
  readonly items: ReadonlyMap<string, ItemTable>;
  /** The properties of attributes, those of the wildcard too: all that a nil element may have. */
  readonly attributeProperties: ReadonlySet<string>;
  /** Every property a value may have. */
  readonly properties: ReadonlySet<string>;
  /** Makes the empty value. */
  readonly newValue: new () => Record<string, unknown>;
}

export interface PreparedAttribute {
  readonly property: string;
  readonly name: XmlName;
  readonly datatype: Datatype;
  readonly required: boolean;
  readonly default: string | undefined;
  readonly fixed: string | undefined;
  /** Required, or with a default or fixed value. */
  readonly checked: boolean;
}

/** An element as it is declared in some place. */
export interface PreparedElement {
  readonly name: XmlName;
  /** Prepared on first use: types may contain themselves. */
  readonly type: PreparedType;
  /** The types that `xsi:type` may name; `undefined` where a value has no `$type`. */
  readonly variants: PreparedVariants | undefined;
  readonly block: readonly Derivation[];
  readonly constraints: readonly IdentityConstraintDescriptor[];
  readonly abstract: boolean;
  readonly nillable: boolean;
  readonly default: string | undefined;
  readonly fixed: string | undefined;
  /** Neither abstract nor with a default, a fixed value or constraints. */
  readonly plain: boolean;
}

export interface PreparedVariants {
  readonly byName: ReadonlyMap<XmlName, PreparedVariant>;
  readonly byTag: ReadonlyMap<string, PreparedVariant>;
  readonly rules: VariantRules;
}

export interface PreparedVariant {
  /** The value's `$type`. */
  readonly tag: string;
  readonly name: XmlName;
  readonly type: PreparedComplexType;
}

/** What an item of an ordered group is: an element of a particle, or what a wildcard allows. */
export interface PreparedItem {
  readonly leaf: PreparedLeaf;
  readonly element: PreparedElement | undefined;
}

export type PreparedParticle = PreparedLeaf | PreparedGroup;

export interface PreparedLeaf {
  readonly kind: "leaf";
  readonly min: number;
  readonly max: number;
  /** The property, or within an ordered group the tag of the item. */
  readonly property: string;
  readonly array: boolean;
  /** The property of the ordered group (or of the mixed content) that the element is an item of. */
  readonly ordered: OrderedProperty | undefined;
  /** The elements that match: one, or the members of a substitution group; none for a wildcard. */
  readonly elements: ReadonlyMap<XmlName, PreparedElement>;
  /** For a substitution group: the tags of its members; in an ordered group, those that tell them from its other items. */
  tags: ReadonlyMap<XmlName, string> | undefined;
  readonly substitution: SubstitutionRules | undefined;
  readonly wildcard:
    | { readonly namespaces: NamespaceConstraint; readonly process: ProcessContents; readonly rules: WildRules }
    | undefined;
}

export interface PreparedGroup {
  readonly kind: "group";
  readonly rules: GroupRules;
  readonly min: number;
  readonly max: number;
  /** The property that keeps the elements of this group in document order. */
  readonly ordered: OrderedProperty | undefined;
  readonly particles: readonly PreparedParticle[];
  /** The properties that its leaves fill, those of ordered groups too. */
  readonly properties: ReadonlySet<string>;
}

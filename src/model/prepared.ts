import type { Datatype } from "../datatypes/datatype.js";
import type {
  AttributeWildcard,
  Codec,
  Derivation,
  IdentityConstraintDescriptor,
  NamespaceConstraint,
  OrderedProperty,
  ProcessContents,
  SimpleTypeDescriptor,
} from "../schema/descriptors.js";
import type { XmlName } from "../xml/names.js";

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
  readonly codec: Codec<"wildcard">;
}

export interface PreparedComplexType {
  readonly kind: "complex";
  readonly name: XmlName | undefined;
  readonly abstract: boolean;
  readonly base: PreparedComplexType | undefined;
  readonly derivation: Derivation | undefined;
  readonly block: readonly Derivation[];
  /** `undefined` where there are none, so that none are allowed. */
  readonly attributeCodec: Codec<"attributes"> | undefined;
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
  readonly fillArrays: FillArrays | undefined;
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
  readonly codec: Codec<"variants">;
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
  readonly substitution: Codec<"substitution"> | undefined;
  readonly wildcard:
    | { readonly namespaces: NamespaceConstraint; readonly process: ProcessContents; readonly codec: Codec<"wildcard"> }
    | undefined;
}

export interface PreparedGroup {
  readonly kind: "group";
  /** `undefined` for a sequence. */
  readonly codec: Codec<"group"> | undefined;
  /** What makes a model with such a group in it; `undefined` for a sequence that occurs once. */
  readonly model: Codec<"model"> | undefined;
  readonly min: number;
  readonly max: number;
  /** The property that keeps the elements of this group in document order. */
  readonly ordered: OrderedProperty | undefined;
  readonly particles: readonly PreparedParticle[];
  /** The properties that its leaves fill, those of ordered groups too. */
  readonly properties: ReadonlySet<string>;
}

/**
 * What children an element may have, as states (Part 1, 3.9.4 "Particle Valid"): a row of elements and wildcards tells
 * them by an index and a count, whatever holds a choice, an `all` group or repetition of a group by an automaton.
 */
export interface ContentModel {
  readonly start: State;
}

export interface State {
  /** Whether the content may end here. */
  readonly accepting: boolean;
  /**
   * There were too many ways to read the children so far: what is not allowed from here on may be, by another way. Says so
   * of the element that the message is about.
   */
  readonly overflow: ((parent: string) => string) | undefined;
  /** Edges found before; absent where the states are as many as the documents want. */
  readonly edges: Map<XmlName, Edge> | undefined;
  readonly next: NextChild;
  /** The edge found last and the name that it is for: likely to be asked for again. */
  recentName: XmlName | undefined;
  recent: Edge | undefined;
}

/** What the next child can be. */
export interface NextChild {
  /** In document order. */
  leaves(): readonly PreparedLeaf[];
  /**
   * The edge that a child of this name takes. An element particle wins over a wildcard, then document order (which
   * matters only where a schema violates Unique Particle Attribution).
   */
  edge(name: XmlName): Edge | undefined;
}

/** A child element's way through the model: the particle it belongs to, what it is declared as, the state behind it. */
export interface Edge {
  readonly leaf: PreparedLeaf;
  /** `undefined` where a wildcard matched. */
  readonly element: PreparedElement | undefined;
  readonly next: State;
  /** Where the value goes: a property, or the items of one. */
  readonly property: string;
  /** The property is an array. */
  readonly array: boolean;
  /** The value is an item `{ name, value }` with this name. */
  readonly tag: string | undefined;
  /**
   * The element's datatype, where without attributes there is nothing to it but its text: no default, no fixed value, no
   * constraint.
   */
  readonly text: Datatype | undefined;
  /** Values of that datatype are IDs or refer to them. */
  readonly identity: boolean;
}

export type FillArrays = (particle: PreparedParticle, value: Record<string, unknown>) => void;

/** The items that a property may hold, where order is data. */
export interface ItemTable {
  readonly byTag: ReadonlyMap<string, PreparedItem>;
  add(leaf: PreparedLeaf): void;
}

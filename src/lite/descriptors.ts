import type { Issue } from "../errors.js";
import type { Listed, SimpleTypeDescriptor, StandardSchemaProps } from "../schema/descriptors.js";
import type { Content } from "./content.js";
import type { Reader, StartTag } from "./reader.js";
import type { Writer } from "./writer.js";

export type { Listed, SimpleTypeDescriptor };

/** Properties of a value. */
export type Fields = Record<string, unknown>;

/** A walk over a value: it is checked, and written where there is a writer. */
export interface Walk {
  readonly writer: Writer | undefined;
  readonly issues: Issue[];
  readonly path: PropertyKey[];
  /** The number of open elements. */
  depth: number;
}

/** Derivations that `xsi:type` may not use: without effect here, where no derived types are known. */
export type Block = readonly ("extension" | "restriction")[];

/** The lexical forms of the values that a declaration gives or asks for. */
export interface Constraint {
  readonly default?: string | undefined;
  readonly fixed?: string | undefined;
}

/** What an element is declared as, in some place (Part 1, 3.3). */
export interface Declared extends Constraint {
  readonly namespace: string;
  readonly name: string;
  /** Asked for on first use. */
  readonly type: () => TypeDescriptor;
  readonly nillable?: boolean | undefined;
  readonly abstract?: boolean | undefined;
  readonly block?: Block | undefined;
}

/** Holds the TypeScript type of a descriptor; never present at run time. */
interface Phantom<T> {
  readonly "~type"?: T | undefined;
}

export type TypeDescriptor<T = unknown> = SimpleTypeDescriptor<T> | ComplexTypeDescriptor<T>;

/** A complex type (Part 1, 3.4): how its values are read and written. */
export interface ComplexTypeDescriptor<T = unknown> extends Phantom<T> {
  readonly kind: "complex";
  readonly namespace: string;
  /** `undefined` for an anonymous type. */
  readonly name: string | undefined;
  /** What it is made of, its base's parts included. */
  readonly parts: () => Parts;
  /** Reads the element whose start tag has just been entered, up to its end tag. */
  readonly read: (reader: Reader, tag: StartTag, declared: Declared, nil: boolean) => unknown;
  /** Checks and writes attributes and content into the start tag that has been begun. */
  readonly write: (walk: Walk, value: Readonly<Fields>, declared: Declared) => void;
}

export interface Parts {
  readonly abstract: boolean;
  readonly attributes: readonly AttributeUse[];
  /** Simple content: the property that holds the text's value. */
  readonly text: { readonly property: string; readonly type: SimpleTypeDescriptor } | undefined;
  readonly content: Content | undefined;
  /** Those of the content. */
  readonly properties: ReadonlySet<string>;
  /** Those of them that several particles fill, as arrays. */
  readonly shared: ReadonlySet<string>;
}

/** An attribute use (Part 1, 3.5) and the property that holds its value. */
export interface AttributeUse<P extends string = string> extends Constraint {
  readonly property: P;
  readonly namespace: string;
  readonly name: string;
  readonly type: SimpleTypeDescriptor;
  readonly required: boolean;
  readonly rules: AttributeRules;
}

/** What reads and writes attributes: it comes with them, as many types have none. */
export interface AttributeRules {
  /** @returns whether there are any besides those of `xsi:` */
  read(reader: Reader, tag: StartTag, attributes: readonly AttributeUse[], value: Fields): boolean;
  write(walk: Walk, attributes: readonly AttributeUse[], value: Readonly<Fields>): void;
}

/** A global element declaration: what the three verbs take. */
export interface ElementDescriptor<T = unknown> extends Phantom<T>, Declared {
  readonly kind: "elementDeclaration";
  /** Made when it is asked for; checks values, not documents. */
  readonly "~standard": StandardSchemaProps<T>;
}

/**
 * An element, text, comment, CDATA section or instruction as fast-xml-parser's option `preserveOrder` gives it: one
 * property named after it holds its content, `:@` its attributes.
 */
export type OrderedNode = Readonly<Record<string, unknown>>;

/** A document, or the content of an element. */
export type OrderedTree = readonly OrderedNode[];

/** How the tree spells things: the options of the same names that fast-xml-parser was given. */
export interface OrderedTreeOptions {
  /** `@_` unless told. */
  readonly attributeNamePrefix?: string | undefined;
  /** `#text` unless told. */
  readonly textNodeName?: string | undefined;
  /** Without it the tree has no comments. */
  readonly commentPropName?: string | undefined;
  /** Without it CDATA sections are text. */
  readonly cdataPropName?: string | undefined;
}

/** The property that holds a node's attributes. */
export const attributesProperty = ":@";

/** The options with what holds where they say nothing. */
export interface TreeSpelling {
  readonly attributePrefix: string;
  readonly text: string;
  readonly comment: string | undefined;
  readonly section: string | undefined;
}

export function treeSpelling(options: OrderedTreeOptions): TreeSpelling {
  return {
    attributePrefix: options.attributeNamePrefix ?? "@_",
    text: options.textNodeName ?? "#text",
    comment: options.commentPropName,
    section: options.cdataPropName,
  };
}

/** Pseudo-attributes: all of an instruction's data that the tree can hold. */
export function formatInstruction(attributes: ReadonlyMap<string, string>): string {
  return [...attributes].map(([name, value]) => `${name}="${value}"`).join(" ");
}

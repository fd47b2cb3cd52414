/**
 * Trees of fast-xml-parser as a source for the verbs, and as a result. It does not import that package.
 *
 * @module xsdsmith/fast-xml-parser
 */

import { XmlReader } from "./xml/fast/reader.js";
import type { XmlEventSource } from "./xml/ports.js";
import type { OrderedTree, OrderedTreeOptions } from "./xml/tree/ordered-tree.js";
import { OrderedTreeSource, type OrderedTreeSourceOptions } from "./xml/tree/ordered-tree-source.js";
import { readOrderedTree } from "./xml/tree/ordered-tree-writer.js";

export type { OrderedNode, OrderedTree, OrderedTreeOptions } from "./xml/tree/ordered-tree.js";
export type { OrderedTreeSourceOptions } from "./xml/tree/ordered-tree-source.js";

/**
 * Reads a tree that fast-xml-parser made with `preserveOrder`, for `parse`, `validate` and whatever else takes events.
 * The parser needs `ignoreAttributes`, `parseTagValue`, `parseAttributeValue`, `trimValues` and `removeNSPrefix` off.
 *
 * What the parser does not report cannot be seen here: ill-formed documents that it accepts, numeric references unless
 * its `htmlEntities` is on, an instruction's data that is not made of pseudo-attributes. Places are those of elements,
 * given its `captureMetaData` and the text; else line and column are 0.
 *
 * @throws {@link ParseError} from the moves: `xml-tree` for what is no such tree, and the codes of the reader
 */
export function orderedTreeSource(tree: OrderedTree, options?: OrderedTreeSourceOptions): XmlEventSource {
  return new OrderedTreeSource(tree, options);
}

/**
 * Turns a document into the tree that fast-xml-parser's `preserveOrder` has and its `XMLBuilder` takes: the text that
 * `serialize` gave, or any source of events.
 *
 * @throws {@link ParseError} where a text is ill-formed
 * @throws {@link XmlError} `xml-tree` for an instruction whose data is not made of pseudo-attributes
 */
export function orderedTree(document: string | XmlEventSource, options?: OrderedTreeOptions): OrderedTree {
  return readOrderedTree(typeof document === "string" ? new XmlReader(document) : document, options);
}

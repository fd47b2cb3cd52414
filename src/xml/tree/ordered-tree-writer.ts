import { XmlError } from "../../errors.js";
import type { XmlEventSource } from "../ports.js";
import {
  attributesProperty,
  formatInstruction,
  type OrderedNode,
  type OrderedTree,
  type OrderedTreeOptions,
  treeSpelling,
} from "./ordered-tree.js";

/**
 * The tree that fast-xml-parser's `preserveOrder` would give for what a source still has to give: good for its
 * `XMLBuilder` with the same options. Namespace declarations are attributes there.
 *
 * @throws {@link XmlError} `xml-tree` for an instruction whose data is not made of pseudo-attributes
 */
export function readOrderedTree(source: XmlEventSource, options: OrderedTreeOptions = {}): OrderedTree {
  const spelling = treeSpelling(options);
  const document: OrderedNode[] = [];
  const open: OrderedNode[][] = [document];
  for (let kind = source.kind === "start" ? source.kind : source.next(); kind !== "eof"; kind = source.next()) {
    const children = open.at(-1) ?? document;
    switch (kind) {
      case "start": {
        const content: OrderedNode[] = [];
        const name = qualified(source.prefix, source.name.localName);
        children.push(node(name, content, attributesOf(source), spelling.attributePrefix));
        open.push(content);
        break;
      }
      case "end":
        open.pop();
        break;
      case "text":
        children.push({ [spelling.text]: source.text });
        break;
      case "comment":
        if (spelling.comment !== undefined) children.push({ [spelling.comment]: [{ [spelling.text]: source.text }] });
        break;
      case "instruction": {
        const data = readPseudoAttributes(source.text);
        children.push(node(`?${source.name.localName}`, [{ [spelling.text]: "" }], data, spelling.attributePrefix));
        break;
      }
      default:
        break;
    }
  }
  return document;
}

function attributesOf(source: XmlEventSource): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const { prefix, namespace } of source.namespaceDeclarations) {
    attributes.set(prefix === "" ? "xmlns" : `xmlns:${prefix}`, namespace);
  }
  const list = source.attributes;
  for (let index = 0; index < list.length; index++) {
    attributes.set(qualified(list.prefix(index), list.name(index).localName), list.value(index));
  }
  return attributes;
}

/** A computed name makes an own property, also for `__proto__`. */
function node(
  name: string,
  content: OrderedTree,
  attributes: ReadonlyMap<string, string>,
  attributePrefix: string,
): OrderedNode {
  if (attributes.size === 0) return { [name]: content };
  const values = Object.fromEntries([...attributes].map(([key, value]) => [attributePrefix + key, value]));
  return { [name]: content, [attributesProperty]: values };
}

function readPseudoAttributes(data: string): ReadonlyMap<string, string> {
  const attributes = new Map(
    [...data.matchAll(/([^\s="']+)="([^"]*)"/g)].map(([, name, value]) => [name ?? "", value ?? ""]),
  );
  if (formatInstruction(attributes) !== data.trim()) {
    throw new XmlError("xml-tree", `the tree cannot hold the instruction's data "${data.slice(0, 40)}"`);
  }
  return attributes;
}

function qualified(prefix: string, localName: string): string {
  return prefix === "" ? localName : `${prefix}:${localName}`;
}

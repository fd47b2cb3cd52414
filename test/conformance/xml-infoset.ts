import { clarkName } from "../../src/xml/names.js";
import type { XmlEventSource } from "../../src/xml/ports.js";

/**
 * Information items (XML Information Set, 2): what a document says, apart from how it is spelled. Attributes and
 * namespace attributes are sets (2.2); adjacent characters are one text here.
 */
export type Item =
  | {
      readonly kind: "element";
      readonly name: string;
      readonly prefix: string;
      readonly attributes: ReadonlyMap<string, string>;
      readonly attributePrefixes: ReadonlyMap<string, string>;
      readonly namespaces: ReadonlyMap<string, string>;
      readonly children: readonly Item[];
    }
  | { readonly kind: "text" | "comment"; readonly text: string }
  | { readonly kind: "instruction"; readonly target: string; readonly text: string };

/** The children of the document information item. */
export function readInfoset(source: XmlEventSource): readonly Item[] {
  const document: Item[] = [];
  const open: Item[][] = [document];
  while (source.next() !== "eof") {
    const children = open.at(-1) ?? document;
    switch (source.kind) {
      case "start": {
        const element = readElement(source);
        children.push(element.item);
        open.push(element.children);
        break;
      }
      case "end":
        open.pop();
        break;
      case "text":
      case "comment":
        children.push({ kind: source.kind, text: source.text });
        break;
      case "instruction":
        children.push({ kind: "instruction", target: source.name.localName, text: source.text });
        break;
      default:
        break;
    }
  }
  return document;
}

function readElement(source: XmlEventSource): { readonly item: Item; readonly children: Item[] } {
  const attributes = new Map<string, string>();
  const attributePrefixes = new Map<string, string>();
  for (let index = 0; index < source.attributes.length; index++) {
    const name = clarkName(source.attributes.name(index));
    attributes.set(name, source.attributes.value(index));
    attributePrefixes.set(name, source.attributes.prefix(index));
  }
  const namespaces = new Map(source.namespaceDeclarations.map(({ prefix, namespace }) => [prefix, namespace]));
  const children: Item[] = [];
  const name = clarkName(source.name);
  const { prefix } = source;
  return { item: { kind: "element", name, prefix, attributes, attributePrefixes, namespaces, children }, children };
}

export interface Comparison {
  /** Whether prefixes and declarations count. Without them two documents are equal that mean the same names. */
  readonly prefixes: boolean;
}

/** The first difference, as a path and what stands there; `undefined` where there is none. */
export function infosetDifference(
  left: readonly Item[],
  right: readonly Item[],
  comparison: Comparison = { prefixes: true },
): string | undefined {
  // A list of pairs to compare, rather than recursion: documents may be deep.
  const pairs: { left: readonly Item[]; right: readonly Item[]; path: string }[] = [{ left, right, path: "" }];
  for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
    const count = Math.max(pair.left.length, pair.right.length);
    for (let index = 0; index < count; index++) {
      const [one, other] = [pair.left[index], pair.right[index]];
      const path = `${pair.path}/${index}`;
      if (one === undefined || other === undefined)
        return `${path}: ${one?.kind ?? "nothing"}, ${other?.kind ?? "nothing"}`;
      const difference = itemDifference(one, other, comparison);
      if (difference !== undefined) return `${path}: ${difference}`;
      if (one.kind === "element" && other.kind === "element") {
        pairs.push({ left: one.children, right: other.children, path: `${path}<${one.name}>` });
      }
    }
  }
  return undefined;
}

function itemDifference(left: Item, right: Item, comparison: Comparison): string | undefined {
  if (left.kind !== right.kind) return `${left.kind}, ${right.kind}`;
  if (left.kind === "element" && right.kind === "element") {
    if (left.name !== right.name) return `${left.name}, ${right.name}`;
    const sets: ("attributes" | "attributePrefixes" | "namespaces")[] = ["attributes"];
    if (comparison.prefixes) {
      if (left.prefix !== right.prefix) return `prefix ${left.prefix}, ${right.prefix}`;
      sets.push("attributePrefixes", "namespaces");
    }
    for (const set of sets) {
      const difference = mapDifference(left[set], right[set]);
      if (difference !== undefined) return `${set} ${difference}`;
    }
    return undefined;
  }
  if (left.kind === "instruction" && right.kind === "instruction" && left.target !== right.target) {
    return `target ${left.target}, ${right.target}`;
  }
  const [one, other] = [left.kind === "element" ? "" : left.text, right.kind === "element" ? "" : right.text];
  return one === other ? undefined : `${JSON.stringify(one)}, ${JSON.stringify(other)}`;
}

function mapDifference(left: ReadonlyMap<string, string>, right: ReadonlyMap<string, string>): string | undefined {
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    if (left.get(key) !== right.get(key)) return `${key}=${left.get(key) ?? "nothing"}, ${right.get(key) ?? "nothing"}`;
  }
  return undefined;
}

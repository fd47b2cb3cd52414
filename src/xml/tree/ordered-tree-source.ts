import { ParseError, type SourceLocation } from "../../errors.js";
import { describeCharacter, illegalCharacter, isName } from "../chars.js";
import { completeLimits, limitMessage, type XmlLimits } from "../limits.js";
import { LineIndex } from "../location.js";
import { documentName, type XmlName, xmlName } from "../names.js";
import { NamespaceScope, type ScopedDeclaration } from "../namespaces.js";
import type { NamespaceDeclaration, XmlAttributes, XmlEventKind, XmlEventSource } from "../ports.js";
import {
  attributesProperty,
  formatInstruction,
  type OrderedNode,
  type OrderedTree,
  type OrderedTreeOptions,
  type TreeSpelling,
  treeSpelling,
} from "./ordered-tree.js";

/** How a tree is read as a document: names of its nodes, places, the limit on depth. */
export interface OrderedTreeSourceOptions extends OrderedTreeOptions {
  /** What locations call the document. */
  readonly file?: string | undefined;
  /** The text that was parsed with `captureMetaData`, for locations. */
  readonly sourceText?: string | undefined;
  /** The limit on depth holds here too. */
  readonly limits?: Partial<XmlLimits> | undefined;
}

interface Frame {
  readonly children: OrderedTree;
  index: number;
  readonly name: XmlName;
  readonly prefix: string;
  readonly mark: ScopedDeclaration | undefined;
  readonly offset: number;
}

interface Attribute {
  readonly name: XmlName;
  readonly prefix: string;
  readonly value: string;
}

const noName = /* @__PURE__ */ xmlName("", "");

/**
 * Reads a tree of fast-xml-parser's `preserveOrder` as events. Names, namespaces and characters are checked; what the
 * parser did not see when it made the tree cannot be.
 */
export class OrderedTreeSource implements XmlEventSource {
  readonly #spelling: TreeSpelling;
  readonly #namespaces: NamespaceScope = new NamespaceScope();
  readonly #lines: LineIndex | undefined;
  readonly #file: string | undefined;
  readonly #limits: XmlLimits;
  readonly #names = new Map<string, Map<string, XmlName>>();
  readonly #open: Frame[];
  #kind: XmlEventKind = "none";
  #name: XmlName = noName;
  #prefix = "";
  #attributes: TreeAttributes = new TreeAttributes([], () => this.location);
  #text = "";
  #skippedText = "";
  #offset = 0;
  #rootSeen = false;

  /** @throws TypeError for something that is no array */
  constructor(tree: OrderedTree, options: OrderedTreeSourceOptions = {}) {
    if (!Array.isArray(tree)) throw new TypeError("the tree of a document is an array: parse with preserveOrder");
    this.#spelling = treeSpelling(options);
    this.#file = options.file;
    this.#limits = completeLimits(options.limits);
    if (options.sourceText !== undefined) this.#lines = new LineIndex(options.sourceText, options.file);
    this.#open = [{ children: tree, index: 0, name: noName, prefix: "", mark: undefined, offset: 0 }];
  }

  get kind(): XmlEventKind {
    return this.#kind;
  }

  get name(): XmlName {
    return this.#name;
  }

  get prefix(): string {
    return this.#prefix;
  }

  get attributes(): XmlAttributes {
    return this.#attributes;
  }

  get namespaceDeclarations(): readonly NamespaceDeclaration[] {
    return this.#namespaces.declarations;
  }

  get text(): string {
    return this.#text;
  }

  get skippedText(): string {
    return this.#skippedText;
  }

  get depth(): number {
    return this.#open.length - 1;
  }

  /** Where the element begins, if the tree has meta data and its text was given; else line 0, column 0. */
  get location(): SourceLocation {
    return this.locate(this.#offset);
  }

  /** -1 where the tree does not say. */
  get offset(): number {
    return this.#offset;
  }

  locate(offset: number, length?: number): SourceLocation {
    if (this.#lines !== undefined && offset >= 0) return this.#lines.locate(offset, length);
    return { ...(this.#file === undefined ? {} : { file: this.#file }), line: 0, column: 0 };
  }

  lookupNamespace(prefix: string): string | undefined {
    return this.#namespaces.lookup(prefix);
  }

  namespacesInScope(): readonly NamespaceDeclaration[] {
    return this.#namespaces.inScope();
  }

  next(): XmlEventKind {
    if (this.#kind === "end") {
      this.#namespaces.goBack(this.#open.pop()?.mark);
    }
    for (let frame = this.#open.at(-1); frame !== undefined; frame = this.#open.at(-1)) {
      const node = frame.children[frame.index++];
      if (node === undefined) return this.#end(frame);
      const kind = this.#node(node);
      if (kind !== undefined) return (this.#kind = kind);
    }
    return (this.#kind = "eof");
  }

  skip(): void {
    if (this.#kind !== "start") throw new TypeError("skip() is for a start tag");
    const { depth } = this;
    while (this.next() !== "end" || this.depth !== depth);
  }

  elementText(): string | undefined {
    if (this.#kind !== "start") throw new TypeError("elementText() is for a start tag");
    let result = "";
    for (;;) {
      switch (this.next()) {
        case "end":
          return result;
        case "text":
          result += this.#text;
          break;
        case "start":
          this.#skippedText = result;
          return undefined;
        default:
          break;
      }
    }
  }

  #end(frame: Frame): XmlEventKind {
    if (this.depth === 0) {
      if (!this.#rootSeen) this.#fail("xml-well-formed", "found no root element; a document has one");
      return (this.#kind = "eof");
    }
    this.#name = frame.name;
    this.#prefix = frame.prefix;
    this.#offset = frame.offset;
    return (this.#kind = "end");
  }

  /** `undefined` for a node that is no event. */
  #node(node: OrderedNode): XmlEventKind | undefined {
    const { text, comment, section } = this.#spelling;
    const key = Object.keys(node).find((name) => name !== attributesProperty);
    if (key === undefined) return this.#fail("xml-tree", "found a node without a name");
    this.#offset = startIndex(node);
    if (key === text || key === section) return this.#characters(node);
    if (key === comment) {
      this.#text = this.#string(content(node, key)[0]?.[text] ?? "");
      return "comment";
    }
    return key.startsWith("?") ? this.#instruction(key.slice(1), node) : this.#start(key, node);
  }

  /** Text and CDATA sections that touch are one event. */
  #characters(first: OrderedNode): XmlEventKind | undefined {
    const frame = this.#open.at(-1);
    let result = this.#textOf(first) ?? "";
    for (let next = frame?.children[frame.index]; frame !== undefined && next !== undefined; ) {
      const more = this.#textOf(next);
      if (more === undefined) break;
      result += more;
      next = frame.children[++frame.index];
    }
    if (this.depth === 0) {
      if (/[^ \t\r\n]/.test(result)) this.#fail("xml-well-formed", "found text outside the root element");
      return undefined;
    }
    this.#text = result;
    return result === "" ? undefined : "text";
  }

  /** `undefined` for a node that holds no text. */
  #textOf(node: OrderedNode): string | undefined {
    const { text, section } = this.#spelling;
    if (Object.hasOwn(node, text)) return this.#string(node[text]);
    if (section === undefined || !Object.hasOwn(node, section)) return undefined;
    return content(node, section)
      .map((part) => this.#string(part[text] ?? ""))
      .join("");
  }

  #instruction(target: string, node: OrderedNode): XmlEventKind | undefined {
    // The XML declaration is no event.
    if (/^xml$/i.test(target)) return undefined;
    this.#name = this.#intern("", target);
    this.#prefix = "";
    this.#text = formatInstruction(this.#writtenAttributes(node));
    return "instruction";
  }

  #start(written: string, node: OrderedNode): XmlEventKind {
    if (this.depth === 0) {
      if (this.#rootSeen) this.#fail("xml-well-formed", "found a second root element; a document has one");
      this.#rootSeen = true;
    }
    if (this.depth >= this.#limits.maxDepth) {
      this.#fail("xml-limit", limitMessage("maxDepth", "elements are nested deeper than", this.#limits));
    }
    const children = node[written];
    if (!Array.isArray(children)) this.#fail("xml-tree", `found no array as the content of ${written}`);
    const { mark } = this.#namespaces;
    this.#namespaces.begin();
    const attributes = this.#writtenAttributes(node);
    for (const [name, value] of attributes) {
      const declares = name === "xmlns" ? "" : name.startsWith("xmlns:") ? name.slice(6) : undefined;
      if (declares === undefined) continue;
      attributes.delete(name);
      const problem = this.#namespaces.declare(declares, value);
      if (problem !== undefined) this.#fail("xml-namespace", problem);
    }
    const expanded = [...attributes].map(([name, value]) => ({ ...this.#expand(name, true), value }));
    this.#attributes = new TreeAttributes(expanded, () => this.location);
    const { name, prefix } = this.#expand(written, false);
    this.#name = name;
    this.#prefix = prefix;
    this.#open.push({ children, index: 0, name, prefix, mark, offset: this.#offset });
    return "start";
  }

  #writtenAttributes(node: OrderedNode): Map<string, string> {
    const attributes = new Map<string, string>();
    for (const [key, value] of Object.entries(node[attributesProperty] ?? {})) {
      const { attributePrefix } = this.#spelling;
      if (!key.startsWith(attributePrefix)) {
        this.#fail("xml-tree", `found the attribute ${key}; expected a name that begins with ${attributePrefix}`);
      }
      attributes.set(key.slice(attributePrefix.length), this.#string(value));
    }
    return attributes;
  }

  #expand(written: string, attribute: boolean): { readonly name: XmlName; readonly prefix: string } {
    const colon = written.indexOf(":");
    const prefix = colon === -1 ? "" : written.slice(0, colon);
    const localName = written.slice(colon + 1);
    if (!isName(written)) this.#fail("xml-well-formed", `found ${JSON.stringify(written)}; expected a name`);
    if (colon === 0 || localName.includes(":") || !isName(localName)) {
      this.#fail("xml-namespace", `found ${written}; expected a prefix, one colon and a name`);
    }
    const namespace = attribute && colon === -1 ? "" : this.#namespaces.lookup(prefix);
    if (namespace === undefined) {
      this.#fail("xml-namespace", `the prefix ${prefix} of ${written} is not bound to a namespace`);
    }
    return { name: this.#intern(namespace, localName), prefix };
  }

  #intern(namespace: string, localName: string): XmlName {
    let names = this.#names.get(namespace);
    if (names === undefined) this.#names.set(namespace, (names = new Map()));
    let name = names.get(localName);
    if (name === undefined) names.set(localName, (name = documentName(namespace, localName)));
    return name;
  }

  #string(value: unknown): string {
    if (typeof value !== "string") {
      this.#fail(
        "xml-tree",
        `found the ${typeof value} ${String(value)}; expected text: parse with parseTagValue and parseAttributeValue off`,
      );
    }
    const illegal = illegalCharacter(value, 0);
    if (illegal < value.length) {
      this.#fail("xml-well-formed", `found ${describeCharacter(value, illegal)}, a character that XML does not allow`);
    }
    return value;
  }

  #fail(code: string, message: string): never {
    throw new ParseError({ code, message, location: this.locate(this.#offset) });
  }
}

class TreeAttributes implements XmlAttributes {
  readonly #attributes: readonly Attribute[];
  readonly #location: () => SourceLocation;

  constructor(attributes: readonly Attribute[], location: () => SourceLocation) {
    this.#attributes = attributes;
    this.#location = location;
  }

  get length(): number {
    return this.#attributes.length;
  }

  name(index: number): XmlName {
    return this.#at(index).name;
  }

  prefix(index: number): string {
    return this.#at(index).prefix;
  }

  value(index: number): string {
    return this.#at(index).value;
  }

  /** The element's: the tree does not say more. */
  location(_index: number): SourceLocation {
    return this.#location();
  }

  valueLocation(_index: number): SourceLocation {
    return this.#location();
  }

  indexOf(name: XmlName): number {
    return this.#attributes.findIndex((attribute) => attribute.name === name);
  }

  get(name: XmlName): string | undefined {
    return this.#attributes.find((attribute) => attribute.name === name)?.value;
  }

  #at(index: number): Attribute {
    const attribute = this.#attributes[index];
    if (attribute === undefined) throw new RangeError(`there is no attribute ${index}`);
    return attribute;
  }
}

function content(node: OrderedNode, key: string): OrderedTree {
  const value = node[key];
  return Array.isArray(value) ? value : [];
}

/** What the option `captureMetaData` leaves in a node; -1 for nothing. */
function startIndex(node: OrderedNode): number {
  for (const symbol of Object.getOwnPropertySymbols(node)) {
    const metadata: unknown = Reflect.get(node, symbol);
    if (typeof metadata === "object" && metadata !== null && "startIndex" in metadata) {
      return typeof metadata.startIndex === "number" ? metadata.startIndex : -1;
    }
  }
  return -1;
}

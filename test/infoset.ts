import { SaxesParser, type SaxesTagNS } from "saxes";

/** An element as the XML Information Set has it, prefixes left out; text is white space processed by nobody. */
export interface InfosetElement {
  /** In Clark notation, as the keys of `attributes`. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (InfosetElement | string)[];
  /** The prefixes in scope: qualified names in texts are compared by what they stand for. */
  readonly namespaces: ReadonlyMap<string, string>;
}

const xmlnsNamespace = "http://www.w3.org/2000/xmlns/";
const xsiType = "{http://www.w3.org/2001/XMLSchema-instance}type";

/** Reads a document with a parser that is not ours. */
export function readInfoset(text: string): InfosetElement {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: InfosetElement[] = [];
  let root: InfosetElement | undefined;
  const addText = (piece: string): void => {
    const children = open.at(-1)?.children;
    if (children === undefined || piece === "") return;
    const last = children.at(-1);
    if (typeof last === "string") children[children.length - 1] = last + piece;
    else children.push(piece);
  };
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    const element = newElement(tag, open.at(-1)?.namespaces ?? new Map([["", ""]]));
    if (open.length === 0) root = element;
    else open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => void open.pop());
  parser.write(text).close();
  if (root === undefined) throw new Error("the document has no root element");
  return root;
}

function newElement(tag: SaxesTagNS, outer: ReadonlyMap<string, string>): InfosetElement {
  const attributes = new Map<string, string>();
  for (const { uri, local, value } of Object.values(tag.attributes)) {
    if (uri !== xmlnsNamespace) attributes.set(clark(uri, local), value);
  }
  const namespaces = new Map([...outer, ...Object.entries(tag.ns ?? {})]);
  return { name: clark(tag.uri, tag.local), attributes, children: [], namespaces };
}

function clark(namespace: string, localName: string): string {
  return namespace === "" ? localName : `{${namespace}}${localName}`;
}

/** How texts are compared. */
export interface InfosetOptions {
  /**
   * Typed values may come back in another spelling of the same value (`1` for `true`, `01.50` for `1.5`), and defaults
   * that a document left to its schema may be spelled out. Content of white space alone is no difference either.
   */
  readonly values: boolean;
}

/**
 * The first difference of two documents, with its place; `undefined` where their infosets are equal. White space
 * between elements that have no other text is none of the schema's and none of ours.
 */
export function infosetDifference(
  before: InfosetElement,
  after: InfosetElement,
  { values }: InfosetOptions,
  place = "",
): string | undefined {
  const here = `${place}/${before.name.replace(/^\{.*\}/, "")}`;
  if (before.name !== after.name) return `${here}: element ${before.name} became ${after.name}`;
  const equal = (left: string, right: string): boolean =>
    left === right || equalNames(left, before, right, after) || (values && equalValues(left, before, right, after));
  for (const [name, text] of before.attributes) {
    const found = after.attributes.get(name);
    if (found === undefined) return `${here}: attribute ${name} is lost`;
    const same = name === xsiType ? resolve(text, before) === resolve(found, after) : equal(text, found);
    if (!same) return `${here}: attribute ${name} was "${text}" and is "${found}"`;
  }
  for (const [name, text] of after.attributes) {
    if (!before.attributes.has(name) && !values) return `${here}: attribute ${name}="${text}" is new`;
  }
  const [left, right] = [contentOf(before), contentOf(after)];
  if (values && left.length === 0 && right.length === 1 && typeof right[0] === "string") return undefined;
  // White space around comments, in an element without anything else: only its schema knows whether it is content.
  if (values && right.length === 0 && left.every((child) => typeof child === "string" && isBlank(child)))
    return undefined;
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const [a, b] = [left[index], right[index]];
    if (typeof a === "object" && typeof b === "object") {
      const difference = infosetDifference(a, b, { values }, here);
      if (difference !== undefined) return difference;
    } else if (typeof a !== typeof b || !equal(String(a ?? ""), String(b ?? ""))) {
      return `${here}: child ${index} was ${show(a)} and is ${show(b)}`;
    }
  }
  return undefined;
}

function show(child: InfosetElement | string | undefined): string {
  if (child === undefined) return "not there";
  return typeof child === "string" ? JSON.stringify(child.slice(0, 80)) : `<${child.name}>`;
}

function contentOf({ children }: InfosetElement): readonly (InfosetElement | string)[] {
  const ignorable = children.some((child) => typeof child !== "string") && children.every(isBlankOrElement);
  return ignorable ? children.filter((child) => typeof child !== "string") : children;
}

function isBlankOrElement(child: InfosetElement | string): boolean {
  return typeof child !== "string" || isBlank(child);
}

function isBlank(text: string): boolean {
  return /^[ \t\r\n]*$/.test(text);
}

/** Qualified names, which are what their prefixes stand for. */
function equalNames(left: string, before: InfosetElement, right: string, after: InfosetElement): boolean {
  if (!left.includes(":") && !right.includes(":")) return false;
  const [a, b] = [left.split(" "), right.split(" ")];
  return a.length === b.length && a.every((word, index) => resolve(word, before) === resolve(b[index] ?? "", after));
}

function equalValues(left: string, before: InfosetElement, right: string, after: InfosetElement): boolean {
  const [a, b] = [words(left), words(right)];
  if (a.join("") === b.join("") && /^[A-Za-z0-9+/]+=*$/.test(a.join(""))) return true;
  return a.length === b.length && a.every((word, index) => equalWords(word, before, b[index] ?? "", after));
}

function words(text: string): readonly string[] {
  return text.split(/[ \t\r\n]+/).filter((word) => word !== "");
}

function equalWords(a: string, before: InfosetElement, b: string, after: InfosetElement): boolean {
  return (
    a === b ||
    canonical(a) === canonical(b) ||
    (/^([0-9a-f]{2})+$/i.test(a) && a.toUpperCase() === b.toUpperCase()) ||
    (/^[^:]*:?[^:]+$/.test(a) && (a + b).includes(":") && resolve(a, before) === resolve(b, after))
  );
}

/** Part 2's canonical forms, as far as a text shows what it is. */
function canonical(word: string): string {
  if (word === "true" || word === "false") return word === "true" ? "1" : "0";
  const decimal = /^([+-]?)0*(\d*)(?:\.(\d*?)0*)?$/.exec(word);
  if (decimal !== null && /\d/.test(word)) {
    const [, sign, whole = "", fraction = ""] = decimal;
    const digits = `${whole === "" ? "0" : whole}${fraction === "" ? "" : `.${fraction}`}`;
    return sign === "-" && digits !== "0" ? `-${digits}` : digits;
  }
  if (/^[+-]?(\d+(\.\d*)?|\.\d+)[eE][+-]?\d+$/.test(word)) return String(Number(word));
  return word.replace(/(:\d\d\.\d*?)0+(?=$|[Z+-])/, "$1").replace(/(:\d\d)\.(?=$|[Z+-])/, "$1");
}

/** What a qualified name stands for. */
function resolve(text: string, { namespaces }: InfosetElement): string {
  const trimmed = text.trim();
  const colon = trimmed.indexOf(":");
  const namespace = namespaces.get(colon === -1 ? "" : trimmed.slice(0, colon));
  return clark(namespace ?? (colon === -1 ? "" : `unbound ${trimmed}`), trimmed.slice(colon + 1));
}

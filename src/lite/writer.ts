import { xmlNamespace } from "../xml/names.js";
import { escapeAttribute, escapeText } from "../xml/write/escape.js";

/** A prefix and what it is bound to, from some element on. */
interface Binding {
  readonly prefix: string;
  readonly namespace: string;
}

interface OpenElement {
  readonly namespace: string;
  readonly localName: string;
  /** The name as the tags spell it, once the start tag is written. */
  written: string;
  /** How many bindings there are outside. */
  readonly outside: number;
}

/**
 * Writes a document from start to end, as the other runtime's writer does without options: the default namespace where it
 * can be had, prefixes `ns1`, `ns2` … else, declared where they are needed and nowhere else.
 */
export class Writer {
  text = "";
  readonly #open: OpenElement[] = [];
  readonly #bindings: Binding[] = [
    { prefix: "", namespace: "" },
    { prefix: "xml", namespace: xmlNamespace },
  ];
  /** Generated prefixes: a namespace keeps its own through the whole document. */
  readonly #generated = new Map<string, string>();
  #count = 0;
  /** Of the start tag that is not written yet. */
  #pending = false;
  #attributes = "";
  #declarations = "";
  /** A QName without a prefix was promised to be in no namespace: the pending tag may not bind the default one. */
  #unprefixed = false;

  start(namespace: string, localName: string): void {
    this.#close(">");
    this.#open.push({ namespace, localName, written: "", outside: this.#bindings.length });
    this.#pending = true;
  }

  /** @param value - holds only characters that XML allows */
  attribute(namespace: string, localName: string, value: string): void {
    const prefix = namespace === "" ? "" : `${this.prefixFor(namespace)}:`;
    this.#attributes += ` ${prefix}${localName}="${escapeAttribute(value, refuse)}"`;
  }

  /** @param value - holds only characters that XML allows */
  content(value: string): void {
    if (value === "") return;
    this.#close(">");
    this.text += escapeText(value, refuse);
  }

  end(): void {
    const empty = this.#pending;
    this.#close("/>");
    const element = this.#open.pop() as OpenElement;
    if (!empty) this.text += `</${element.written}>`;
    this.#bindings.length = element.outside;
  }

  /** A prefix bound to the namespace in the start tag that is being written; declared there if need be. */
  prefixFor(namespace: string): string {
    if (namespace === "") {
      if (this.#bound("") !== "") this.#declare("", "");
      this.#unprefixed = true;
      return "";
    }
    const known = this.#find(namespace);
    if (known !== undefined) return known;
    let prefix = this.#generated.get(namespace);
    while (prefix === undefined || this.#bound(prefix) !== undefined) prefix = `ns${++this.#count}`;
    this.#generated.set(namespace, prefix);
    this.#declare(prefix, namespace);
    return prefix;
  }

  #bound(prefix: string): string | undefined {
    return this.#bindings.findLast((binding) => binding.prefix === prefix)?.namespace;
  }

  #find(namespace: string): string | undefined {
    const isHere = (binding: Binding) =>
      binding.prefix !== "" && binding.namespace === namespace && this.#bound(binding.prefix) === namespace;
    return this.#bindings.findLast(isHere)?.prefix;
  }

  #declare(prefix: string, namespace: string): void {
    this.#bindings.push({ prefix, namespace });
    this.#declarations += ` xmlns${prefix && `:${prefix}`}="${escapeAttribute(namespace, refuse)}"`;
  }

  /** Ends the start tag that is being written, if one is. */
  #close(end: ">" | "/>"): void {
    if (!this.#pending) return;
    const element = this.#open.at(-1) as OpenElement;
    const prefix = this.#elementPrefix(element);
    element.written = prefix + (prefix && ":") + element.localName;
    this.text += `<${element.written}${this.#declarations}${this.#attributes}${end}`;
    this.#attributes = this.#declarations = "";
    this.#pending = this.#unprefixed = false;
  }

  #elementPrefix({ namespace }: OpenElement): string {
    if (namespace === this.#bound("")) return "";
    if (this.#find(namespace) !== undefined) return this.prefixFor(namespace);
    // A default namespace that is in force goes on: others get prefixes.
    if (namespace !== "" && (this.#unprefixed || this.#bound("") !== "")) return this.prefixFor(namespace);
    this.#declare("", namespace);
    return "";
  }
}

/** Every datatype refuses such characters before anything is written. */
function refuse(at: number): never {
  throw new TypeError(`XML cannot hold the character at ${at}`);
}

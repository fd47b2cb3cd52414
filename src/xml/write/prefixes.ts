import { isNcName } from "../chars.js";
import { conventionalPrefixes } from "../conventional-prefixes.js";
import { xmlNamespace, xmlnsNamespace } from "../names.js";
import { refuseDeclaration } from "../namespaces.js";

/** A prefix that was bound to one namespace and is now to another. */
export interface Declaration {
  readonly prefix: string;
  readonly outer: string | undefined;
  readonly inner: string;
}

/**
 * The prefixes in scope while a document is written, and the ones that it would like to use. Choices depend on the
 * document alone: a preferred prefix, else `ns1`, `ns2` … in the order in which namespaces first need one.
 */
export class PrefixScope {
  readonly #preferred: ReadonlyMap<string, string>;
  readonly #reserved: ReadonlySet<string>;
  /** Generated prefixes: a namespace keeps its own through the whole document. */
  readonly #generated = new Map<string, string>();
  #count = 0;
  readonly #namespaces = new Map<string, string>([
    ["", ""],
    ["xml", xmlNamespace],
  ]);
  /** Prefixes declared for a namespace, the innermost last; some may be hidden by a later declaration. */
  readonly #prefixes = new Map<string, string[]>([[xmlNamespace, ["xml"]]]);
  readonly #undo: Declaration[] = [];

  /** @throws TypeError for a preferred prefix that is none, or is wanted by two namespaces */
  constructor(preferred: Readonly<Record<string, string>> = {}) {
    const prefixes = new Map<string, string>();
    const reserved = new Set<string>();
    for (const [namespace, prefix] of Object.entries(preferred)) {
      if (namespace === "" || namespace === xmlNamespace) continue;
      if (reserved.has(prefix)) throw new TypeError(`the prefix "${prefix}" is preferred for two namespaces`);
      checkPrefix(prefix, namespace);
      prefixes.set(namespace, prefix);
      reserved.add(prefix);
    }
    this.#preferred = prefixes;
    this.#reserved = reserved;
  }

  /** The default namespace here; the empty string for none. */
  get defaultNamespace(): string {
    return this.#namespaces.get("") ?? "";
  }

  lookup(prefix: string): string | undefined {
    return this.#namespaces.get(prefix);
  }

  /** A prefix, not the empty one, that is bound to the namespace here. */
  find(namespace: string): string | undefined {
    const prefixes = this.#prefixes.get(namespace);
    if (prefixes === undefined) return undefined;
    for (let index = prefixes.length - 1; index >= 0; index--) {
      const prefix = prefixes[index];
      if (prefix !== undefined && prefix !== "" && this.#namespaces.get(prefix) === namespace) return prefix;
    }
    return undefined;
  }

  preferred(namespace: string): string | undefined {
    return this.#preferred.get(namespace);
  }

  /** The prefix to declare for a namespace that has none here; never the empty one, never one that is bound here. */
  choose(namespace: string): string {
    const preferred = this.#preferred.get(namespace);
    if (preferred !== undefined && preferred !== "" && !this.#namespaces.has(preferred)) return preferred;
    let prefix = this.#generated.get(namespace) ?? conventionalPrefixes.get(namespace);
    if (prefix !== undefined && !this.#namespaces.has(prefix) && !this.#reserved.has(prefix)) return prefix;
    do prefix = `ns${++this.#count}`;
    while (this.#reserved.has(prefix) || this.#namespaces.has(prefix));
    this.#generated.set(namespace, prefix);
    return prefix;
  }

  get mark(): number {
    return this.#undo.length;
  }

  /** The innermost declaration: while it is the same, so are all bindings. */
  get innermost(): Declaration | undefined {
    return this.#undo[this.#undo.length - 1];
  }

  declare(prefix: string, namespace: string): void {
    this.#undo.push({ prefix, outer: this.#namespaces.get(prefix), inner: namespace });
    this.#namespaces.set(prefix, namespace);
    const prefixes = this.#prefixes.get(namespace);
    if (prefixes === undefined) this.#prefixes.set(namespace, [prefix]);
    else prefixes.push(prefix);
  }

  rollback(mark: number): void {
    while (this.#undo.length > mark) {
      const last = this.#undo.pop();
      if (last === undefined) return;
      this.#prefixes.get(last.inner)?.pop();
      if (last.outer === undefined) this.#namespaces.delete(last.prefix);
      else this.#namespaces.set(last.prefix, last.outer);
    }
  }
}

/** @throws TypeError for a prefix that may not be declared for the namespace */
export function checkPrefix(prefix: string, namespace: string): void {
  if (prefix !== "" && !isNcName(prefix)) throw new TypeError(`"${prefix}" cannot be a prefix`);
  const problem = refuseDeclaration(prefix, namespace);
  if (problem !== undefined || namespace === xmlnsNamespace) throw new TypeError(problem);
}

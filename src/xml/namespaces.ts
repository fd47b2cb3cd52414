import { detached } from "./detached.js";
import { xmlNamespace, xmlnsNamespace } from "./names.js";
import type { NamespaceDeclaration } from "./ports.js";

/** A prefix and what it stands for at this place of the document. */
export interface PrefixBinding {
  readonly prefix: string;
  /** `undefined` where the prefix is unbound. */
  namespace: string | undefined;
  /** What it was bound to last: the same string object is used again, so that comparing it costs nothing. */
  last: string;
}

/** A declaration in scope. Each knows the one before it and none is ever changed, so that one says where all stand. */
export interface ScopedDeclaration {
  readonly binding: PrefixBinding;
  readonly namespace: string;
  /** What the prefix stood for outside. */
  readonly outer: string | undefined;
  readonly before: ScopedDeclaration | undefined;
  /** How many declarations are in scope up to this one. */
  readonly count: number;
}

const none: readonly NamespaceDeclaration[] = [];

/** The namespace bindings in scope, and how to take them back. */
export class NamespaceScope {
  readonly #bindings = new Map<string, PrefixBinding>();
  /** The innermost declaration: what {@link goBack} goes back to. */
  mark: ScopedDeclaration | undefined = undefined;
  #declarations: NamespaceDeclaration[] | undefined = undefined;
  /** Length of the longest namespace name met. */
  longest = 0;

  constructor() {
    this.binding("").namespace = "";
    this.binding("xml").namespace = xmlNamespace;
    this.binding("xmlns").namespace = xmlnsNamespace;
  }

  get prefixCount(): number {
    return this.#bindings.size;
  }

  /** The one binding object of a prefix: it stays, what it is bound to changes. */
  binding(prefix: string): PrefixBinding {
    let binding = this.#bindings.get(prefix);
    if (binding === undefined) this.#bindings.set(prefix, (binding = { prefix, namespace: undefined, last: "" }));
    return binding;
  }

  lookup(prefix: string): string | undefined {
    return this.#bindings.get(prefix)?.namespace;
  }

  /** Every prefix bound here but the two reserved ones, in the order of their outermost declarations. */
  inScope(): readonly NamespaceDeclaration[] {
    const bindings: PrefixBinding[] = [];
    for (let each = this.mark; each !== undefined; each = each.before) bindings.push(each.binding);
    const declarations: NamespaceDeclaration[] = [];
    for (const { prefix, namespace } of new Set(bindings.reverse())) {
      if (namespace !== undefined && namespace !== "" && prefix !== "xml") declarations.push({ prefix, namespace });
    }
    return declarations;
  }

  /** The declarations since the last {@link begin}. */
  get declarations(): readonly NamespaceDeclaration[] {
    return this.#declarations ?? none;
  }

  /** Begins the declarations of a start tag. */
  begin(): void {
    this.#declarations = undefined;
  }

  /** Binds a prefix in the current start tag; gives a message where Namespaces in XML 1.0 forbids it. */
  declare(prefix: string, namespace: string): string | undefined {
    const binding = this.binding(prefix);
    if (namespace === binding.last && namespace !== "") {
      namespace = binding.last;
    } else {
      const problem = refuseDeclaration(prefix, namespace);
      if (problem !== undefined) return problem;
      namespace = detached(namespace);
      binding.last = namespace;
      this.longest = Math.max(this.longest, namespace.length);
    }
    const before = this.mark;
    this.mark = { binding, namespace, outer: binding.namespace, before, count: (before?.count ?? 0) + 1 };
    binding.namespace = namespace;
    this.#declarations ??= [];
    this.#declarations.push({ prefix, namespace });
    return undefined;
  }

  /** Takes back the declarations behind a mark. */
  goBack(mark: ScopedDeclaration | undefined): void {
    for (let held = this.mark; held !== undefined && held !== mark; held = held.before) {
      held.binding.namespace = held.outer;
    }
    this.mark = mark;
  }
}

/** The constraints of Namespaces in XML 1.0, 3 and 5: reserved prefixes and names, no undeclared prefixes. */
export function refuseDeclaration(prefix: string, namespace: string): string | undefined {
  if (prefix === "xmlns") return "the prefix xmlns may not be declared";
  if (namespace === xmlnsNamespace) return `no prefix may be bound to ${xmlnsNamespace}`;
  if (prefix === "xml" && namespace !== xmlNamespace) return `the prefix xml stands for ${xmlNamespace} only`;
  if (prefix !== "xml" && namespace === xmlNamespace) return `only the prefix xml may be bound to ${xmlNamespace}`;
  if (prefix !== "" && namespace === "") return `the prefix ${prefix} may not be bound to the empty string`;
  return undefined;
}

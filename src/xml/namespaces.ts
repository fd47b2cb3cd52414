import { detached } from "./detached.js";
import type { NamespaceDeclaration } from "./events.js";
import { xmlNamespace, xmlnsNamespace } from "./names.js";

/** A prefix and what it stands for at this place of the document. */
export interface PrefixBinding {
  readonly prefix: string;
  /** `undefined` where the prefix is unbound. */
  namespace: string | undefined;
  /** What it was bound to last: the same string object is used again, so that comparing it costs nothing. */
  last: string;
}

const none: readonly NamespaceDeclaration[] = [];

/** The namespace bindings in scope, and how to take them back. */
export class NamespaceScope {
  readonly #bindings = new Map<string, PrefixBinding>();
  readonly #undo: { readonly binding: PrefixBinding; readonly namespace: string | undefined }[] = [];
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
    const declarations: NamespaceDeclaration[] = [];
    for (const binding of new Set(this.#undo.map(({ binding }) => binding))) {
      const { prefix, namespace } = binding;
      if (namespace !== undefined && namespace !== "" && prefix !== "xml") declarations.push({ prefix, namespace });
    }
    return declarations;
  }

  /** How many declarations are in scope: what {@link rollback} goes back to. */
  get mark(): number {
    return this.#undo.length;
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
    this.#undo.push({ binding, namespace: binding.namespace });
    binding.namespace = namespace;
    this.#declarations ??= [];
    this.#declarations.push({ prefix, namespace });
    return undefined;
  }

  /** The declarations made since `mark`, for {@link restore}. */
  since(mark: number): readonly NamespaceDeclaration[] {
    return this.#undo.slice(mark).map(({ binding: { prefix, namespace = "" } }) => ({ prefix, namespace }));
  }

  /** Goes back to where `declarations` were those since `mark`. */
  restore(mark: number, declarations: readonly NamespaceDeclaration[]): void {
    this.rollback(mark);
    for (const { prefix, namespace } of declarations) this.declare(prefix, namespace);
    this.#declarations = undefined;
  }

  /** Takes back the declarations made since `mark`. */
  rollback(mark: number): void {
    const undo = this.#undo;
    while (undo.length > mark) {
      const last = undo.pop();
      if (last !== undefined) last.binding.namespace = last.namespace;
    }
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

import { setProperty } from "../../text/record.js";
import type { NamespaceDeclaration, XmlEventSource } from "../ports.js";

interface Kept {
  readonly declarations: readonly NamespaceDeclaration[];
  readonly object: Readonly<Record<string, string>>;
}

/** What the last element of each source was given: its siblings mostly have the same in scope. */
const last = new WeakMap<XmlEventSource, Kept>();

/**
 * The prefixes in scope at a source's `start`, `undefined` for none. Elements with the same ones have one object: a
 * document of many declarations and many elements would grow with their product.
 */
export function scopeObject(source: XmlEventSource): Readonly<Record<string, string>> | undefined {
  const declarations = source.namespacesInScope();
  if (declarations.length === 0) return undefined;
  const kept = last.get(source);
  if (kept !== undefined && isSame(kept.declarations, declarations)) return kept.object;
  const object = declaredPrefixes(declarations);
  last.set(source, { declarations, object });
  return object;
}

/** Namespaces by prefix. */
export function declaredPrefixes(declarations: readonly NamespaceDeclaration[]): Readonly<Record<string, string>> {
  const object: Record<string, string> = {};
  for (const { prefix, namespace } of declarations) setProperty(object, prefix, namespace);
  return Object.freeze(object);
}

function isSame(left: readonly NamespaceDeclaration[], right: readonly NamespaceDeclaration[]): boolean {
  return (
    left.length === right.length &&
    left.every(({ prefix, namespace }, index) => {
      const other = right[index];
      return other?.prefix === prefix && other.namespace === namespace;
    })
  );
}

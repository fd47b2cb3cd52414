import type { NamespaceConstraint } from "../schema/descriptors.js";

/** Part 1, 3.10.4 "Wildcard allows Namespace Name"; the empty string stands for an absent namespace. */
export function allowsNamespace(constraint: NamespaceConstraint, namespace: string): boolean {
  switch (constraint.kind) {
    case "any":
      return true;
    case "not":
      return namespace !== constraint.namespace && namespace !== "";
    case "list":
      return constraint.namespaces.includes(namespace);
  }
}

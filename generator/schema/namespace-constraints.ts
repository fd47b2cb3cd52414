import type { NamespaceConstraint } from "./components.js";

/** Whether a constraint lets a namespace through (Wildcard allows Namespace Name, 3.10.4). */
export function allowsNamespace(constraint: NamespaceConstraint, namespace: string): boolean {
  switch (constraint.kind) {
    case "any":
      return true;
    case "not":
      return namespace !== "" && namespace !== constraint.namespace;
    case "list":
      return constraint.namespaces.includes(namespace);
  }
}

/** Whether everything that the first lets through the second does too (cos-ns-subset, 3.10.6). */
export function isNamespaceSubset(sub: NamespaceConstraint, whole: NamespaceConstraint): boolean {
  if (whole.kind === "any") return true;
  if (sub.kind === "any") return false;
  if (sub.kind === "list") return sub.namespaces.every((namespace) => allowsNamespace(whole, namespace));
  return whole.kind === "not" && whole.namespace === sub.namespace;
}

/** Attribute Wildcard Union (cos-aw-union); `undefined` where it cannot be written as one constraint. */
export function namespaceUnion(left: NamespaceConstraint, right: NamespaceConstraint): NamespaceConstraint | undefined {
  if (left.kind === "any" || right.kind === "any") return { kind: "any" };
  if (left.kind === "list" && right.kind === "list") {
    return { kind: "list", namespaces: [...new Set([...left.namespaces, ...right.namespaces])] };
  }
  if (left.kind === "not" && right.kind === "not") {
    return left.namespace === right.namespace ? left : { kind: "not", namespace: "" };
  }
  if (left.kind === "list") return namespaceUnion(right, left);
  if (left.kind !== "not" || right.kind !== "list") return undefined;
  const hasAbsent = right.namespaces.includes("");
  if (left.namespace === "") return hasAbsent ? { kind: "any" } : left;
  const hasNegated = right.namespaces.includes(left.namespace);
  if (hasNegated) return hasAbsent ? { kind: "any" } : { kind: "not", namespace: "" };
  return hasAbsent ? undefined : left;
}

/** Attribute Wildcard Intersection (cos-aw-intersect); `undefined` where it cannot be written as one constraint. */
export function namespaceIntersection(
  left: NamespaceConstraint,
  right: NamespaceConstraint,
): NamespaceConstraint | undefined {
  if (left.kind === "any") return right;
  if (right.kind === "any") return left;
  if (left.kind === "list") {
    return { kind: "list", namespaces: left.namespaces.filter((namespace) => allowsNamespace(right, namespace)) };
  }
  if (right.kind === "list") return namespaceIntersection(right, left);
  if (left.namespace === right.namespace || right.namespace === "") return left;
  return left.namespace === "" ? right : undefined;
}

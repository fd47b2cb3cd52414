import { clarkName } from "../../../src/xml/names.js";
import type { ParticleNode } from "./particle-nodes.js";

/** A particle as messages name it. */
export function spellNode(node: ParticleNode): string {
  if (node.kind === "element") return `element ${clarkName(node.declaration.name)}`;
  return node.kind === "wildcard" ? "a wildcard" : node.kind === "all" ? "an all group" : `a ${node.kind}`;
}

/** `once`, `0 to 5 times`, `1 or more times`. */
export function occurrence({ min, max }: { readonly min: number; readonly max: number }): string {
  if (min === max) return min === 1 ? "once" : `${min} times`;
  return max === Infinity ? `${min} or more times` : `${min} to ${max} times`;
}

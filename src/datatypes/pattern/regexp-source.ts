import type { PatternNode } from "./pattern-syntax.js";

/** The tree as a JavaScript regular expression for the `v` flag; a whole text must match (F, "anchored"). */
export function regexpSource(node: PatternNode): string {
  return `^(?:${sourceOf(node)})$`;
}

function sourceOf(node: PatternNode): string {
  switch (node.kind) {
    case "character":
      return node.class.source;
    case "sequence":
      return node.parts.map((part) => (part.kind === "choice" ? `(?:${sourceOf(part)})` : sourceOf(part))).join("");
    case "choice":
      return node.branches.map(sourceOf).join("|");
    case "repeat": {
      const { body, min, max } = node;
      const atom = body.kind === "character" ? sourceOf(body) : `(?:${sourceOf(body)})`;
      return atom + quantifier(min, max);
    }
  }
}

function quantifier(min: number, max: number): string {
  if (max === Number.POSITIVE_INFINITY) return min === 0 ? "*" : min === 1 ? "+" : `{${min},}`;
  if (min === 0 && max === 1) return "?";
  return min === max ? `{${min}}` : `{${min},${max}}`;
}

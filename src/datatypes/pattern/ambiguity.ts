import { type Coverage, mayOverlap } from "./character-class.js";
import type { PatternNode, RepeatNode } from "./pattern-syntax.js";

/** What may come next; the end of the text counts as one more ASCII character. */
type Next = Coverage;

const nothing: Next = { ascii: 0n, beyond: false };
const endOfText: Next = { ascii: 0x1_00000000_00000000_00000000_00000000n, beyond: false };

/**
 * At most in how many ways a backtracking matcher may try to match one text: 1 where each character decides alone how
 * to go on, `Infinity` where the number grows with the text. Never too low.
 */
export function waysToMatch(node: PatternNode): number {
  return ways(node, endOfText);
}

/** @param follow - what may come after the node */
function ways(node: PatternNode, follow: Next): number {
  switch (node.kind) {
    case "character":
      return 1;
    case "sequence": {
      let count = 1;
      let next = follow;
      for (const part of node.parts.toReversed()) {
        count *= ways(part, next);
        next = firstOf(part, next);
      }
      return count;
    }
    case "choice": {
      const counts = node.branches.map((branch) => ways(branch, follow));
      const decided = areDisjoint(node.branches.map((branch) => firstOf(branch, follow)));
      return decided ? Math.max(...counts) : counts.reduce((sum, count) => sum + count, 0);
    }
    case "repeat":
      return waysToRepeat(node, follow);
  }
}

function waysToRepeat({ body, min, max }: RepeatNode, follow: Next): number {
  if (max === 0) return 1;
  const first = firstOf(body, nothing);
  const each = ways(body, max === 1 ? follow : join(first, follow));
  // Whether to go on is decided by the next character, unless both ways may begin with it.
  const undecided = min < max && (canBeEmpty(body) || mayOverlap(first, follow));
  return (undecided ? max - min + 1 : 1) * (each === 1 ? 1 : each ** max);
}

/** What a match of the node may begin with; where it may be empty, also what may come after it. */
function firstOf(node: PatternNode, follow: Next): Next {
  switch (node.kind) {
    case "character":
      return node.class;
    case "sequence":
      return node.parts.reduceRight((next, part) => firstOf(part, next), follow);
    case "choice":
      return node.branches.map((branch) => firstOf(branch, follow)).reduce(join);
    case "repeat":
      if (node.max === 0) return follow;
      return node.min === 0 ? join(firstOf(node.body, follow), follow) : firstOf(node.body, follow);
  }
}

export function canBeEmpty(node: PatternNode): boolean {
  switch (node.kind) {
    case "character":
      return false;
    case "sequence":
      return node.parts.every(canBeEmpty);
    case "choice":
      return node.branches.some(canBeEmpty);
    case "repeat":
      return node.min === 0 || canBeEmpty(node.body);
  }
}

function join(left: Next, right: Next): Next {
  return { ascii: left.ascii | right.ascii, beyond: left.beyond || right.beyond };
}

function areDisjoint(nexts: readonly Next[]): boolean {
  let before = nothing;
  for (const next of nexts) {
    if (mayOverlap(before, next)) return false;
    before = join(before, next);
  }
  return true;
}

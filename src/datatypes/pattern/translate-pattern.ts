import { waysToMatch } from "./ambiguity.js";
import { PatternAutomaton } from "./automaton.js";
import type { PatternFailure, PatternNode } from "./pattern-syntax.js";
import { readPattern } from "./read-pattern.js";

/** A regular expression of XSD made ready for use. */
export interface TranslatedPattern {
  /** The same in JavaScript, anchored, with the `v` flag; it may backtrack without end where `linear` is false. */
  readonly regexp: RegExp;
  /** Whether `regexp` needs time in proportion to the text's length. */
  readonly linear: boolean;
  /**
   * What XSD 1.0 forbids but has only one sensible meaning, which it was given: an unknown Unicode block is any
   * character, a hyphen where none may stand is a hyphen.
   */
  readonly liberties: readonly PatternFailure[];
  /** Whether the whole text matches, in linear time; `undefined` where that is too much work to find out. */
  readonly matches: (text: string) => boolean | undefined;
  /** The first matching text made of one of each list's texts, with spaces between them, if one is found. */
  readonly choose: (parts: readonly (readonly string[])[]) => string | undefined;
}

/** Ways to match a text that backtracking may try. */
const mostWays = 256;

/** Part 2, appendix F. A pattern that is none gives a failure that says where. */
export function translatePattern(text: string): TranslatedPattern | PatternFailure {
  const pattern = readPattern(text);
  if (!("node" in pattern)) return pattern;
  const { node, liberties } = pattern;
  const regexp = new RegExp(regexpSource(node), "v");
  const linear = waysToMatch(node) <= mostWays;
  let automaton: PatternAutomaton | undefined;
  const byAutomaton = (): PatternAutomaton => (automaton ??= new PatternAutomaton(node));
  return {
    regexp,
    linear,
    liberties,
    matches: linear
      ? (text) => test(regexp, text) ?? byAutomaton().matches(text)
      : (text) => byAutomaton().matches(text),
    choose: (parts) => byAutomaton().choose(parts),
  };
}

/** An engine may find an expression too large or a text too long, and says so only when it matches. */
function test(regexp: RegExp, text: string): boolean | undefined {
  try {
    return regexp.test(text);
  } catch {
    return undefined;
  }
}

/** The tree as a JavaScript regular expression for the `v` flag; a whole text must match (F, "anchored"). */
function regexpSource(node: PatternNode): string {
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

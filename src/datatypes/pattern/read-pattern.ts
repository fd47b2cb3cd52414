import { quoteText } from "../describe.js";
import { anyButLineEnd, type CharacterClass, characterRange } from "./character-class.js";
import { PatternFault, PatternScanner } from "./pattern-scanner.js";
import type { PatternFailure, PatternNode } from "./pattern-syntax.js";
import { deepestNesting, readClass, readEscape } from "./read-class.js";

/** A pattern that was understood. */
export interface ReadPattern {
  readonly node: PatternNode;
  /**
   * What XSD 1.0 forbids but has only one sensible meaning, which it was given: unknown blocks are any character, a
   * hyphen where none may stand is a hyphen.
   */
  readonly liberties: readonly PatternFailure[];
}

/** Part 2, appendix F. */
export function readPattern(text: string): ReadPattern | PatternFailure {
  const scanner = new PatternScanner(text);
  try {
    const node = readChoice(scanner, 0);
    // A choice ends at a closing parenthesis only, and no group is open.
    if (!scanner.atEnd) scanner.fail(") closes no group; a parenthesis that stands for itself is \\)");
    return { node, liberties: scanner.liberties };
  } catch (fault) {
    if (fault instanceof PatternFault) return fault.failure;
    throw fault;
  }
}

/** Production 1: branches between bars. */
function readChoice(scanner: PatternScanner, depth: number): PatternNode {
  const branches = [readBranch(scanner, depth)];
  while (scanner.takes("|")) branches.push(readBranch(scanner, depth));
  const [only] = branches;
  return only !== undefined && branches.length === 1 ? only : { kind: "choice", branches };
}

/** Production 2: pieces one after the other, maybe none. */
function readBranch(scanner: PatternScanner, depth: number): PatternNode {
  const parts: PatternNode[] = [];
  while (!scanner.atEnd && !scanner.sees("|") && !scanner.sees(")")) {
    parts.push(readQuantifier(scanner, readAtom(scanner, depth)));
  }
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { kind: "sequence", parts };
}

/** Production 9. */
function readAtom(scanner: PatternScanner, depth: number): PatternNode {
  const start = scanner.at;
  const character = scanner.takeCharacter();
  switch (character) {
    case "(": {
      if (depth === deepestNesting) scanner.fail(`more than ${deepestNesting} groups within one another`, start);
      const group = readChoice(scanner, depth + 1);
      return scanner.takes(")") ? group : scanner.fail("the group is not closed by )", start);
    }
    case "[":
      return characters(readClass(scanner, 0));
    case ".":
      return characters(anyButLineEnd);
    case "\\": {
      const escaped = readEscape(scanner);
      return characters("class" in escaped ? escaped.class : characterRange(escaped.code, escaped.code));
    }
    case "?":
    case "*":
    case "+":
    case "{":
      return scanner.fail(
        `${character} has nothing to repeat; a character that stands for itself is \\${character}`,
        start,
      );
    case "]":
    case "}":
      return scanner.fail(`${character} closes nothing; a character that stands for itself is \\${character}`, start);
    default: {
      const code = character.codePointAt(0) ?? 0;
      return characters(characterRange(code, code));
    }
  }
}

function characters(found: CharacterClass): PatternNode {
  return { kind: "character", class: found };
}

/** Productions 4 to 8. */
function readQuantifier(scanner: PatternScanner, body: PatternNode): PatternNode {
  if (scanner.takes("?")) return { kind: "repeat", body, min: 0, max: 1 };
  if (scanner.takes("*")) return { kind: "repeat", body, min: 0, max: Number.POSITIVE_INFINITY };
  if (scanner.takes("+")) return { kind: "repeat", body, min: 1, max: Number.POSITIVE_INFINITY };
  const start = scanner.at;
  if (!scanner.takes("{")) return body;
  const least = scanner.takeDigits();
  const comma = scanner.takes(",");
  const most = comma ? scanner.takeDigits() : least;
  if (least === "" || !scanner.takes("}")) {
    scanner.fail(`expected {n}, {n,} or {n,m}; found ${quoteText(scanner.text.slice(start, scanner.at + 1))}`, start);
  }
  const min = readCount(least);
  const max = most === "" ? Number.POSITIVE_INFINITY : readCount(most);
  if (max < min) scanner.fail(`at least ${least} and at most ${most} is never true`, start);
  return { kind: "repeat", body, min, max };
}

/** No text is so long that a greater count could matter. */
const greatestCount = 2_147_483_647;

function readCount(digits: string): number {
  return Math.min(Number(digits), greatestCount);
}

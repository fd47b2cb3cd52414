import { expect, it } from "vitest";
import { type Expression, Expressions } from "../../../../../generator/questions/diff/expressions.js";

const many = Number.POSITIVE_INFINITY;
const expressions = new Expressions();

/** A regular expression of single letters, as content models spell it: `a?(b|c)*`, `a&b` for any order. */
function read(text: string): Expression {
  let at = 0;
  return choice();

  function choice(): Expression {
    const branches = [all()];
    while (text[at] === "|") {
      at++;
      branches.push(all());
    }
    return expressions.choice(branches);
  }

  function all(): Expression {
    const parts = [sequence()];
    while (text[at] === "&") {
      at++;
      parts.push(sequence());
    }
    return parts.length === 1 ? (parts[0] ?? expressions.empty) : expressions.all(parts);
  }

  function sequence(): Expression {
    const parts: Expression[] = [];
    while (at < text.length && !"|)&".includes(text[at] ?? "")) parts.push(repeated());
    return expressions.sequence(parts);
  }

  function repeated(): Expression {
    const body = atom();
    const counted = /^(?:[?*+]|\{(\d+),(\d*)\})/.exec(text.slice(at));
    if (counted === null) return body;
    at += counted[0].length;
    const [sign, min = "", max = ""] = counted;
    if (sign === "?") return expressions.repeat(body, 0, 1);
    if (sign === "*") return expressions.repeat(body, 0, many);
    if (sign === "+") return expressions.repeat(body, 1, many);
    return expressions.repeat(body, Number(min), max === "" ? many : Number(max));
  }

  function atom(): Expression {
    const character = text[at++] ?? "";
    if (character !== "(") return expressions.letters([character.charCodeAt(0)]);
    const inner = choice();
    at++;
    return inner;
  }
}

it.each([
  // part, whole, part within whole, whole within part
  ["a", "a", true, true],
  ["a", "ab?", true, false],
  ["ab", "ab?", true, false],
  ["a|b", "(a|b)*", true, false],
  ["(a|b)*", "(a*b*)*", true, true],
  ["a{2,3}", "a{1,5}", true, false],
  ["a{2,2}", "aa", true, true],
  ["a{0,200}", "a*", true, false],
  ["a+", "aa*", true, true],
  ["ab", "ba", false, false],
  ["ab|ba", "a&b", true, true],
  ["a&b&c?", "(a|b|c)*", true, false],
  ["a?b?", "b?a?", false, false],
  ["(a?b?){1,3}", "(a|b){0,6}", true, false],
  ["", "a?", true, false],
  ["(ab)*", "(ab)*(ab)?", true, true],
  ["(a|bc){3,7}", "(a|b|c){3,14}", true, false],
])("%s and %s", (part, whole, within, reverse) => {
  const [left, right] = [read(part), read(whole)];
  expect([expressions.includes(right, left), expressions.includes(left, right)]).toEqual([within, reverse]);
});

it("is the same object for the same expression", () => {
  expect(read("a?(b|c)*")).toBe(read("a?(c|b)*"));
  expect(read("(ab)c")).toBe(read("a(bc)"));
});

it("gives up where it would be too much work", () => {
  expect(expressions.includes(read("(a?b?){0,400}(a?c?){0,400}"), read("(a|b){0,400}(a|c){0,400}"))).toBeUndefined();
});

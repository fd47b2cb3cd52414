import { describe, expect, it } from "vitest";
import {
  bracketedUnion,
  call,
  concat,
  hardLine,
  indent,
  listing,
  propertyKey,
  quote,
  record,
  render,
  unionOf,
} from "../../../../generator/emit/layout.js";

const long = Array.from({ length: 12 }, (_, index) => `"value number ${index}"`);

describe("render", () => {
  it("writes a group on one line where it fits", () => {
    expect(render(listing("[", ["1", "2"], "]"))).toBe("[1, 2]");
    expect(
      render(
        record([
          ["a", "1"],
          ["b-c", "2"],
        ]),
      ),
    ).toBe('{ a: 1, "b-c": 2 }');
    expect(render(unionOf(["A", "B"]))).toBe("A | B");
  });

  it("breaks every line of a group that does not fit, and no other", () => {
    const text = render(listing("[", [listing("[", long, "]"), "[1]"], "]"));
    expect(text.split("\n").map((line) => line.slice(0, 20))).toEqual([
      "[",
      "  [",
      ...long.map((item) => `    ${item},`.slice(0, 20)),
      "  ],",
      "  [1],",
      "]",
    ]);
  });

  it("counts what follows on the same line", () => {
    const value = listing("[", ["a".repeat(55), "b".repeat(55)], "]");
    expect(render(value, 0)).not.toContain("\n");
    expect(render(value, 10)).toContain("\n");
  });

  it("breaks at a hard line wherever it stands", () => {
    expect(render(listing("{", [concat("/** a */", hardLine, "a: 1")], "}", " "))).toBe("{\n  /** a */\n  a: 1,\n}");
  });

  it("keeps all but the last argument of a call on the first line", () => {
    const text = render(call("restriction", ["xsString", listing("[", long, "]")]));
    expect(text.startsWith("restriction(xsString, [\n  ")).toBe(true);
  });

  it("puts each member of a broken union behind a bar", () => {
    expect(render(unionOf(long)).split("\n").slice(0, 3)).toEqual(["", `  | ${long[0]}`, `  | ${long[1]}`]);
    expect(
      render(bracketedUnion("(", long, ")"))
        .split("\n")
        .at(-1),
    ).toBe(")");
  });

  it("indents from where it is told", () => {
    expect(
      render(indent(listing("[", long, "]")))
        .split("\n")
        .at(-1),
    ).toBe("  ]");
  });
});

describe("quote", () => {
  it.each([
    ["plain", '"plain"'],
    ['a"b\\', '"a\\"b\\\\"'],
    ["\u2028\u0085\ufeff", '"\\u2028\\u0085\\ufeff"'],
    ["\n", '"\\n"'],
  ])("%j is a literal of the same text", (text, literal) => {
    expect(quote(text)).toBe(literal);
    expect(JSON.parse(quote(text))).toBe(text);
  });
});

describe("propertyKey", () => {
  it("quotes what is no identifier", () => {
    expect(["a", "$type", "größe", "a-b", "1a", ""].map(propertyKey)).toEqual([
      "a",
      "$type",
      "größe",
      '"a-b"',
      '"1a"',
      '""',
    ]);
  });
});

import { describe, expect, test } from "vitest";
import { builtinDatatypes } from "../../../src/datatypes/builtins.js";
import { type Datatype, DatatypeFailure, type Facet } from "../../../src/datatypes/datatype.js";
import { listDatatype } from "../../../src/datatypes/list.js";
import { unionDatatype } from "../../../src/datatypes/union.js";
import {
  enumeration,
  fractionDigits,
  length,
  maxExclusive,
  maxInclusive,
  maxLength,
  minExclusive,
  minInclusive,
  minLength,
  pattern,
  totalDigits,
  whiteSpace,
} from "../../../src/schema/builtin-types.js";

function typeOf(name: string): Datatype {
  const type = builtinDatatypes.get(name);
  if (type === undefined) throw new Error(name);
  return type;
}

function restricted(name: string, ...facets: readonly Facet[]): Datatype {
  return facets.reduce(
    (type, facet) => facet.restrict(type),
    name === "ints" ? listDatatype("ints", typeOf("int")) : typeOf(name),
  );
}

const emoji = "😀";

type Row = readonly [name: string, facet: Facet, accepted: readonly string[], refused: readonly string[]];

const rows: readonly Row[] = [
  ["string", length(2), ["ab", `${emoji}${emoji}`, " \n"], ["", "a", "abc", emoji]],
  ["string", length(0), [""], ["a"]],
  ["string", minLength(2), ["ab", "abc", `a${emoji}`], ["", "a", emoji]],
  ["string", maxLength(2), ["", "ab", `${emoji}${emoji}`], ["abc", `${emoji}${emoji}a`]],
  ["token", maxLength(3), ["  a b  "], ["a b c"]],
  ["hexBinary", length(2), ["00ff"], ["00", "00ff00"]],
  ["base64Binary", maxLength(1), ["", "AA=="], ["AAA="]],
  ["ints", length(2), ["1 2", " 10\n20 "], ["", "1", "1 2 3"]],
  ["ints", minLength(1), ["1"], ["", "  "]],
  ["anyURI", maxLength(3), ["a/b"], ["a/bc"]],
  ["decimal", minInclusive("1.0"), ["1", "1.00", "2"], ["0.99999999999999999999", "-1"]],
  ["decimal", maxExclusive("1"), ["0.99999999999999999999"], ["1", "1.0"]],
  ["integer", maxInclusive("99999999999999999999"), ["99999999999999999999"], ["100000000000000000000"]],
  ["int", minExclusive("5"), ["6"], ["5", "4"]],
  // The bound is a number of the primitive type, not of the restricted one.
  ["unsignedByte", maxExclusive("256"), ["255"], ["256"]],
  ["int", maxInclusive("2.5"), ["2"], ["3"]],
  ["float", minInclusive("0"), ["0", "-0", "INF"], ["-1", "NaN"]],
  ["float", maxInclusive("NaN"), ["NaN"], ["0", "INF"]],
  ["double", maxExclusive("NaN"), [], ["NaN", "0"]],
  ["double", maxInclusive("INF"), ["INF", "1"], ["NaN"]],
  [
    "dateTime",
    minInclusive("2000-01-01T00:00:00Z"),
    ["2000-01-01T01:00:00+01:00"],
    ["1999-12-31T23:59:59Z", "2000-01-01T00:00:00"],
  ],
  ["date", maxInclusive("2000-01-01"), ["2000-01-01", "1999-12-31"], ["2000-01-02", "2000-01-01Z"]],
  ["duration", maxInclusive("P1M"), ["P27D", "P1M"], ["P28D", "P31D", "P32D"]],
  ["duration", minExclusive("P1Y"), ["P367D", "P13M"], ["P365D", "P12M"]],
  ["gYear", minExclusive("-0001"), ["0001"], ["-0001", "-0002"]],
  ["decimal", totalDigits(3), ["123", "1.23", "0.12", "0001.2300", "-12.3", "0"], ["1234", "1.234", "0.1234", "1000"]],
  ["integer", totalDigits(2), ["99", "-99", "0099"], ["100"]],
  ["int", totalDigits(1), ["9", "-9", "0"], ["10"]],
  ["decimal", fractionDigits(2), ["1.25", "1.2500", "1", "5."], ["1.255"]],
  ["decimal", fractionDigits(0), ["1.0", "1"], ["1.5"]],
  ["string", enumeration(["a", " b"]), ["a", " b"], ["b", "a ", ""]],
  ["token", enumeration(["a", " b"]), ["a", "b", " b "], ["c"]],
  ["decimal", enumeration(["1.0", "2"]), ["1", "01.00", "2.0"], ["3"]],
  ["int", enumeration(["1", "not one"]), ["01"], ["2"]],
  ["float", enumeration(["NaN", "0"]), ["NaN", "-0"], ["1"]],
  ["dateTime", enumeration(["2000-01-01T00:00:00Z"]), ["2000-01-01T01:00:00+01:00"], ["2000-01-01T00:00:00"]],
  ["hexBinary", enumeration(["ab"]), ["AB", "ab"], ["ac"]],
  ["ints", enumeration(["1 2"]), [" 01  +2 "], ["1", "2 1", "12"]],
  ["string", enumeration(["__proto__", "constructor"]), ["__proto__"], ["toString"]],
  ["string", pattern(["a+", "b"]), ["a", "aaa", "b"], ["", "ab", "bb", "xax"]],
  ["token", pattern(["a b"]), [" a  b\n"], ["ab"]],
  ["int", pattern(["[0-9]{3}"]), ["007", " 123 "], ["7", "+07"]],
  ["ints", pattern(["1 2", "0+ 0"]), ["1  2", "000 0"], ["1", "2 1"]],
  ["string", whiteSpace("collapse"), [" a "], []],
];

describe.each(rows.map(([name, facet, accepted, refused]) => ({ name, facet, accepted, refused })))(
  "$facet.kind of $name",
  ({ name, facet, accepted, refused }) => {
    const type = restricted(name, facet);

    test.each(accepted)("accepts %j", (text) => {
      const value = type.parse(text);
      expect(value).not.toBeInstanceOf(DatatypeFailure);
      expect(type.check(value)).toBeUndefined();
      expect(type.equal(type.parse(type.print(value)), value)).toBe(true);
    });

    test.each(refused)("refuses %j", (text) => {
      const failure = type.parse(text) as DatatypeFailure;
      expect(failure).toBeInstanceOf(DatatypeFailure);
      const value = typeOf(name === "ints" ? "NMTOKENS" : name).parse(text);
      // Out of a built-in type's own range there is no value to check.
      if (value instanceof DatatypeFailure || name === "ints") return;
      expect(failure.code).toBe(`cvc-${facet.kind}-valid`);
      if (facet.kind !== "pattern") expect(type.check(value)).toEqual(failure);
    });
  },
);

test.each<[type: Datatype, text: string, message: string]>([
  [restricted("string", maxLength(2)), "abc", "expected at most 2 characters; found 3"],
  [restricted("string", length(2)), "a", "expected 2 characters; found 1"],
  [restricted("ints", minLength(2)), "1", "expected at least 2 items; found 1"],
  [restricted("hexBinary", maxLength(0)), "00", "expected at most 0 octets; found 1"],
  [restricted("int", maxExclusive("5")), "5", "expected less than 5; found 5"],
  [restricted("decimal", totalDigits(2)), "1.23", "expected at most 2 digits; found 3"],
  [restricted("string", enumeration(["a", "b"])), "c", 'expected one of "a", "b"; found "c"'],
  [restricted("string", enumeration(["a"])), "c", 'expected "a"; found "c"'],
  [restricted("string", pattern(["[0-9]+"])), "c", '"c" does not match the pattern "[0-9]+"'],
])("messages: %#", (type, text, message) => {
  expect(type.parse(text)).toMatchObject({ message });
});

test("a long enumeration is not written out in whole", () => {
  const many = enumeration(Array.from({ length: 1000 }, (_, index) => `v${index}`)).restrict(typeOf("string"));
  expect((many.parse("w") as DatatypeFailure).message).toContain('"v19", … (1000 values); found "w"');
});

test("facets of several steps all apply", () => {
  const type = restricted(
    "string",
    minLength(1),
    pattern(["[a-z]*"]),
    maxLength(3),
    pattern(["a.*"]),
    whiteSpace("collapse"),
  );
  expect(type.parse(" abc ")).toBe("abc");
  expect(["", "abcd", "bcd", "aB"].map((text) => (type.parse(text) as DatatypeFailure).code)).toEqual([
    "cvc-minLength-valid",
    "cvc-maxLength-valid",
    "cvc-pattern-valid",
    "cvc-pattern-valid",
  ]);
});

test("a range or a pattern that cannot be is the program's fault", () => {
  expect(() => restricted("string", minInclusive("a"))).toThrow(TypeError);
  expect(() => restricted("int", minInclusive("a"))).toThrow('minInclusive of int: "a" is not a decimal number');
  expect(() => restricted("string", pattern(["a)"]))).toThrow(TypeError);
});

test("a text that a pattern takes too long for is refused", () => {
  const type = restricted("string", pattern(["(x?){1000}x{1000}"]));
  expect(type.parse("x".repeat(1500))).toMatchObject({ code: "xml-limit" });
  expect(type.parse("xx")).toMatchObject({ code: "cvc-pattern-valid" });
});

describe("a value is printed in a spelling that the pattern takes", () => {
  test.each<[name: string, patterns: readonly string[], text: string, printed: string]>([
    ["int", ["[0-9]{5}"], "00042", "00042"],
    ["int", ["[+][0-9]+"], "+5", "+5"],
    ["int", ["-0[0-9]"], "-07", "-07"],
    ["long", ["[0-9]{20}"], "00000000000000000001", "00000000000000000001"],
    ["boolean", ["[01]"], "1", "1"],
    ["boolean", ["0|true"], "0", "0"],
    ["double", ["[0-9]+\\.[0-9]{2}"], "1.50", "1.50"],
    ["double", ["[0-9]{2}E-[0-9]"], "42E-2", "42E-2"],
    ["float", ["\\.[0-9]{4}E[0-9]"], ".1500E3", ".1500E3"],
    ["hexBinary", ["[0-9a-f]*"], "ab", "ab"],
    ["ints", ["[0-9]{2}( [0-9]{3})*"], "01 002 003", "01 002 003"],
    ["ints", ["1 2", "01 02"], "01 02", "1 2"],
  ])("%s %j %s", (name, patterns, text, printed) => {
    const type = restricted(name, pattern(patterns));
    const value = type.parse(text);
    expect(type.check(value)).toBeUndefined();
    expect(type.print(value)).toBe(printed);
  });

  test("also under patterns of several steps", () => {
    const type = restricted("int", pattern(["[0-9]{3,}"]), pattern(["0*7"]), pattern([".{5}"]));
    expect(type.print(7)).toBe("00007");
    expect(type.check(8)).toMatchObject({ code: "cvc-pattern-valid" });
  });
});

describe("lists", () => {
  test("items are read, checked and printed by their type", () => {
    const list = listDatatype("dates", typeOf("date"));
    expect(list.parse(" 2000-01-01\t2000-01-02 ")).toEqual(["2000-01-01", "2000-01-02"]);
    expect(list.parse("2000-01-01 soon")).toMatchObject({ code: "cvc-datatype-valid.1.2.1" });
    expect(list.parse("")).toEqual([]);
    expect(list.check(["2000-01-01", 5])).toMatchObject({
      code: "value-type",
      message: expect.stringMatching(/^item 1: /),
    });
    expect(list.check("2000-01-01")).toMatchObject({ code: "value-type" });
    expect(list.item?.name).toBe("date");
  });

  test("an item that would come back as none or as several is refused", () => {
    const strings = listDatatype("strings", typeOf("string"));
    expect(strings.check(["a", "b c"])).toMatchObject({ code: "cvc-datatype-valid.1.2.2" });
    expect(strings.check([""])).toMatchObject({ code: "cvc-datatype-valid.1.2.2" });
    expect(listDatatype("l", typeOf("hexBinary")).check([new Uint8Array()])).toMatchObject({
      code: "cvc-datatype-valid.1.2.2",
    });
  });
});

describe("unions", () => {
  const union = unionDatatype("u", [
    typeOf("int"),
    typeOf("boolean"),
    listDatatype("dates", typeOf("date")),
    typeOf("string"),
  ]);

  test("the first member that accepts a text gives its value", () => {
    expect(union.parse(" 1 ")).toBe(1);
    expect(union.parse("true")).toBe(true);
    expect(union.parse("2000-01-01 2000-01-02")).toEqual(["2000-01-01", "2000-01-02"]);
    expect(union.parse(" x ")).toBe(" x ");
    expect(unionDatatype("v", [typeOf("int"), typeOf("date")]).parse("x")).toMatchObject({
      code: "cvc-datatype-valid.1.2.3",
      message: '"x" is not int or date',
    });
  });

  test("a value that would come back as another is refused", () => {
    expect(union.check(1)).toBeUndefined();
    expect(union.check("1")).toMatchObject({ message: '"1" as string would be read back as int' });
    expect(union.check("2000-01-01")).toMatchObject({ code: "cvc-datatype-valid.1.2.3" });
    expect(union.check("one")).toBeUndefined();
    expect(union.check(1n)).toMatchObject({ message: "expected int or boolean or dates or string; found 1" });
  });

  test("values of different members are never equal", () => {
    expect(union.equal(1, true)).toBe(false);
    expect(union.key(1)).toBe(typeOf("int").key(1));
  });

  test("facets see each text as its member does", () => {
    const type = pattern(["[a-z]+", "[0-9]+"]).restrict(unionDatatype("w", [typeOf("int"), typeOf("token")]));
    expect(type.parse(" 12 ")).toBe(12);
    expect(type.parse(" ab ")).toBe("ab");
    expect(type.parse("a b")).toMatchObject({ code: "cvc-pattern-valid" });
    const listed = enumeration(["1", "a b"]).restrict(unionDatatype("x", [typeOf("int"), typeOf("token")]));
    expect(listed.parse("01")).toBe(1);
    expect(listed.parse(" a  b ")).toBe("a b");
    expect(listed.check(2)).toMatchObject({ code: "cvc-enumeration-valid" });
  });
});

import { describe, expect, test } from "vitest";
import { builtinDatatypes } from "../../../src/datatypes/builtins.js";
import { DatatypeFailure } from "../../../src/datatypes/datatype.js";

type Relation = "<" | "=" | ">" | "?";

/** `?`: the specification leaves the two incomparable. */
const table: Readonly<Record<string, readonly (readonly [left: string, relation: Relation, right: string])[]>> = {
  decimal: [
    ["1", "=", "1.0"],
    ["+1", "=", "01"],
    ["-0", "=", "0.00"],
    ["0.1", "<", "0.11"],
    ["9", "<", "10"],
    ["-9", ">", "-10"],
    ["-1", "<", "1"],
    ["0.5", ">", "0.49999999999999999999999999"],
    [".5", "=", "0.5"],
    ["5.", "=", "5"],
    ["-.5", "<", "0"],
    ["123456789012345678901234567890.1", "<", "123456789012345678901234567890.2"],
    ["9007199254740993", ">", "9007199254740992"],
    ["1000000000000000000000", ">", "999999999999999999999.9"],
  ],
  integer: [
    ["9007199254740993", ">", "9007199254740992"],
    ["-1", "<", "0"],
    ["1", "=", "+01"],
  ],
  int: [
    ["-5", "<", "5"],
    ["7", "=", "007"],
  ],
  float: [
    ["1", "=", "1.0E0"],
    ["0", "=", "-0"],
    ["-INF", "<", "-1E38"],
    ["INF", ">", "3.4E38"],
    ["NaN", "=", "NaN"],
    ["NaN", "?", "1"],
    ["INF", "?", "NaN"],
    ["16777216", "=", "16777217"],
    ["0.1", "=", "0.100000001"],
  ],
  double: [
    ["16777216", "<", "16777217"],
    ["0.1", "<", "0.100000001"],
    ["NaN", "=", "NaN"],
    ["0", "?", "NaN"],
  ],
  dateTime: [
    ["2000-01-15T00:00:00", "<", "2000-02-15T00:00:00"],
    ["2000-01-15T12:00:00", "<", "2000-01-16T12:00:00Z"],
    ["2000-01-01T12:00:00", "?", "1999-12-31T23:00:00Z"],
    ["2000-01-16T12:00:00", "?", "2000-01-16T12:00:00Z"],
    ["2000-01-16T00:00:00", "?", "2000-01-16T12:00:00Z"],
    ["2000-01-01T00:00:00Z", "=", "2000-01-01T05:00:00+05:00"],
    ["1999-12-31T24:00:00", "=", "2000-01-01T00:00:00"],
    ["2000-01-01T00:00:00.5", ">", "2000-01-01T00:00:00.49"],
    ["2000-01-01T00:00:00.50", "=", "2000-01-01T00:00:00.5"],
    ["-0002-01-01T00:00:00", "<", "-0001-01-01T00:00:00"],
    ["-0001-12-31T23:59:59", "<", "0001-01-01T00:00:00"],
    ["9999-12-31T23:59:59", "<", "10000-01-01T00:00:00"],
    ["99999999999999999999-01-01T00:00:00", ">", "99999999999999999998-12-31T23:59:59"],
    ["99999999999999999999-01-01T00:00:00Z", "=", "99999999999999999998-12-31T23:00:00-01:00"],
    ["2000-03-01T00:00:00+14:00", "=", "2000-02-29T10:00:00Z"],
    ["2001-03-01T00:00:00Z", ">", "2001-02-28T23:59:59.9Z"],
    ["2000-01-01T00:00:00+14:00", "?", "2000-01-01T00:00:00"],
    ["2000-01-02T04:00:01Z", ">", "2000-01-01T00:00:00"],
    ["2000-01-01T14:00:00Z", "?", "2000-01-01T00:00:00"],
    ["2000-01-01T14:00:01Z", ">", "2000-01-01T00:00:00"],
    ["1600-02-29T23:59:59Z", "<", "1600-03-01T00:00:00Z"],
    ["-12345-06-01T00:00:00", "<", "-12344-06-01T00:00:00"],
  ],
  time: [
    ["08:00:00", "<", "08:00:01"],
    ["08:00:00Z", "=", "09:00:00+01:00"],
    ["00:00:00+01:00", "=", "23:00:00Z"],
    ["24:00:00", "=", "00:00:00"],
    ["08:00:00", "?", "08:00:00Z"],
  ],
  date: [
    ["2000-01-01", "<", "2000-01-02"],
    ["2000-01-01+13:00", "=", "1999-12-31-11:00"],
    ["2000-01-01Z", "?", "2000-01-01"],
    ["2000-01-03Z", ">", "2000-01-01"],
  ],
  gYearMonth: [
    ["2000-01", "<", "2000-02"],
    ["2000-01Z", "=", "2000-01+00:00"],
    ["2000-01", "?", "2000-01Z"],
    ["2000-02", ">", "2000-01Z"],
  ],
  gYear: [
    ["1999", "<", "2000"],
    ["-0001", "<", "0001"],
    ["2000", "?", "2000Z"],
    ["2000-05:00", ">", "2000Z"],
  ],
  gMonthDay: [
    ["--02-28", "<", "--02-29"],
    ["--02-29", "<", "--03-01"],
    ["--01-01Z", "?", "--01-01"],
    ["--06-01+14:00", "<", "--06-01Z"],
  ],
  gMonth: [
    ["--01", "<", "--12"],
    ["--01", "?", "--01Z"],
    ["--03Z", ">", "--02"],
  ],
  gDay: [
    ["---01", "<", "---31"],
    ["---15", "?", "---15Z"],
    ["---10+00:00", "=", "---10Z"],
  ],
  duration: [
    ["P1Y", ">", "P364D"],
    ["P1Y", "?", "P365D"],
    ["P1Y", "?", "P366D"],
    ["P1Y", "<", "P367D"],
    ["P1M", ">", "P27D"],
    ["P1M", "?", "P28D"],
    ["P1M", "?", "P30D"],
    ["P1M", "?", "P31D"],
    ["P1M", "<", "P32D"],
    ["P5M", ">", "P149D"],
    ["P5M", "?", "P150D"],
    ["P5M", "?", "P153D"],
    ["P5M", "<", "P154D"],
    ["P1Y", "=", "P12M"],
    ["PT36H", "=", "P1DT12H"],
    ["-P1Y", "<", "P0D"],
    ["-P1M", "<", "-P27D"],
    ["P0Y", "=", "PT0S"],
    ["-P0D", "=", "P0D"],
    ["PT1.5S", ">", "PT1.49S"],
    ["-PT1.5S", "<", "-PT1.49S"],
    ["PT1.50S", "=", "PT1.5S"],
    ["P99999999999999999999Y", "<", "P99999999999999999999Y1D"],
    ["P1M30D", "?", "P2M"],
    ["P4Y", "=", "P48M"],
  ],
};

const signs: Readonly<Record<Relation, number | undefined>> = { "<": -1, "=": 0, ">": 1, "?": undefined };

describe.each(Object.keys(table))("order and equality of %s", (name) => {
  test.each(table[name] ?? [])("%s %s %s", (leftText, relation, rightText) => {
    const type = builtinDatatypes.get(name);
    const order = type?.order;
    if (type === undefined || order === undefined) throw new Error(`${name} has no order`);
    const left = order.parse(leftText);
    const right = order.parse(rightText);
    const compare = (one: unknown, other: unknown): number | undefined => {
      const result = order.compare(one, other);
      return result === undefined ? undefined : Math.sign(result) + 0;
    };
    const wanted = signs[relation];
    expect(compare(left, right)).toBe(wanted);
    expect(compare(right, left)).toBe(wanted === undefined ? undefined : 0 - wanted);
    expect(compare(left, left)).toBe(0);

    const leftValue = type.parse(leftText);
    const rightValue = type.parse(rightText);
    expect(compare(order.place(leftValue), order.place(rightValue))).toBe(wanted);
    expect(type.equal(leftValue, rightValue)).toBe(relation === "=");
    expect(type.key(leftValue) === type.key(rightValue)).toBe(relation === "=");
  });
});

test("types without an order", () => {
  const names = [...builtinDatatypes.values()].filter((type) => type.order === undefined).map((type) => type.name);
  expect(names.join(" ")).toBe(
    "anySimpleType string boolean hexBinary base64Binary anyURI QName NOTATION normalizedString token language NMTOKEN " +
      "NMTOKENS Name NCName ID IDREF IDREFS ENTITY ENTITIES",
  );
});

test.each([
  ["decimal", "1e5"],
  ["float", "one"],
  ["date", "2004-02-30"],
  ["duration", "P"],
])("a bound of %s that is none: %s", (name, text) => {
  expect(builtinDatatypes.get(name)?.order?.parse(text)).toBeInstanceOf(DatatypeFailure);
});

describe("keys", () => {
  const key = (name: string, text: string): string => {
    const type = builtinDatatypes.get(name);
    if (type === undefined) throw new Error(name);
    return type.key(type.parse(text));
  };

  test("are shared across the types of one primitive", () => {
    expect(new Set(["decimal", "integer", "long", "int", "byte"].map((name) => key(name, "+07"))).size).toBe(1);
    expect(key("token", "a")).toBe(key("string", "a"));
    expect(key("decimal", "18446744073709551616.0")).toBe(key("integer", "18446744073709551616"));
  });

  test("are apart across primitives", () => {
    const names = ["string", "boolean", "decimal", "float", "double", "hexBinary", "anyURI", "base64Binary", "gYear"];
    const texts = ["1", "1", "1", "1", "1", "01", "1", "AQ==", "0001"];
    expect(new Set(names.map((name, index) => key(name, texts[index] ?? ""))).size).toBe(names.length);
  });

  test("of lists do not run together", () => {
    expect(key("NMTOKENS", "a bc")).not.toBe(key("NMTOKENS", "ab c"));
    expect(key("NMTOKENS", "a")).not.toBe(key("NMTOKEN", "a"));
  });

  test("of binary values are those of their octets", () => {
    expect(key("hexBinary", "ab")).toBe(key("hexBinary", "AB"));
    expect(key("base64Binary", "AA = =")).toBe(key("base64Binary", "AA=="));
  });
});

import { describe, expect, test } from "vitest";
import { builtinDatatypes } from "../../../src/datatypes/builtins.js";
import { type Datatype, DatatypeFailure } from "../../../src/datatypes/datatype.js";

interface LexicalSpace {
  /** Texts, with their values where those are not the texts themselves. */
  readonly accepted: readonly (string | readonly [text: string, value: unknown])[];
  readonly refused: readonly string[];
}

const octets = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
const notNames = ["", " ", "a b", "1a", "-a", ".a", "a/b", "a\u00d7", "\u0300a"];
const names = ["a", "_", "a-b.c_d", "é", "中文", "a1", "Ωmega", "𐌰𐌱", ["  a ", "a"]] as const;
const zones = ["Z", "+00:00", "-00:00", "+14:00", "-14:00", "+13:59", "-05:30"];
const badZones = ["z", "+14:01", "-14:01", "+15:00", "+1:00", "+0100", "+01:60", "05:00", "Z0", "+01:00 "];

const table: Readonly<Record<string, LexicalSpace>> = {
  anySimpleType: { accepted: ["", " ", "a\tb\n", "12"], refused: [] },
  string: { accepted: ["", " ", "a\tb\n c ", "é😀", "__proto__"], refused: [] },
  normalizedString: { accepted: ["", " a  b ", ["a\tb\nc\rd", "a b c d"]], refused: [] },
  token: {
    accepted: ["", "a b", ["  a \t\n b  ", "a b"], [" ", ""], ["\n", ""], ["a\u00a0 b", "a\u00a0 b"]],
    refused: [],
  },
  language: {
    accepted: ["en", "en-GB", "x-klingon", "i-navajo", "zh-Hans-CN", "abcdefgh-12345678", [" de ", "de"]],
    refused: ["", "abcdefghi", "en_GB", "en-", "-en", "e1", "en-123456789", "é"],
  },
  NMTOKEN: {
    accepted: ["a", "1", "-a", ".5", "a:b", ":", "\u0300", "中"],
    refused: ["", "a b", "a,b", "a/b", "\u00d7"],
  },
  Name: { accepted: [...names, "a:b", ":", "a:b:c"], refused: notNames },
  NCName: { accepted: names, refused: [...notNames, "a:b", ":a", "a:"] },
  ID: { accepted: names, refused: [...notNames, "a:b"] },
  IDREF: { accepted: names, refused: [...notNames, "a:b"] },
  ENTITY: { accepted: names, refused: [...notNames, "a:b"] },
  NMTOKENS: {
    accepted: [
      ["a", ["a"]],
      [" a  1\n:b ", ["a", "1", ":b"]],
    ],
    refused: ["", " ", "a ,"],
  },
  IDREFS: { accepted: [["a b", ["a", "b"]]], refused: ["", "a 1", "a:b"] },
  ENTITIES: { accepted: [["a", ["a"]]], refused: ["", "a 1"] },
  boolean: {
    accepted: [
      ["true", true],
      ["1", true],
      ["false", false],
      ["0", false],
      [" true\n", true],
    ],
    refused: ["", "TRUE", "True", "yes", "01", "2", "t", "true false"],
  },
  decimal: {
    accepted: [
      "0",
      "-0",
      "+1",
      "1.5",
      ".5",
      "5.",
      "-.5",
      "+5.",
      "007.700",
      "0.000000000000000000000000001",
      "123456789012345678901234567890.123456789012345678901234567890",
      [" 1 ", "1"],
    ],
    refused: ["", ".", "+", "-", "+.", "1e5", "1E5", "INF", "NaN", "1,5", "1.2.3", "--1", "+-1", "1 2", "0x10", "１"],
  },
  integer: {
    accepted: [
      ["0", 0n],
      ["-0", 0n],
      ["+5", 5n],
      ["-17", -17n],
      ["007", 7n],
      [" 1\t", 1n],
      ["123456789012345678901234567890", 123456789012345678901234567890n],
    ],
    refused: ["", "+", "-", "1.0", "1.", "1e3", "0x1", "1n", "1_000", "--1", "1 1", "٣"],
  },
  nonPositiveInteger: {
    accepted: [
      ["0", 0n],
      ["+0", 0n],
      ["-1", -1n],
    ],
    refused: ["1", "+1"],
  },
  negativeInteger: {
    accepted: [
      ["-1", -1n],
      ["-01", -1n],
    ],
    refused: ["0", "-0", "1"],
  },
  nonNegativeInteger: {
    accepted: [
      ["0", 0n],
      ["-0", 0n],
      ["1", 1n],
    ],
    refused: ["-1"],
  },
  positiveInteger: {
    accepted: [
      ["1", 1n],
      ["+01", 1n],
    ],
    refused: ["0", "-1"],
  },
  long: {
    accepted: [
      ["9223372036854775807", 9223372036854775807n],
      ["-9223372036854775808", -9223372036854775808n],
    ],
    refused: ["9223372036854775808", "-9223372036854775809", "1.0"],
  },
  int: {
    accepted: [
      ["2147483647", 2147483647],
      ["-2147483648", -2147483648],
      ["+0", 0],
      ["-0", 0],
      ["000000000000000000001", 1],
    ],
    refused: ["2147483648", "-2147483649", "", "+", "1.0", "1e1", "99999999999999999999999999", "1 0"],
  },
  short: {
    accepted: [
      ["32767", 32767],
      ["-32768", -32768],
    ],
    refused: ["32768", "-32769"],
  },
  byte: {
    accepted: [
      ["127", 127],
      ["-128", -128],
    ],
    refused: ["128", "-129"],
  },
  unsignedLong: {
    accepted: [
      ["18446744073709551615", 18446744073709551615n],
      ["0", 0n],
    ],
    refused: ["18446744073709551616", "-1"],
  },
  unsignedInt: {
    accepted: [
      ["4294967295", 4294967295],
      ["-0", 0],
    ],
    refused: ["4294967296", "-1"],
  },
  unsignedShort: { accepted: [["65535", 65535]], refused: ["65536", "-1"] },
  unsignedByte: { accepted: [["255", 255]], refused: ["256", "-1"] },
  float: {
    accepted: [
      ["0", 0],
      ["-0", -0],
      ["1", 1],
      ["-1E4", -10000],
      ["1267.43233E12", 1267.43233e12],
      ["12.78e-2", 0.1278],
      ["INF", Number.POSITIVE_INFINITY],
      ["-INF", Number.NEGATIVE_INFINITY],
      ["NaN", Number.NaN],
      [".5", 0.5],
      ["5.", 5],
      ["+1e+1", 10],
    ],
    refused: ["", ".", "E1", "1E", "1e1.5", "+INF", "inf", "Infinity", "-NaN", "nan", "0x1", "1 E1", "1f"],
  },
  double: {
    accepted: [
      ["1E400", Number.POSITIVE_INFINITY],
      ["1E-400", 0],
      ["1.7976931348623157E308", Number.MAX_VALUE],
      [" NaN ", Number.NaN],
    ],
    refused: ["+INF", "1d", "1e", ""],
  },
  duration: {
    accepted: [
      "P1Y",
      "P1M",
      "P1D",
      "PT1H",
      "PT1M",
      "PT1S",
      "-P60D",
      "P1Y2M3DT10H30M",
      "PT1.5S",
      "P0Y",
      "PT0S",
      "PT1004199059S",
      "P0Y1347M",
      "P99999999999999999999Y",
      "P1Y1DT1S",
    ],
    refused: [
      "",
      "P",
      "PT",
      "P1YT",
      "-P",
      "+P1D",
      "P-1D",
      "P1S",
      "PT1Y",
      "1Y",
      "P1D1Y",
      "P1.5D",
      "PT1.S",
      "PT.5S",
      "P 1D",
      "P1W",
      "P1H",
      "p1Y",
    ],
  },
  dateTime: {
    accepted: [
      "2004-02-29T13:20:00",
      "0001-01-01T00:00:00",
      "-0001-12-31T23:59:59",
      "12345-01-01T00:00:00",
      "2000-02-29T00:00:00",
      "1999-12-31T24:00:00",
      "1999-12-31T24:00:00.000",
      "2000-01-01T00:00:00.000000000000000000001",
      "-0004-02-29T00:00:00",
      "99999999999999999999-12-31T00:00:00Z",
      ...zones.map((zone) => `2004-02-28T00:00:00${zone}`),
    ],
    refused: [
      "",
      "2004-02-30T00:00:00",
      "2003-02-29T00:00:00",
      "1900-02-29T00:00:00",
      "0000-01-01T00:00:00",
      "-0000-01-01T00:00:00",
      "02004-01-01T00:00:00",
      "204-01-01T00:00:00",
      "+2004-01-01T00:00:00",
      "2004-13-01T00:00:00",
      "2004-00-01T00:00:00",
      "2004-01-00T00:00:00",
      "2004-04-31T00:00:00",
      "2004-01-32T00:00:00",
      "2004-01-01",
      "2004-01-01T",
      "2004-01-01 00:00:00",
      "2004-01-01t00:00:00",
      "2004-01-01T25:00:00",
      "2004-01-01T24:00:01",
      "2004-01-01T24:01:00",
      "2004-01-01T24:00:00.1",
      "2004-01-01T00:60:00",
      "2004-01-01T00:00:60",
      "2004-01-01T00:00",
      "2004-01-01T00:00:00.",
      "2004-01-01T0:00:00",
      "2004-1-1T00:00:00",
      "--2004-01-01T00:00:00",
      "-12345-02-29T00:00:00",
      ...badZones.slice(0, -1).map((zone) => `2004-01-01T00:00:00${zone}`),
    ],
  },
  time: {
    accepted: [
      "00:00:00",
      "23:59:59.999",
      "24:00:00",
      [" 13:20:00-05:00 ", "13:20:00-05:00"],
      ...zones.map((zone) => `01:02:03${zone}`),
    ],
    refused: ["", "24:00:01", "1:00:00", "13:20", "13:20:61", "13:20:00.", "T13:20:00", "13:20:00+24:00", "132000"],
  },
  date: {
    accepted: ["2004-02-29", "-0001-01-01", "10000-01-01", ...zones.map((zone) => `2004-02-28${zone}`)],
    refused: [
      "",
      "2004-02-30",
      "2001-02-29",
      "2004-2-1",
      "20040201",
      "2004-02-01T00:00:00",
      "0000-01-01",
      "2004-02-01+25:00",
    ],
  },
  gYearMonth: {
    accepted: ["2004-02", "-0001-12", "2004-02Z", "2004-02-05:00", "12345-01+14:00"],
    refused: ["", "2004", "2004-13", "2004-00", "2004-2", "0000-01", "2004-02-29"],
  },
  gYear: {
    accepted: ["2004", "-0001", "12345", "2004Z", "2004-05:00", "2004+14:00"],
    refused: ["", "0000", "-0000", "204", "02004", "2004-02", "+2004", "2004-15:00", "two"],
  },
  gMonthDay: {
    accepted: ["--02-29", "--12-31", "--01-01Z", "--01-01-05:00"],
    refused: ["", "--02-30", "--04-31", "--13-01", "--00-01", "--01-00", "-01-01", "01-01", "--1-1", "--01"],
  },
  gDay: {
    accepted: ["---01", "---31", "---15Z", "---15+05:30"],
    refused: ["", "---32", "---00", "---1", "--15", "15", "----15"],
  },
  gMonth: {
    accepted: ["--01", "--12", "--06Z", "--06-05:00"],
    refused: ["", "--13", "--00", "--1", "-01", "01", "--01--", "---01"],
  },
  hexBinary: {
    accepted: [
      ["", octets()],
      ["0FB7", octets(0x0f, 0xb7)],
      ["0fb7", octets(0x0f, 0xb7)],
      [" ff\n", octets(255)],
    ],
    refused: ["0", "0FB", "0G", "0F B7", "0x0F", "-1", "٠٠"],
  },
  base64Binary: {
    accepted: [
      ["", octets()],
      ["AA==", octets(0)],
      ["AAA=", octets(0, 0)],
      ["AAAA", octets(0, 0, 0)],
      ["/+8=", octets(255, 239)],
      ["A A = =", octets(0)],
      [" SGVs\n bG8 = ", octets(72, 101, 108, 108, 111)],
      ["Zg==", octets(102)],
    ],
    refused: [
      "A",
      "AA",
      "AAA",
      "AA=",
      "AAA==",
      "A===",
      "====",
      "=",
      "AAAAA",
      "AB==",
      "AAB=",
      "A=A=",
      "AA==AA==",
      "AA-_",
      "AA*=",
      "éé==",
    ],
  },
  anyURI: {
    accepted: [
      "",
      "http://example.com/a?b#c",
      "a b",
      "é",
      "%20",
      "../x",
      "#a",
      "urn:a:b",
      "C:/x",
      "a/b:c",
      "?a:b",
      "http://[::1]/",
      "mailto:a@b",
      ["  a  ", "a"],
      "{a}",
    ],
    refused: ["%", "%2", "%zz", "a#b#c", ":a", "1a:b", "é:b", "%20:a"],
  },
};

const show = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

function datatype(name: string): Datatype {
  const found = builtinDatatypes.get(name);
  if (found === undefined) throw new Error(`no datatype ${name}`);
  return found;
}

test("there are 44 built-in types and the simple ur-type", () => {
  expect(builtinDatatypes.size).toBe(45);
  // QNames and notations have tests of their own: their texts mean nothing without namespaces.
  expect([...builtinDatatypes.keys()].filter((name) => !(name in table))).toEqual(["QName", "NOTATION"]);
});

describe.each(Object.keys(table))("%s", (name) => {
  const { accepted = [], refused = [] } = table[name] ?? {};
  const type = datatype(name);

  test.each(accepted.map((entry) => (typeof entry === "string" ? ([entry, entry] as const) : entry)))(
    "accepts %j",
    (text, value) => {
      const parsed = type.parse(text);
      expect(parsed).toEqual(value);
      expect(type.check(parsed)).toBeUndefined();
      const again = type.parse(type.print(parsed));
      expect(again).toEqual(parsed);
      expect(type.equal(again, parsed)).toBe(true);
    },
  );

  test.each(refused.map((text) => [show(text), text] as const))("refuses %s", (_, text) => {
    const result = type.parse(text);
    expect(result).toBeInstanceOf(DatatypeFailure);
    expect((result as DatatypeFailure).code).toMatch(/^cvc-[a-zA-Z-]+(\.[0-9]+)*$/);
  });
});

test("messages say what was found and what is wanted", () => {
  expect(datatype("int").parse("abc")).toMatchObject({
    code: "cvc-datatype-valid.1.2.1",
    message: '"abc" is not an integer',
  });
  expect(datatype("int").parse("2147483648")).toMatchObject({
    code: "cvc-maxInclusive-valid",
    message: "2147483648 is more than 2147483647, the greatest int",
  });
  expect(datatype("date").parse("yesterday")).toMatchObject({
    message: '"yesterday" is not a date such as 2004-02-29',
  });
  expect(datatype("date").parse(`\n${"x".repeat(1000)}`)).toMatchObject({
    message: `"${"x".repeat(60)}…" is not a date such as 2004-02-29`,
  });
});

import { describe, expect, test } from "vitest";
import { builtinDatatypes } from "../../../src/datatypes/builtins.js";
import {
  type Datatype,
  DatatypeFailure,
  type NamespaceLookup,
  type PrefixSource,
} from "../../../src/datatypes/datatype.js";
import { listDatatype } from "../../../src/datatypes/list.js";
import { unionDatatype } from "../../../src/datatypes/union.js";
import { pattern } from "../../../src/schema/builtin-types.js";

const types = [...builtinDatatypes.values()];

function typeOf(name: string): Datatype {
  const type = builtinDatatypes.get(name);
  if (type === undefined) throw new Error(name);
  return type;
}

const anything: readonly unknown[] = [
  undefined,
  null,
  true,
  false,
  0,
  -0,
  1,
  -1,
  0.5,
  1e21,
  Number.POSITIVE_INFINITY,
  Number.NaN,
  Number.MAX_SAFE_INTEGER,
  0n,
  10n ** 40n,
  "",
  " ",
  "1",
  "-1",
  "true",
  "a",
  "a b",
  " a",
  "a\nb",
  "\ud800",
  "\udc00",
  "a\udc00\ud800",
  "\u0000",
  "\u0007",
  "\ufffe",
  "\uffff",
  "😀",
  "2004-02-29",
  "P1D",
  Symbol("s"),
  {},
  [],
  [1],
  ["a"],
  ["a b"],
  [""],
  [null],
  [[]],
  new Array(2),
  new Date(0),
  /a/,
  () => 1,
  new Uint8Array(),
  new Uint8Array([255]),
  new Uint16Array(1),
  new ArrayBuffer(1),
  Object.create(null),
  new Map(),
  { namespace: "", localName: "a" },
  { namespace: "urn:a", localName: "a b" },
  { namespace: 1, localName: "a" },
  { localName: "a" },
  { namespace: "\u0000", localName: "a" },
  { namespace: "http://www.w3.org/2000/xmlns/", localName: "a" },
];

/** Every namespace has a prefix made of its characters' numbers. */
const prefixes: PrefixSource & NamespaceLookup = {
  prefixFor: (namespace) => (namespace === "" ? "" : `p${[...namespace].map((c) => c.codePointAt(0)).join("-")}`),
  lookupNamespace(prefix) {
    if (!/^p[0-9-]+$/.test(prefix)) return prefix === "" ? "" : undefined;
    return String.fromCharCode(...prefix.slice(1).split("-").map(Number));
  },
};

describe.each(types.map((type) => [type.name, type] as const))("check of %s", (_, type) => {
  test("never throws, and accepts only what comes back from its text", () => {
    for (const value of anything) {
      if (type.check(value) !== undefined) continue;
      const text = type.print(value, prefixes);
      const back = type.parse(text, prefixes);
      expect(back).not.toBeInstanceOf(DatatypeFailure);
      expect(type.equal(back, value)).toBe(true);
      expect(type.check(back)).toBeUndefined();
    }
  });

  test("refuses undefined, null, symbols and objects that are no names", () => {
    for (const value of [undefined, null, Symbol("s"), {}, () => 1, new Date(0)]) {
      expect(type.check(value)).toMatchObject({ code: "value-type" });
    }
  });
});

test.each<[name: string, value: unknown, code: string]>([
  ["string", "a\u0007", "xml-character"],
  ["string", "\ud800", "xml-character"],
  ["token", " a", "cvc-datatype-valid.1.2.1"],
  ["token", "a  b", "cvc-datatype-valid.1.2.1"],
  ["normalizedString", "a\nb", "cvc-datatype-valid.1.2.1"],
  ["int", 0.5, "value-type"],
  ["int", 1n, "value-type"],
  ["int", "1", "value-type"],
  ["int", 2147483648, "cvc-maxInclusive-valid"],
  ["long", 1, "value-type"],
  ["long", 2n ** 63n, "cvc-maxInclusive-valid"],
  ["unsignedLong", -1n, "cvc-minInclusive-valid"],
  ["decimal", 1.5, "value-type"],
  ["decimal", " 1", "cvc-datatype-valid.1.2.1"],
  ["date", new Date(0), "value-type"],
  ["date", " 2004-02-29", "cvc-datatype-valid.1.2.1"],
  ["anyURI", "a  b", "cvc-datatype-valid.1.2.1"],
  ["NMTOKENS", [], "cvc-minLength-valid"],
  ["NMTOKENS", ["a", "b c"], "cvc-datatype-valid.1.2.1"],
  ["QName", { namespace: "", localName: "a:b" }, "cvc-datatype-valid.1.2.1"],
])("%s refuses %o", (name, value, code) => {
  expect(typeOf(name).check(value)).toMatchObject({ code });
});

test.each<[name: string, value: unknown, text: string]>([
  ["boolean", true, "true"],
  ["int", -0, "0"],
  ["float", 0.1, "0.1"],
  ["double", -0, "-0"],
  ["double", 1e300, "1E300"],
  ["double", 1e-7, "1E-7"],
  ["double", Number.NEGATIVE_INFINITY, "-INF"],
  ["decimal", "+01.50", "+01.50"],
  ["hexBinary", new Uint8Array([0, 171]), "00AB"],
  ["base64Binary", new Uint8Array([1, 2, 3, 4]), "AQIDBA=="],
  ["NMTOKENS", ["a", "b"], "a b"],
])("%s prints %o as %s", (name, value, text) => {
  expect(typeOf(name).check(value)).toBeUndefined();
  expect(typeOf(name).print(value)).toBe(text);
});

/** mulberry32: the same values in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Texts near the lexical spaces: characters that they are made of, and examples with a change. */
function* texts(seed: number, count: number): Iterable<string> {
  const next = random(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  const alphabet = [..."0123456789-+.:TZPYMDHSeEINFNaAfF=/ \n#%"];
  const examples = [
    "2004-02-29T13:20:00.5-05:00",
    "-0001-12-31",
    "--02-29",
    "---31",
    "P1Y2M3DT4H5M6.7S",
    "-INF",
    "1.5E-10",
    "AAAA",
    "+00.100",
    "true",
    "0",
    "9223372036854775807",
    "en-GB",
    "a b",
    "http://a/b#c",
    "24:00:00Z",
  ];
  for (let made = 0; made < count; made++) {
    if (next() < 0.5) {
      yield Array.from({ length: Math.floor(next() * 8) }, () => pick(alphabet)).join("");
    } else {
      const example = pick(examples);
      const at = Math.floor(next() * (example.length + 1));
      yield example.slice(0, at) + (next() < 0.5 ? pick(alphabet) : "") + example.slice(at + (next() < 0.5 ? 1 : 0));
    }
  }
}

test("what a type parses it checks, prints and parses again as the same value", () => {
  const made = [
    ...types,
    listDatatype("ints", typeOf("int")),
    listDatatype("binaries", typeOf("hexBinary")),
    unionDatatype("mixed", [typeOf("int"), typeOf("boolean"), typeOf("date"), typeOf("token")]),
    unionDatatype("other", [typeOf("token"), typeOf("string")]),
    pattern(["0[0-9]{3}", "[+][0-9]+", "-?0*[1-9][0-9]*"]).restrict(typeOf("int")),
  ];
  let accepted = 0;
  for (const text of texts(4, 4000)) {
    for (const type of made) {
      const value = type.parse(text, prefixes);
      if (value instanceof DatatypeFailure) continue;
      accepted++;
      const failure = type.check(value);
      const back = type.parse(type.print(value, prefixes), prefixes);
      if (
        failure !== undefined ||
        back instanceof DatatypeFailure ||
        !type.equal(back, value) ||
        type.key(back) !== type.key(value)
      ) {
        expect.unreachable(
          `${type.name} of ${JSON.stringify(text)}: ${failure?.message ?? JSON.stringify(String(back))}`,
        );
      }
    }
  }
  expect(accepted).toBeGreaterThan(20_000);
});

test("numbers and octets of every size come back", () => {
  const next = random(7);
  for (let round = 0; round < 500; round++) {
    const number = (next() - 0.5) * 10 ** (next() * 60 - 30);
    for (const name of ["float", "double"]) {
      const type = typeOf(name);
      expect(type.parse(type.print(number))).toBe(number);
    }
    const octets = Uint8Array.from({ length: round % 70 }, () => next() * 256);
    for (const name of ["hexBinary", "base64Binary"]) {
      const type = typeOf(name);
      expect(type.parse(type.print(octets))).toEqual(octets);
    }
  }
});

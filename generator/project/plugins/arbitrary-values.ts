import type { CharacterClass } from "../../../src/datatypes/pattern/character-class.js";
import type { PatternNode } from "../../../src/datatypes/pattern/pattern-syntax.js";
import { readPattern } from "../../../src/datatypes/pattern/read-pattern.js";
import type { BuiltinReference, FacetBinding, SimpleReference, SimpleTypeBinding } from "../../bind/model.js";

/** Bounds of the integer types, as in Part 2, 3.3. */
const integerBounds: Readonly<Record<string, readonly [min: string, max: string]>> = {
  byte: ["-128", "127"],
  short: ["-32768", "32767"],
  int: ["-2147483648", "2147483647"],
  unsignedByte: ["0", "255"],
  unsignedShort: ["0", "65535"],
  unsignedInt: ["0", "4294967295"],
};

const bigBounds: Readonly<Record<string, readonly [min: string, max: string]>> = {
  integer: ["-1000000000000000000", "1000000000000000000"],
  long: ["-9223372036854775808", "9223372036854775807"],
  unsignedLong: ["0", "18446744073709551615"],
  nonNegativeInteger: ["0", "1000000000000000000"],
  positiveInteger: ["1", "1000000000000000000"],
  nonPositiveInteger: ["-1000000000000000000", "0"],
  negativeInteger: ["-1000000000000000000", "-1"],
};

/** How each kind of date is cut out of `2024-05-17T09:30:00.000Z`. */
const datePieces: Readonly<Record<string, string>> = {
  dateTime: "text",
  date: "text.slice(0, 10)",
  time: "text.slice(11, 19)",
  gYear: "text.slice(0, 4)",
  gYearMonth: "text.slice(0, 7)",
  gMonth: '"--" + text.slice(5, 7)',
  gMonthDay: '"--" + text.slice(5, 10)',
  gDay: '"---" + text.slice(8, 10)',
};

/** The chain of restrictions of a simple type, down to a built-in type, a list or a union. */
interface Resolved {
  readonly facets: readonly FacetBinding[];
  readonly base: BuiltinReference | Exclude<SimpleTypeBinding["definition"], { readonly kind: "restriction" }>;
}

function resolve(type: SimpleReference): Resolved {
  if (type.kind === "builtin") return { facets: [], base: type };
  const { definition } = type;
  if (definition.kind !== "restriction") return { facets: [], base: definition };
  const inner = resolve(definition.base);
  return { facets: [...inner.facets, ...definition.facets], base: inner.base };
}

/** The expression of an arbitrary for the values of a simple type. */
export function simpleArbitrary(type: SimpleReference): string {
  const { facets, base } = resolve(type);
  if (base.kind === "list") return `fc.array(${simpleArbitrary(base.item)}, ${sizes(facets, "1", "5")})`;
  if (base.kind === "union") return `fc.oneof(${base.members.map(simpleArbitrary).join(", ")})`;
  return builtinArbitrary(base, facets);
}

function builtinArbitrary({ name, as }: BuiltinReference, facets: readonly FacetBinding[]): string {
  const values = facets.findLast((facet) => facet.name === "enumeration")?.values;
  const literal = literalOf(name, as);
  if (values !== undefined && literal !== undefined) return `fc.constantFrom(${values.map(literal).join(", ")})`;
  const patterns = facets.findLast((facet) => facet.name === "pattern")?.values;
  if (patterns !== undefined && literal === JSON.stringify) return patternArbitrary(patterns, facets);
  if (as === "Date") return "fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })";
  if (name === "boolean") return "fc.boolean()";
  const integer = integerBounds[name] ?? bigBounds[name];
  if (integer !== undefined) {
    const isBig = bigBounds[name] !== undefined && as !== "number";
    const [min, max] = as === "number" && bigBounds[name] !== undefined ? safe(integer) : integer;
    const suffix = isBig ? "n" : "";
    return `fc.${isBig ? "bigInt" : "integer"}({ min: ${lower(facets, min)}${suffix}, max: ${upper(facets, max)}${suffix} })`;
  }
  if (name === "float" || name === "double" || as === "number") {
    return `fc.${name === "float" ? "float" : "double"}({ noNaN: true, noDefaultInfinity: true${realBounds(facets)} })`;
  }
  if (name === "decimal") return decimalArbitrary(facets);
  const pieces = datePieces[name];
  if (pieces !== undefined) {
    const date = "fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })";
    return `${date}.map((date) => date.toISOString()).map((text) => ${pieces})`;
  }
  if (name === "duration") return 'fc.nat({ max: 9999 }).map((days) => "P" + days + "D")';
  if (name === "hexBinary" || name === "base64Binary") return `fc.uint8Array(${sizes(facets, "0", "16")})`;
  if (name === "QName" || name === "NOTATION") return `fc.constant({ namespace: "urn:example", localName: "name" })`;
  if (name === "NMTOKENS" || name === "IDREFS" || name === "ENTITIES")
    return `fc.array(${words("1", "8")}, ${sizes(facets, "1", "5")})`;
  if (name === "language") return `fc.constantFrom("en", "de-CH", "fr", "pt-BR")`;
  return words(count(facets, "minLength") ?? "1", count(facets, "maxLength") ?? "20");
}

/** How a value of an enumeration is written in TypeScript; `undefined` where its text is not its value. */
function literalOf(name: string, as: BuiltinReference["as"]): ((text: string) => string) | undefined {
  if (as === "Date") return (text) => `new Date(${JSON.stringify(text)})`;
  if (as === "number" || integerBounds[name] !== undefined) return (text) => String(Number(text));
  if (bigBounds[name] !== undefined) return (text) => `${BigInt(text.trim().replace(/^\+/, ""))}n`;
  const others = new Set([
    "boolean",
    "float",
    "double",
    "hexBinary",
    "base64Binary",
    "QName",
    "NOTATION",
    "NMTOKENS",
    "IDREFS",
    "ENTITIES",
  ]);
  return others.has(name) ? undefined : JSON.stringify;
}

/** Letters and digits: no white space that a type would collapse, nothing that XML forbids. */
function words(min: string, max: string): string {
  const least = Math.max(1, Number(min));
  const most = Math.max(least, Math.min(Number(max), least + 20));
  if (Number(max) === 0) return `fc.constant("")`;
  return `fc.string({ unit: fc.constantFrom(...${JSON.stringify("abcxyzABCXYZ")}), minLength: ${least}, maxLength: ${most} })`;
}

function count(facets: readonly FacetBinding[], name: string): string | undefined {
  const found = facets.findLast((facet) => facet.name === name || facet.name === "length");
  return found?.values.at(-1);
}

function sizes(facets: readonly FacetBinding[], min: string, max: string): string {
  const least = count(facets, "minLength") ?? (Number(count(facets, "maxLength") ?? max) < Number(min) ? "0" : min);
  const most = count(facets, "maxLength") ?? String(Math.max(Number(least), Number(max)));
  return `{ minLength: ${least}, maxLength: ${Math.min(Number(most), Number(least) + 20)} }`;
}

function lower(facets: readonly FacetBinding[], otherwise: string): string {
  const inclusive = facets.flatMap(({ name, values }) => (name === "minInclusive" ? values : [])).map(BigInt);
  const exclusive = facets
    .flatMap(({ name, values }) => (name === "minExclusive" ? values : []))
    .map((text) => BigInt(text) + 1n);
  return String([...inclusive, ...exclusive].reduce((best, value) => (value > best ? value : best), BigInt(otherwise)));
}

function upper(facets: readonly FacetBinding[], otherwise: string): string {
  const inclusive = facets.flatMap(({ name, values }) => (name === "maxInclusive" ? values : [])).map(BigInt);
  const exclusive = facets
    .flatMap(({ name, values }) => (name === "maxExclusive" ? values : []))
    .map((text) => BigInt(text) - 1n);
  const digits = facets
    .flatMap(({ name, values }) => (name === "totalDigits" ? values : []))
    .map((text) => 10n ** BigInt(text) - 1n);
  return String(
    [...inclusive, ...exclusive, ...digits].reduce((best, value) => (value < best ? value : best), BigInt(otherwise)),
  );
}

function safe([min, max]: readonly [string, string]): readonly [string, string] {
  const limit = BigInt(Number.MAX_SAFE_INTEGER);
  return [String(BigInt(min) < -limit ? -limit : BigInt(min)), String(BigInt(max) > limit ? limit : BigInt(max))];
}

function realBounds(facets: readonly FacetBinding[]): string {
  return facets
    .map(({ name, values }) => {
      const value = Number(values.at(-1));
      if (name === "minInclusive" || name === "minExclusive")
        return `, min: ${value}${name === "minExclusive" ? ", minExcluded: true" : ""}`;
      if (name === "maxInclusive" || name === "maxExclusive")
        return `, max: ${value}${name === "maxExclusive" ? ", maxExcluded: true" : ""}`;
      return "";
    })
    .join("");
}

/** Hundredths between whole bounds; as text, which is what a decimal is. */
function decimalArbitrary(facets: readonly FacetBinding[]): string {
  const bound = (names: readonly string[], otherwise: number): number => {
    const text = facets.findLast(({ name }) => names.includes(name))?.values.at(-1);
    return text === undefined ? otherwise : Number(text);
  };
  const digits = Math.min(Number(count(facets, "fractionDigits") ?? "2"), 2);
  const total = Number(facets.findLast(({ name }) => name === "totalDigits")?.values.at(-1) ?? "9");
  const most = 10 ** Math.max(0, Math.min(total, 9) - digits) - (total <= digits ? 0 : 1);
  const scale = 10 ** digits;
  const min =
    Math.ceil(Math.max(bound(["minInclusive", "minExclusive"], -most), -most) * scale) +
    (facets.some(({ name }) => name === "minExclusive") ? 1 : 0);
  const max =
    Math.floor(Math.min(bound(["maxInclusive", "maxExclusive"], most), most) * scale) -
    (facets.some(({ name }) => name === "maxExclusive") ? 1 : 0);
  return `fc.integer({ min: ${min}, max: ${Math.max(min, max)} }).map((value) => (value / ${scale}).toFixed(${digits}))`;
}

/** What a pattern is made of, as arbitraries of the same structure; the other facets of lengths by a filter. */
function patternArbitrary(patterns: readonly string[], facets: readonly FacetBinding[]): string {
  const branches = patterns.flatMap((pattern) => {
    const read = readPattern(pattern);
    return "node" in read ? nodeArbitrary(read.node) : [];
  });
  const text = branches.length === 1 ? (branches[0] ?? "") : `fc.oneof(${branches.join(", ")})`;
  const [min, max] = [count(facets, "minLength"), count(facets, "maxLength")];
  const rules = [
    ...(min === undefined ? [] : [`text.length >= ${min}`]),
    ...(max === undefined ? [] : [`text.length <= ${max}`]),
  ];
  return rules.length === 0 ? text : `${text}.filter((text) => ${rules.join(" && ")})`;
}

function nodeArbitrary(node: PatternNode): string {
  switch (node.kind) {
    case "character":
      return `fc.constantFrom(...${JSON.stringify(charactersOf(node.class))})`;
    case "sequence":
      if (node.parts.length === 0) return `fc.constant("")`;
      return `fc.tuple(${node.parts.map(nodeArbitrary).join(", ")}).map((parts) => parts.join(""))`;
    case "choice":
      return `fc.oneof(${node.branches.map(nodeArbitrary).join(", ")})`;
    case "repeat": {
      const most = Math.min(node.max, node.min + 8);
      return `fc.array(${nodeArbitrary(node.body)}, { minLength: ${node.min}, maxLength: ${most} }).map((parts) => parts.join(""))`;
    }
  }
}

/** Some visible characters of a class; the first ones above ASCII where it has none there. */
function charactersOf({ source, ascii, beyond }: CharacterClass): string {
  let found = "";
  for (let code = 0x21; code < 0x7f; code++)
    if (((ascii >> BigInt(code)) & 1n) === 1n) found += String.fromCharCode(code);
  if (found !== "") return found;
  if (((ascii >> 32n) & 1n) === 1n || !beyond) return " ";
  const expression = new RegExp(`^${source}$`, "v");
  for (let code = 0xa1; code < 0xd800 && found.length < 8; code++) {
    const character = String.fromCharCode(code);
    if (expression.test(character)) found += character;
  }
  return found;
}

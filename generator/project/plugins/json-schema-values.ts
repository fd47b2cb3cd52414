import { PatternFailure } from "../../../src/datatypes/pattern/pattern-syntax.js";
import { translatePattern } from "../../../src/datatypes/pattern/translate-pattern.js";
import type { BuiltinReference, FacetBinding, SimpleReference, SimpleTypeBinding } from "../../bind/model.js";

/** A schema as data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const integers: ReadonlySet<string> = new Set(["byte", "short", "int", "unsignedByte", "unsignedShort", "unsignedInt"]);
const bigIntegers: ReadonlySet<string> = new Set([
  "integer",
  "long",
  "unsignedLong",
  "nonNegativeInteger",
  "positiveInteger",
  "nonPositiveInteger",
  "negativeInteger",
]);
const lists: ReadonlySet<string> = new Set(["NMTOKENS", "IDREFS", "ENTITIES"]);

/** The value of a built-in datatype as JSON. */
export function builtinSchema({ name, as }: BuiltinReference): JsonSchema {
  if (name === "anyType") return {};
  if (as === "number") return { type: "number" };
  if (name === "boolean") return { type: "boolean" };
  if (integers.has(name)) return { type: "integer" };
  // NaN and the infinities are no JSON numbers.
  if (name === "float" || name === "double") return { anyOf: [{ type: "number" }, { enum: ["NaN", "INF", "-INF"] }] };
  if (bigIntegers.has(name)) return { type: "string", pattern: "^[+-]?[0-9]+$" };
  if (name === "decimal") return { type: "string", pattern: "^[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)$" };
  if (name === "base64Binary") return { type: "string", contentEncoding: "base64" };
  if (lists.has(name)) return { type: "array", items: { type: "string" } };
  return { type: "string" };
}

export function simpleSchema(
  { definition }: SimpleTypeBinding,
  reference: (type: SimpleReference) => JsonSchema,
): JsonSchema {
  switch (definition.kind) {
    case "list":
      return { type: "array", items: reference(definition.item) };
    case "union":
      return { anyOf: definition.members.map(reference) };
    case "restriction": {
      const kind = kindOf(definition.base);
      return { ...reference(definition.base), ...mergeFacets(definition.facets, kind) };
    }
  }
}

type ValueKind = "text" | "number" | "list" | "other";

/** What facets mean for a value as JSON. */
function kindOf(type: SimpleReference): ValueKind {
  if (type.kind === "builtin") {
    if (lists.has(type.name)) return "list";
    const { type: json, pattern, contentEncoding } = builtinSchema(type);
    if (json === "integer" || json === "number") return "number";
    return json === "string" && pattern === undefined && contentEncoding === undefined ? "text" : "other";
  }
  const { definition } = type;
  if (definition.kind === "restriction") return kindOf(definition.base);
  return definition.kind === "list" ? "list" : "other";
}

function mergeFacets(facets: readonly FacetBinding[], kind: ValueKind): JsonSchema {
  return Object.assign({}, ...facets.map((facet) => facetSchema(facet, kind)));
}

function facetSchema({ name, values }: FacetBinding, kind: ValueKind): JsonSchema {
  const value = values.at(-1) ?? "";
  if (name === "enumeration") {
    if (kind === "text") return { enum: values };
    return kind === "number" ? { enum: values.map(Number) } : {};
  }
  if (name === "pattern") return kind === "text" ? patternSchema(values) : {};
  if (kind === "text" || kind === "list") {
    const unit = kind === "text" ? "Length" : "Items";
    if (name === "length") return { [`min${unit}`]: Number(value), [`max${unit}`]: Number(value) };
    return name === "minLength" || name === "maxLength" ? { [`${name.slice(0, 3)}${unit}`]: Number(value) } : {};
  }
  if (kind !== "number") return {};
  const keywords: Readonly<Record<string, string>> = {
    minInclusive: "minimum",
    maxInclusive: "maximum",
    minExclusive: "exclusiveMinimum",
    maxExclusive: "exclusiveMaximum",
  };
  const keyword = keywords[name];
  return keyword === undefined ? {} : { [keyword]: Number(value) };
}

/** Patterns that a JSON Schema processor can read: those without the set operations of the `v` flag. */
function patternSchema(values: readonly string[]): JsonSchema {
  const sources: string[] = [];
  for (const value of values) {
    const translated = translatePattern(value);
    if (translated instanceof PatternFailure) return {};
    const { source } = translated.regexp;
    try {
      new RegExp(source, "u");
    } catch {
      return {};
    }
    // The same text may mean another thing without the `v` flag: `--` and `&&` are two characters then.
    if (/--|&&|\[[^\]\\]*\[/.test(source)) return {};
    sources.push(source);
  }
  return { pattern: sources.length === 1 ? sources[0] : sources.map((source) => `(?:${source})`).join("|") };
}

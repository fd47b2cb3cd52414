import type {
  ComplexTypeBinding,
  ElementBinding,
  PropertyBinding,
  Shape,
  SimpleReference,
  SimpleTypeBinding,
  SubstitutionGroupBinding,
  TypeReference,
  VariantsBinding,
} from "../bind/model.js";
import { docLines, emitDocs } from "./emit-docs.js";
import type { Imports } from "./imports.js";
import {
  bracketedUnion,
  concat,
  group,
  hardLine,
  indent,
  type Layout,
  line,
  lineWidth,
  listing,
  onlyBroken,
  propertyKey,
  quote,
  render,
  unionOf,
} from "./layout.js";

/** The TypeScript type of each built-in datatype's values (the binding rules of `docs/binding.md`). */
const builtinTypes: Readonly<Record<string, string>> = {
  boolean: "boolean",
  float: "number",
  double: "number",
  byte: "number",
  short: "number",
  int: "number",
  unsignedByte: "number",
  unsignedShort: "number",
  integer: "bigint",
  long: "bigint",
  unsignedInt: "number",
  unsignedLong: "bigint",
  nonNegativeInteger: "bigint",
  positiveInteger: "bigint",
  nonPositiveInteger: "bigint",
  negativeInteger: "bigint",
  hexBinary: "Uint8Array",
  base64Binary: "Uint8Array",
  QName: "XmlName",
  NOTATION: "XmlName",
  NMTOKENS: "readonly string[]",
  IDREFS: "readonly string[]",
  ENTITIES: "readonly string[]",
  anyType: "AnyType",
};

const importedTypes: ReadonlySet<string> = new Set(["XmlName", "AnyType"]);

/** The type of a reference, spelled where it is used. */
function typeText(type: TypeReference, imports: Imports): string {
  if (type.kind !== "builtin") return imports.reference(type);
  const name = type.as ?? builtinTypes[type.name] ?? "string";
  return importedTypes.has(name) ? imports.runtimeType(name) : name;
}

/** `export type CallId = string;` */
export function emitSimpleType(binding: SimpleTypeBinding, imports: Imports): string {
  const list = valueList(binding, imports);
  // An alias of its own keeps the name in what the compiler and editors say; `(typeof list)[number]` would not.
  if (list !== undefined) {
    return emitAlias(binding.identifier, `${imports.runtimeType("EnumerationValue")}<typeof ${list.name}>`);
  }
  return emitAlias(binding.identifier, simpleTypeLayout(binding, imports));
}

/** `const State_values = ["open", …] as const;` and an empty line, where there is such a list; else nothing. */
export function emitValueList(binding: SimpleTypeBinding, imports: Imports): string {
  const list = valueList(binding, imports);
  if (list === undefined) return "";
  const start = `const ${list.name} = `;
  const end = " as const;";
  return `${start}${render(literalArray(list.values), start.length, end.length)}${end}\n\n`;
}

/**
 * The list that the type and the descriptor of an enumeration share, with its name here, where the union would not be on
 * one line: many values are written once.
 */
export function valueList(
  binding: SimpleTypeBinding,
  imports: Imports,
): { readonly name: string; readonly values: readonly string[] } | undefined {
  const values = literalValues(binding);
  if (values === undefined) return undefined;
  const union = emitAlias(binding.identifier, unionOf(distinct(values.map(quote))));
  return union.includes("\n") ? { name: imports.local(binding, "values"), values } : undefined;
}

function simpleTypeLayout(binding: SimpleTypeBinding, imports: Imports): Layout {
  const { definition } = binding;
  switch (definition.kind) {
    case "list":
      return concat("readonly ", arrayItem(typeText(definition.item, imports)), "[]");
    case "union":
      return unionOf(distinct(definition.members.map((member) => typeText(member, imports))));
    case "restriction": {
      const values = literalValues(binding);
      if (values === undefined) return typeText(definition.base, imports);
      return unionOf(distinct(values.map(quote)));
    }
  }
}

/** The values of an enumeration of texts; of other datatypes the literals would not be what the values look like. */
function literalValues(binding: SimpleTypeBinding): readonly string[] | undefined {
  const { definition } = binding;
  if (definition.kind !== "restriction" || !isText(definition.base)) return undefined;
  return definition.facets.find(({ name }) => name === "enumeration")?.values;
}

/** Types whose values are the texts as written, white space apart: a literal type is the value. */
const textTypes: ReadonlySet<string> = new Set([
  "string",
  "normalizedString",
  "token",
  "language",
  "NMTOKEN",
  "Name",
  "NCName",
  "ID",
  "IDREF",
  "ENTITY",
  "anyURI",
]);

function isText(type: SimpleReference): boolean {
  if (type.kind === "builtin") return textTypes.has(type.name);
  return type.definition.kind === "restriction" && isText(type.definition.base);
}

/** An interface, or an alias where the shape has choices or nothing at all. */
export function emitComplexType(binding: ComplexTypeBinding, imports: Imports): string {
  const { identifier, shape } = binding;
  const base = binding.inherits ? binding.base : undefined;
  const extended = base === undefined || isEmpty(base) ? undefined : imports.reference(base);
  if (shape.choices.length === 0 && shape.properties.length > 0 && (base === undefined || !hasChoices(base))) {
    const heritage = extended === undefined ? "" : ` extends ${extended}`;
    return `export interface ${identifier}${heritage} {\n${properties(shape, imports, 2)}}`;
  }
  const parts: Layout[] = [];
  if (extended !== undefined) parts.push(extended);
  if (shape.properties.length > 0) parts.push(objectType(shape, imports));
  for (const branches of shape.choices) parts.push(choiceType(branches, imports));
  if (parts.length === 0) return emitAlias(identifier, "Record<string, never>");
  return emitAlias(identifier, intersection(parts));
}

function hasChoices(binding: ComplexTypeBinding): boolean {
  if (binding.shape.choices.length > 0) return true;
  return binding.inherits && binding.base !== undefined && hasChoices(binding.base);
}

/** Whether a type has no properties, its bases' included. */
function isEmpty({ shape, inherits, base }: ComplexTypeBinding): boolean {
  if (shape.properties.length > 0 || shape.choices.length > 0) return false;
  return !inherits || base === undefined || isEmpty(base);
}

/** `A & { b: string } & OneOf<{ c: string } | { d: string }>`. */
function intersection(parts: readonly Layout[]): Layout {
  const [first = "", ...rest] = parts;
  return concat(first, ...rest.flatMap((part): Layout[] => [" & ", part]));
}

/** Exactly one branch, or at most one where there is one without properties. */
function choiceType(branches: readonly Shape[], imports: Imports): Layout {
  const telling = branches.filter(({ properties, choices }) => properties.length > 0 || choices.length > 0);
  const name = telling.length === branches.length ? "OneOf" : "AtMostOneOf";
  const members = telling.map((branch) => branchType(branch, imports));
  return bracketedUnion(`${imports.runtimeType(name)}<`, members, ">");
}

function branchType(branch: Shape, imports: Imports): Layout {
  const choices = branch.choices.map((inner) => choiceType(inner, imports));
  const parts =
    branch.properties.length > 0 || choices.length === 0 ? [objectType(branch, imports), ...choices] : choices;
  return parts.length === 1 ? intersection(parts) : concat("(", intersection(parts), ")");
}

function objectType(shape: Shape, imports: Imports): Layout {
  return fieldList(shape.properties.map((property) => documentedProperty(property, imports)));
}

function documentedProperty(property: PropertyBinding, imports: Imports): Layout {
  // Two levels of indentation are the most that a comment in an alias commonly has.
  const docs = docLines(property.documentation, lineWidth - 4).flatMap((text): Layout[] => [text, hardLine]);
  return concat(...docs, propertyLayout(property, imports));
}

/** `{ a: string; b?: number }` on one line, unless there is documentation. */
function fieldList(fields: readonly Layout[]): Layout {
  if (fields.length === 0) return "{}";
  const separated = fields.flatMap((field, index): Layout[] => (index === 0 ? [field] : [";", line, field]));
  return group("{", indent(line, ...separated), onlyBroken(";"), line, "}");
}

function properties(shape: Shape, imports: Imports, indentation: number): string {
  const margin = " ".repeat(indentation);
  return shape.properties
    .map((property) => {
      const docs = emitDocs(property.documentation, indentation);
      const text = render(propertyLayout(property, imports), indentation).replace(/\n/g, `\n${margin}`);
      return `${docs}${margin}${text};\n`;
    })
    .join("");
}

function propertyLayout(property: PropertyBinding, imports: Imports): Layout {
  const key = propertyKey(property.name);
  const type = propertyType(property, imports);
  switch (property.occurrence) {
    case "required":
      return concat(`${key}: `, type);
    case "optional":
      return concat(`${key}?: `, type, " | undefined");
    case "repeated":
      return concat(`${key}: readonly `, typeof type === "string" ? arrayItem(type) : type, "[]");
    case "optionalRepeated":
      return concat(`${key}?: readonly `, typeof type === "string" ? arrayItem(type) : type, "[] | undefined");
  }
}

function propertyType({ type, nillable }: PropertyBinding, imports: Imports): Layout {
  switch (type.kind) {
    case "value": {
      const text = typeText(type.type, imports);
      return nillable ? nillableText(type.type, text, imports) : text;
    }
    case "substitution":
      return imports.reference(type.group);
    case "wildcard":
      return imports.runtimeType("XmlElement");
    case "attributes":
      return "Readonly<Record<string, string>>";
    case "items": {
      const items = type.items.map((item) => taggedType(item.tag, item.type, item.nillable, imports));
      return bracketedUnion("(", type.mixed ? ["string", ...items] : items, ")");
    }
  }
}

function taggedType(tag: string, type: TypeReference | undefined, nillable: boolean, imports: Imports): Layout {
  const text = type === undefined ? imports.runtimeType("XmlElement") : typeText(type, imports);
  const value = nillable && type !== undefined ? nillableText(type, text, imports) : text;
  return `{ readonly name: ${quote(tag)}; readonly value: ${value} }`;
}

/** `Name | null`, and what a nil element may still say where its type has attributes or others may stand in for it. */
function nillableText(type: TypeReference, text: string, imports: Imports): string {
  const members = type.kind === "variants" ? type.members.map((member) => member.type) : [type];
  const names = new Set(members.flatMap((member) => (member.kind === "complexType" ? attributeNames(member) : [])));
  if (type.kind !== "variants" && names.size === 0) return `${text} | null`;
  const args = [text, ...(names.size === 0 ? [] : [[...names].map(quote).join(" | ")])];
  return `${text} | ${imports.runtimeType("Nil")}<${args.join(", ")}> | null`;
}

/** The properties that hold attributes, inherited ones too. */
function attributeNames({ base, inherits, attributes, attributeWildcard }: ComplexTypeBinding): readonly string[] {
  const own = attributes.map(({ property }) => property.name);
  const others = attributeWildcard === undefined ? [] : [attributeWildcard.property.name];
  return [...(inherits && base !== undefined ? attributeNames(base) : []), ...own, ...others];
}

/** `(A | B)` where an array type would take only the last member. */
function arrayItem(type: string): string {
  return /[ &|]/.test(type) ? `(${type})` : type;
}

/** A declaration of the type of an element: what its type is, nillable or not. */
export function emitElementType(binding: ElementBinding, imports: Imports): string {
  return emitAlias(binding.identifier, elementTypeText(binding, imports));
}

function elementTypeText({ type, nillable }: ElementBinding, imports: Imports): string {
  const text = typeText(type, imports);
  return nillable ? nillableText(type, text, imports) : text;
}

/** What a global element's descriptor describes. */
export function elementValueText(binding: ElementBinding, imports: Imports): string {
  const reference = imports.reference(binding);
  return binding.inline && binding.nillable ? nillableText(binding.type, reference, imports) : reference;
}

/** `export type AnyItem = ({ readonly $type?: "Item" } & Item) | …` */
export function emitVariantsType(binding: VariantsBinding, imports: Imports): string {
  const members = binding.members.map(({ tag, type }) => {
    const optional = type === binding.base ? "?" : "";
    const marker = `{ readonly $type${optional}: ${quote(tag)}${optional === "" ? "" : " | undefined"} }`;
    return isEmpty(type) ? marker : `(${marker} & ${imports.reference(type)})`;
  });
  return emitAlias(binding.identifier, unionOf(members));
}

/** `export type AnyShape = { name: "Circle"; value: Circle } | …` */
export function emitSubstitutionGroupType(binding: SubstitutionGroupBinding, imports: Imports): string {
  const members = binding.members.map(
    ({ tag, element }): Layout =>
      `{ readonly name: ${quote(tag)}; readonly value: ${elementValueText(element, imports)} }`,
  );
  return emitAlias(binding.identifier, unionOf(members));
}

function emitAlias(identifier: string, type: Layout): string {
  const start = `export type ${identifier} =`;
  const text = render(type, start.length + 1);
  return `${start}${text.startsWith("\n") ? "" : " "}${text};`;
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

/** The layout of an array of literals, for descriptors. */
function literalArray(values: readonly string[]): Layout {
  return listing("[", values.map(quote), "]");
}

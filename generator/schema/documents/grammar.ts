import type { LexicalType } from "./lexical.js";

/**
 * What the schema for schemas (Part 1, appendix A) allows in schema documents, as a table. Contents are written like
 * this: `annotation? (simpleType|complexType:namedComplexType)*`, where the name behind a colon is the row that
 * describes the child; without one, it is the row of the child's own name.
 */
export interface Row {
  /** Attribute names with their types; `!` marks the required ones. */
  readonly attributes: Readonly<Record<string, LexicalType | `${LexicalType}!`>>;
  /** More than one: alternatives. None: anything, text included. */
  readonly content: readonly string[];
}

const occurs = { minOccurs: "nonNegativeInteger", maxOccurs: "maxOccurs" } as const;
const attributeUses = "(attribute|attributeGroup:attributeGroupRef)* anyAttribute?";
const particle = "(group:groupRef|all|choice|sequence)?";
const facets =
  "(length|minLength|maxLength|pattern|enumeration|whiteSpace|minInclusive|minExclusive|maxInclusive|maxExclusive|totalDigits|fractionDigits)*";
const complexContents = [
  "annotation? simpleContent",
  "annotation? complexContent",
  `annotation? ${particle} ${attributeUses}`,
];
const declarations =
  "simpleType:namedSimpleType|complexType:namedComplexType|group:namedGroup|attributeGroup:namedAttributeGroup";
const constraints = "(unique|key|keyref)*";
const nested = "annotation? (element|group:groupRef|choice|sequence|any)*";
const annotated = ["annotation?"];

function facet(value: LexicalType, fixed: "fixed" | "always" = "fixed"): Row {
  const attributes = { value: `${value}!`, id: "ID" } as const;
  return { attributes: fixed === "fixed" ? { ...attributes, fixed: "boolean" } : attributes, content: annotated };
}

export const grammar: Readonly<Record<string, Row>> = {
  schema: {
    attributes: {
      targetNamespace: "nonEmptyURI",
      version: "token",
      finalDefault: "fullFinal",
      blockDefault: "elementBlock",
      attributeFormDefault: "form",
      elementFormDefault: "form",
      id: "ID",
    },
    content: [
      `(include|import|redefine|annotation)* (${declarations}|element:globalElement|attribute:globalAttribute|notation|annotation)*`,
    ],
  },
  include: { attributes: { schemaLocation: "anyURI!", id: "ID" }, content: annotated },
  import: { attributes: { namespace: "nonEmptyURI", schemaLocation: "anyURI", id: "ID" }, content: annotated },
  redefine: { attributes: { schemaLocation: "anyURI!", id: "ID" }, content: [`(annotation|${declarations})*`] },
  annotation: { attributes: { id: "ID" }, content: ["(appinfo|documentation)*"] },
  appinfo: { attributes: { source: "anyURI" }, content: [] },
  documentation: { attributes: { source: "anyURI" }, content: [] },
  notation: { attributes: { name: "NCName!", public: "token", system: "anyURI", id: "ID" }, content: annotated },

  globalElement: {
    attributes: {
      name: "NCName!",
      type: "QName",
      substitutionGroup: "QName",
      default: "string",
      fixed: "string",
      nillable: "boolean",
      abstract: "boolean",
      final: "complexFinal",
      block: "elementBlock",
      id: "ID",
    },
    content: [`annotation? (simpleType|complexType)? ${constraints}`],
  },
  element: {
    attributes: {
      name: "NCName",
      ref: "QName",
      type: "QName",
      ...occurs,
      default: "string",
      fixed: "string",
      nillable: "boolean",
      block: "elementBlock",
      form: "form",
      id: "ID",
    },
    content: [`annotation? (simpleType|complexType)? ${constraints}`],
  },
  unique: { attributes: { name: "NCName!", id: "ID" }, content: ["annotation? selector field+"] },
  key: { attributes: { name: "NCName!", id: "ID" }, content: ["annotation? selector field+"] },
  keyref: { attributes: { name: "NCName!", refer: "QName!", id: "ID" }, content: ["annotation? selector field+"] },
  selector: { attributes: { xpath: "string!", id: "ID" }, content: annotated },
  field: { attributes: { xpath: "string!", id: "ID" }, content: annotated },

  globalAttribute: {
    attributes: { name: "NCName!", type: "QName", default: "string", fixed: "string", id: "ID" },
    content: ["annotation? simpleType?"],
  },
  attribute: {
    attributes: {
      name: "NCName",
      ref: "QName",
      type: "QName",
      use: "use",
      default: "string",
      fixed: "string",
      form: "form",
      id: "ID",
    },
    content: ["annotation? simpleType?"],
  },
  namedAttributeGroup: { attributes: { name: "NCName!", id: "ID" }, content: [`annotation? ${attributeUses}`] },
  attributeGroupRef: { attributes: { ref: "QName!", id: "ID" }, content: annotated },
  anyAttribute: {
    attributes: { namespace: "namespaceList", processContents: "processContents", id: "ID" },
    content: annotated,
  },

  namedComplexType: {
    attributes: {
      name: "NCName!",
      mixed: "boolean",
      abstract: "boolean",
      final: "complexFinal",
      block: "complexFinal",
      id: "ID",
    },
    content: complexContents,
  },
  complexType: { attributes: { mixed: "boolean", id: "ID" }, content: complexContents },
  simpleContent: {
    attributes: { id: "ID" },
    content: ["annotation? (restriction:simpleContentRestriction|extension:simpleContentExtension)"],
  },
  complexContent: {
    attributes: { mixed: "boolean", id: "ID" },
    content: ["annotation? (restriction:complexContentStep|extension:complexContentStep)"],
  },
  simpleContentRestriction: {
    attributes: { base: "QName!", id: "ID" },
    content: [`annotation? simpleType? ${facets} ${attributeUses}`],
  },
  simpleContentExtension: { attributes: { base: "QName!", id: "ID" }, content: [`annotation? ${attributeUses}`] },
  complexContentStep: {
    attributes: { base: "QName!", id: "ID" },
    content: [`annotation? ${particle} ${attributeUses}`],
  },

  namedGroup: {
    attributes: { name: "NCName!", id: "ID" },
    content: ["annotation? (all:groupAll|choice:groupChoice|sequence:groupChoice)"],
  },
  groupRef: { attributes: { ref: "QName!", ...occurs, id: "ID" }, content: annotated },
  groupAll: { attributes: { id: "ID" }, content: ["annotation? element*"] },
  groupChoice: { attributes: { id: "ID" }, content: [nested] },
  all: { attributes: { minOccurs: "zeroOrOne", maxOccurs: "one", id: "ID" }, content: ["annotation? element*"] },
  choice: { attributes: { ...occurs, id: "ID" }, content: [nested] },
  sequence: { attributes: { ...occurs, id: "ID" }, content: [nested] },
  any: {
    attributes: { namespace: "namespaceList", processContents: "processContents", ...occurs, id: "ID" },
    content: annotated,
  },

  namedSimpleType: {
    attributes: { name: "NCName!", final: "simpleFinal", id: "ID" },
    content: ["annotation? (restriction|list|union)"],
  },
  simpleType: { attributes: { id: "ID" }, content: ["annotation? (restriction|list|union)"] },
  restriction: { attributes: { base: "QName", id: "ID" }, content: [`annotation? simpleType? ${facets}`] },
  list: { attributes: { itemType: "QName", id: "ID" }, content: ["annotation? simpleType?"] },
  union: { attributes: { memberTypes: "QNames", id: "ID" }, content: ["annotation? simpleType*"] },

  length: facet("nonNegativeInteger"),
  minLength: facet("nonNegativeInteger"),
  maxLength: facet("nonNegativeInteger"),
  totalDigits: facet("positiveInteger"),
  fractionDigits: facet("nonNegativeInteger"),
  whiteSpace: facet("whiteSpace"),
  minInclusive: facet("string"),
  minExclusive: facet("string"),
  maxInclusive: facet("string"),
  maxExclusive: facet("string"),
  pattern: facet("string", "always"),
  enumeration: facet("string", "always"),
};

/** Attributes and children that exclude each other: the representation constraints of Part 1 and Part 2. */
export interface Exclusion {
  readonly rows: readonly string[];
  readonly code: string;
  /** Whether one of the two must be there. */
  readonly oneNeeded: boolean;
  /** Attribute names as `@name`, children by name. */
  readonly first: readonly string[];
  readonly second: readonly string[];
}

const types = ["simpleType", "complexType"];

export const exclusions: readonly Exclusion[] = [
  {
    rows: ["element", "globalElement"],
    code: "src-element.1",
    oneNeeded: false,
    first: ["@default"],
    second: ["@fixed"],
  },
  { rows: ["element"], code: "src-element.2.1", oneNeeded: true, first: ["@ref"], second: ["@name"] },
  {
    rows: ["element"],
    code: "src-element.2.2",
    oneNeeded: false,
    first: ["@ref"],
    second: [...types, "key", "keyref", "unique", "@nillable", "@default", "@fixed", "@form", "@block", "@type"],
  },
  { rows: ["element", "globalElement"], code: "src-element.3", oneNeeded: false, first: ["@type"], second: types },
  {
    rows: ["attribute", "globalAttribute"],
    code: "src-attribute.1",
    oneNeeded: false,
    first: ["@default"],
    second: ["@fixed"],
  },
  { rows: ["attribute"], code: "src-attribute.3.1", oneNeeded: true, first: ["@ref"], second: ["@name"] },
  {
    rows: ["attribute"],
    code: "src-attribute.3.2",
    oneNeeded: false,
    first: ["@ref"],
    second: ["@type", "@form", "simpleType"],
  },
  {
    rows: ["attribute", "globalAttribute"],
    code: "src-attribute.4",
    oneNeeded: false,
    first: ["@type"],
    second: ["simpleType"],
  },
  { rows: ["restriction"], code: "src-simple-type.2", oneNeeded: true, first: ["@base"], second: ["simpleType"] },
  { rows: ["list"], code: "src-simple-type.3", oneNeeded: true, first: ["@itemType"], second: ["simpleType"] },
];

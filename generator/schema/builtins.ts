import { type XmlName, xmlName } from "../../src/xml/names.js";
import { xsdNamespace, xsiNamespace } from "../load/namespaces.js";
import type {
  AttributeDeclaration,
  ComplexTypeDefinition,
  FacetComponent,
  FacetKind,
  ModelGroup,
  Particle,
  SimpleTypeDefinition,
  TypeDefinition,
  Wildcard,
} from "./components.js";

type Draft<T> = { -readonly [K in keyof T]: T[K] };

const undeclared = { source: undefined, annotation: undefined };

const anyWildcard: Wildcard = {
  ...undeclared,
  kind: "wildcard",
  namespaceConstraint: { kind: "any" },
  processContents: "lax",
};

const anyContent: ModelGroup = {
  ...undeclared,
  kind: "modelGroup",
  compositor: "sequence",
  definition: undefined,
  particles: [{ ...undeclared, kind: "particle", minOccurs: 0, maxOccurs: Infinity, term: anyWildcard }],
};

/** The particle of an empty sequence: the content of a mixed type without elements. */
export const emptySequence: Particle = {
  ...undeclared,
  kind: "particle",
  minOccurs: 1,
  maxOccurs: 1,
  term: { ...undeclared, kind: "modelGroup", compositor: "sequence", definition: undefined, particles: [] },
};

function ur(localName: string): ComplexTypeDefinition {
  const type: Draft<Omit<ComplexTypeDefinition, "base">> & { base: TypeDefinition | undefined } = {
    ...undeclared,
    kind: "complexType",
    name: xmlName(xsdNamespace, localName),
    context: undefined,
    base: undefined,
    derivation: "restriction",
    abstract: false,
    final: [],
    block: [],
    attributeUses: [],
    attributeWildcard: anyWildcard,
    content: {
      kind: "mixed",
      particle: { ...undeclared, kind: "particle", minOccurs: 1, maxOccurs: 1, term: anyContent },
    },
    ownParticle: undefined,
  };
  // The ur-type is its own base (Part 1, 3.4.7).
  return Object.assign(type, { base: type as ComplexTypeDefinition });
}

export const anyType: ComplexTypeDefinition = ur("anyType");

/**
 * Stands in for a type that could not be resolved, so that the other rules can still be checked. Checks pass over it:
 * what is wrong has been said.
 */
export const unknownType: ComplexTypeDefinition = ur("anyType");

function simple(
  localName: string,
  base: SimpleTypeDefinition | undefined,
  rest: Pick<SimpleTypeDefinition, "variety" | "item" | "facets">,
): SimpleTypeDefinition {
  const type: Draft<SimpleTypeDefinition> = {
    ...undeclared,
    kind: "simpleType",
    name: xmlName(xsdNamespace, localName),
    context: undefined,
    base,
    final: [],
    primitive: undefined,
    members: [],
    builtin: true,
    ...rest,
  };
  if (rest.variety === "atomic") type.primitive = base?.variety === "atomic" ? base.primitive : type;
  return type;
}

export const anySimpleType: SimpleTypeDefinition = simple("anySimpleType", undefined, {
  variety: undefined,
  item: undefined,
  facets: [],
});

/** Like {@link unknownType}, where only a simple type can stand. */
export const unknownSimpleType: SimpleTypeDefinition = simple("anySimpleType", undefined, {
  variety: undefined,
  item: undefined,
  facets: [],
});

/** Name, base and the facets of the step (Part 2, 3.2 and 3.3); a facet's `!` says that it is fixed. */
const atomicTypes = `
string anySimpleType whiteSpace=preserve
boolean anySimpleType whiteSpace=collapse!
decimal anySimpleType whiteSpace=collapse!
float anySimpleType whiteSpace=collapse!
double anySimpleType whiteSpace=collapse!
duration anySimpleType whiteSpace=collapse!
dateTime anySimpleType whiteSpace=collapse!
time anySimpleType whiteSpace=collapse!
date anySimpleType whiteSpace=collapse!
gYearMonth anySimpleType whiteSpace=collapse!
gYear anySimpleType whiteSpace=collapse!
gMonthDay anySimpleType whiteSpace=collapse!
gDay anySimpleType whiteSpace=collapse!
gMonth anySimpleType whiteSpace=collapse!
hexBinary anySimpleType whiteSpace=collapse!
base64Binary anySimpleType whiteSpace=collapse!
anyURI anySimpleType whiteSpace=collapse!
QName anySimpleType whiteSpace=collapse!
NOTATION anySimpleType whiteSpace=collapse!
normalizedString string whiteSpace=replace
token normalizedString whiteSpace=collapse
language token
NMTOKEN token
Name token
NCName Name
ID NCName
IDREF NCName
ENTITY NCName
integer decimal fractionDigits=0!
nonPositiveInteger integer maxInclusive=0
negativeInteger nonPositiveInteger maxInclusive=-1
long integer minInclusive=-9223372036854775808 maxInclusive=9223372036854775807
int long minInclusive=-2147483648 maxInclusive=2147483647
short int minInclusive=-32768 maxInclusive=32767
byte short minInclusive=-128 maxInclusive=127
nonNegativeInteger integer minInclusive=0
unsignedLong nonNegativeInteger maxInclusive=18446744073709551615
unsignedInt unsignedLong maxInclusive=4294967295
unsignedShort unsignedInt maxInclusive=65535
unsignedByte unsignedShort maxInclusive=255
positiveInteger nonNegativeInteger minInclusive=1
`;

/** The built-in list types with their item types. */
const listTypes = { NMTOKENS: "NMTOKEN", IDREFS: "IDREF", ENTITIES: "ENTITY" } as const;

function readFacet(text: string): FacetComponent {
  const [kind, value] = text.split("=");
  const fixed = value?.endsWith("!") === true;
  return { ...undeclared, kind: kind as FacetKind, value: value?.replace("!", "") ?? "", fixed };
}

function makeBuiltins(): ReadonlyMap<string, TypeDefinition> {
  const types = new Map<string, SimpleTypeDefinition>([["anySimpleType", anySimpleType]]);
  for (const line of atomicTypes.trim().split("\n")) {
    const [name = "", base = "", ...facets] = line.split(" ");
    types.set(
      name,
      simple(name, types.get(base), { variety: "atomic", item: undefined, facets: facets.map(readFacet) }),
    );
  }
  for (const [name, item] of Object.entries(listTypes)) {
    const facets = [readFacet("minLength=1"), readFacet("whiteSpace=collapse!")];
    types.set(name, simple(name, anySimpleType, { variety: "list", item: types.get(item), facets }));
  }
  return new Map<string, TypeDefinition>([["anyType", anyType], ...types]);
}

/** The ur-types and the 44 built-in types of Part 2, keyed by local name. */
export const builtinTypes: ReadonlyMap<string, TypeDefinition> = makeBuiltins();

/** A built-in simple type that is known to exist. */
function builtinSimpleType(localName: string): SimpleTypeDefinition {
  const type = builtinTypes.get(localName);
  if (type?.kind !== "simpleType") throw new TypeError(`there is no built-in simple type ${localName}`);
  return type;
}

function xsiAttribute(localName: string, type: SimpleTypeDefinition): readonly [XmlName, AttributeDeclaration] {
  const name = xmlName(xsiNamespace, localName);
  return [name, { ...undeclared, kind: "attribute", name, scope: "global", type, valueConstraint: undefined }];
}

/** The attributes that every schema has (Part 1, 3.2.7). */
export const builtinAttributes: ReadonlyMap<XmlName, AttributeDeclaration> = new Map([
  xsiAttribute("type", builtinSimpleType("QName")),
  xsiAttribute("nil", builtinSimpleType("boolean")),
  xsiAttribute("schemaLocation", {
    ...anySimpleType,
    name: undefined,
    base: anySimpleType,
    variety: "list",
    item: builtinSimpleType("anyURI"),
    builtin: false,
  }),
  xsiAttribute("noNamespaceSchemaLocation", builtinSimpleType("anyURI")),
]);

/** Whether a type stands in for one that could not be resolved. */
export function isUnknown(type: TypeDefinition): boolean {
  return type === unknownType || type === unknownSimpleType;
}

/** Whether a type or one that it is derived from stands in for one that could not be resolved. */
export function standsOnUnknown(type: TypeDefinition): boolean {
  for (let step: TypeDefinition | undefined = type; step !== undefined; step = step.base) {
    if (isUnknown(step)) return true;
    if (step === anyType) return false;
  }
  return false;
}

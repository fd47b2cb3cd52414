import { blockedBy } from "../constructs/variants.js";
import { wildcardCodec } from "../constructs/wildcard.js";
import { lookup, type Schema, type SchemaLookup } from "../engine/schema-lookup.js";
import { datatypeOf } from "../model/datatype-of.js";
import { prepareElement, prepareType } from "../model/prepare.js";
import type { PreparedType } from "../model/prepared.js";
import * as builtins from "../schema/builtin-types.js";
import type {
  AnyTypeDescriptor,
  Derivation,
  ElementDescriptor,
  SimpleTypeDescriptor,
  TypeDescriptor,
} from "../schema/descriptors.js";
import { type XmlName, xmlName } from "../xml/names.js";
import { checkElement } from "./check-element.js";
import { RecordingSource } from "./recording-source.js";

/** A global attribute declaration (Part 1, 3.2). */
export interface AttributeDeclaration {
  readonly namespace: string;
  readonly name: string;
  readonly type: SimpleTypeDescriptor;
  readonly fixed?: string | undefined;
}

/** The global components of schemas, by name: what wildcards and `xsi:type` may refer to. */
export interface SchemaComponents {
  readonly elements?: Iterable<ElementDescriptor> | undefined;
  readonly types?: Iterable<TypeDescriptor> | undefined;
  readonly attributes?: Iterable<AttributeDeclaration> | undefined;
}

const xsd = "http://www.w3.org/2001/XMLSchema";

/** Each built-in type's base, where that is not anySimpleType (Part 2, 3). */
const builtinBases: Readonly<Record<string, string>> = {
  normalizedString: "string",
  token: "normalizedString",
  language: "token",
  NMTOKEN: "token",
  Name: "token",
  NCName: "Name",
  ID: "NCName",
  IDREF: "NCName",
  ENTITY: "NCName",
  integer: "decimal",
  nonPositiveInteger: "integer",
  negativeInteger: "nonPositiveInteger",
  long: "integer",
  int: "long",
  short: "int",
  byte: "short",
  nonNegativeInteger: "integer",
  unsignedLong: "nonNegativeInteger",
  unsignedInt: "unsignedLong",
  unsignedShort: "unsignedInt",
  unsignedByte: "unsignedShort",
  positiveInteger: "nonNegativeInteger",
};

/** Makes a schema of components: those of generated modules, or those that the generator interprets. */
export function createSchema(...schemas: readonly SchemaComponents[]): Schema {
  const elements = new Map<XmlName, ElementDescriptor>();
  const types = new Map<XmlName, TypeDescriptor>();
  const attributes = new Map<XmlName, AttributeDeclaration>();
  for (const descriptor of Object.values(builtins)) {
    if (typeof descriptor === "object" && descriptor.name !== undefined) {
      types.set(xmlName(xsd, descriptor.name), descriptor);
    }
  }
  const anyType: AnyTypeDescriptor = { kind: "anyType", codec: wildcardCodec };
  types.set(xmlName(xsd, "anyType"), anyType);
  for (const schema of schemas) {
    for (const element of schema.elements ?? []) elements.set(xmlName(element.namespace, element.name), element);
    for (const type of schema.types ?? []) {
      if ((type.kind === "simple" || type.kind === "complex") && type.name !== undefined) {
        types.set(xmlName(type.namespace, type.name), type);
      }
    }
    for (const attribute of schema.attributes ?? []) {
      attributes.set(xmlName(attribute.namespace, attribute.name), attribute);
    }
  }
  const components: SchemaLookup = {
    element(name) {
      const found = elements.get(name);
      return found === undefined ? undefined : prepareElement(found);
    },
    type(name) {
      const found = types.get(name);
      return found === undefined ? undefined : prepareType(found);
    },
    attribute(name) {
      const found = attributes.get(name);
      return found === undefined ? undefined : { datatype: datatypeOf(found.type), fixed: found.fixed };
    },
    refuseDerivation(type, declared) {
      return refuseDerivation(type, declared.type, blockedBy(declared), types);
    },
    record: (source) => new RecordingSource(source),
    checkElement(value, process, identity, report) {
      checkElement(value, process, components, identity, report);
    },
  };
  return { [lookup]: components };
}

function refuseDerivation(
  type: PreparedType,
  from: PreparedType,
  blocked: readonly Derivation[],
  types: ReadonlyMap<XmlName, TypeDescriptor>,
): string | undefined {
  if (type === from) return undefined;
  const none = "which is not the declared type or one derived from it";
  if (type.kind === "any") return from.kind === "any" ? undefined : none;
  if (type.kind === "simple") {
    if (from.kind === "complex") return none;
    if (from.kind === "simple") {
      if (type.descriptor === from.descriptor) return undefined;
      if (!isDerivedSimple(type.descriptor, from.descriptor, types)) return none;
    }
    return blocked.includes("restriction") ? "which is derived by restriction: that is blocked here" : undefined;
  }
  for (let step: typeof type | undefined = type; step !== undefined; step = step.base) {
    if (step === from) return undefined;
    const derivation: Derivation = step.derivation ?? (step.base === undefined ? ownDerivation(step) : "restriction");
    const last = step.base === undefined;
    if (last && !endsIn(step.textDescriptor, from, types)) return none;
    if (blocked.includes(derivation)) return `which is derived by ${derivation}: that is blocked here`;
    if (last) return undefined;
  }
  return none;
}

/** A complex type without a complex base extends a simple type, or restricts anyType. */
function ownDerivation(type: { readonly textDescriptor: SimpleTypeDescriptor | undefined }): Derivation {
  return type.textDescriptor === undefined ? "restriction" : "extension";
}

function endsIn(
  text: SimpleTypeDescriptor | undefined,
  from: PreparedType,
  types: ReadonlyMap<XmlName, TypeDescriptor>,
): boolean {
  if (from.kind === "any") return true;
  if (from.kind !== "simple" || text === undefined) return false;
  return text === from.descriptor || isDerivedSimple(text, from.descriptor, types);
}

/** Part 1, 3.14.6 "Type Derivation OK (Simple)". */
function isDerivedSimple(
  type: SimpleTypeDescriptor,
  from: SimpleTypeDescriptor,
  types: ReadonlyMap<XmlName, TypeDescriptor>,
): boolean {
  if (from.namespace === xsd && from.name === "anySimpleType") return true;
  for (let step: SimpleTypeDescriptor | undefined = type; step !== undefined; step = baseOf(step, types)) {
    if (step === from || sameName(step, from)) return true;
  }
  const definition = from.definition();
  return (
    definition.variety === "union" &&
    definition.members.some(
      (member) => member === type || sameName(member, type) || isDerivedSimple(type, member, types),
    )
  );
}

function baseOf(
  type: SimpleTypeDescriptor,
  types: ReadonlyMap<XmlName, TypeDescriptor>,
): SimpleTypeDescriptor | undefined {
  const definition = type.definition();
  if (definition.variety === "restriction") return definition.base;
  const base = definition.variety === "builtin" ? builtinBases[type.name ?? ""] : undefined;
  const found = base === undefined ? undefined : types.get(xmlName(xsd, base));
  return found?.kind === "simple" ? found : undefined;
}

function sameName(left: SimpleTypeDescriptor, right: SimpleTypeDescriptor): boolean {
  return left.name !== undefined && left.name === right.name && left.namespace === right.namespace;
}

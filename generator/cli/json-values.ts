import { type Datatype, DatatypeFailure } from "../../src/datatypes/datatype.js";
import { datatypeOf } from "../../src/model/datatype-of.js";
import type {
  ComplexTypeDescriptor,
  Particle,
  SimpleTypeDescriptor,
  TypeDescriptor,
} from "../../src/schema/descriptors.js";
import { isRecord } from "../../src/text/record.js";

type Convert = (datatype: Datatype, value: unknown) => unknown;

/**
 * A value of a type from what JSON holds: whole numbers, bytes and names are texts there, or numbers. What fits no type
 * stays as it is, for validation to find.
 */
export function fromJson(type: TypeDescriptor, value: unknown): unknown {
  return convertValue(type, value, (datatype, item) => {
    if (datatype.check(item) === undefined || typeof item === "object") return item;
    const read = datatype.parse(String(item));
    return read instanceof DatatypeFailure ? item : read;
  });
}

/** The same value as JSON can hold it. */
export function toJson(type: TypeDescriptor, value: unknown): unknown {
  return convertValue(type, value, (datatype, item) => {
    const isPlain = typeof item === "string" || typeof item === "boolean" || Number.isFinite(item);
    return isPlain || datatype.check(item) !== undefined ? item : datatype.print(item);
  });
}

function convertValue(type: TypeDescriptor, value: unknown, convert: Convert): unknown {
  if (value === null || value === undefined) return value;
  switch (type.kind) {
    case "simple":
      return convertSimple(type, value, convert);
    case "complex":
      return convertComplex(type, value, convert);
    case "variants": {
      const tag = isRecord(value) ? value["$type"] : undefined;
      const member = type.members().find(({ name }) => name === tag);
      return convertComplex(member ?? type.base, value, convert);
    }
    case "anyType":
      return value;
  }
}

function convertSimple(type: SimpleTypeDescriptor, value: unknown, convert: Convert): unknown {
  const datatype = datatypeOf(type);
  if (datatype.variety !== "list" || !Array.isArray(value)) return convert(datatype, value);
  const { item } = datatype;
  return item === undefined ? value : value.map((each: unknown) => convert(item, each));
}

function convertComplex(type: ComplexTypeDescriptor, value: unknown, convert: Convert): unknown {
  if (!isRecord(value)) return value;
  const result: Record<string, unknown> = { ...value };
  const put = (property: string, of: TypeDescriptor) => {
    const held = Object.hasOwn(value, property) ? value[property] : undefined;
    if (held === undefined) return;
    result[property] =
      Array.isArray(held) && of.kind !== "simple"
        ? held.map((item: unknown) => convertValue(of, item, convert))
        : convertItems(of, held, convert);
  };
  for (let at: ComplexTypeDescriptor | undefined = type; at !== undefined; ) {
    const definition: ReturnType<ComplexTypeDescriptor["definition"]> = at.definition();
    for (const attribute of definition.attributes ?? []) put(attribute.property, attribute.type);
    if (definition.text !== undefined) put(definition.text.property, definition.text.type);
    if (definition.content !== undefined) convertParticle(definition.content, put, value, result, convert);
    at = definition.base;
  }
  return result;
}

/** A repeated element of a simple type is an array as a list is: its items tell. */
function convertItems(type: TypeDescriptor, held: unknown, convert: Convert): unknown {
  if (!Array.isArray(held) || type.kind !== "simple" || datatypeOf(type).variety === "list") {
    return convertValue(type, held, convert);
  }
  return held.map((item: unknown) => convertValue(type, item, convert));
}

function convertParticle(
  particle: Particle,
  put: (property: string, type: TypeDescriptor) => void,
  value: Readonly<Record<string, unknown>>,
  result: Record<string, unknown>,
  convert: Convert,
): void {
  if (particle.kind === "any") return;
  if (particle.kind === "element") {
    if (particle.declaration?.kind !== "substitutionGroup") put(particle.property, particle.type);
    return;
  }
  if (particle.property === undefined) {
    for (const child of particle.particles) convertParticle(child, put, value, result, convert);
    return;
  }
  const items = value[particle.property.name];
  if (!Array.isArray(items)) return;
  const types = new Map(leavesOf(particle));
  result[particle.property.name] = items.map((item: unknown) => {
    const type = isRecord(item) && typeof item["name"] === "string" ? types.get(item["name"]) : undefined;
    return type === undefined || !isRecord(item)
      ? item
      : { ...item, value: convertValue(type, item["value"], convert) };
  });
}

/** The types of tagged items, by their tags. */
function* leavesOf(particle: Particle): Iterable<readonly [string, TypeDescriptor]> {
  if (particle.kind === "element") yield [particle.property, particle.type];
  else if (particle.kind !== "any") for (const child of particle.particles) yield* leavesOf(child);
}

import type { Datatype } from "../datatypes/datatype.js";
import type {
  AttributeParticle,
  AttributeWildcard,
  Codec,
  ComplexTypeDefinition,
  ComplexTypeDescriptor,
  Derivation,
  ElementDescriptor,
  IdentityConstraintDescriptor,
  OrderedProperty,
  SimpleTypeDescriptor,
  TypeDescriptor,
} from "../schema/descriptors.js";
import { type XmlName, xmlName } from "../xml/names.js";
import { datatypeOf } from "./datatype-of.js";
import { modelOf } from "./ports.js";
import { type ElementSource, prepareParticle } from "./prepare-particle.js";
import type {
  ContentModel,
  PreparedAttribute,
  PreparedComplexType,
  PreparedElement,
  PreparedParticle,
  PreparedType,
  PreparedVariants,
} from "./prepared.js";
import { layOutProperties } from "./property-layout.js";
import { rowModel, rowOf } from "./row.js";
import { valueConstructor } from "./value-constructor.js";

const elements = new WeakMap<ElementDescriptor, PreparedElement>();
const complexTypes = new WeakMap<ComplexTypeDescriptor, PreparedComplexType>();

/** The prepared form of a global element, made once. */
export function prepareElement(descriptor: ElementDescriptor): PreparedElement {
  let prepared = elements.get(descriptor);
  if (prepared === undefined) {
    prepared = declaredElement(xmlName(descriptor.namespace, descriptor.name), descriptor.type, descriptor);
    elements.set(descriptor, prepared);
  }
  return prepared;
}

/** The prepared form of a type, made once; of variants, that of their base. */
export function prepareType(descriptor: TypeDescriptor): PreparedType {
  switch (descriptor.kind) {
    case "simple":
      return { kind: "simple", name: typeName(descriptor), descriptor, datatype: datatypeOf(descriptor) };
    case "anyType":
      return { kind: "any", name: xmlName("http://www.w3.org/2001/XMLSchema", "anyType"), codec: descriptor.codec };
    default:
      return complexType(descriptor.kind === "variants" ? descriptor.base : descriptor);
  }
}

function complexType(descriptor: ComplexTypeDescriptor): PreparedComplexType {
  let prepared = complexTypes.get(descriptor);
  if (prepared === undefined) complexTypes.set(descriptor, (prepared = prepareComplexType(descriptor)));
  return prepared;
}

function typeName(descriptor: { readonly namespace: string; readonly name: string | undefined }): XmlName | undefined {
  return descriptor.name === undefined ? undefined : xmlName(descriptor.namespace, descriptor.name);
}

const elementSource: ElementSource = {
  global: prepareElement,
  local: (name, particle) => declaredElement(name, () => particle.type, particle),
};

/** What a declaration says of an element besides its name and type. */
interface DeclaredElement {
  readonly abstract?: boolean | undefined;
  readonly nillable: boolean;
  readonly block?: readonly Derivation[] | undefined;
  readonly constraints?: readonly IdentityConstraintDescriptor[] | undefined;
  readonly default?: string | undefined;
  readonly fixed?: string | undefined;
}

/** An element as declared; its type is prepared on first use, because types may contain themselves. */
function declaredElement(name: XmlName, type: () => TypeDescriptor, declared: DeclaredElement): PreparedElement {
  let prepared: PreparedType | undefined;
  return {
    name,
    get type(): PreparedType {
      prepared ??= prepareType(type());
      return prepared;
    },
    get variants(): PreparedVariants | undefined {
      const descriptor = type();
      return descriptor.kind === "variants" ? modelOf(descriptor.codec).prepare(descriptor, complexType) : undefined;
    },
    block: declared.block ?? [],
    constraints: declared.constraints ?? [],
    abstract: declared.abstract ?? false,
    nillable: declared.nillable,
    default: declared.default,
    fixed: declared.fixed,
    plain:
      declared.abstract !== true &&
      declared.default === undefined &&
      declared.fixed === undefined &&
      (declared.constraints?.length ?? 0) === 0,
  };
}

/** What a type has once its bases' parts are added. */
interface Whole {
  attributeCodec: Codec<"attributes"> | undefined;
  readonly attributes: Map<XmlName, PreparedAttribute>;
  attributeWildcard: AttributeWildcard | undefined;
  readonly particles: PreparedParticle[];
  text: { readonly property: string; readonly datatype: Datatype } | undefined;
  textDescriptor: SimpleTypeDescriptor | undefined;
  mixed: OrderedProperty | undefined;
}

function prepareComplexType(descriptor: ComplexTypeDescriptor): PreparedComplexType {
  const definition = descriptor.definition();
  const whole = inherit(descriptor, definition);
  const particle = wholeParticle(whole.particles);
  const layout = layOutProperties(particle, whole.mixed);
  const attributeProperties = new Set([...whole.attributes.values()].map(({ property }) => property));
  if (whole.attributeWildcard !== undefined) attributeProperties.add(whole.attributeWildcard.property);
  const properties = new Set([...layout.properties, ...attributeProperties]);
  if (whole.text !== undefined) properties.add(whole.text.property);
  let model: ContentModel | undefined;
  let base: PreparedComplexType | undefined;
  return {
    kind: "complex",
    name: typeName(descriptor),
    abstract: definition.abstract ?? false,
    get base(): PreparedComplexType | undefined {
      if (definition.base !== undefined) base ??= complexType(definition.base);
      return base;
    },
    derivation: definition.derivation,
    block: definition.block ?? [],
    attributeCodec: whole.attributeCodec,
    attributes: whole.attributes,
    attributesToCheck: [...whole.attributes.values()].filter(({ checked }) => checked).length,
    attributeWildcard: whole.attributeWildcard,
    text: whole.text,
    textDescriptor: whole.textDescriptor,
    mixed: whole.mixed,
    particle,
    get model(): ContentModel {
      model ??= newModel(particle);
      return model;
    },
    arrays: [...layout.arrays],
    fillArrays: layout.fillArrays,
    shared: layout.shared,
    items: layout.items,
    attributeProperties,
    properties,
    newValue: valueConstructor(),
  };
}

function newModel(particle: PreparedParticle | undefined): ContentModel {
  if (particle === undefined || particle.max === 0) return rowModel([]);
  const maker = modelMaker(particle);
  return maker === undefined ? rowModel(rowOf(particle)) : modelOf(maker).make(particle);
}

/** What makes the model of a particle that is more than a row: each group that is brings it along. */
function modelMaker(particle: PreparedParticle): Codec<"model"> | undefined {
  if (particle.kind === "leaf") return undefined;
  let maker = particle.model;
  for (const child of particle.particles) maker ??= modelMaker(child);
  return maker;
}

function wholeParticle(particles: readonly PreparedParticle[]): PreparedParticle | undefined {
  const [only, another] = particles;
  if (another === undefined) return only;
  const properties = new Set(
    particles.flatMap((part) => (part.kind === "leaf" ? part.property : [...part.properties])),
  );
  return {
    kind: "group",
    codec: undefined,
    model: undefined,
    min: 1,
    max: 1,
    ordered: undefined,
    particles,
    properties,
  };
}

/** Part 1, 3.4.2: an extension has its base's attributes and content and then its own, a restriction only its own. */
function inherit(descriptor: ComplexTypeDescriptor, definition: ComplexTypeDefinition): Whole {
  const { base } = definition;
  const whole: Whole =
    base === undefined || definition.derivation !== "extension" || definition.complete === true
      ? {
          attributeCodec: undefined,
          attributes: new Map(),
          attributeWildcard: undefined,
          particles: [],
          text: undefined,
          textDescriptor: undefined,
          mixed: undefined,
        }
      : inherit(base, base.definition());
  whole.mixed = definition.mixed ?? whole.mixed;
  for (const attribute of definition.attributes ?? []) {
    const name = xmlName(attribute.namespace, attribute.name);
    whole.attributes.set(name, prepareAttribute(name, attribute));
    whole.attributeCodec = attribute.codec;
  }
  whole.attributeWildcard = definition.anyAttribute ?? whole.attributeWildcard;
  whole.attributeCodec ??= whole.attributeWildcard?.attributes;
  if (definition.text !== undefined) {
    whole.text = { property: definition.text.property, datatype: datatypeOf(definition.text.type) };
    whole.textDescriptor = definition.text.type;
  }
  if (definition.content !== undefined) {
    whole.particles.push(prepareParticle(definition.content, descriptor.namespace, whole.mixed, elementSource));
  }
  return whole;
}

function prepareAttribute(name: XmlName, attribute: AttributeParticle): PreparedAttribute {
  return {
    property: attribute.property,
    name,
    datatype: datatypeOf(attribute.type),
    required: attribute.required,
    default: attribute.default,
    fixed: attribute.fixed,
    checked: attribute.required || attribute.default !== undefined || attribute.fixed !== undefined,
  };
}

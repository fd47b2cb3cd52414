import type {
  AttributeBinding,
  AttributeWildcardBinding,
  ComplexTypeBinding,
  DeclarationBinding,
  ElementBinding,
  ElementParticleBinding,
  FacetBinding,
  GroupBinding,
  IdentityConstraintBinding,
  NamespaceConstraint,
  ParticleBinding,
  ProcessContents,
  SimpleTypeBinding,
  TypeReference,
  WildcardParticleBinding,
} from "../bind/model.js";
import {
  type CallExpression,
  call,
  type Expression,
  later,
  list,
  listed,
  namespaceName,
  options,
  type RecordExpression,
  record,
  reference,
} from "./expression.js";
import { serviceCall } from "./service-calls.js";
import { attributesUniquely } from "./unique-attribution.js";

/** The call that makes the descriptor of a declaration. */
export function descriptorCall(declaration: DeclarationBinding): CallExpression {
  switch (declaration.kind) {
    case "simpleType": {
      const { namespace, name } = declaration;
      return call("simpleType", namespaceName(namespace), name, later(simpleDefinition(declaration)));
    }
    case "complexType": {
      const { namespace, name } = declaration;
      return call("complexType", namespaceName(namespace), name, later(complexDefinition(declaration)));
    }
    case "variants": {
      const members = declaration.members.map(({ type }) => reference(type));
      return call("variants", reference(declaration.base), later(list(members)));
    }
    case "substitutionGroup": {
      const members = declaration.members.map(({ element }) => reference(element));
      return call("substitutionGroup", reference(declaration.head), later(list(members)));
    }
    case "element":
      return elementCall(declaration);
    case "service":
      return serviceCall(declaration);
  }
}

/** The descriptor of a type: that of a declaration, or a constant. */
export function typeExpression(type: TypeReference): Expression {
  if (type.kind !== "builtin") return reference(type);
  const as = type.as === undefined ? "" : `As${capitalized(type.as)}`;
  return { kind: "constant", name: `xs${capitalized(type.name)}${as}` };
}

function capitalized(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

function simpleDefinition({ definition }: SimpleTypeBinding): CallExpression {
  switch (definition.kind) {
    case "list":
      return call("list", typeExpression(definition.item));
    case "union":
      return call("union", ...definition.members.map(typeExpression));
    case "restriction":
      return call("restriction", typeExpression(definition.base), list(definition.facets.map(facetCall)));
  }
}

/** Facets whose value is a count, and those that gather the values of their step. */
const countFacets: ReadonlySet<string> = new Set(["length", "minLength", "maxLength", "totalDigits", "fractionDigits"]);
const listFacets: ReadonlySet<string> = new Set(["enumeration", "pattern"]);

function facetCall({ name, values }: FacetBinding): CallExpression {
  if (listFacets.has(name)) return call(name, list(values));
  const value = values.at(-1) ?? "";
  // A count of any length is a number: none that is exceeded can be held, whatever the rounding.
  return call(name, countFacets.has(name) ? Number(value) : value);
}

function complexDefinition(binding: ComplexTypeBinding): RecordExpression {
  const { base, derivation, inherits, abstract, block, attributes, attributeWildcard, text, mixed, content } = binding;
  const derived = base !== undefined && derivation !== undefined;
  return record({
    base: derived ? reference(base) : undefined,
    derivation: derived ? derivation : undefined,
    complete: (derived && derivation === "extension" && !inherits) || undefined,
    abstract: abstract || undefined,
    block: listed(block),
    attributes: listed(attributes.map(attributeCall)),
    anyAttribute: attributeWildcard && anyAttributeCall(attributeWildcard),
    text: text && record({ property: text.property, type: typeExpression(text.type) }),
    mixed: inOrder(mixed),
    content: content && contentCall(binding, content),
  });
}

const automaton: Expression = { kind: "constant", name: "automaton" };

/** A row of elements and wildcards needs no automaton, unless it is one in which names alone do not tell what is what. */
function contentCall(type: ComplexTypeBinding, content: ParticleBinding): CallExpression {
  if (attributesUniquely(type)) return particleCall(content);
  return call("sequence", list([particleCall(content)]), record({ model: automaton }));
}

function attributeCall({ property, namespace, name, type, required, ...value }: AttributeBinding): CallExpression {
  return call(
    "attribute",
    property.name,
    name,
    typeExpression(type),
    ...options({
      namespace: namespace === "" ? undefined : namespaceName(namespace),
      required: required || undefined,
      default: value.default,
      fixed: value.fixed,
    }),
  );
}

function anyAttributeCall({ property, namespaces, process }: AttributeWildcardBinding): CallExpression {
  return call("anyAttribute", property.name, ...options(wildcard(namespaces, process)));
}

function particleCall(particle: ParticleBinding): CallExpression {
  switch (particle.kind) {
    case "element":
      return elementParticleCall(particle);
    case "any": {
      const { property, namespaces, process } = particle;
      return call("any", property, ...options({ ...wildcard(namespaces, process), ...occurs(particle) }));
    }
    default: {
      const { kind, particles, min, max, property } = particle;
      return call(
        kind,
        list(particles.map(particleCall)),
        ...options({
          ...occurs({ min, max }),
          property: inOrder(property),
          model: kind === "sequence" && !(min === 1 && max === 1) ? automaton : undefined,
        }),
      );
    }
  }
}

function elementParticleCall(particle: ElementParticleBinding): CallExpression {
  const { property, namespace, name, type, nillable, block, constraints, declaration } = particle;
  if (declaration !== undefined) {
    return call("elementRef", property, reference(declaration), ...options(occurs(particle)));
  }
  return call(
    "particle",
    property,
    name,
    typeExpression(type),
    ...options({
      ...occurs(particle),
      namespace: namespace === undefined ? undefined : namespaceName(namespace),
      nillable: nillable || undefined,
      default: particle.default,
      fixed: particle.fixed,
      block: listed(block),
      constraints: listed(constraints.map(constraintCall)),
    }),
  );
}

function inOrder(property: string | undefined): CallExpression | undefined {
  return property === undefined ? undefined : call("inOrder", property);
}

type Occurs = Pick<GroupBinding, "min" | "max"> & Partial<Pick<WildcardParticleBinding, "array">>;

/** Once, and an array where it may be several times, need not be said. */
function occurs({ min, max, array = false }: Occurs): Readonly<Record<string, Expression>> {
  return {
    min: min === 1 ? undefined : min,
    max: max === 1 ? undefined : max,
    array: (array && max === 1) || undefined,
  };
}

function wildcard(namespaces: NamespaceConstraint, process: ProcessContents): Readonly<Record<string, Expression>> {
  return {
    namespaces: namespaceConstraint(namespaces),
    process: process === "strict" ? undefined : process,
  };
}

function namespaceConstraint(namespaces: NamespaceConstraint): RecordExpression | undefined {
  if (namespaces.kind === "any") return undefined;
  const { kind } = namespaces;
  return kind === "not"
    ? record({ kind, namespace: namespaces.namespace })
    : record({ kind, namespaces: list(namespaces.namespaces) });
}

function constraintCall({ kind, namespace, name, selector, fields, refer }: IdentityConstraintBinding): CallExpression {
  return call(kind, namespaceName(namespace), name, selector, list(fields), ...(refer === undefined ? [] : [refer]));
}

function elementCall(binding: ElementBinding): CallExpression {
  const { namespace, name, type, inline, nillable, abstract, block, constraints } = binding;
  return call(
    "element",
    namespaceName(namespace),
    name,
    later(inline && type.kind === "complexType" ? descriptorCall(type) : typeExpression(type)),
    ...options({
      nillable: nillable || undefined,
      abstract: abstract || undefined,
      default: binding.default,
      fixed: binding.fixed,
      block: listed(block),
      constraints: listed(constraints.map(constraintCall)),
    }),
  );
}

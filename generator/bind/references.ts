import type {
  ComplexTypeBinding,
  DeclarationBinding,
  OperationBinding,
  ParticleBinding,
  PropertyType,
  Shape,
  TypeReference,
} from "./model.js";

/** The declarations that one refers to, in its type or in its descriptor. */
export function referencesOf(declaration: DeclarationBinding): readonly DeclarationBinding[] {
  return [...new Set(references(declaration))];
}

function* references(declaration: DeclarationBinding): Iterable<DeclarationBinding> {
  switch (declaration.kind) {
    case "simpleType": {
      const { definition } = declaration;
      if (definition.kind === "restriction") yield* typeReference(definition.base);
      else if (definition.kind === "list") yield* typeReference(definition.item);
      else for (const member of definition.members) yield* typeReference(member);
      break;
    }
    case "complexType":
      yield* complexTypeReferences(declaration);
      break;
    case "variants":
      yield declaration.base;
      for (const { type } of declaration.members) yield type;
      break;
    case "element":
      if (declaration.inline && declaration.type.kind === "complexType") yield* complexTypeReferences(declaration.type);
      else yield* typeReference(declaration.type);
      break;
    case "substitutionGroup":
      yield declaration.head;
      for (const { element } of declaration.members) yield element;
      break;
    case "service":
      for (const operation of declaration.operations) yield* operationReferences(operation);
  }
}

function* typeReference(type: TypeReference): Iterable<DeclarationBinding> {
  if (type.kind !== "builtin") yield type;
}

function* complexTypeReferences(type: ComplexTypeBinding): Iterable<DeclarationBinding> {
  if (type.base !== undefined) yield type.base;
  for (const attribute of type.attributes) yield* typeReference(attribute.type);
  if (type.text !== undefined) yield* typeReference(type.text.type);
  if (type.content !== undefined) yield* particleReferences(type.content);
  yield* shapeReferences(type.shape);
}

function* particleReferences(particle: ParticleBinding): Iterable<DeclarationBinding> {
  if (particle.kind === "any") return;
  if (particle.kind !== "element") {
    for (const child of particle.particles) yield* particleReferences(child);
    return;
  }
  if (particle.declaration === undefined) yield* typeReference(particle.type);
  else yield particle.declaration;
}

function* shapeReferences({ properties, choices }: Shape): Iterable<DeclarationBinding> {
  for (const { type } of properties) yield* propertyReferences(type);
  for (const branches of choices) for (const branch of branches) yield* shapeReferences(branch);
}

function* propertyReferences(type: PropertyType): Iterable<DeclarationBinding> {
  if (type.kind === "value") yield* typeReference(type.type);
  else if (type.kind === "substitution") yield type.group;
  else if (type.kind === "items") {
    for (const item of type.items) if (item.type !== undefined) yield* typeReference(item.type);
  }
}

/** The elements that an operation's messages are made of. */
function* operationReferences(operation: OperationBinding): Iterable<DeclarationBinding> {
  const { input, output, headers, responseHeaders, faults, headerFaults } = operation;
  if (input !== "empty") yield input;
  if (output !== undefined && output !== "empty") yield output;
  for (const { element } of [...headers, ...responseHeaders, ...faults, ...headerFaults]) yield element;
}

/** What is reached from these declarations, they included. */
export function reachable(from: Iterable<DeclarationBinding>): ReadonlySet<DeclarationBinding> {
  const reached = new Set<DeclarationBinding>();
  const open = [...from];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    open.push(...referencesOf(next));
  }
  return reached;
}

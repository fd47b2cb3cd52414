import type {
  AttributeBinding,
  AttributeWildcardBinding,
  ComplexTypeBinding,
  ElementBinding,
  ElementParticleBinding,
  FacetBinding,
  GroupBinding,
  IdentityConstraintBinding,
  NamespaceConstraint,
  ParticleBinding,
  SimpleTypeBinding,
  SubstitutionGroupBinding,
  TypeReference,
  VariantsBinding,
  WildcardParticleBinding,
} from "../bind/model.js";
import { elementValueText, literalArray, valueList } from "./emit-types.js";
import type { Imports } from "./imports.js";
import {
  call,
  callWithThunk,
  concat,
  indent,
  type Layout,
  lineWidth,
  listing,
  quote,
  record,
  render,
  widthOf,
} from "./layout.js";

type Fields = (readonly [key: string, value: Layout])[];

/** What the descriptors of one module are emitted with. */
export interface DescriptorContext {
  readonly imports: Imports;
  /** The expression of a namespace name. */
  readonly namespace: (name: string) => string;
}

/** `export const CallId: SimpleTypeDescriptor<CallId> = simpleType(ns, "CallId", () => …);` */
export function emitSimpleTypeDescriptor(binding: SimpleTypeBinding, context: DescriptorContext): string {
  const { imports } = context;
  const args = [context.namespace(binding.namespace), nameText(binding.name)];
  return emitConst(
    binding.identifier,
    `${imports.runtimeType("SimpleTypeDescriptor")}<${binding.identifier}>`,
    callWithThunk(imports.runtime("simpleType"), args, simpleDefinition(binding, imports)),
  );
}

function simpleDefinition(binding: SimpleTypeBinding, imports: Imports): Layout {
  const { definition } = binding;
  switch (definition.kind) {
    case "list":
      return `${imports.runtime("list")}(${typeExpression(definition.item, imports)})`;
    case "union":
      return call(
        imports.runtime("union"),
        definition.members.map((member) => typeExpression(member, imports)),
      );
    case "restriction": {
      const list = valueList(binding, imports)?.name;
      const facets = definition.facets.map((facet) => facetExpression(facet, list, imports));
      return call(imports.runtime("restriction"), [
        typeExpression(definition.base, imports),
        listing("[", facets, "]"),
      ]);
    }
  }
}

/** Facets whose value is a count, and those that gather the values of their step. */
const countFacets: ReadonlySet<string> = new Set(["length", "minLength", "maxLength", "totalDigits", "fractionDigits"]);
const listFacets: ReadonlySet<string> = new Set(["enumeration", "pattern"]);

/** @param list - the constant that holds the values of an enumeration, if one does */
function facetExpression({ name, values }: FacetBinding, list: string | undefined, imports: Imports): Layout {
  const function_ = imports.runtime(name);
  if (name === "enumeration" && list !== undefined) return `${function_}(${list})`;
  if (listFacets.has(name)) return call(function_, [literalArray(values)]);
  const value = values.at(-1) ?? "";
  // A count of any length is a number: none that is exceeded can be held, whatever the rounding.
  return `${function_}(${countFacets.has(name) ? String(Number(value)) : quote(value)})`;
}

/** `export const UMCallInfo: ComplexTypeDescriptor<UMCallInfo> = complexType(ns, "UMCallInfo", () => ({ … }));` */
export function emitComplexTypeDescriptor(binding: ComplexTypeBinding, context: DescriptorContext): string {
  return emitConst(
    binding.identifier,
    `${context.imports.runtimeType("ComplexTypeDescriptor")}<${binding.identifier}>`,
    complexTypeExpression(binding, context),
  );
}

function complexTypeExpression(binding: ComplexTypeBinding, context: DescriptorContext): Layout {
  const args = [context.namespace(binding.namespace), nameText(binding.name)];
  return call(context.imports.runtime("complexType"), [
    ...args,
    concat("() => (", record(complexDefinition(binding, context)), ")"),
  ]);
}

function complexDefinition(binding: ComplexTypeBinding, context: DescriptorContext): Fields {
  const { imports } = context;
  const fields: Fields = [];
  if (binding.base !== undefined && binding.derivation !== undefined) {
    fields.push(["base", imports.reference(binding.base)], ["derivation", quote(binding.derivation)]);
    if (binding.derivation === "extension" && !binding.inherits) fields.push(["complete", "true"]);
  }
  if (binding.abstract) fields.push(["abstract", "true"]);
  if (binding.block.length > 0) fields.push(["block", literalArray(binding.block)]);
  if (binding.attributes.length > 0) {
    const attributes = binding.attributes.map((attribute) => attributeExpression(attribute, context));
    fields.push(["attributes", listing("[", attributes, "]")]);
  }
  if (binding.attributeWildcard !== undefined) {
    fields.push(["anyAttribute", anyAttributeExpression(binding.attributeWildcard, imports)]);
  }
  if (binding.text !== undefined) {
    const { property, type } = binding.text;
    fields.push([
      "text",
      record([
        ["property", quote(property)],
        ["type", typeExpression(type, imports)],
      ]),
    ]);
  }
  if (binding.mixed !== undefined) fields.push(["mixed", inOrder(binding.mixed, imports)]);
  if (binding.content !== undefined) fields.push(["content", particleExpression(binding.content, context)]);
  return fields;
}

function attributeExpression(attribute: AttributeBinding, { imports, namespace }: DescriptorContext): Layout {
  const options: Fields = [];
  if (attribute.namespace !== "") options.push(["namespace", namespace(attribute.namespace)]);
  if (attribute.required) options.push(["required", "true"]);
  pushValueConstraint(options, attribute);
  return call(imports.runtime("attribute"), [
    quote(attribute.property.name),
    quote(attribute.name),
    typeExpression(attribute.type, imports),
    ...optional(options),
  ]);
}

function anyAttributeExpression(wildcard: AttributeWildcardBinding, imports: Imports): Layout {
  const options: Fields = [];
  pushWildcard(options, wildcard.namespaces, wildcard.process);
  return call(imports.runtime("anyAttribute"), [quote(wildcard.property.name), ...optional(options)]);
}

function particleExpression(particle: ParticleBinding, context: DescriptorContext): Layout {
  switch (particle.kind) {
    case "element":
      return elementExpression(particle, context);
    case "any":
      return anyExpression(particle, context.imports);
    default:
      return groupExpression(particle, context);
  }
}

function groupExpression(group: GroupBinding, context: DescriptorContext): Layout {
  const { imports } = context;
  const options: Fields = [];
  pushOccurs(options, group, imports);
  if (group.property !== undefined) options.push(["property", inOrder(group.property, imports)]);
  const particles = listing(
    "[",
    group.particles.map((particle) => particleExpression(particle, context)),
    "]",
  );
  // The compiler would take the names for any where there is none to learn them from.
  const function_ = `${imports.runtime(group.kind)}${namesNothing(group) ? "<never>" : ""}`;
  if (options.length === 0) return concat(`${function_}(`, particles, ")");
  return concat(`${function_}(`, particles, ", ", record(options), ")");
}

function inOrder(property: string, imports: Imports): Layout {
  return call(imports.runtime("inOrder"), [quote(property)]);
}

function namesNothing(particle: ParticleBinding): boolean {
  return particle.kind !== "element" && particle.kind !== "any" && particle.particles.every(namesNothing);
}

function elementExpression(particle: ElementParticleBinding, context: DescriptorContext): Layout {
  const { imports } = context;
  const { declaration } = particle;
  const options: Fields = [];
  pushOccurs(options, particle, imports);
  if (particle.array && particle.max === 1) options.push(["array", "true"]);
  if (declaration !== undefined) {
    const args = [quote(particle.property), imports.reference(declaration)];
    return call(imports.runtime("elementRef"), [...args, ...optional(options)]);
  }
  if (particle.namespace !== undefined) options.push(["namespace", context.namespace(particle.namespace)]);
  if (particle.nillable) options.push(["nillable", "true"]);
  pushValueConstraint(options, particle);
  if (particle.block.length > 0) options.push(["block", literalArray(particle.block)]);
  pushConstraints(options, particle.constraints, context);
  const args = [quote(particle.property), quote(particle.name), typeExpression(particle.type, imports)];
  return call(imports.runtime("particle"), [...args, ...optional(options)]);
}

function anyExpression(particle: WildcardParticleBinding, imports: Imports): Layout {
  const options: Fields = [];
  pushWildcard(options, particle.namespaces, particle.process);
  pushOccurs(options, particle, imports);
  if (particle.array && particle.max === 1) options.push(["array", "true"]);
  return call(imports.runtime("any"), [quote(particle.property), ...optional(options)]);
}

function pushOccurs(options: Fields, { min, max }: { min: number; max: number }, imports: Imports): void {
  if (min !== 1) options.push(["min", String(min)]);
  if (max !== 1) options.push(["max", max === Number.POSITIVE_INFINITY ? imports.runtime("unbounded") : String(max)]);
}

function pushValueConstraint(
  options: Fields,
  { default: byDefault, fixed }: { default: string | undefined; fixed: string | undefined },
): void {
  if (byDefault !== undefined) options.push(["default", quote(byDefault)]);
  if (fixed !== undefined) options.push(["fixed", quote(fixed)]);
}

function pushWildcard(options: Fields, namespaces: NamespaceConstraint, process: string): void {
  if (namespaces.kind === "not") {
    options.push([
      "namespaces",
      record([
        ["kind", quote("not")],
        ["namespace", quote(namespaces.namespace)],
      ]),
    ]);
  } else if (namespaces.kind === "list") {
    options.push([
      "namespaces",
      record([
        ["kind", quote("list")],
        ["namespaces", literalArray(namespaces.namespaces)],
      ]),
    ]);
  }
  if (process !== "strict") options.push(["process", quote(process)]);
}

function pushConstraints(
  options: Fields,
  constraints: readonly IdentityConstraintBinding[],
  { imports, namespace }: DescriptorContext,
): void {
  if (constraints.length === 0) return;
  const calls = constraints.map((constraint) => {
    const { kind, name, selector, fields, refer } = constraint;
    const args = [namespace(constraint.namespace), quote(name), quote(selector), literalArray(fields)];
    return concat(imports.runtime(kind), listing("(", [...args, ...(refer === undefined ? [] : [quote(refer)])], ")"));
  });
  options.push(["constraints", listing("[", calls, "]")]);
}

function optional(options: Fields): readonly Layout[] {
  return options.length === 0 ? [] : [record(options)];
}

/** `export const Disconnect: ElementDescriptor<Disconnect> = element(ns, "Disconnect", () => …);` */
export function emitElementDescriptor(binding: ElementBinding, context: DescriptorContext): string {
  const { imports } = context;
  const options: Fields = [];
  if (binding.nillable) options.push(["nillable", "true"]);
  if (binding.abstract) options.push(["abstract", "true"]);
  pushValueConstraint(options, binding);
  if (binding.block.length > 0) options.push(["block", literalArray(binding.block)]);
  pushConstraints(options, binding.constraints, context);
  const { type } = binding;
  const described =
    binding.inline && type.kind === "complexType"
      ? complexTypeExpression(type, context)
      : typeExpression(type, imports);
  const args = [context.namespace(binding.namespace), quote(binding.name)];
  return emitConst(
    binding.identifier,
    `${imports.runtimeType("ElementDescriptor")}<${elementValueText(binding, imports)}>`,
    options.length === 0
      ? call(imports.runtime("element"), [...args, concat("() => ", described)])
      : concat(imports.runtime("element"), listing("(", [...args, concat("() => ", described), record(options)], ")")),
  );
}

/** `export const AnyItem: VariantsDescriptor<AnyItem> = variants(Item, () => [Item, Message]);` */
export function emitVariantsDescriptor(binding: VariantsBinding, { imports }: DescriptorContext): string {
  const members = binding.members.map(({ type }) => imports.reference(type));
  return emitConst(
    binding.identifier,
    `${imports.runtimeType("VariantsDescriptor")}<${binding.identifier}>`,
    call(imports.runtime("variants"), [imports.reference(binding.base), concat("() => ", listing("[", members, "]"))]),
  );
}

/** `export const AnyShape: SubstitutionGroupDescriptor<AnyShape> = substitutionGroup(Shape, () => [Circle]);` */
export function emitSubstitutionGroupDescriptor(
  binding: SubstitutionGroupBinding,
  { imports }: DescriptorContext,
): string {
  const members = binding.members.map(({ element }) => imports.reference(element));
  return emitConst(
    binding.identifier,
    `${imports.runtimeType("SubstitutionGroupDescriptor")}<${binding.identifier}>`,
    call(imports.runtime("substitutionGroup"), [
      imports.reference(binding.head),
      concat("() => ", listing("[", members, "]")),
    ]),
  );
}

/** The descriptor of a type: a constant of this module, of another, or of `xsdsmith/codegen`. */
function typeExpression(type: TypeReference, imports: Imports): string {
  if (type.kind !== "builtin") return imports.reference(type);
  const as = type.as === undefined ? "" : `As${capitalized(type.as)}`;
  return imports.runtime(`xs${capitalized(type.name)}${as}`);
}

function capitalized(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

function nameText(name: string | undefined): string {
  return name === undefined ? "undefined" : quote(name);
}

/** An annotated constant that bundlers may drop: all descriptors are made by pure calls. */
export function emitConst(identifier: string, type: string, value: Layout): string {
  const start = `export const ${identifier}: ${type} = /* @__PURE__ */`;
  // On a line of its own the call may need no breaks; and behind the type its beginning may be too long in any case.
  const ownLineFits = widthOf(value) <= lineWidth - 3;
  const text = render(value, start.length + 1);
  const [firstLine = ""] = `${text};`.split("\n", 1);
  const fits = start.length + 1 + firstLine.length <= lineWidth;
  const behind = fits && (!text.includes("\n") || !ownLineFits);
  return behind ? `${start} ${text};` : `${start}\n  ${render(indent(value), 2)};`;
}

import type { SourceLocation } from "../../../src/errors.js";
import { clarkName } from "../../../src/xml/names.js";
import type {
  AttributeUse,
  Component,
  ElementDeclaration,
  Particle,
  SchemaSet,
  SimpleTypeDefinition,
  TypeDefinition,
} from "../../schema/components.js";
import type { BindingMessage, ServiceSet } from "../../wsdl/components.js";
import { componentKind, globalComponents, type NamedComponent } from "./find-components.js";
import { placeOf } from "./outline.js";

/** Something that names a component. */
export interface Use {
  readonly kind: "element" | "type" | "group" | "attribute" | "attributeGroup" | "operation";
  /** In Clark notation; of an operation, its name and its binding's. */
  readonly name: string;
  /** How it uses the component: "has it as type", "is derived from it". */
  readonly how: string;
  readonly location: SourceLocation | undefined;
}

/** The uses of every component that is used, in order of declaration. */
export function findUses(schemas: SchemaSet, services: ServiceSet): ReadonlyMap<Component, readonly Use[]> {
  const uses = new Map<Component, Use[]>();
  for (const [name, component] of globalComponents(schemas)) {
    if (component.source === undefined) continue;
    const kind = componentKind(component);
    visitComponent(component, (used, how) =>
      add(used, { kind, name: clarkName(name), how, location: placeOf(component) }),
    );
  }
  for (const { name, operations } of services.bindings) {
    for (const operation of operations) {
      const use = {
        kind: "operation" as const,
        name: `${operation.name} of ${name.localName}`,
        location: placeOf({ source: operation.source, annotation: undefined }),
      };
      visitMessage(operation.input, "in the request", use);
      if (operation.output !== undefined) visitMessage(operation.output, "in the response", use);
      for (const { part } of operation.faults)
        if (part?.element !== undefined) add(part.element, { ...use, how: "in a fault" });
    }
  }
  return uses;

  function visitMessage({ body, headers }: BindingMessage, how: string, use: Omit<Use, "how">): void {
    for (const { element, type } of body) {
      const part = element ?? type;
      if (part !== undefined) add(part, { ...use, how });
    }
    for (const { part } of headers)
      if (part.element !== undefined) add(part.element, { ...use, how: `as a header ${how}` });
  }

  function add(used: Component, use: Use): void {
    const known = uses.get(used);
    if (known === undefined) uses.set(used, [use]);
    else if (!known.some(({ name, kind, how }) => name === use.name && kind === use.kind && how === use.how))
      known.push(use);
  }
}

type Report = (used: Component, how: string) => void;

function visitComponent(component: NamedComponent, report: Report): void {
  switch (component.kind) {
    case "element":
      visitType(component.type, "has it as type", report);
      if (component.substitutionGroup !== undefined) report(component.substitutionGroup, "may stand in for it");
      return;
    case "attribute":
      visitType(component.type, "has it as type", report);
      return;
    case "group":
      visitParticle(
        {
          ...component.modelGroup,
          kind: "particle",
          minOccurs: 1,
          maxOccurs: 1,
          term: { ...component.modelGroup, definition: undefined },
        },
        report,
      );
      return;
    case "attributeGroup":
      for (const use of component.attributeUses) visitAttribute(use, report);
      return;
    default:
      visitOwn(component, report);
  }
}

/** A named type is used; an anonymous one belongs to what it stands in. */
function visitType(type: TypeDefinition, how: string, report: Report): void {
  if (type.name !== undefined) report(type, how);
  else visitOwn(type, report);
}

function visitOwn(type: TypeDefinition, report: Report): void {
  if (type.kind === "simpleType") visitSimple(type, report);
  else {
    if (type.base !== type)
      visitType(type.base, type.derivation === "extension" ? "extends it" : "restricts it", report);
    const inherited = new Set(type.base.kind === "complexType" && type.base !== type ? type.base.attributeUses : []);
    for (const use of type.attributeUses) if (!inherited.has(use)) visitAttribute(use, report);
    if (type.content.kind === "simple" && type.content.type.name === undefined) visitSimple(type.content.type, report);
    // What an extension inherits is its base's use.
    const whole = "particle" in type.content ? type.content.particle : undefined;
    const particle = type.derivation === "extension" ? type.ownParticle : whole;
    if (particle !== undefined && type.source !== undefined) visitParticle(particle, report);
  }
}

function visitSimple({ base, item, members }: SimpleTypeDefinition, report: Report): void {
  if (base !== undefined) visitType(base, "restricts it", report);
  if (item !== undefined) visitType(item, "is a list of it", report);
  for (const member of members) visitType(member, "is a union with it", report);
}

function visitAttribute({ declaration }: AttributeUse, report: Report): void {
  if (declaration.scope === "global") report(declaration, "has it as attribute");
  else visitType(declaration.type, `has it as type of @${declaration.name.localName}`, report);
}

function visitParticle({ term }: Particle, report: Report): void {
  if (term.kind === "element") visitElement(term, report);
  else if (term.kind === "modelGroup") {
    if (term.definition !== undefined) report(term.definition, "has it in its content");
    else for (const particle of term.particles) visitParticle(particle, report);
  }
}

function visitElement(element: ElementDeclaration, report: Report): void {
  if (element.scope === "global") report(element, "has it in its content");
  else visitType(element.type, `has it as type of ${element.name.localName}`, report);
}

import { xmlName } from "../../../src/xml/names.js";
import type { ComplexTypeDefinition, ElementDeclaration, Particle, SchemaSet } from "../../schema/components.js";
import type { BindingMessage, BindingOperation } from "../../wsdl/components.js";
import { type SampleOptions, sampleDocument } from "./sample.js";

/**
 * The element of a message's body with what a schema allows; `undefined` for an empty body.
 *
 * @throws {@link XmlError} as {@link sampleDocument} does
 */
export function sampleBody(
  schemas: SchemaSet,
  operation: BindingOperation,
  direction: "input" | "output",
  options: SampleOptions = {},
): string | undefined {
  const message = operation[direction];
  if (message === undefined) return undefined;
  const element = operation.style === "rpc" ? rpcElement(operation, message, direction) : message.body[0]?.element;
  return element && sampleDocument(schemas, element, options);
}

/** What style rpc says in place of a declaration (WSDL 1.1, 3.5). */
function rpcElement(
  { name, source }: BindingOperation,
  { body, namespace = "" }: BindingMessage,
  direction: "input" | "output",
): ElementDeclaration {
  const particles = body.flatMap((part): Particle[] =>
    part.type === undefined
      ? []
      : [
          {
            ...{ kind: "particle", source: part.source, annotation: undefined, minOccurs: 1, maxOccurs: 1 },
            term: element(part.source, xmlName("", part.name), "local", part.type),
          },
        ],
  );
  const group: Particle = {
    ...{ kind: "particle", source, annotation: undefined, minOccurs: 1, maxOccurs: 1 },
    term: {
      kind: "modelGroup",
      source,
      annotation: undefined,
      compositor: "sequence",
      particles,
      definition: undefined,
    },
  };
  const type: ComplexTypeDefinition = {
    ...{ kind: "complexType", source, annotation: undefined, name: undefined, context: undefined },
    // No schema names the type, so nothing asks for its base.
    base: anyType,
    ...{ derivation: "restriction", abstract: false, final: [], block: [] },
    ...{ attributeUses: [], attributeWildcard: undefined, ownParticle: undefined },
    content: { kind: "elementOnly", particle: group },
  };
  return element(source, xmlName(namespace, direction === "input" ? name : `${name}Response`), "global", type);
}

const anyType: ComplexTypeDefinition = {
  ...{ kind: "complexType", source: undefined, annotation: undefined, context: undefined },
  name: xmlName("http://www.w3.org/2001/XMLSchema", "anyType"),
  get base() {
    return anyType;
  },
  ...{ derivation: "restriction", abstract: false, final: [], block: [] },
  ...{ attributeUses: [], attributeWildcard: undefined, ownParticle: undefined },
  content: { kind: "empty" },
};

function element(
  source: ElementDeclaration["source"],
  name: ElementDeclaration["name"],
  scope: ElementDeclaration["scope"],
  type: ElementDeclaration["type"],
): ElementDeclaration {
  return {
    ...{ kind: "element", source, annotation: undefined, name, scope, type },
    ...{ nillable: false, abstract: false, valueConstraint: undefined, identityConstraints: [] },
    ...{ substitutionGroup: undefined, final: [], block: [] },
  };
}

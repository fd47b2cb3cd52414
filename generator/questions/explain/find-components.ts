import { nearestName } from "../../../src/text/nearest.js";
import { clarkName, type XmlName } from "../../../src/xml/names.js";
import type { SourceDocument } from "../../load/document.js";
import type {
  AttributeDeclaration,
  AttributeGroupDefinition,
  ElementDeclaration,
  ModelGroupDefinition,
  SchemaSet,
  TypeDefinition,
} from "../../schema/components.js";

/** A global component that a person can ask for by its name. */
export type NamedComponent =
  | ElementDeclaration
  | TypeDefinition
  | ModelGroupDefinition
  | AttributeDeclaration
  | AttributeGroupDefinition;

/** The words by which the command line tells components of one name apart. */
export const componentKinds = ["element", "type", "group", "attribute", "attributeGroup"] as const;
/** The kinds of named things; simple and complex types are both a `type`. */
export type ComponentKind = (typeof componentKinds)[number];

export function componentKind({ kind }: NamedComponent): ComponentKind {
  return kind === "simpleType" || kind === "complexType" ? "type" : kind;
}

/** All global components, elements first, in order of declaration; built-in types last. */
export function* globalComponents(schemas: SchemaSet): Generator<readonly [XmlName, NamedComponent]> {
  yield* schemas.elements;
  yield* schemas.types;
  yield* schemas.groups;
  yield* schemas.attributes;
  yield* schemas.attributeGroups;
}

/**
 * The components that a name stands for: `{namespace}local`, `prefix:local` with a prefix that one of the documents
 * binds, or `local` in any namespace.
 */
export function findComponents(
  name: string,
  schemas: SchemaSet,
  documents: readonly SourceDocument[],
  kind?: ComponentKind,
): readonly NamedComponent[] {
  const matches = nameTest(name, documents);
  const found: NamedComponent[] = [];
  for (const [key, component] of globalComponents(schemas)) {
    if (matches(key) && (kind === undefined || componentKind(component) === kind)) found.push(component);
  }
  return found;
}

function nameTest(text: string, documents: readonly SourceDocument[]): (name: XmlName) => boolean {
  if (text.startsWith("{")) return (name) => clarkName(name) === text;
  const colon = text.indexOf(":");
  const local = text.slice(colon + 1);
  if (colon === -1) return ({ localName }) => localName === local;
  const prefix = text.slice(0, colon);
  const namespaces = new Set(documents.map(({ root }) => root.namespaces.lookupNamespace(prefix)));
  return ({ namespace, localName }) => localName === local && namespaces.has(namespace);
}

/** ` did you mean …?` for a name that nothing has; the empty string where no name is near. */
export function suggestName(name: string, schemas: SchemaSet): string {
  const local = name.replace(/^(\{.*\}|[^:]*:)/, "");
  const nearest = nearestName(
    local,
    [...globalComponents(schemas)].map(([{ localName }]) => localName),
  );
  return nearest === undefined ? "" : `; did you mean ${nearest}?`;
}

import type { XmlName } from "../../../src/xml/names.js";
import type { ElementDeclaration, SchemaSet, Term, TypeDefinition } from "../../schema/components.js";
import type { ServiceSet } from "../../wsdl/components.js";
import { placeOf } from "../explain/outline.js";
import { type Breaks, both, breaksNobody, type ComponentChange } from "./change.js";
import { Comparer } from "./comparer.js";
import { propagate, settle } from "./comparison-graph.js";
import { operationChanges } from "./operation-changes.js";

/** One version: schemas, and services where there are any. */
export interface Version {
  readonly schemas: SchemaSet;
  readonly services: ServiceSet;
}

/** What changed between two versions; plain data. */
export interface SchemaDifference {
  /** Operations, elements, types and attributes, each in order of declaration, removed ones last. */
  readonly components: readonly ComponentChange[];
  /** All changes together. */
  readonly breaks: Breaks;
  /** Each global element that both versions have, with all that its documents may hold. */
  readonly documents: readonly { readonly namespace: string; readonly name: string; readonly breaks: Breaks }[];
}

/** Compares two versions of schemas and services, and judges who each change breaks: readers, writers, or nobody. */
export function diff(before: Version, after: Version): SchemaDifference {
  const comparer = new Comparer(before.schemas, after.schemas);
  const elements = pair(before.schemas.elements, after.schemas.elements);
  const types = pair(userTypes(before.schemas), userTypes(after.schemas));
  const compared = new Map<object, ReturnType<Comparer["element"]>>();
  for (const [old, now] of elements) {
    if (old !== undefined && now !== undefined) compared.set(now, comparer.element(old, now));
  }
  for (const [old, now] of types) {
    if (old !== undefined && now !== undefined) compared.set(now, comparer.type(old, now));
  }
  propagate(comparer.all);

  const places = { before: placesIn(before.schemas), after: placesIn(after.schemas) };
  const changeOf = (
    kind: "element" | "type",
    old: ElementDeclaration | TypeDefinition | undefined,
    now: ElementDeclaration | TypeDefinition | undefined,
  ): readonly ComponentChange[] => {
    const component = now ?? old;
    const name = component?.name;
    if (component === undefined || name === undefined) return [];
    const comparison = compared.get(component);
    const changes = comparison === undefined ? [] : settle(comparison);
    if (comparison !== undefined && changes.length === 0) return [];
    const status = now === undefined ? "removed" : old === undefined ? "added" : "changed";
    const breaks =
      status === "changed"
        ? both(...changes.map((change) => change.breaks))
        : appearance(component, status, status === "added" ? places.before : places.after);
    return [
      { kind, name: name.localName, namespace: name.namespace, status, location: placeOf(component), changes, breaks },
    ];
  };

  const components = [
    ...operationChanges(before.services, after.services),
    ...elements.flatMap(([old, now]) => changeOf("element", old, now)),
    ...types.flatMap(([old, now]) => changeOf("type", old, now)),
  ];
  const documents = elements.flatMap(([, now]) => {
    const breaks = now && compared.get(now)?.breaks;
    return now === undefined || breaks === undefined
      ? []
      : [{ namespace: now.name.namespace, name: now.name.localName, breaks }];
  });
  return { components, breaks: both(breaksNobody, ...components.map(({ breaks }) => breaks)), documents };
}

/** Components of both versions by name: the new ones in order, then those that are gone. */
function pair<T>(
  before: ReadonlyMap<unknown, T>,
  after: ReadonlyMap<unknown, T>,
): readonly (readonly [T | undefined, T | undefined])[] {
  return [
    ...[...after].map(([name, now]) => [before.get(name), now] as const),
    ...[...before].filter(([name]) => !after.has(name)).map(([, old]) => [old, undefined] as const),
  ];
}

function userTypes({ types }: SchemaSet): ReadonlyMap<unknown, TypeDefinition> {
  return new Map([...types].filter(([, { source }]) => source !== undefined));
}

/**
 * Whom it breaks that a component is there or gone: documents may hold a type by `xsi:type` and an element in place of
 * another, without being made for it. An element by itself is asked for by name, so that only its end breaks something.
 */
function appearance(
  component: ElementDeclaration | TypeDefinition,
  status: "added" | "removed",
  others: Places,
): Breaks {
  const end: Breaks = status === "added" ? { writers: false, readers: true } : { writers: true, readers: false };
  if (component.kind === "element") {
    if (status === "removed") return end;
    const head = component.substitutionGroup;
    return head !== undefined && others.heads.has(head.name) ? end : breaksNobody;
  }
  if (component.kind === "simpleType" || component.abstract) return breaksNobody;
  for (let { base } = component; base.kind === "complexType" && base.base !== base; base = base.base) {
    if (base.name !== undefined && others.types.has(base.name)) return end;
  }
  return breaksNobody;
}

/** What something else may stand in for. */
interface Places {
  readonly types: ReadonlySet<XmlName>;
  readonly heads: { has(name: XmlName): boolean };
}

function placesIn(schemas: SchemaSet): Places {
  return { types: typesOfElements(schemas), heads: schemas.elements };
}

/** The named types that elements have: where one derived from them may stand. */
function typesOfElements(schemas: SchemaSet): ReadonlySet<XmlName> {
  const found = new Set<XmlName>();
  const visited = new Set<TypeDefinition>();
  for (const { type } of schemas.elements.values()) visitUse(type);
  for (const type of schemas.types.values()) visit(type);
  for (const { modelGroup } of schemas.groups.values()) visitTerm(modelGroup);
  return found;

  function visitUse(type: TypeDefinition): void {
    if (type.name === undefined) visit(type);
    else found.add(type.name);
  }

  function visit(type: TypeDefinition): void {
    if (type.kind === "simpleType" || visited.has(type)) return;
    visited.add(type);
    if ("particle" in type.content) visitTerm(type.content.particle.term);
  }

  function visitTerm(term: Term): void {
    if (term.kind === "element") visitUse(term.type);
    else if (term.kind === "modelGroup") for (const particle of term.particles) visitTerm(particle.term);
  }
}

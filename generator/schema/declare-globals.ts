import { clarkName, type XmlName, xmlName } from "../../src/xml/names.js";
import { attributeOf, attributeValue } from "../load/attributes.js";
import type { SourceElement } from "../load/document.js";
import { xsdNamespace } from "../load/namespaces.js";
import { anySimpleType, anyType, builtinTypes } from "./builtins.js";
import type { CollectedDocuments } from "./collect-documents.js";
import { newComplexType, newSimpleType } from "./new-types.js";
import { readAnnotation } from "./read-annotation.js";
import type { GlobalDraft, GlobalKind, ReadContext, SchemaDocument, Unread, Workspace } from "./workspace.js";

const globalKinds: ReadonlyMap<string, GlobalKind> = new Map([
  ["simpleType", "type"],
  ["complexType", "type"],
  ["element", "element"],
  ["attribute", "attribute"],
  ["group", "group"],
  ["attributeGroup", "attributeGroup"],
  ["notation", "notation"],
]);

/** Makes an empty component for every global declaration, so that references find it, and puts it up for reading. */
export function declareGlobals(workspace: Workspace, { documents, redefines }: CollectedDocuments): void {
  for (const document of documents) {
    for (const element of document.element.children) {
      const kind = globalKindOf(element);
      const name = kind === undefined ? undefined : declaredName(document, element);
      if (kind === undefined || name === undefined || isBuiltin(kind, name)) continue;
      const draft = newGlobal(workspace, kind, name, element);
      const map = globalsOf(workspace, kind);
      const earlier = map.get(name);
      if (earlier === undefined) map.set(name, draft);
      else reportDuplicate(workspace, kind, name, element, earlier);
      workspace.unread.push({ draft, element, context: { document, redefined: undefined } });
    }
  }
  for (const { element, document, target } of redefines) {
    for (const child of element.children) redefine(workspace, document, child, target);
  }
  reportRepeated(workspace, redefines);
}

/** Puts a redefinition in the place of what it redefines (Part 1, 4.2.2). */
function redefine(
  workspace: Workspace,
  document: SchemaDocument,
  element: SourceElement,
  target: SchemaDocument | undefined,
): void {
  const kind = globalKindOf(element);
  const name = kind === undefined ? undefined : declaredName(document, element);
  if (kind === undefined || name === undefined) return;
  const map = globalsOf(workspace, kind);
  const original = map.get(name);
  const draft = newGlobal(workspace, kind, name, element);
  const context: ReadContext = {
    document,
    redefined: original === undefined ? undefined : { kind, name, original },
  };
  if (target === undefined) {
    workspace.findings.report("src-redefine.1", "what is redefined could not be read", element);
  } else if (original === undefined) {
    const message = `the redefined document has no ${element.name.localName} ${clarkName(name)}`;
    workspace.findings.report("src-redefine", message, element, attributeOf(element, "name"));
  } else {
    workspace.redefinitions.set(draft, original);
  }
  map.set(name, draft);
  const unread: Unread = { draft, element, context };
  workspace.unread.push(unread);
}

/** One document's component can be redefined once. */
function reportRepeated({ findings }: Workspace, redefines: CollectedDocuments["redefines"]): void {
  const seen = new Map<SchemaDocument, Set<string>>();
  for (const { element, target } of redefines) {
    if (target === undefined) continue;
    const names = seen.get(target) ?? new Set();
    seen.set(target, names);
    for (const child of element.children) {
      const kind = globalKindOf(child);
      const key = `${kind} ${attributeValue(child, "name")}`;
      if (kind !== undefined && names.has(key)) {
        const message = `${key} is redefined more than once`;
        findings.report("sch-props-correct.2", message, child, attributeOf(child, "name"));
      }
      names.add(key);
    }
  }
}

function globalKindOf({ name }: SourceElement): GlobalKind | undefined {
  return name.namespace === xsdNamespace ? globalKinds.get(name.localName) : undefined;
}

function declaredName({ targetNamespace }: SchemaDocument, element: SourceElement): XmlName | undefined {
  const name = attributeValue(element, "name");
  return name === undefined || name === "" ? undefined : xmlName(targetNamespace, name);
}

/** The schema for schemas declares the built-in types as well; they are ours. */
function isBuiltin(kind: GlobalKind, { namespace, localName }: XmlName): boolean {
  return kind === "type" && namespace === xsdNamespace && builtinTypes.has(localName);
}

function reportDuplicate(
  { findings }: Workspace,
  kind: GlobalKind,
  name: XmlName,
  element: SourceElement,
  earlier: GlobalDraft,
): void {
  const { source } = earlier;
  const place = source === undefined ? "" : ` (first in ${source.document.file})`;
  const message = `${kind} ${clarkName(name)} is declared more than once${place}`;
  findings.report("sch-props-correct.2", message, element, attributeOf(element, "name"));
}

function globalsOf(workspace: Workspace, kind: GlobalKind): Map<XmlName, GlobalDraft> {
  const maps: Readonly<Record<GlobalKind, Map<XmlName, never>>> = {
    type: workspace.types as Map<XmlName, never>,
    element: workspace.elements as Map<XmlName, never>,
    attribute: workspace.attributes as Map<XmlName, never>,
    group: workspace.groups as Map<XmlName, never>,
    attributeGroup: workspace.attributeGroups as Map<XmlName, never>,
    notation: workspace.notations as Map<XmlName, never>,
  };
  return maps[kind];
}

function newGlobal(workspace: Workspace, kind: GlobalKind, name: XmlName, element: SourceElement): GlobalDraft {
  const base = { source: element, annotation: readAnnotation(element), name };
  switch (kind) {
    case "type":
      return element.name.localName === "simpleType"
        ? newSimpleType(workspace, element, name, undefined)
        : newComplexType(workspace, element, name, undefined);
    case "element": {
      const draft: GlobalDraft = {
        ...base,
        kind: "element",
        scope: "global",
        type: anyType,
        nillable: false,
        abstract: false,
        valueConstraint: undefined,
        identityConstraints: [],
        substitutionGroup: undefined,
        final: [],
        block: [],
      };
      workspace.allElements.push(draft);
      return draft;
    }
    case "attribute": {
      const draft: GlobalDraft = {
        ...base,
        kind: "attribute",
        scope: "global",
        type: anySimpleType,
        valueConstraint: undefined,
      };
      workspace.allAttributes.push(draft);
      return draft;
    }
    case "group": {
      const draft: GlobalDraft = {
        ...base,
        kind: "group",
        modelGroup: {
          source: element,
          annotation: undefined,
          kind: "modelGroup",
          compositor: "sequence",
          particles: [],
          definition: undefined,
        },
      };
      draft.modelGroup.definition = draft;
      return draft;
    }
    case "attributeGroup":
      return { ...base, kind: "attributeGroup", attributeUses: [], attributeWildcard: undefined };
    case "notation":
      return { ...base, kind: "notation", systemIdentifier: undefined, publicIdentifier: undefined };
  }
}

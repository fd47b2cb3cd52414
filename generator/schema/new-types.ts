import type { XmlName } from "../../src/xml/names.js";
import type { SourceElement } from "../load/document.js";
import { isXsd } from "../load/source-names.js";
import { anySimpleType, anyType } from "./builtins.js";
import type { Component } from "./components.js";
import { readAnnotation } from "./read-annotation.js";
import type { ComplexTypeDraft, ReadContext, SimpleTypeDraft, TypeDraft, Workspace } from "./workspace.js";

export function newSimpleType(
  workspace: Workspace,
  source: SourceElement,
  name: XmlName | undefined,
  context: Component | undefined,
): SimpleTypeDraft {
  const draft: SimpleTypeDraft = {
    source,
    annotation: readAnnotation(source),
    kind: "simpleType",
    name,
    context,
    base: anySimpleType,
    final: [],
    variety: undefined,
    primitive: undefined,
    item: undefined,
    members: [],
    facets: [],
    builtin: false,
  };
  workspace.allTypes.push(draft);
  return draft;
}

export function newComplexType(
  workspace: Workspace,
  source: SourceElement,
  name: XmlName | undefined,
  context: ComplexTypeDraft["context"],
): ComplexTypeDraft {
  const draft: ComplexTypeDraft = {
    source,
    annotation: readAnnotation(source),
    kind: "complexType",
    name,
    context,
    base: anyType,
    derivation: "restriction",
    abstract: false,
    final: [],
    block: [],
    attributeUses: [],
    attributeWildcard: undefined,
    content: { kind: "empty" },
    ownParticle: undefined,
  };
  workspace.allTypes.push(draft);
  return draft;
}

/** The type written inside an element, to be read later: types may nest deeper than functions may. */
export function anonymousType(
  workspace: Workspace,
  context: ReadContext,
  element: SourceElement,
  owner: Component,
): TypeDraft | undefined {
  for (const child of element.children) {
    if (isXsd(child, "simpleType")) return anonymousSimpleType(workspace, context, child, owner);
    if (isXsd(child, "complexType")) {
      const draft = newComplexType(workspace, child, undefined, owner.kind === "element" ? owner : undefined);
      workspace.unread.push({ draft, element: child, context });
      return draft;
    }
  }
  return undefined;
}

export function anonymousSimpleType(
  workspace: Workspace,
  context: ReadContext,
  element: SourceElement,
  owner: Component,
): SimpleTypeDraft {
  const draft = newSimpleType(workspace, element, undefined, owner);
  workspace.unread.push({ draft, element, context });
  return draft;
}

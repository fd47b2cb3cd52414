import { attributeOf, attributeValue, collapse } from "../load/attributes.js";
import type { SourceAttribute, SourceElement } from "../load/document.js";
import { isXsd } from "../load/source-names.js";
import { anySimpleType, unknownSimpleType } from "./builtins.js";
import type { FacetComponent, FacetKind, SimpleTypeDefinition, TypeDefinition } from "./components.js";
import { anonymousSimpleType } from "./new-types.js";
import { readAnnotation } from "./read-annotation.js";
import { booleanValue, childNamed, derivationSet } from "./read-properties.js";
import { resolveAttribute, resolveText } from "./resolve.js";
import type { ReadContext, SimpleTypeDraft, Workspace } from "./workspace.js";

const facetKinds: ReadonlySet<string> = new Set<FacetKind>([
  "length",
  "minLength",
  "maxLength",
  "pattern",
  "enumeration",
  "whiteSpace",
  "maxInclusive",
  "maxExclusive",
  "minExclusive",
  "minInclusive",
  "totalDigits",
  "fractionDigits",
]);

/** Reads a simple type definition (Part 1, 3.14.2). Its variety comes from its base in `deriveSimpleType`. */
export function readSimpleType(
  workspace: Workspace,
  context: ReadContext,
  element: SourceElement,
  draft: SimpleTypeDraft,
): void {
  draft.final = derivationSet(attributeValue(element, "final"), context.document.final, [
    "extension",
    "restriction",
    "list",
    "union",
  ]);
  const step = childNamed(element, "restriction", "list", "union");
  if (step === undefined) {
    draft.base = unknownSimpleType;
  } else if (step.name.localName === "restriction") {
    const inline = childNamed(step, "simpleType");
    draft.base =
      inline === undefined
        ? simpleTypeReference(workspace, context, step, "base")
        : anonymousSimpleType(workspace, context, inline, draft);
    draft.facets = readFacets(step);
  } else if (step.name.localName === "list") {
    draft.base = anySimpleType;
    draft.variety = "list";
    const inline = childNamed(step, "simpleType");
    draft.item =
      inline === undefined
        ? simpleTypeReference(workspace, context, step, "itemType")
        : anonymousSimpleType(workspace, context, inline, draft);
  } else {
    draft.base = anySimpleType;
    draft.variety = "union";
    draft.members = readMembers(workspace, context, step, draft);
    if (draft.members.length === 0) {
      const message = "a union must have memberTypes or simpleType children";
      workspace.findings.report("src-union-memberTypes-or-simpleTypes", message, step);
    }
  }
}

/** The simple type that an attribute names; a stand-in where it names none, which is reported. */
export function simpleTypeReference(
  workspace: Workspace,
  context: ReadContext,
  element: SourceElement,
  attributeName: string,
): SimpleTypeDefinition {
  const type = resolveAttribute(workspace, context, "type", element, attributeName);
  return expectSimple(workspace, type, element, attributeOf(element, attributeName));
}

export function readFacets(element: SourceElement): readonly FacetComponent[] {
  return element.children
    .filter((child) => facetKinds.has(child.name.localName) && isXsd(child, child.name.localName))
    .map((child) => ({
      source: child,
      annotation: readAnnotation(child),
      kind: child.name.localName as FacetKind,
      value: attributeOf(child, "value")?.value ?? "",
      fixed: booleanValue(child, "fixed"),
    }));
}

function readMembers(
  workspace: Workspace,
  context: ReadContext,
  element: SourceElement,
  draft: SimpleTypeDraft,
): readonly SimpleTypeDefinition[] {
  const members: SimpleTypeDefinition[] = [];
  const attribute = attributeOf(element, "memberTypes");
  if (attribute !== undefined) {
    for (const text of collapse(attribute.value).split(" ")) {
      if (text === "") continue;
      const type = resolveText(workspace, context, "type", text, element, attribute);
      members.push(expectSimple(workspace, type, element, attribute));
    }
  }
  for (const child of element.children) {
    if (isXsd(child, "simpleType")) members.push(anonymousSimpleType(workspace, context, child, draft));
  }
  return members;
}

function expectSimple(
  { findings }: Workspace,
  type: TypeDefinition | undefined,
  element: SourceElement,
  attribute: SourceAttribute | undefined,
): SimpleTypeDefinition {
  if (type?.kind === "simpleType") return type;
  if (type !== undefined) {
    findings.report("src-resolve", "a complex type is named where a simple type is expected", element, attribute);
  }
  return unknownSimpleType;
}

import { type XmlName, xmlName } from "../../src/xml/names.js";
import { attributeOf, attributeValue } from "../load/attributes.js";
import type { SourceElement } from "../load/document.js";
import { isXsd } from "../load/source-names.js";
import { anySimpleType } from "./builtins.js";
import type { AttributeUse, SimpleTypeDefinition, Wildcard } from "./components.js";
import { anonymousSimpleType } from "./new-types.js";
import { readAnnotation } from "./read-annotation.js";
import { childNamed, readValueConstraint, schemaChildren } from "./read-properties.js";
import { simpleTypeReference } from "./read-simple-type.js";
import { readWildcard } from "./read-wildcard.js";
import { resolveAttribute } from "./resolve.js";
import type {
  AttributeDraft,
  AttributeGroupDraft,
  Draft,
  OwnAttributes,
  ReadContext,
  SchemaDocument,
  Workspace,
} from "./workspace.js";

/** Reads a global attribute declaration (Part 1, 3.2.2). */
export function readGlobalAttribute(
  workspace: Workspace,
  context: ReadContext,
  element: SourceElement,
  draft: AttributeDraft,
): void {
  draft.type = attributeType(workspace, context, element, draft);
  draft.valueConstraint = readValueConstraint(element);
}

/** Reads the attributes, attribute groups and the attribute wildcard written in a type or an attribute group. */
export function readOwnAttributes(workspace: Workspace, context: ReadContext, owner: SourceElement): OwnAttributes {
  const uses: Draft<AttributeUse>[] = [];
  const prohibited: XmlName[] = [];
  const groups: AttributeGroupDraft[] = [];
  let wildcard: Draft<Wildcard> | undefined;
  for (const child of schemaChildren(owner)) {
    if (isXsd(child, "attribute")) {
      const use = readAttributeUse(workspace, context, child);
      if (use === undefined) continue;
      if (attributeValue(child, "use") === "prohibited") prohibited.push(use.declaration.name);
      else uses.push(use);
    } else if (isXsd(child, "attributeGroup")) {
      const group = resolveAttribute(workspace, context, "attributeGroup", child, "ref");
      if (group !== undefined) groups.push(group);
    } else if (isXsd(child, "anyAttribute")) {
      wildcard ??= readWildcard(child, context.document);
    }
  }
  return { uses, prohibited, groups, wildcard };
}

function readAttributeUse(
  workspace: Workspace,
  context: ReadContext,
  element: SourceElement,
): Draft<AttributeUse> | undefined {
  const declaration =
    attributeOf(element, "ref") === undefined
      ? readLocalAttribute(workspace, context, element)
      : resolveAttribute(workspace, context, "attribute", element, "ref");
  checkOptionalDefault(workspace, element);
  if (declaration === undefined) return undefined;
  return {
    source: element,
    annotation: readAnnotation(element),
    kind: "attributeUse",
    required: attributeValue(element, "use") === "required",
    declaration,
    // The declaration's is taken over when all declarations are read.
    valueConstraint: readValueConstraint(element),
  };
}

/** src-attribute, clause 2. */
function checkOptionalDefault({ findings }: Workspace, element: SourceElement): void {
  const mode = attributeOf(element, "use");
  if (mode === undefined || attributeOf(element, "default") === undefined || mode.value.trim() === "optional") return;
  findings.report("src-attribute.2", "an attribute with a default value must be optional", element, mode);
}

function readLocalAttribute(
  workspace: Workspace,
  context: ReadContext,
  element: SourceElement,
): AttributeDraft | undefined {
  const name = attributeValue(element, "name");
  if (name === undefined) return undefined;
  const draft: AttributeDraft = {
    source: element,
    annotation: readAnnotation(element),
    kind: "attribute",
    name: xmlName(attributeNamespace(element, context.document), name),
    scope: "local",
    type: anySimpleType,
    valueConstraint: readValueConstraint(element),
  };
  draft.type = attributeType(workspace, context, element, draft);
  workspace.allAttributes.push(draft);
  return draft;
}

function attributeNamespace(element: SourceElement, document: SchemaDocument): string {
  const form = attributeValue(element, "form");
  const qualified = form === undefined ? document.attributesQualified : form === "qualified";
  return qualified ? document.targetNamespace : "";
}

function attributeType(
  workspace: Workspace,
  context: ReadContext,
  element: SourceElement,
  draft: AttributeDraft,
): SimpleTypeDefinition {
  const inline = childNamed(element, "simpleType");
  if (inline !== undefined) return anonymousSimpleType(workspace, context, inline, draft);
  return attributeOf(element, "type") === undefined
    ? anySimpleType
    : simpleTypeReference(workspace, context, element, "type");
}

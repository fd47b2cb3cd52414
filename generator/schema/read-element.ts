import { attributeOf, attributeValue } from "../load/attributes.js";
import type { SourceElement } from "../load/document.js";
import { anyType, unknownType } from "./builtins.js";
import { anonymousType } from "./new-types.js";
import { readIdentityConstraints } from "./read-identity-constraints.js";
import { booleanValue, derivationSet, readValueConstraint } from "./read-properties.js";
import { resolveAttribute } from "./resolve.js";
import type { ElementDraft, ReadContext, Workspace } from "./workspace.js";

/** Reads an element declaration, global or local (Part 1, 3.3.2). */
export function readElement(
  workspace: Workspace,
  context: ReadContext,
  element: SourceElement,
  draft: ElementDraft,
): void {
  const { document } = context;
  draft.nillable = booleanValue(element, "nillable");
  draft.abstract = booleanValue(element, "abstract");
  draft.valueConstraint = readValueConstraint(element);
  draft.block = derivationSet(attributeValue(element, "block"), document.block, [
    "extension",
    "restriction",
    "substitution",
  ]);
  draft.identityConstraints = readIdentityConstraints(workspace, context, element);
  if (draft.scope === "global") {
    draft.final = derivationSet(attributeValue(element, "final"), document.final, ["extension", "restriction"]);
    draft.substitutionGroup = resolveAttribute(workspace, context, "element", element, "substitutionGroup");
  }
  const inline = anonymousType(workspace, context, element, draft);
  if (inline !== undefined) {
    draft.type = inline;
  } else if (attributeOf(element, "type") !== undefined) {
    draft.type = resolveAttribute(workspace, context, "type", element, "type") ?? unknownType;
  } else {
    draft.type = anyType;
    if (draft.substitutionGroup !== undefined) workspace.untyped.add(draft);
  }
}

import { clarkName } from "../../src/xml/names.js";
import { attributeOf, attributeValue } from "../load/attributes.js";
import { readGlobalAttribute, readOwnAttributes } from "./read-attributes.js";
import { readComplexType } from "./read-complex-type.js";
import { readElement } from "./read-element.js";
import { readGroup } from "./read-particle.js";
import { readSimpleType } from "./read-simple-type.js";
import { resolveAttribute } from "./resolve.js";
import type { Unread, Workspace } from "./workspace.js";

/** Reads every declaration that is waiting, and what each leaves waiting. */
export function readDeclarations(workspace: Workspace): void {
  // The list grows while it is walked.
  for (const unread of workspace.unread) readDeclaration(workspace, unread);
  for (const [keyref, context] of workspace.keyrefs) {
    if (keyref.source === undefined) continue;
    const key = resolveAttribute(workspace, context, "identityConstraint", keyref.source, "refer");
    if (key?.category !== "keyref") {
      keyref.referencedKey = key;
    } else {
      const message = `a keyref refers to a key or unique constraint, but ${clarkName(key.name)} is a keyref`;
      workspace.findings.report("src-resolve", message, keyref.source, attributeOf(keyref.source, "refer"));
    }
  }
}

function readDeclaration(workspace: Workspace, { draft, element, context }: Unread): void {
  switch (draft.kind) {
    case "simpleType":
      readSimpleType(workspace, context, element, draft);
      break;
    case "complexType":
      readComplexType(workspace, context, element, draft);
      break;
    case "element":
      readElement(workspace, context, element, draft);
      break;
    case "attribute":
      readGlobalAttribute(workspace, context, element, draft);
      break;
    case "group":
      readGroup(workspace, context, element, draft);
      break;
    case "attributeGroup":
      workspace.ownAttributes.set(draft, readOwnAttributes(workspace, context, element));
      break;
    case "notation":
      draft.systemIdentifier = attributeValue(element, "system");
      draft.publicIdentifier = attributeValue(element, "public");
  }
}

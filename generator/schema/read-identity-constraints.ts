import { clarkName, xmlName } from "../../src/xml/names.js";
import { attributeOf, attributeValue, collapse } from "../load/attributes.js";
import type { SourceElement } from "../load/document.js";
import { isXsd } from "../load/source-names.js";
import type { IdentityConstraint } from "./components.js";
import { readAnnotation } from "./read-annotation.js";
import { childNamed, schemaChildren } from "./read-properties.js";
import type { IdentityConstraintDraft, ReadContext, Workspace } from "./workspace.js";

/** Reads the key, unique and keyref elements of an element declaration (Part 1, 3.11.2). */
export function readIdentityConstraints(
  workspace: Workspace,
  context: ReadContext,
  owner: SourceElement,
): readonly IdentityConstraint[] {
  const constraints: IdentityConstraint[] = [];
  for (const element of schemaChildren(owner)) {
    const category = element.name.localName;
    if (category !== "key" && category !== "unique" && category !== "keyref") continue;
    const name = xmlName(context.document.targetNamespace, attributeValue(element, "name") ?? "");
    const selector = childNamed(element, "selector");
    const draft: IdentityConstraintDraft = {
      source: element,
      annotation: readAnnotation(element),
      kind: "identityConstraint",
      name,
      category,
      selector: selector === undefined ? "" : xpathOf(selector),
      fields: element.children.filter((child) => isXsd(child, "field")).map(xpathOf),
      referencedKey: undefined,
    };
    if (workspace.identityConstraints.has(name)) {
      const message = `identity constraint ${clarkName(name)} is declared more than once`;
      workspace.findings.report("sch-props-correct.2", message, element, attributeOf(element, "name"));
    } else {
      workspace.identityConstraints.set(name, draft);
    }
    // The key may be declared in an element that is read later.
    if (category === "keyref") workspace.keyrefs.set(draft, context);
    constraints.push(draft);
  }
  return constraints;
}

function xpathOf(element: SourceElement): string {
  return collapse(attributeOf(element, "xpath")?.value ?? "");
}

import { clarkName } from "../../src/xml/names.js";
import type { ElementDeclaration, TypeDefinition } from "./components.js";
import { dependencyOrder } from "./dependency-order.js";
import type { ElementDraft, Workspace } from "./workspace.js";

/** Gives elements without a type their head's, and cuts substitution groups that are circular (e-props-correct.6). */
export function resolveHeads({ elements, untyped, findings }: Workspace): void {
  const drafts = new Set<ElementDeclaration>(elements.values());
  const ordered = dependencyOrder(
    elements.values(),
    ({ substitutionGroup }) => (isDraft(substitutionGroup) ? [substitutionGroup] : []),
    (element) => {
      const message = `element ${clarkName(element.name)} is in its own substitution group`;
      findings.report("e-props-correct.6", message, element.source);
      element.substitutionGroup = undefined;
    },
  );
  for (const element of ordered) {
    if (untyped.has(element) && element.substitutionGroup !== undefined) element.type = element.substitutionGroup.type;
  }

  function isDraft(element: ElementDeclaration | undefined): element is ElementDraft {
    return element !== undefined && drafts.has(element);
  }
}

/** Head → the elements that may stand in for it, by Substitution Group (3.3.6). */
export function substitutionGroups(
  elements: Iterable<ElementDeclaration>,
): ReadonlyMap<ElementDeclaration, readonly ElementDeclaration[]> {
  const groups = new Map<ElementDeclaration, ElementDeclaration[]>();
  for (const element of elements) {
    for (let head = element.substitutionGroup; head !== undefined; head = head.substitutionGroup) {
      if (!maySubstitute(element.type, head)) continue;
      const members = groups.get(head);
      if (members === undefined) groups.set(head, [element]);
      else members.push(element);
    }
  }
  return groups;
}

/** Substitution Group OK (Transitive), clauses 1 and 3 (cos-equiv-derived-ok-rec, 3.3.6). */
function maySubstitute(type: TypeDefinition, head: ElementDeclaration): boolean {
  if (head.block.includes("substitution")) return false;
  const blocked = new Set<string>(head.block);
  const used = new Set<string>();
  let current: TypeDefinition = type;
  while (current !== head.type) {
    used.add(current.kind === "complexType" ? current.derivation : "restriction");
    const base: TypeDefinition | undefined = current.base;
    if (base === undefined || base === current) break;
    if (base.kind === "complexType") for (const method of base.block) blocked.add(method);
    current = base;
  }
  for (const method of used) if (blocked.has(method)) return false;
  return true;
}

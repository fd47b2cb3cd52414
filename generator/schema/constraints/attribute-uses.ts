import { clarkName, type XmlName } from "../../../src/xml/names.js";
import type { SourceElement } from "../../load/document.js";
import type { AttributeGroupDefinition, AttributeUse, ComplexTypeDefinition } from "../components.js";
import type { CheckContext } from "./check-context.js";
import { isIdType } from "./special-types.js";

/** Attribute Group Definition Properties Correct (3.6.6). */
export function agPropsCorrect(context: CheckContext, group: AttributeGroupDefinition): void {
  checkUses(context, group.attributeUses, group.source, ["ag-props-correct.2", "ag-props-correct.3"]);
}

/** Complex Type Definition Properties Correct (3.4.6), clauses 4 and 5. */
export function ctPropsCorrectAttributes(context: CheckContext, type: ComplexTypeDefinition): void {
  checkUses(context, type.attributeUses, type.source, ["ct-props-correct.4", "ct-props-correct.5"]);
}

/** No name twice, and one attribute of type ID at most. */
function checkUses(
  { findings }: CheckContext,
  uses: readonly AttributeUse[],
  owner: SourceElement | undefined,
  [unique, oneId]: readonly [unique: string, oneId: string],
): void {
  const names = new Set<XmlName>();
  let id: AttributeUse | undefined;
  for (const use of uses) {
    const { name, type } = use.declaration;
    if (names.has(name)) {
      findings.report(unique, `attribute ${clarkName(name)} is given more than once`, placeOf(use, owner));
    } else if (isIdType(type)) {
      if (id !== undefined) {
        const message = `attributes ${clarkName(id.declaration.name)} and ${clarkName(name)} are both of type xs:ID`;
        findings.report(oneId, message, placeOf(use, owner));
      }
      id = use;
    }
    names.add(name);
  }
}

/** The use itself where it stands in the owner's document, else the owner. */
function placeOf({ source }: AttributeUse, owner: SourceElement | undefined): SourceElement | undefined {
  return source !== undefined && source.document === owner?.document ? source : owner;
}

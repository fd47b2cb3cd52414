import { xmlnsNamespace } from "../../../src/xml/names.js";
import { attributeOf } from "../../load/attributes.js";
import { xsiNamespace } from "../../load/namespaces.js";
import type { AttributeDeclaration, AttributeUse } from "../components.js";
import type { CheckContext } from "./check-context.js";
import { cosValidDefault, isSameValue } from "./cos-valid-default.js";
import { isIdType, isOpenNotation } from "./special-types.js";

/** Attribute Declaration Properties Correct (3.2.6). */
export function aPropsCorrect(context: CheckContext, declaration: AttributeDeclaration): void {
  const { type, valueConstraint, source } = declaration;
  if (valueConstraint !== undefined) checkValue(context, type, valueConstraint, source, "a-props-correct");
  if (isOpenNotation(type)) {
    const message = "xs:NOTATION cannot be used as it is: a type must enumerate the notations";
    context.findings.report("enumeration-required-notation", message, source, source && attributeOf(source, "type"));
  }
}

function checkValue(
  context: CheckContext,
  type: AttributeDeclaration["type"],
  constraint: NonNullable<AttributeDeclaration["valueConstraint"]>,
  source: AttributeDeclaration["source"],
  rule: string,
): void {
  const attribute = source && attributeOf(source, constraint.kind);
  const failure = cosValidDefault(context, type, constraint, source);
  if (failure !== undefined) {
    context.findings.report(`${rule}.2`, `the ${constraint.kind} value is not valid: ${failure}`, source, attribute);
  }
  if (isIdType(type)) {
    context.findings.report(
      `${rule}.3`,
      `an attribute of type xs:ID cannot have a ${constraint.kind} value`,
      source,
      attribute,
    );
  }
}

/** xmlns Not Allowed and xsi: Not Allowed (3.2.6). */
export function noXmlnsNoXsi({ findings }: CheckContext, { name, source }: AttributeDeclaration): void {
  if (name.localName === "xmlns" || name.namespace === xmlnsNamespace) {
    findings.report("no-xmlns", "an attribute cannot be named xmlns", source, source && attributeOf(source, "name"));
  }
  if (name.namespace === xsiNamespace) {
    const message = `no attribute can be declared in the namespace ${JSON.stringify(xsiNamespace)}`;
    findings.report("no-xsi", message, source);
  }
}

/** Attribute Use Correct (3.5.6). */
export function auPropsCorrect(context: CheckContext, use: AttributeUse): void {
  const { declaration, valueConstraint, source } = use;
  if (source === undefined || valueConstraint === undefined) return;
  if (declaration.source === source) return;
  if (attributeOf(source, "default") !== undefined || attributeOf(source, "fixed") !== undefined) {
    checkValue(context, declaration.type, valueConstraint, source, "au-props-correct");
  }
  const fixed = declaration.valueConstraint;
  if (fixed?.kind !== "fixed" || valueConstraint === fixed) return;
  const same =
    valueConstraint.kind === "fixed" &&
    isSameValue(context, declaration.type, { ...valueConstraint, source }, { ...fixed, source: declaration.source });
  if (same) return;
  const message = `the declaration fixes the value at ${JSON.stringify(fixed.value)}`;
  context.findings.report("au-props-correct.2", message, source, attributeOf(source, valueConstraint.kind));
}

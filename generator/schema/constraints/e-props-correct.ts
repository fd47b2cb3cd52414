import { clarkName } from "../../../src/xml/names.js";
import { attributeOf } from "../../load/attributes.js";
import type { ElementDeclaration } from "../components.js";
import { describeType } from "../describe-type.js";
import type { CheckContext } from "./check-context.js";
import { cosValidDefault } from "./cos-valid-default.js";
import { isIdType, isOpenNotation } from "./special-types.js";
import { isDerivedFrom } from "./type-derivation.js";

/** Element Declaration Properties Correct (3.3.6). Clause 6, circularity, is seen to where heads are resolved. */
export function ePropsCorrect(context: CheckContext, declaration: ElementDeclaration): void {
  const { type, valueConstraint, source } = declaration;
  const { findings } = context;
  if (valueConstraint !== undefined) {
    const attribute = source && attributeOf(source, valueConstraint.kind);
    const failure = cosValidDefault(context, type, valueConstraint, source);
    if (failure !== undefined) {
      const message = `the ${valueConstraint.kind} value is not valid: ${failure}`;
      findings.report("e-props-correct.2", message, source, attribute);
    }
    if (isIdType(type)) {
      const message = `an element of type xs:ID cannot have a ${valueConstraint.kind} value`;
      findings.report("e-props-correct.5", message, source, attribute);
    }
  }
  if (type.kind === "simpleType" && isOpenNotation(type)) {
    const message = "xs:NOTATION cannot be used as it is: a type must enumerate the notations";
    findings.report("enumeration-required-notation", message, source, source && attributeOf(source, "type"));
  }
  checkHead(context, declaration);
}

/** Clause 4: a member's type derives from the head's, in a way that the head's {substitution group exclusions} allow. */
function checkHead({ findings }: CheckContext, { type, substitutionGroup, source }: ElementDeclaration): void {
  if (
    substitutionGroup === undefined ||
    isDerivedFrom(type, substitutionGroup.type, new Set(substitutionGroup.final))
  ) {
    return;
  }
  const head = `${clarkName(substitutionGroup.name)}`;
  const derived = isDerivedFrom(type, substitutionGroup.type, new Set());
  const message = derived
    ? `element ${head} is final for the way in which ${describeType(type)} is derived from its type`
    : `${describeType(type)} is not derived from ${describeType(substitutionGroup.type)}, the type of element ${head}`;
  findings.report("e-props-correct.4", message, source, source && attributeOf(source, "substitutionGroup"));
}

import { isUnknown } from "../builtins.js";
import type { SimpleTypeDefinition } from "../components.js";
import { isNewVariety } from "../datatypes.js";
import { describeType } from "../describe-type.js";
import type { CheckContext } from "./check-context.js";

/** Simple Type Definition Properties Correct (3.14.6). Clause 2, circularity, is seen to where types are derived. */
export function stPropsCorrect({ findings }: CheckContext, type: SimpleTypeDefinition): void {
  const { base, source } = type;
  if (base === undefined || isUnknown(base)) return;
  if (base.variety !== undefined && !isNewVariety(type) && base.final.includes("restriction")) {
    const message = `${describeType(base)} is final for restriction, so ${describeType(type)} cannot restrict it`;
    findings.report("st-props-correct.3", message, source);
  }
}

import type { NotationDeclaration } from "../components.js";
import type { CheckContext } from "./check-context.js";

/** Notation Declaration Correct (3.12.6): it has a public or a system identifier. */
export function nPropsCorrect({ findings }: CheckContext, notation: NotationDeclaration): void {
  if (notation.publicIdentifier !== undefined || notation.systemIdentifier !== undefined) return;
  findings.report("n-props-correct", "a notation must have a public or a system identifier", notation.source);
}

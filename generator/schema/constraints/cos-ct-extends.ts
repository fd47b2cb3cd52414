import { isUnknown, standsOnUnknown } from "../builtins.js";
import type { ComplexTypeDefinition } from "../components.js";
import { describeType } from "../describe-type.js";
import type { CheckContext } from "./check-context.js";

/** Derivation Valid (Extension) (3.4.6), what does not hold by the way the content is put together. */
export function cosCtExtends({ findings }: CheckContext, type: ComplexTypeDefinition): void {
  const { base, content, source } = type;
  if (standsOnUnknown(base)) return;
  if (base.final.some((method) => method === "extension")) {
    const code = base.kind === "complexType" ? "cos-ct-extends.1.1" : "cos-ct-extends.2.2";
    findings.report(code, `${describeType(base)} is final for extension`, source);
  }
  // Then src-ct.2 has been reported.
  if (content.kind === "simple" && isUnknown(content.type)) return;
  if (base.kind === "simpleType" || base.content === content || base.content.kind === "empty") return;
  const from = base.content.kind;
  if (content.kind === from || (content.kind === "empty" && from !== "simple")) return;
  if (content.kind === "simple" || from === "simple") {
    const message = `${describeType(base)} has ${from === "simple" ? "simple" : "complex"} content, and so must its extensions`;
    findings.report("cos-ct-extends.1.4", message, source);
    return;
  }
  const message = `the content is ${spell(content.kind)}, but that of ${describeType(base)} is ${spell(from)}`;
  findings.report("cos-ct-extends.1.4.3.2.2.1", message, source);
}

function spell(kind: string): string {
  return kind === "mixed" ? "mixed" : "not mixed";
}

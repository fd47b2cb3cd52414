import { anySimpleType, anyType, isUnknown } from "../builtins.js";
import type { ComplexTypeDefinition, SimpleTypeDefinition, TypeDefinition } from "../components.js";

/** The ways of derivation that do not count as such. */
export type Excluded = ReadonlySet<string>;

export const nothingExcluded: Excluded = new Set();

/** Whether a type is validly derived from another (cos-ct-derived-ok, 3.4.6, and cos-st-derived-ok, 3.14.6). */
export function isDerivedFrom(derived: TypeDefinition, base: TypeDefinition, excluded: Excluded): boolean {
  let type: TypeDefinition = derived;
  for (;;) {
    if (type === base || isUnknown(type) || isUnknown(base)) return true;
    if (type.kind === "simpleType") {
      if (base === anyType) return !excluded.has("restriction");
      return base.kind === "simpleType" && isSimplyDerived(type, base, excluded);
    }
    if (excluded.has(type.derivation) || type.base === type) return false;
    type = (type as ComplexTypeDefinition).base;
  }
}

function isSimplyDerived(derived: SimpleTypeDefinition, base: SimpleTypeDefinition, excluded: Excluded): boolean {
  for (let type: SimpleTypeDefinition | undefined = derived; type !== undefined; type = type.base) {
    if (type === base || isUnknown(type)) return true;
    // Clause 2.1; a list or union is no restriction of its base, but derives from the simple ur-type (2.2.3).
    if (excluded.has("restriction") || type.base?.final.includes("restriction") === true) break;
    if (type.base === base || base === anySimpleType) return true;
    if (isMember(type, base, excluded)) return true;
  }
  return isMember(derived, base, excluded);
}

/** Clause 2.2.4. */
function isMember(derived: SimpleTypeDefinition, union: SimpleTypeDefinition, excluded: Excluded): boolean {
  if (union.variety !== "union" || excluded.has("restriction")) return false;
  return union.members.some((member) => member !== union && isDerivedFrom(derived, member, excluded));
}

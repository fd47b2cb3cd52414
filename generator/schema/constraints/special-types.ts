import type { SimpleTypeDefinition, TypeDefinition } from "../components.js";
import { simpleContentOf } from "./cos-valid-default.js";

/** Whether a type is or derives from xs:ID. */
export function isIdType(type: TypeDefinition): boolean {
  return builtinAncestors(simpleContentOf(type)).includes("ID");
}

/** Whether a type is or derives from xs:NOTATION without saying which notations (Part 2, 3.2.19). */
export function isOpenNotation(type: TypeDefinition): boolean {
  const simple = simpleContentOf(type);
  if (simple?.primitive?.name?.localName !== "NOTATION") return false;
  for (let step: SimpleTypeDefinition | undefined = simple; step !== undefined; step = step.base) {
    if (step.facets.some(({ kind }) => kind === "enumeration")) return false;
  }
  return true;
}

function builtinAncestors(type: SimpleTypeDefinition | undefined): readonly string[] {
  const names: string[] = [];
  for (let step = type; step !== undefined; step = step.base) {
    if (step.builtin && step.name !== undefined) names.push(step.name.localName);
  }
  return names;
}

import { DatatypeFailure } from "../../../src/datatypes/datatype.js";
import type { SourceElement } from "../../load/document.js";
import type { SimpleTypeDefinition, TypeDefinition, ValueConstraint } from "../components.js";
import { isEmptiable } from "../emptiable.js";
import type { CheckContext } from "./check-context.js";

/** Element Default Valid (Immediate) (3.3.6): why a type has no such value; `undefined` where it has. */
export function cosValidDefault(
  { datatypes }: CheckContext,
  type: TypeDefinition,
  { value }: ValueConstraint,
  source: SourceElement | undefined,
): string | undefined {
  if (type.kind === "complexType" && type.content.kind !== "simple") {
    if (type.content.kind !== "mixed") return "the type has neither simple nor mixed content";
    return isEmptiable(type.content.particle) ? undefined : "the type needs elements as its content";
  }
  const simple = simpleContentOf(type);
  const found = simple && datatypes.of(simple)?.parse(value, source?.namespaces);
  return found instanceof DatatypeFailure ? found.message : undefined;
}

/** The simple type of a type's content, if it has one. */
export function simpleContentOf(type: TypeDefinition): SimpleTypeDefinition | undefined {
  if (type.kind === "simpleType") return type;
  return type.content.kind === "simple" ? type.content.type : undefined;
}

/** Whether two fixed values are one value of a type; as texts where the type does not say. */
export function isSameValue(
  { datatypes }: CheckContext,
  type: TypeDefinition,
  left: { readonly value: string; readonly source: SourceElement | undefined },
  right: { readonly value: string; readonly source: SourceElement | undefined },
): boolean {
  const simple = simpleContentOf(type);
  const datatype = simple && datatypes.of(simple);
  const first = datatype?.parse(left.value, left.source?.namespaces);
  const second = datatype?.parse(right.value, right.source?.namespaces);
  if (datatype === undefined || first instanceof DatatypeFailure || second instanceof DatatypeFailure) {
    return left.value === right.value;
  }
  return datatype.equal(first, second);
}

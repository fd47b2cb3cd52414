import { attributeOf, attributeValue } from "../load/attributes.js";
import type { SourceElement } from "../load/document.js";
import { xsdNamespace } from "../load/namespaces.js";
import type { ValueConstraint } from "./components.js";

/** The children that are schema elements, annotations left out. */
export function schemaChildren(element: SourceElement): readonly SourceElement[] {
  return element.children.filter(({ name }) => name.namespace === xsdNamespace && name.localName !== "annotation");
}

/** The first child that is a schema element with one of these names. */
export function childNamed(element: SourceElement, ...names: readonly string[]): SourceElement | undefined {
  return element.children.find(({ name }) => name.namespace === xsdNamespace && names.includes(name.localName));
}

export function booleanValue(element: SourceElement, attribute: string): boolean {
  const value = attributeValue(element, attribute);
  return value === "true" || value === "1";
}

/**
 * The set that a `final` or `block` attribute names, or the schema's default for it: of its members, those that mean
 * something here (3.3.2, 3.4.2, 3.14.2).
 */
export function derivationSet<Member extends string>(
  value: string | undefined,
  byDefault: readonly string[],
  all: readonly Member[],
): readonly Member[] {
  const words = value === undefined ? byDefault : value.split(" ");
  return words.includes("#all") ? all : all.filter((member) => words.includes(member));
}

export function readValueConstraint(element: SourceElement): ValueConstraint | undefined {
  // Not collapsed: white space is the type's business.
  const byDefault = attributeOf(element, "default");
  if (byDefault !== undefined) return { kind: "default", value: byDefault.value };
  const fixed = attributeOf(element, "fixed");
  return fixed === undefined ? undefined : { kind: "fixed", value: fixed.value };
}

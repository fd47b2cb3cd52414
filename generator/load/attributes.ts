import type { SourceAttribute, SourceElement } from "./document.js";

/** The attribute in no namespace with this name. */
export function attributeOf(element: SourceElement, localName: string): SourceAttribute | undefined {
  return element.attributes.find(({ name }) => name.localName === localName && name.namespace === "");
}

/** The value of {@link attributeOf} with white space collapsed, which is how every attribute of a schema is read. */
export function attributeValue(element: SourceElement, localName: string): string | undefined {
  const value = attributeOf(element, localName)?.value;
  return value === undefined ? undefined : collapse(value);
}

/** The namespace that a schema or WSDL element declares components for; the empty string where it names none. */
export function targetNamespace(element: SourceElement): string {
  return attributeValue(element, "targetNamespace") ?? "";
}

/** White space collapsed (Part 2, 4.3.6). */
export function collapse(text: string): string {
  return text.replace(/[\t\n\r ]+/g, " ").replace(/^ | $/g, "");
}

/** What XSD 1.1 added to schema documents: refused by name, until it is built. */
const elements: ReadonlySet<string> = new Set([
  "assert",
  "assertion",
  "alternative",
  "openContent",
  "defaultOpenContent",
  "override",
  "explicitTimezone",
]);

const attributes: ReadonlySet<string> = new Set([
  "defaultAttributes",
  "xpathDefaultNamespace",
  "defaultAttributesApply",
  "inheritable",
  "notNamespace",
  "notQName",
]);

const types: ReadonlySet<string> = new Set([
  "anyAtomicType",
  "dateTimeStamp",
  "dayTimeDuration",
  "yearMonthDuration",
  "error",
]);

/** Of the names in the XSD namespace. */
export function isTypeOfXsd11(localName: string): boolean {
  return types.has(localName);
}

export function isElementOfXsd11(localName: string): boolean {
  return elements.has(localName);
}

/** @param owner - the element that the attribute stands in */
export function isAttributeOfXsd11(owner: string, localName: string): boolean {
  if (localName === "targetNamespace") return owner === "element" || owner === "attribute";
  if (localName === "ref") return owner === "unique" || owner === "key" || owner === "keyref";
  return attributes.has(localName);
}

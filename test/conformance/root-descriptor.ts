import { element, xsAnyType } from "../../src/codegen.js";
import { XmlError } from "../../src/errors.js";
import type { SchemaComponents } from "../../src/features/schema.js";
import type { ElementDescriptor } from "../../src/schema/descriptors.js";
import { XmlReader, type XmlReaderOptions } from "../../src/xml/fast/reader.js";
import { clarkName } from "../../src/xml/names.js";
import { xsiType } from "../../src/xml/xsi.js";

/**
 * The descriptor of a document's root.
 *
 * @throws {@link XmlError} for a root that neither a schema declares nor `xsi:type` gives a type
 */
export function rootDescriptor(
  { elements = [] }: SchemaComponents,
  text: string,
  options: XmlReaderOptions,
): ElementDescriptor {
  const reader = new XmlReader(text, options);
  while (reader.next() !== "start");
  const { namespace, localName } = reader.name;
  for (const declared of elements) {
    if (declared.namespace === namespace && declared.name === localName) return declared;
  }
  if (reader.attributes.get(xsiType) === undefined) {
    throw new XmlError("cvc-elt.1", `${clarkName(reader.name)} is not declared`);
  }
  return element(namespace, localName, () => xsAnyType, { nillable: true });
}

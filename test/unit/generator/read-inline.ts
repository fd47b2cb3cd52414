import { memoryFiles } from "../../../generator/load/files.js";
import { type ReadComponents, readComponents } from "../../../generator/questions/read-components.js";
import type { ElementDeclaration } from "../../../generator/schema/components.js";
import { xmlName } from "../../../src/xml/names.js";

/** The document of a schema whose components are these; the prefix `t` is bound to its namespace. */
export function xsd(components: string, namespace = "urn:t"): string {
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="${namespace}" targetNamespace="${namespace}" elementFormDefault="qualified">
${components}
</xs:schema>
`;
}

/** Components of schemas in memory; the first file is the entry. */
export function readInline(files: Readonly<Record<string, string>>): Promise<ReadComponents> {
  return readComponents(Object.keys(files).slice(0, 1), memoryFiles(files));
}

export function elementNamed({ schemas }: ReadComponents, localName: string, namespace = "urn:t"): ElementDeclaration {
  const element = schemas.elements.get(xmlName(namespace, localName));
  if (element === undefined) throw new Error(`the schema has no element ${localName}`);
  return element;
}

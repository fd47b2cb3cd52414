import { type ReadSchemas, readSchemas } from "../../../generator/interpret/read-schemas.js";
import { memoryFiles } from "../../../generator/load/files.js";
import type { ElementDescriptor } from "../../../src/schema/descriptors.js";
import { schemaText } from "../generator/load-text.js";

export interface TestSchema extends ReadSchemas {
  /** The global element of that name. */
  element(name: string): ElementDescriptor;
}

/** The schema of a target namespace `urn:t`, elements qualified, from the content of its schema element. */
export async function readSchema(content: string): Promise<TestSchema> {
  const text = schemaText(
    content,
    `targetNamespace="urn:t" xmlns="urn:t" xmlns:t="urn:t" elementFormDefault="qualified"`,
  );
  const read = await readSchemas(["t.xsd"], memoryFiles({ "t.xsd": text }));
  return {
    ...read,
    element(name) {
      const found = [...(read.components.elements ?? [])].find((element) => element.name === name);
      if (found === undefined) throw new Error(`no element ${name}`);
      return found;
    },
  };
}

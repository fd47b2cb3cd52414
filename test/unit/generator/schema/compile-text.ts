import { type CompileOptions, compileSchemas } from "../../../../generator/schema/compile-schemas.js";
import type {
  ComplexTypeDefinition,
  ElementDeclaration,
  SchemaSet,
  SimpleTypeDefinition,
} from "../../../../generator/schema/components.js";
import { type Issue, isErrorIssue } from "../../../../src/errors.js";
import { xmlName } from "../../../../src/xml/names.js";
import { type Files, loadFiles, schemaText } from "../load-text.js";

/** The findings about files in memory, or about the content of one schema with the target namespace `urn:t`. */
export async function issuesOf(
  source: string | Files,
  options: CompileOptions = { profile: "strict" },
): Promise<readonly Issue[]> {
  const loaded = await loadFiles(typeof source === "string" ? { "a.xsd": schemaText(source) } : source);
  return [...loaded.issues, ...compileSchemas(loaded, options).issues];
}

/** The components of the same. @throws Error with the findings when there is an error among them */
export async function compileText(source: string | Files): Promise<SchemaSet> {
  const loaded = await loadFiles(typeof source === "string" ? { "a.xsd": schemaText(source) } : source);
  const { schemas, issues } = compileSchemas(loaded);
  const errors = [...loaded.issues, ...issues].filter(isErrorIssue);
  if (errors.length > 0) throw new Error(errors.map(({ code, message }) => `${code}: ${message}`).join("\n"));
  return schemas;
}

export function complexType(schemas: SchemaSet, name: string, namespace: string = "urn:t"): ComplexTypeDefinition {
  const type = schemas.types.get(xmlName(namespace, name));
  if (type?.kind !== "complexType") throw new Error(`no complex type ${name}`);
  return type;
}

export function simpleType(schemas: SchemaSet, name: string, namespace: string = "urn:t"): SimpleTypeDefinition {
  const type = schemas.types.get(xmlName(namespace, name));
  if (type?.kind !== "simpleType") throw new Error(`no simple type ${name}`);
  return type;
}

export function elementNamed(schemas: SchemaSet, name: string, namespace: string = "urn:t"): ElementDeclaration {
  const element = schemas.elements.get(xmlName(namespace, name));
  if (element === undefined) throw new Error(`no element ${name}`);
  return element;
}

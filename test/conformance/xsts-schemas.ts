import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { bind } from "../../generator/bind/bind.js";
import { interpret } from "../../generator/interpret/interpret.js";
import type { LoadedDocuments } from "../../generator/load/document.js";
import { load } from "../../generator/load/load.js";
import { nodeFiles } from "../../generator/load/node-files.js";
import type { SchemaLocation } from "../../generator/load/schema-locations.js";
import { compileSchemas } from "../../generator/schema/compile-schemas.js";
import type { SchemaSet } from "../../generator/schema/components.js";
import type { Schema } from "../../src/engine/schema-lookup.js";
import { type Issue, isErrorIssue } from "../../src/errors.js";
import { createSchema, type SchemaComponents } from "../../src/features/schema.js";

/** The schema of a test. */
export interface SuiteSchema {
  readonly components: SchemaComponents;
  readonly schema: Schema;
  /** The namespaces that it has documents for. */
  readonly namespaces: ReadonlySet<string>;
}

/** Locations are hints: what cannot be found is no error by itself (Part 1, 4.3.2). */
const hints: ReadonlySet<string> = new Set(["load-unreadable", "load-network", "load-location"]);

/** The suite's own copies of what its schemas import from outside it. */
function suiteCatalog(path: string): ReadonlyMap<string, string> {
  const catalog = new Map<string, string>();
  const local = `${path.slice(0, path.indexOf("/xsdtests/"))}/catalog/`;
  for (const [namespace, file] of [
    ["http://www.w3.org/XML/1998/namespace", "xml.xsd"],
    ["http://www.w3.org/1999/xlink", "xlink.xsd"],
  ] as const) {
    if (existsSync(local + file)) catalog.set(namespace, pathToFileURL(local + file).href);
  }
  return catalog;
}

let last: { readonly path: string; readonly schema: SuiteSchema | Issue } | undefined;

/** The schema of a test, or the first error found in it. */
export async function suiteSchema(path: string): Promise<SuiteSchema | Issue> {
  if (last?.path === path) return last.schema;
  const schema = await readSuiteSchema([path]);
  last = { path, schema };
  return schema;
}

/** The same together with what an instance points to; the schema alone where the two do not go together. */
export async function hintedSchema(
  path: string,
  schema: SuiteSchema,
  locations: readonly SchemaLocation[],
): Promise<SuiteSchema> {
  const others = locations.filter(({ namespace }) => !schema.namespaces.has(namespace)).map(({ uri }) => uri);
  if (others.length === 0) return schema;
  const together = await readSuiteSchema([path, ...new Set(others)]);
  return "code" in together ? schema : together;
}

async function readSuiteSchema(entries: readonly string[]): Promise<SuiteSchema | Issue> {
  const compiled = await compileSuiteSchema(entries);
  if ("code" in compiled) return compiled;
  // As `readSchemas` does with what it has read itself, and found without fault.
  const options = { propertyNames: "preserve", globalAttributes: true } as const;
  const components = interpret(bind([], compiled.schemas, { bindings: [], services: [] }, options).model);
  return { components, schema: createSchema(components), namespaces: declaredNamespaces(compiled.loaded) };
}

/** The namespaces that some document declares components for; the empty string stands for none. */
function declaredNamespaces({ documents }: LoadedDocuments): ReadonlySet<string> {
  return new Set(
    documents.map(({ root }) => root.attributes.find(({ name }) => name.localName === "targetNamespace")?.value ?? ""),
  );
}

/** The components of a schema of several files, or the first error found in it. */
export async function compileSuiteSchema(
  entries: readonly string[],
): Promise<{ readonly loaded: LoadedDocuments; readonly schemas: SchemaSet } | Issue> {
  const loaded = await load(entries, { ...nodeFiles(), catalog: suiteCatalog(entries[0] ?? "") });
  const problems = loaded.issues.filter(({ code }) => !hints.has(code));
  const { schemas, issues } = compileSchemas(loaded, { profile: "strict" });
  const first = [...problems, ...issues].find(isErrorIssue);
  if (first !== undefined) return first;
  return loaded.entries.length === 0 ? { code: "load-unreadable", message: "not read" } : { loaded, schemas };
}

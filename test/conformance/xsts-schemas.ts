import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { bind } from "../../generator/bind/bind.js";
import { interpret } from "../../generator/interpret.js";
import { load } from "../../generator/load/load.js";
import { nodeFiles } from "../../generator/load/node-files.js";
import { compileSchemas } from "../../generator/schema/compile-schemas.js";
import { type Issue, isError } from "../../src/errors.js";
import { type SchemaRegistry, schemaRegistry } from "../../src/registry.js";

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

let last: { readonly path: string; readonly registry: SchemaRegistry | Issue } | undefined;

/** The schema of a test, as a registry or as the first error found in it. */
export async function suiteSchema(path: string): Promise<SchemaRegistry | Issue> {
  if (last?.path === path) return last.registry;
  const registry = await readSuiteSchema(path);
  last = { path, registry };
  return registry;
}

async function readSuiteSchema(path: string): Promise<SchemaRegistry | Issue> {
  const loaded = await load([path], { ...nodeFiles(), catalog: suiteCatalog(path) });
  const problems = loaded.issues.filter(({ code }) => !hints.has(code));
  const { schemas, issues } = compileSchemas(loaded, { profile: "strict" });
  const first = [...problems, ...issues].find(isError);
  if (first !== undefined) return first;
  if (loaded.entries.length === 0) return { code: "load-unreadable", message: "not read" };
  const options = { propertyNames: "preserve", globalAttributes: true } as const;
  const { model } = bind([], schemas, { bindings: [], services: [] }, options);
  return schemaRegistry(interpret(model));
}

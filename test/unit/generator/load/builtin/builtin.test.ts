import { expect, test } from "vitest";
import { builtinDocument } from "../../../../../generator/load/builtin/index.js";
import { compileSchemas } from "../../../../../generator/schema/compile-schemas.js";
import { xmlName } from "../../../../../src/xml/names.js";
import { loadFiles, places } from "../../load-text.js";

test.each([
  ["http://www.w3.org/XML/1998/namespace", "lang"],
  ["http://www.w3.org/1999/xlink", "href"],
  ["http://schemas.xmlsoap.org/soap/encoding/", "arrayType"],
  ["http://www.w3.org/2003/05/soap-encoding", "arraySize"],
])("our copy of %s compiles and declares the attribute %s", async (namespace, attribute) => {
  const loaded = await loadFiles({ "a.xsd": builtinDocument(namespace)?.text ?? "" });
  const { schemas, issues } = compileSchemas(loaded, { profile: "strict" });
  expect(places([...loaded.issues, ...issues])).toEqual([]);
  expect(schemas.attributes.has(xmlName(namespace, attribute))).toBe(true);
});

test("our copy of the XSD namespace has the element schema", async () => {
  const namespace = "http://www.w3.org/2001/XMLSchema";
  const { schemas, issues } = compileSchemas(await loadFiles({ "a.xsd": builtinDocument(namespace)?.text ?? "" }));
  expect(places(issues)).toEqual([]);
  expect([...schemas.elements.keys()]).toEqual([xmlName(namespace, "schema")]);
});

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { decodeDocument } from "../../generator/load/decode.js";
import { schemaLocations } from "../../generator/load/schema-locations.js";
import { ParseError } from "../../src/errors.js";
import { validateXml } from "../../src/verbs/validate-xml.js";
import { ignoreDoctype } from "../../src/xml/doctype/doctype.js";
import { hintedSchema, type SuiteSchema, suiteSchema } from "./xsts-schemas.js";

/** What the harness is answered: the verdict, and what made it one. */
export type Answer = readonly [verdict: "valid" | "invalid" | "noschema" | "error", message: string];

/** The verdict on a schema test. */
export async function judgeSchema(path: string): Promise<Answer> {
  try {
    const schema = await suiteSchema(path);
    return "code" in schema ? ["invalid", `${schema.code}: ${schema.message}`] : ["valid", ""];
  } catch (error) {
    return failure(error);
  }
}

/** The verdict on an instance test: its document against its schema and what the document points to. */
export async function judgeInstance(path: string, instance: string): Promise<Answer> {
  try {
    const schema = await suiteSchema(path);
    if ("code" in schema) return ["noschema", `${schema.code}: ${schema.message}`];
    const text = decodeDocument(readFileSync(instance));
    const { registry } = await schemaFor(path, schema, text, instance);
    const [first] = validateXml(registry, text, {
      maxIssues: 1,
      doctype: ignoreDoctype,
      limits: { maxAttributes: 100_000 },
    });
    return first === undefined ? ["valid", ""] : ["invalid", `${first.code}: ${first.message}`];
  } catch (error) {
    return error instanceof ParseError ? ["invalid", error.message] : failure(error);
  }
}

/** The schema that an instance is judged by. */
export async function schemaFor(
  path: string,
  schema: SuiteSchema,
  text: string,
  instance: string,
): Promise<SuiteSchema> {
  if (!/schemaLocation/i.test(text)) return schema;
  return hintedSchema(path, schema, schemaLocations(text, pathToFileURL(instance).href));
}

export function failure(error: unknown): Answer {
  return ["error", error instanceof Error ? (error.stack ?? error.message) : String(error)];
}

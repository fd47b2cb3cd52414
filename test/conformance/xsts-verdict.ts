import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { decodeDocument } from "../../generator/load/decode.js";
import { schemaLocations } from "../../generator/load/schema-locations.js";
import { type Issue, ParseError, XmlError } from "../../src/errors.js";
import * as small from "../../src/small.js";
import { validateXml } from "../../src/verbs/validate-xml.js";
import { ignoreDoctype } from "../../src/xml/doctype/doctype.js";
import { rootDescriptor } from "./root-descriptor.js";
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

/** Finds the first thing that is wrong with a document. */
export type Check = (schema: SuiteSchema, text: string) => Issue | undefined;

const options = { doctype: ignoreDoctype, limits: { maxAttributes: 100_000 } } as const;

/** What an instance is judged by: both entry points read by the same schemas. */
export const checks: Readonly<Record<"xsdsmith" | "xsdsmith/small", Check>> = {
  xsdsmith: ({ schema }, text) => validateXml(schema, text, { maxIssues: 1, ...options })[0],
  "xsdsmith/small": ({ components, schema }, text) => {
    try {
      small.parse(rootDescriptor(components, text, options), text, { schema: schema });
      return undefined;
    } catch (error) {
      if (error instanceof XmlError) return { code: error.code, message: error.reason };
      throw error;
    }
  },
};

/** The verdict on an instance test: its document against its schema and what the document points to. */
export async function judgeInstance(path: string, instance: string, check = checks.xsdsmith): Promise<Answer> {
  try {
    const schema = await suiteSchema(path);
    if ("code" in schema) return ["noschema", `${schema.code}: ${schema.message}`];
    const text = decodeDocument(readFileSync(instance));
    const first = check(await schemaFor(path, schema, text, instance), text);
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

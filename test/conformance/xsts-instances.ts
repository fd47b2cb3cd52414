import { readFileSync } from "node:fs";
import { decodeDocument } from "../../generator/load/decode.js";
import { ParseError } from "../../src/errors.js";
import { validateDocument } from "../../src/validate-document.js";
import { suiteSchema } from "./xsts-schemas.js";

/** The verdict on an instance test: its document against its schema. */
export async function judgeInstance(
  schema: string,
  instance: string,
): Promise<readonly [verdict: string, message: string]> {
  try {
    const registry = await suiteSchema(schema);
    if ("code" in registry) return ["noschema", `${registry.code}: ${registry.message}`];
    const text = decodeDocument(readFileSync(instance));
    const [first] = validateDocument(registry, text, {
      maxIssues: 1,
      doctype: "ignore",
      limits: { maxAttributes: 100_000 },
    });
    return first === undefined ? ["valid", ""] : ["invalid", `${first.code}: ${first.message}`];
  } catch (error) {
    if (error instanceof ParseError) return ["invalid", error.message];
    return ["error", error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}

import { readSchemas } from "../generator/interpret/read-schemas.js";
import { nodeFiles } from "../generator/load/node-files.js";
import { validateXml } from "../src/verbs/validate-xml.js";
import { bestTime, table } from "./measure.js";
import { schemaFolder } from "./validators.js";

/**
 * Keys and references to them, beside a set of the same texts: ten times as many should take as many times longer as
 * they do in the set, which larger memories slow down too.
 */
export async function run(): Promise<void> {
  const { schema } = await readSchemas([`${schemaFolder}/keys.xsd`], nodeFiles());
  const rows = [1_000, 10_000, 100_000].map((count) => {
    const text = keys(count);
    if (validateXml(schema, text).length > 0) throw new Error("the document is invalid");
    const time = bestTime(() => validateXml(schema, text), 500);
    const set = bestTime(() => setOf(text), 500);
    return [String(count), time.toFixed(1), ((time * 1e6) / count).toFixed(0), (time / set).toFixed(1)];
  });
  console.log(table([["keys, and as many references", "ms", "ns for each", "times a plain set"], ...rows]));
}

function keys(count: number): string {
  const parts = ['<all xmlns="urn:bench:keys">'];
  for (let index = 0; index < count; index++) parts.push(`<key id="k${index}"/>`);
  for (let index = 0; index < count; index++) parts.push(`<ref to="k${(index * 7919) % count}"/>`);
  return `${parts.join("")}</all>`;
}

function setOf(text: string): number {
  const known = new Set<string>();
  let found = 0;
  for (const [, kind, value = ""] of text.matchAll(/<(key|ref) \w+="(\w+)"/g)) {
    if (kind === "key") known.add(value);
    else if (known.has(value)) found++;
  }
  return found;
}

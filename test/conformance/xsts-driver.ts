import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { load } from "../../generator/load/load.js";
import { nodeFiles } from "../../generator/load/node-files.js";
import { compileSchemas } from "../../generator/schema/compile-schemas.js";
import { isError } from "../../src/errors.js";

/**
 * Answers the W3C XML Schema Test Suite's harness: a line `id⇥kind⇥version⇥schema⇥instance` in, a line
 * `id⇥valid|invalid|error⇥message` out.
 */
for await (const line of createInterface({ input: process.stdin })) {
  const [id, kind, , schema = ""] = line.split("\t");
  const [verdict, message] = kind === "schema" ? await judgeSchema(schema) : ["error", "instances are not read"];
  process.stdout.write(`${id}\t${verdict}\t${message.replace(/[\t\r\n]+/g, " ")}\n`);
}

async function judgeSchema(path: string): Promise<readonly [verdict: string, message: string]> {
  try {
    const catalog = new Map<string, string>();
    const local = `${path.slice(0, path.indexOf("/xsdtests/"))}/catalog/`;
    for (const [namespace, file] of [
      ["http://www.w3.org/XML/1998/namespace", "xml.xsd"],
      ["http://www.w3.org/1999/xlink", "xlink.xsd"],
    ] as const) {
      if (existsSync(local + file)) catalog.set(namespace, pathToFileURL(local + file).href);
    }
    const loaded = await load([path], { ...nodeFiles(), catalog });
    // Locations are hints: what cannot be found is no error by itself (Part 1, 4.3.2).
    const problems = loaded.issues.filter(
      ({ code }) => !["load-unreadable", "load-network", "load-location"].includes(code),
    );
    const { issues } = compileSchemas(loaded);
    const first = [...problems, ...issues].find(isError);
    if (loaded.entries.length === 0) return ["invalid", "not read"];
    return first === undefined ? ["valid", ""] : ["invalid", `${first.code}: ${first.message}`];
  } catch (error) {
    return ["error", error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}

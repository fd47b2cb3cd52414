import { createInterface } from "node:readline";
import { judgeInstance, judgeSchema } from "./xsts-verdict.js";

/**
 * Answers the W3C XML Schema Test Suite's harness: a line `id⇥kind⇥version⇥schema⇥instance` in, a line
 * `id⇥valid|invalid|noschema|error⇥message` out.
 */
for await (const line of createInterface({ input: process.stdin })) {
  const [id, kind, , schema = "", instance = ""] = line.split("\t");
  const [verdict, message] = kind === "schema" ? await judgeSchema(schema) : await judgeInstance(schema, instance);
  process.stdout.write(`${id}\t${verdict}\t${message.replace(/[\t\r\n]+/g, " ")}\n`);
}

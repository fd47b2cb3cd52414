import { readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { decodeDocument } from "../../generator/load/decode.js";
import { type Issue, XmlError } from "../../src/errors.js";
import { parse } from "../../src/verbs/parse.js";
import { serialize } from "../../src/verbs/serialize.js";
import { ignoreDoctype } from "../../src/xml/doctype/doctype.js";
import { rootDescriptor } from "./root-descriptor.js";
import { suiteSchema } from "./xsts-schemas.js";
import { type Answer, failure, schemaFor } from "./xsts-verdict.js";

/**
 * Answers the harness of round trips: a line `id⇥roundtrip⇥version⇥schema⇥instance⇥out` in, which has the document read
 * and its value written to `out`, and a line `id⇥ok|noschema|reject|error⇥message` out.
 */
for await (const line of createInterface({ input: process.stdin })) {
  const [id, , , schema = "", instance = "", out = ""] = line.split("\t");
  const [verdict, message] = await roundTrip(schema, instance, out);
  process.stdout.write(`${id}\t${verdict}\t${message.replace(/[\t\r\n]+/g, " ")}\n`);
}

type CodecAnswer = readonly [verdict: "ok" | "reject" | Answer[0], message: string];

async function roundTrip(path: string, instance: string, out: string): Promise<CodecAnswer> {
  try {
    const suite = await suiteSchema(path);
    if ("code" in suite) return ["noschema", `${suite.code}: ${suite.message}`];
    const text = decodeDocument(readFileSync(instance));
    const { components, schema } = await schemaFor(path, suite, text, instance);
    const options = { doctype: ignoreDoctype, limits: { maxAttributes: 100_000 } } as const;
    const descriptor = rootDescriptor(components, text, options);
    let lost: string | undefined;
    const onIssue = ({ code, message }: Issue): void => {
      if (code === "value-xsi-lost") lost = message;
    };
    const value = parse(descriptor, text, { ...options, schema, onIssue });
    // What is told to be lost is not passed off as a round trip.
    if (lost !== undefined) return ["reject", lost];
    writeFileSync(out, serialize(descriptor, value, { declaration: true }));
    return ["ok", ""];
  } catch (error) {
    return error instanceof XmlError ? ["reject", error.message] : failure(error);
  }
}

import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { libxml2Schema } from "../libxml2.js";
import { root } from "../project-root.js";
import { schemaText } from "../unit/generator/load-text.js";
import { readSchema } from "../unit/verbs/read-schema.js";
import { familiesIn } from "./corpus.js";
import { describeDifference, explain, explanations } from "./verdict-explanations.js";
import { agree, type Comparison, compareFamily, comparer, isIllFormed } from "./verdicts.js";

const corpus = join(root, "../shared/data/corpus");
/** Small ones; `npm run conformance -- verdicts` looks at all, and at more copies. */
const quick = ["gpx-1.1", "junit", "saml-2.0", "siri", "soap-envelopes", "spring-beans", "wfs-2.0-filter", "xmldsig"];

// The schemas are their authors' and not part of the project: without them there is nothing to test here.
describe.skipIf(!existsSync(corpus))("instances of the schema corpus, and changed copies of them", () => {
  const families = existsSync(corpus) ? familiesIn(corpus).filter(({ name }) => quick.includes(name)) : [];

  it.for(families)("$name: the verdict is libxml2's, or the difference is explained", async (family) => {
    const compared: Comparison[] = [];
    const instances: Comparison[] = [];
    for await (const { kind, compared: all } of compareFamily(family, 30)) {
      compared.push(...all.filter((comparison) => !isIllFormed(comparison)));
      if (kind === "instance") instances.push(...all.slice(0, 1));
    }
    const different = compared.filter((comparison) => !agree(comparison));
    expect(different.filter((one) => explain(one) === undefined).map(describeDifference)).toEqual([]);
    expect(instances.every(agree)).toBe(true);
    expect(instances.length).toBe(family.instances.length);
    // Changes that everybody accepts, or nobody, would tell nothing.
    const refused = compared.filter(({ ours }) => ours.length > 0).length;
    expect(refused).toBeGreaterThan(compared.length / 5);
    expect(refused).toBeLessThan(0.9 * compared.length);
  });
});

describe("where libxml2's verdict is another", () => {
  it.for(explanations)("$reason", async ({ schema, example, acceptance }) => {
    const { ours, theirs } = await compareWith(schema, example);
    expect({ ours: ours.length === 0, theirs: theirs.length === 0 }).toEqual(
      acceptance === undefined ? { ours: false, theirs: true } : { ours: true, theirs: false },
    );
  });

  it("explains what it says, and nothing else", async () => {
    const schema = '<xs:element name="a" type="xs:base64Binary"/><xs:element name="b" type="xs:date"/>';
    const base64 = await compareWith(schema, '<a xmlns="urn:t">AQ,AB</a>');
    expect(explain(base64)?.size).toBe(1);
    const unlisted = { label: "", text: '<b xmlns="urn:t">2024-02-29</b>', ours: [] };
    expect(explain({ ...unlisted, theirs: ["'2024-02-29 ' is not a valid value of the atomic type 'xs:date'."] })).toBe(
      undefined,
    );
    expect(explain({ ...base64, ours: [...base64.ours, { code: "cvc-elt.1", message: "another finding" }] })).toBe(
      undefined,
    );
  });
});

async function compareWith(declarations: string, text: string): Promise<Comparison> {
  const { schema } = await readSchema(declarations);
  const attributes = 'targetNamespace="urn:t" xmlns:t="urn:t" elementFormDefault="qualified"';
  const judge = libxml2Schema(Buffer.from(schemaText(declarations, attributes)), "t.xsd");
  return comparer(schema, judge)("example", text);
}

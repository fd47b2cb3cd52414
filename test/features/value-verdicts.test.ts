import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../project-root.js";
import { featuresIn } from "./feature.js";
import { isDifferent, type ValueVerdicts, valueVerdicts } from "./value-verdicts.js";

const features = [...featuresIn(join(root, "test/features")), ...featuresIn(join(root, "test/issues"))];

/** Schemas that no libxml2 compiles: it says nothing about their documents. */
const withoutJudge: ReadonlyMap<string, string> = new Map([
  ["notation", "it does not find the notations that the schema declares (Part 1, 3.12)"],
]);

/** What libxml2 finds against the specification, by the rule that decides. */
const mistaken: ReadonlyMap<string, RegExp> = new Map([
  ["Part 2, 4.3.5: 1.0 and 01.00 are one decimal; libxml2 compares texts", /'0*1\.0*' does not match the fixed value/],
  [
    "Part 1, 3.10.4: ##other allows every other namespace; libxml2 marks any with *",
    /'\{\*\}\w+': This element is not/,
  ],
]);

it.for(features)("$name: validate says of random values what libxml2 says of their documents", async (feature) => {
  const verdicts = await valueVerdicts(feature, 10, 120);
  const judged = verdicts.filter(({ judges }) => judges.length > 0);
  if (withoutJudge.has(feature.name)) {
    expect(judged.flatMap(({ judges }) => judges).filter((found) => found.length === 0)).toEqual([]);
    return;
  }
  const different = judged.filter((verdicts) => isDifferent(verdicts) && !isMistaken(verdicts));
  expect(different.map(describeValue)).toEqual([]);
  // Values that are all alike would tell nothing.
  expect(judged.filter(({ issues }) => issues.length === 0).length).toBeGreaterThan(20);
  expect(verdicts.filter(({ issues }) => issues.length > 0).length).toBeGreaterThan(20);
});

function isMistaken({ issues, judges: [found = []] }: ValueVerdicts): boolean {
  return issues.length === 0 && found.every((message) => [...mistaken.values()].some((known) => known.test(message)));
}

function describeValue({ label, issues, document, judges }: ValueVerdicts): string {
  const [issue] = issues;
  const ours = issue === undefined ? "accepted" : `${issue.code}: ${issue.message}`;
  return `${label}\n  ours: ${ours}\n  libxml2: ${judges.flat()[0] ?? "accepted"}\n  ${document}`;
}

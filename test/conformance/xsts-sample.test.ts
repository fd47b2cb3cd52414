import { describe, expect, it } from "vitest";
import { root } from "../project-root.js";
import { expectedFailures, judge, openSuite } from "./xsts-suite.js";
import { checks } from "./xsts-verdict.js";

const suite = openSuite(root);

describe.skipIf(suite === undefined)("W3C XML Schema Test Suite, if it is beside the project", () => {
  // Every eleventh test: whole groups would be all of one kind.
  const sample = suite?.tests.filter(({ id }, index) => suite.fast.has(id) && index % 11 === 0) ?? [];

  it.each(Object.entries(checks))(
    "%s agrees with a sample of its verdicts",
    { timeout: 60_000 },
    async (name, check) => {
      if (suite === undefined) return;
      const known = expectedFailures(root, name);
      expect(sample.length).toBeGreaterThan(1_000);
      const wrong: string[] = [];
      for (const test of sample) {
        const { answer, pass } = await judge(suite, test, check);
        if (pass === known.has(test.id))
          wrong.push(`${test.id}: expected ${test.expected10}, found ${answer.join(" ")}`);
      }
      expect(wrong).toEqual([]);
    },
  );

  it("lists as failures tests that it has, and no others", () => {
    const ids = new Set(suite?.tests.map(({ id }) => id));
    const known = Object.keys(checks).flatMap((name) => [...expectedFailures(root, name).keys()]);
    expect(known.filter((id) => !ids.has(id))).toEqual([]);
  });
});

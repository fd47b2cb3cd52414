import { describe, expect, it } from "vitest";
import { root } from "../project-root.js";
import { checkSuiteCode, validSchemas } from "./xsts-code.js";
import { openSuite } from "./xsts-suite.js";

const suite = openSuite(root);

describe.skipIf(suite === undefined)("code for the W3C XML Schema Test Suite, if it is beside the project", () => {
  it("is strict-clean for a sample of the valid schemas", { timeout: 60_000 }, async () => {
    if (suite === undefined) return;
    // Every fiftieth: whole groups would be all of one kind.
    const sample = validSchemas(suite).filter((_, index) => index % 50 === 0);
    expect(sample.length).toBeGreaterThan(100);
    const { accepted, failures } = await checkSuiteCode(suite, sample);
    expect(failures).toEqual([]);
    expect(accepted).toBeGreaterThan(sample.length * 0.99);
  });
});

import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../project-root.js";

describe("the number of tests", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "xsdsmith-test-count-"));
    copyFileSync(join(root, ".ci/test-count.mjs"), join(folder, "test-count.mjs"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function count(...args: readonly string[]): { readonly code: number | null; readonly says: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, "test-count.mjs"), ...args]);
    return { code: status, says: `${stdout}${stderr}` };
  }

  it("may not fall, and is set by one command", () => {
    expect(count("set", "100", "5").code).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, "test-count.json"), "utf8"))).toEqual({ passed: 100, skipped: 5 });
    expect(count("check", "100", "0")).toEqual({ code: 0, says: "" });
    expect(count("check", "101", "5").says).toContain("node .ci/test-count.mjs set 101 5");
    const fallen = count("check", "99", "6");
    expect(fallen.code).toBe(1);
    expect(fallen.says).toMatch(/^99 tests passed, and 100 did before\./);
    expect(fallen.says).toContain("node .ci/test-count.mjs set 99 6");
  });

  it("counts tests that skip where peers are missing, and only there", () => {
    expect(count("set", "100", "5").code).toBe(0);
    expect(count("check", "80", "25", "--without-peers").code).toBe(0);
    expect(count("check", "80", "24", "--without-peers").says).toMatch(
      /^104 tests passed or skipped, and 105 did before/,
    );
    expect(count("check", "80", "25").code).toBe(1);
  });

  it("is not taken from nothing", () => {
    expect(count("check", "many", "5").code).toBe(2);
    expect(count("check").code).toBe(2);
  });

  it("is held at the end of .ci/run", () => {
    expect(readFileSync(join(root, ".ci/run"), "utf8")).toContain("node .ci/test-count.mjs check");
  });
});

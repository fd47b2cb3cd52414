import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { codeRows, errorCodes, isSpelling, ownCode } from "./architecture/error-codes.js";
import { readSourceFiles } from "./architecture/source-files.js";
import { root } from "./project-root.js";

const rows = codeRows(readFileSync(join(root, "docs/errors.md"), "utf8"));
const listed = new Set(rows.map(({ code }) => code));

const used = new Map<string, readonly string[]>();
for (const file of readSourceFiles("src", "generator")) {
  for (const [code, places] of errorCodes(file)) used.set(code, [...(used.get(code) ?? []), ...places]);
}

const tests = readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" })
  .filter((name) => /\.(ts|txt|json)$/.test(name))
  .map((name) => readFileSync(join(root, "test", name), "utf8"))
  .join("\n");

/** Codes that tests put together, as `cvc-*-valid`. */
const spelledInTests = [...tests.matchAll(/`(\w+-)\$\{[^}`]*\}(-\w+)`/g)].map(([, start, end]) => `${start}*${end}`);

/** Whether some test spells the rule, with or without the number of a clause. */
function isTested(rule: string): boolean {
  if (spelledInTests.some((spelled) => isSpelling(spelled, rule))) return true;
  return new RegExp(`(?<![\\w-])${rule}(?![\\w-])`).test(tests);
}

describe("docs/errors.md", () => {
  it("lists the rule of every code that the sources use", () => {
    expect(used.size).toBeGreaterThan(100);
    const missing = [...used].filter(([spelled]) => ![...listed].some((rule) => isSpelling(spelled, rule)));
    expect(missing.map(([code, places]) => `${code} (${places[0]})`)).toEqual([]);
  });

  it("lists no rule that nothing uses, and none twice", () => {
    expect([...listed].filter((rule) => ![...used.keys()].some((spelled) => isSpelling(spelled, rule)))).toEqual([]);
    expect(rows.length).toBe(listed.size);
  });

  it("links each rule of others to its definition", () => {
    const wrong = rows.filter(
      ({ code, rule }) => !ownCode.test(code) && !rule.endsWith(`#${code.replace(/^bp-/, "")}`),
    );
    expect(wrong).toEqual([]);
  });

  it("lists no rule that no test expects", () => {
    expect([...listed].filter((rule) => !isTested(rule))).toEqual([]);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { codeRows, errorCodes, isSpelling } from "./architecture/error-codes.js";
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

/** Whether some test spells the code, and not just a longer one that begins like it. */
function isTested(code: string): boolean {
  return new RegExp(`(?<![\\w.-])${code.replaceAll(".", "\\.")}(?![\\w-]|\\.[\\w])`).test(tests);
}

describe("docs/errors.md", () => {
  it("lists every code that the sources use", () => {
    expect(used.size).toBeGreaterThan(50);
    const missing = [...used].filter(([spelled]) => ![...listed].some((code) => isSpelling(spelled, code)));
    expect(missing.map(([code, places]) => `${code} (${places[0]})`)).toEqual([]);
  });

  it("lists no code that nothing uses, and none twice", () => {
    expect([...listed].filter((code) => ![...used.keys()].some((spelled) => isSpelling(spelled, code)))).toEqual([]);
    expect(rows.length).toBe(listed.size);
  });

  it("lists no code that no test expects", () => {
    expect([...listed].filter((code) => !isTested(code))).toEqual([]);
  });

  it("links each of the W3C's rules to its definition", () => {
    const own = /^(xml|xsd|wsdl|bind|soap|um|http)-/;
    const wrong = rows.filter(({ code, rule }) => !own.test(code) && !rule.endsWith(`#${code.replace(/\..*$/, "")}`));
    expect(wrong).toEqual([]);
  });
});

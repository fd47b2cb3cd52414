import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { assertedTexts } from "./architecture/asserted-texts.js";
import { codeRows, errorCodes, isSpelling, ownCode } from "./architecture/error-codes.js";
import { readSourceFiles } from "./architecture/source-files.js";
import { root } from "./project-root.js";

const rows = codeRows(readFileSync(join(root, "docs/errors.md"), "utf8"));
const listed = new Set(rows.map(({ code }) => code));

const used = new Map<string, readonly string[]>();
for (const file of readSourceFiles("src", "generator")) {
  for (const [code, places] of errorCodes(file)) used.set(code, [...(used.get(code) ?? []), ...places]);
}

/** What tests expect: in their matchers, and in the messages beside the invalid documents of features and issues. */
const asserted = [
  ...assertedTexts(),
  ...["test/features", "test/issues"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /(?<!\.libxml2)\.txt$/.test(name))
      .map((name) => readFileSync(join(root, folder, name), "utf8")),
  ),
];

/** Codes that tests put together, as `cvc-*-valid`. */
const spelledInTests = asserted.flatMap((text) => text.match(/(?<![\w-])\w+-\*-\w+/g) ?? []);

/** Whether some test expects the rule, with or without the number of a clause. */
function isTested(rule: string): boolean {
  if (spelledInTests.some((spelled) => isSpelling(spelled, rule))) return true;
  const word = new RegExp(`(?<![\\w-])${rule}(?![\\w-])`);
  return asserted.some((text) => word.test(text));
}

describe("what counts as expected by a test", () => {
  const folder = mkdtempSync(join(tmpdir(), "xsdsmith-asserted-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  function assertedIn(code: string): readonly string[] {
    const file = join(folder, "one.test.ts");
    writeFileSync(file, code);
    return [...assertedTexts([file])];
  }

  it("is what stands in a matcher, not what is given, named or told", () => {
    expect(assertedIn('// "a"\nit("b", () => expect(run("c")).toBe("d"));')).toEqual(["d"]);
    expect(assertedIn('expect(run).not.toThrow("a"); expect(run).toThrow(/^b-c/);')).toEqual(["^b-c"]);
    // In two parts: biome takes a placeholder in plain quotes for a slip.
    const put = "$" + "{c}";
    expect(assertedIn(`expect(x).toMatchObject({ code: "a", issues: [{ code: \`b-${put}\` }] });`)).toEqual([
      "a",
      "b-*",
    ]);
    expect(assertedIn('expect(x).toEqual([expect.stringContaining("a"), read("b")]);')).toEqual(["a"]);
  });

  it("is what comes there from a constant, a table or a call", () => {
    expect(assertedIn('const codes = ["a"]; const others = ["b"]; expect(x).toEqual(codes);')).toEqual(["a"]);
    expect(
      assertedIn('it.each([["a", "b"], ["c", "d"]])("%s", (text, code) => expect(run(text)).toBe(code));'),
    ).toEqual(["b", "d"]);
    expect(
      assertedIn('it.each([{ text: "a", code: "b" }])("$text", ({ text, code }) => expect(run(text)).toBe(code));'),
    ).toEqual(["b"]);
    const loop = 'for (const [name, value] of Object.entries({ a: "b" }))';
    expect(assertedIn(`${loop} expect(run(name)).toBe(value);`)).toEqual(["b"]);
    expect(assertedIn(`${loop} expect(run(value)).toMatchObject({ name });`)).toEqual(["a"]);
    expect(
      assertedIn('const fails = (text: string, code: string) => expect(run(text)).toBe(code); fails("a", "b");'),
    ).toEqual(["b"]);
  });
});

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

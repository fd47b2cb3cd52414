import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../project-root.js";
import { apiReport, undocumented } from "./api-report.js";
import { readEntryDeclarations } from "./declarations.js";

const folder = join(root, "test/package/api");
/** `UPDATE_GOLDENS=1 npx vitest run test/package/api.test.ts` writes the reports anew. */
const update = process.env["UPDATE_GOLDENS"] === "1" && process.env["CI"] === undefined;
const { entries, checker } = readEntryDeclarations();
const fileOf = (specifier: string): string => `${specifier.replaceAll("/", "-")}.txt`;

describe("the API of", () => {
  it.each(entries)("$specifier is what its report says", (entry) => {
    const file = join(folder, fileOf(entry.specifier));
    const report = apiReport(entry, entries, checker);
    if (update) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, report);
    }
    expect(report).toBe(existsSync(file) ? readFileSync(file, "utf8") : "");
  });

  it.each(entries)("$specifier is documented, name by name", (entry) => {
    expect(entry.exports.length).toBeGreaterThan(0);
    expect(undocumented(entry)).toEqual([]);
  });

  it("no other entry has a report", () => {
    expect(readdirSync(folder).sort()).toEqual(entries.map(({ specifier }) => fileOf(specifier)).sort());
  });
});

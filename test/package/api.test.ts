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

/** What a signature may mention without a name for it. */
const unnamed: readonly RegExp[] = [
  // The list of an enumeration's values: its type is what code needs.
  /_values of generated\//,
  // What one function of the package makes for another to take, which nobody else can make.
  /^(?:Cursor|Entities|endOfWindow|SchemaLookup|ModelMaker|OpenDocument) of /,
];

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

  it.each(entries)("$specifier has a name for every type that its signatures mention", (entry) => {
    const report = apiReport(entry, entries, checker);
    const mentioned = [...report.matchAll(/^\/\/ - (\w+) of (\S+?)(?::|$)/gm)].map(
      ([, name = "", file = ""]) => `${name} of ${file}`,
    );
    expect(mentioned.filter((name) => !unnamed.some((reason) => reason.test(name)))).toEqual([]);
  });

  it("no other entry has a report", () => {
    expect(readdirSync(folder).sort()).toEqual(entries.map(({ specifier }) => fileOf(specifier)).sort());
  });
});

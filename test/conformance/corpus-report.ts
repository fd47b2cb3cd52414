import { existsSync } from "node:fs";
import { join } from "node:path";
import { formatIssue } from "../../src/errors.js";
import { checkFamily, type FamilyResult, familiesIn, type InstanceResult } from "./corpus.js";

/**
 * Prints a table of the schema corpus beside the project, and what is wrong.
 *
 * @param names - the families to look at; all where it is empty
 * @returns whether nothing is wrong
 */
export async function corpusReport(names: readonly string[]): Promise<boolean> {
  const root = process.cwd();
  const folder = join(root, "../shared/data/corpus");
  if (!existsSync(folder)) {
    console.log("skipped: there is no ../shared/data/corpus");
    return true;
  }
  console.log(row("family", "roots", "refused", "files", "kB", "ms", "tsc ms", "type errors", "valid", "round trips"));
  const results: FamilyResult[] = [];
  for (const family of familiesIn(folder).filter(({ name }) => names.length === 0 || names.includes(name))) {
    const result = await checkFamily(family, root);
    results.push(result);
    console.log(describe(result));
  }
  for (const result of results) printProblems(result);
  return results.every(isGood);
}

function row(...cells: readonly (string | number)[]): string {
  return cells.map((cell, index) => (index === 0 ? String(cell).padEnd(20) : String(cell).padStart(12))).join("");
}

function instancesOf({ roots }: FamilyResult): readonly InstanceResult[] {
  return roots.flatMap(({ instances }) => instances).filter(({ judge }) => judge !== undefined);
}

function describe(result: FamilyResult): string {
  const { name, roots, typeErrors, typeMilliseconds } = result;
  const instances = instancesOf(result);
  const sum = (of: (root: FamilyResult["roots"][number]) => number) =>
    roots.reduce((total, root) => total + of(root), 0);
  return row(
    name,
    roots.length,
    roots.filter(({ refused }) => refused.length > 0).length,
    sum(({ files }) => files),
    Math.round(sum(({ size }) => size) / 1000),
    sum(({ milliseconds }) => milliseconds),
    typeMilliseconds,
    typeErrors.length,
    instances.length,
    instances.filter(({ problem }) => problem === undefined).length,
  );
}

function isGood(result: FamilyResult): boolean {
  return result.typeErrors.length === 0 && instancesOf(result).every(({ problem }) => problem === undefined);
}

const shown = 5;

function printProblems(result: FamilyResult): void {
  for (const { root, refused, allowed, together } of result.roots) {
    if (together) {
      console.log(
        `\n${result.name}/${root} refers to schemas that it does not locate: with the other roots it is accepted`,
      );
      continue;
    }
    if (refused.length > 0) console.log(`\n${result.name}/${root} is refused (${refused.length} errors):`);
    else if (allowed.length > 0) console.log(`\n${result.name}/${root} needs --allow (${allowed.length} errors):`);
    for (const issue of (refused.length > 0 ? refused : allowed).slice(0, shown))
      console.log(`  ${formatIssue(issue)}`);
  }
  if (result.typeErrors.length > 0) console.log(`\n${result.name}: ${result.typeErrors.length} type errors`);
  for (const line of result.typeErrors.slice(0, shown)) console.log(`  ${line}`);
  for (const { file, problem } of instancesOf(result)) {
    if (problem !== undefined) console.log(`\n${result.name}/${file}: ${problem}`);
  }
}

import { expectedFailures, judge, openSuite, type Result } from "./xsts-suite.js";
import { checks } from "./xsts-verdict.js";

/**
 * Prints how far the verdicts of both entry points agree with the W3C XML Schema Test Suite, and every one that does not
 * as expected.
 *
 * @param args - `fast` leaves most of the repetitive tests out
 * @returns whether the failures are exactly those of `expected-failures.txt`
 */
export async function xstsReport(args: readonly string[]): Promise<boolean> {
  const root = process.cwd();
  const suite = openSuite(root);
  if (suite === undefined) {
    console.log("skipped: there is no ../shared/xsts/xsts-dev.tar.xz");
    return true;
  }
  const columns = new Map<string, Result[]>(Object.keys(checks).map((name) => [name, []]));
  for (const test of suite.tests) {
    if (args.includes("fast") && !suite.fast.has(test.id)) continue;
    for (const [name, check] of Object.entries(checks)) columns.get(name)?.push(await judge(suite, test, check));
  }
  printTable(columns);
  let asExpected = true;
  for (const [name, results] of columns) {
    const known = expectedFailures(root, name);
    for (const { test, answer, pass } of results.filter(({ test, pass }) => pass === known.has(test.id))) {
      asExpected = false;
      const what = pass
        ? "passes, and is listed as a failure"
        : `expected ${test.expected10}; found ${answer.join(" ")}`;
      console.log(`${name}: ${test.id}: ${what}`);
    }
  }
  return asExpected;
}

type Select = (result: Result) => boolean;

/** A column for each entry point; about schemas they all say what the generator says. */
function printTable(columns: ReadonlyMap<string, readonly Result[]>): void {
  const row = (label: string, cell: (results: readonly Result[]) => string): void =>
    console.log(label.padEnd(28) + [...columns.values()].map((results) => cell(results).padStart(24)).join(""));
  const percent = (label: string, select: Select): void =>
    row(label, (results) => {
      const some = results.filter(select);
      const passed = some.filter(({ pass }) => pass).length;
      return `${passed}/${some.length}${share(passed, some.length)}`;
    });
  console.log("".padEnd(28) + [...columns.keys()].map((name) => name.padStart(24)).join(""));
  const groups: Select[] = [];
  for (const kind of ["schema", "instance"] as const) {
    for (const expected of ["valid", "invalid"] as const) {
      const select: Select = ({ test }) => test.kind === kind && test.expected10 === expected;
      groups.push(select);
      percent(`${expected} ${kind}s ${expected === "valid" ? "accepted" : "rejected"}`, select);
    }
  }
  percent("all", () => true);
  percent("without NIST", ({ test }) => test.contributor !== "nist");
  row("balanced", (results) => {
    const shares = groups.map((select) => {
      const some = results.filter(select);
      return some.filter(({ pass }) => pass).length / some.length;
    });
    return share(shares.reduce((sum, one) => sum + one, 0) / shares.length, 1);
  });
}

function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(2)} %`.padStart(10);
}

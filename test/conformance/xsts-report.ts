import { expectedFailures, judge, openSuite, type Result } from "./xsts-suite.js";

/**
 * Prints how far the verdicts agree with the W3C XML Schema Test Suite, and every one that does not as expected.
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
  const known = expectedFailures(root);
  const results: Result[] = [];
  for (const test of suite.tests) {
    if (args.includes("fast") && !suite.fast.has(test.id)) continue;
    results.push(await judge(suite, test));
  }
  printTable(results);
  const wrong = results.filter(({ test, pass }) => pass === known.has(test.id));
  for (const { test, answer, pass } of wrong) {
    const what = pass ? "passes, and is listed as a failure" : `expected ${test.expected10}; found ${answer.join(" ")}`;
    console.log(`${test.id}: ${what}`);
  }
  return wrong.length === 0;
}

function printTable(results: readonly Result[]): void {
  const shares: number[] = [];
  const percent = (label: string, some: readonly Result[]): void => {
    const passed = some.filter(({ pass }) => pass).length;
    console.log(`${label.padEnd(28)}${`${passed}/${some.length}`.padStart(14)}${share(passed, some.length)}`);
  };
  for (const kind of ["schema", "instance"] as const) {
    for (const expected of ["valid", "invalid"] as const) {
      const some = results.filter(({ test }) => test.kind === kind && test.expected10 === expected);
      shares.push(some.filter(({ pass }) => pass).length / some.length);
      percent(`${expected} ${kind}s ${expected === "valid" ? "accepted" : "rejected"}`, some);
    }
  }
  percent("all", results);
  percent(
    "without NIST",
    results.filter(({ test }) => test.contributor !== "nist"),
  );
  const balanced = shares.reduce((sum, one) => sum + one, 0) / shares.length;
  console.log(`${"balanced".padEnd(42)}${share(balanced, 1)}`);
}

function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(2)} %`.padStart(10);
}

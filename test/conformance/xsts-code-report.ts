import { root } from "../project-root.js";
import { type CodeFailure, checkSuiteCode, validSchemas } from "./xsts-code.js";
import { openSuite } from "./xsts-suite.js";

/**
 * Prints what the compiler says of the code of every valid schema of the W3C XML Schema Test Suite that is accepted.
 *
 * @param args - parts of paths; all schemas where it is empty
 * @returns whether it says nothing
 */
export async function xstsCodeReport(args: readonly string[]): Promise<boolean> {
  const suite = openSuite(root);
  if (suite === undefined) {
    console.log("skipped: there is no ../shared/xsts/xsts-dev.tar.xz");
    return true;
  }
  const mains = validSchemas(suite).filter((main) => args.length === 0 || args.some((part) => main.includes(part)));
  const { accepted, refused, files, size, failures } = await checkSuiteCode(suite, mains, (done, milliseconds) =>
    console.error(`${done} of ${mains.length}; compiled in ${milliseconds} ms`),
  );
  const faulty = new Set(failures.map(({ main }) => main)).size;
  console.log(row("valid schemas", mains.length));
  console.log(row("refused", refused));
  console.log(row("accepted", accepted));
  console.log(row("files", files));
  console.log(row("kB", Math.round(size / 1000)));
  console.log(row("strict-clean", `${accepted - faulty} (${((100 * (accepted - faulty)) / accepted).toFixed(2)} %)`));
  for (const [code, some] of byCode(failures)) console.log(row(code, some));
  for (const { main, code, message } of failures) console.log(`${main}: ${code} ${message}`);
  return failures.length === 0;
}

function byCode(failures: readonly CodeFailure[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of failures) counts.set(code, (counts.get(code) ?? 0) + 1);
  return new Map([...counts].sort(([, left], [, right]) => right - left));
}

function row(label: string, value: number | string): string {
  return `${label.padEnd(20)}${String(value).padStart(16)}`;
}

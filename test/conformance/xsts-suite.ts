import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Answer, type Check, judgeInstance, judgeSchema } from "./xsts-verdict.js";

/** One test of the W3C XML Schema Test Suite, as the list beside the suite has it. */
export interface SuiteTest {
  readonly id: string;
  readonly contributor: string;
  readonly kind: "schema" | "instance";
  /** Below the suite's folder. */
  readonly main: string;
  readonly instance: string | null;
  readonly score10: boolean;
  readonly expected10: "valid" | "invalid";
  readonly schemaExpected10: "valid" | "invalid";
}

export interface Suite {
  readonly folder: string;
  /** The tests that are counted for XSD 1.0. */
  readonly tests: readonly SuiteTest[];
  /** The ids of those that are left when most of the repetitive ones are left out. */
  readonly fast: ReadonlySet<string>;
}

/**
 * The suite, unpacked to a temporary folder, where it stays for the next run.
 *
 * @param root - the project's folder
 * @returns `undefined` where it is not beside the project
 */
export function openSuite(root: string): Suite | undefined {
  const archive = join(root, "../shared/xsts/xsts-dev.tar.xz");
  if (!existsSync(archive)) return undefined;
  const { size, mtimeMs } = statSync(archive);
  const folder = join(tmpdir(), `xsdsmith-xsts-${size}-${Math.trunc(mtimeMs)}`);
  if (!existsSync(folder)) unpack(archive, folder);
  const data = join(folder, "data");
  const tests = lines<SuiteTest>(join(data, "tests.jsonl")).filter(({ score10 }) => score10);
  const fast = new Set(lines<{ readonly id: string }>(join(data, "fast.jsonl")).map(({ id }) => id));
  return { folder: data, tests, fast };
}

/** Under another name first: what stands under its own is complete. */
function unpack(archive: string, folder: string): void {
  const partial = mkdtempSync(`${folder}-`);
  mkdirSync(partial, { recursive: true });
  const { status } = spawnSync("tar", ["xf", archive, "-C", partial], { stdio: "inherit" });
  if (status !== 0) throw new Error(`cannot unpack ${archive}`);
  try {
    renameSync(partial, folder);
  } catch (error) {
    // Another run was faster.
    if (!existsSync(folder)) throw error;
    rmSync(partial, { recursive: true, force: true });
  }
}

function lines<T>(file: string): readonly T[] {
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

export interface Result {
  readonly test: SuiteTest;
  readonly answer: Answer;
  /** Whether it is what the suite expects. */
  readonly pass: boolean;
}

/** @param check - what an instance is judged by; a schema has one judge */
export async function judge({ folder }: Suite, test: SuiteTest, check: Check): Promise<Result> {
  const main = join(folder, test.main);
  const instance = join(folder, "xsdtests", test.instance ?? "");
  const answer = test.kind === "schema" ? await judgeSchema(main) : await judgeInstance(main, instance, check);
  const [verdict] = answer;
  const { expected10, schemaExpected10 } = test;
  // To refuse an invalid schema is right, and what is then said of its instances is that they are not valid.
  const refused = verdict === "noschema" && schemaExpected10 === "invalid";
  return { test, answer, pass: refused ? expected10 === "invalid" : verdict === expected10 };
}

/**
 * The tests that are known to disagree, each with the reason: `id⇥reason` a line, `#` for remarks. A third column names the
 * one entry point that disagrees.
 */
export function expectedFailures(root: string, entryPoint: string): ReadonlyMap<string, string> {
  const text = readFileSync(join(root, "test/conformance/expected-failures.txt"), "utf8");
  const failures = new Map<string, string>();
  for (const line of text.split("\n")) {
    const [id = "", reason, only = entryPoint] = line.split("\t");
    if (line.startsWith("#") || line === "") continue;
    if (reason === undefined) throw new Error(`expected-failures.txt: no reason for ${id}`);
    if (only === entryPoint) failures.set(id, reason);
  }
  return failures;
}

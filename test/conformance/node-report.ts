import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../project-root.js";

const run = promisify(execFile);

/** As npm names the versions. Those of Node 20 start with the one that the package asks for. */
const versions = ["20.19.0", "22", "24", "latest"] as const;

const tests = ["test/unit", "test/wire", "test/types", "test/package/installed.test.ts", "test/docs.test.ts"];

/** libxmljs2 is built for the Node that installed it: what asks for its verdict is left out. */
const verdicts = "libxml2|the two disagree";

const home = join(root, "dist/.nodes");

interface TestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/**
 * Runs the tests on each supported version of Node.js, one after the other.
 *
 * @param given - the tests to run instead of the usual ones
 * @returns whether none failed
 */
export async function nodeReport(given: readonly string[]): Promise<boolean> {
  await installNodes();
  console.log(row("asked for", "Node", "passed", "failed", "skipped"));
  let good = true;
  for (const version of versions) {
    const node = pathOf(version);
    const { stdout } = await run(node, ["--version"]);
    const report = await runTests(node, given.length === 0 ? tests : given);
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = report;
    console.log(row(version, stdout.trim(), numPassedTests, numFailedTests, numPendingTests));
    const failed = testResults.flatMap(({ name, status, message, assertionResults }) => {
      const titles = assertionResults.filter((one) => one.status === "failed").map(({ fullName }) => fullName);
      // A file that does not load has no test that fails.
      const said = titles.length > 0 || status === "passed" ? titles : [message.split("\n")[0]];
      return said.map((title) => `  .${name.replace(root, "")}: ${title}`);
    });
    for (const line of failed) console.log(line);
    if (failed.length > 0 || numPassedTests === 0) good = false;
  }
  return good;
}

/** Installs the executables alone, by the package that `node` has for this platform. */
async function installNodes(): Promise<void> {
  if (versions.every((version) => existsSync(pathOf(version)))) return;
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, "package.json"), "{}");
  const packages = versions.map((version) => `node-${version}@npm:node-${process.platform}-${process.arch}@${version}`);
  await run("npm", ["install", "--no-save", "--prefix", home, ...packages]);
}

function pathOf(version: string): string {
  return join(home, `node_modules/node-${version}/bin/node`);
}

async function runTests(node: string, files: readonly string[]): Promise<TestReport> {
  const out = join(home, "report.json");
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const args = [vitest, "run", "--reporter=json", `--outputFile=${out}`, "--maxWorkers=1", ...files];
  for (const file of judgedByLibxml2()) args.push("--exclude", file);
  args.push("--testNamePattern", `^(?!.*(${verdicts}))`);
  await run(node, args, { cwd: root, maxBuffer: 1 << 28 }).catch(() => undefined);
  return JSON.parse(readFileSync(out, "utf8")) as TestReport;
}

/** The test files that load libxmljs2 whatever they test. */
function judgedByLibxml2(): readonly string[] {
  return readdirSync(join(root, "test/unit"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => `test/unit/${name}`)
    .filter((file) => /from "([./]+\/libxml2\.js|libxmljs2)"/.test(readFileSync(join(root, file), "utf8")));
}

function row(...cells: readonly (string | number)[]): string {
  return cells.map((cell) => String(cell).padEnd(12)).join("");
}

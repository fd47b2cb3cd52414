import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "../test/project-root.js";
import { table } from "./measure.js";

const edits = 8;
const rounds = 5;
/** Between two edits, and before the first: what somebody needs to find the next line, in milliseconds. */
const pauses = [3_000, 0];

/**
 * `xsdsmith generate --watch` over the Exchange schemas of 2018 as a process of its own: from saving a one-line edit of
 * `types.xsd` to the new `types.ts` in its place.
 */
export async function measureWatch(): Promise<void> {
  const source = join(root, "../shared/data/ews/v2018_01_08");
  if (!existsSync(source)) {
    console.log(`skipped: there is no ${source}`);
    return;
  }
  execFileSync("npm", ["run", "build"], { cwd: root, stdio: "ignore" });
  const rows: string[][] = [];
  for (const pause of pauses) {
    const taken: (readonly Taken[])[] = [];
    for (let round = 0; round < rounds; round++) taken.push(await editInTurn(source, pause));
    const label = pause === 0 ? "at once" : `after ${pause / 1000} s`;
    rows.push([`${label}, median`, ...eachEdit(taken, ({ elapsed }) => elapsed, rounds >> 1)]);
    rows.push([`${label}, slowest`, ...eachEdit(taken, ({ elapsed }) => elapsed, rounds - 1)]);
    rows.push([`${label}, median of the processor`, ...eachEdit(taken, ({ busy }) => busy, rounds >> 1)]);
  }
  console.log(`\nExchange 2018, generate --watch: from a saved edit to the new file, ms, ${rounds} processes\n`);
  console.log(table([["each edit", ...Array.from({ length: edits }, (_, edit) => String(edit + 1))], ...rows]));
}

/** What one edit took, in milliseconds. */
interface Taken {
  readonly elapsed: number;
  /** The processor's time, which depends less on what else the machine does. */
  readonly busy: number;
}

/** For each edit the value of this rank among all processes. */
function eachEdit(taken: readonly (readonly Taken[])[], part: (taken: Taken) => number, rank: number): string[] {
  return Array.from({ length: edits }, (_, edit) => {
    const values = taken.flatMap((process) => process.slice(edit, edit + 1).map(part));
    return (values.sort((left, right) => left - right)[rank] ?? Infinity).toFixed(0);
  });
}

async function editInTurn(source: string, pause: number): Promise<readonly Taken[]> {
  const folder = mkdtempSync(join(tmpdir(), "xsdsmith-watch-"));
  let watcher: ChildProcess | undefined;
  try {
    cpSync(source, folder, { recursive: true });
    const cli = join(root, "dist/generator/cli/main.js");
    const args = [cli, "generate", "services.wsdl", "--out", "out", "--watch"];
    watcher = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
    const lines = createInterface({ input: watcher.stdout ?? process.stdin })[Symbol.asyncIterator]();
    // What it did first, and that it watches.
    await lines.next();
    await lines.next();
    const schema = join(folder, "types.xsd");
    const text = readFileSync(schema, "utf8");
    const taken: Taken[] = [];
    for (let edit = 0; edit < edits; edit++) {
      await sleep(pause);
      const started = performance.now();
      const before = processorTime(watcher.pid);
      writeFileSync(
        schema,
        text.replace(/<xs:element name="PhoneCallState"/, `<xs:element name="PhoneCallState${edit}"`),
      );
      // The line is printed when the files are in their places.
      await lines.next();
      taken.push({ elapsed: performance.now() - started, busy: processorTime(watcher.pid) - before });
      if (!readFileSync(join(folder, "out/types.ts"), "utf8").includes(`phoneCallState${edit}`))
        throw new Error("not generated");
    }
    return taken;
  } finally {
    watcher?.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In ticks of a hundredth of a second; not known on systems without such files. */
function processorTime(pid: number | undefined): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return Number.NaN;
  // Behind the name, which may hold anything: the state is the third field, user and system time the 14th and 15th.
  const fields = readFileSync(file, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

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
    const times: number[][] = [];
    for (let round = 0; round < rounds; round++) times.push(await editInTurn(source, pause));
    const columns = Array.from({ length: edits }, (_, edit) =>
      times.map((row) => row[edit] ?? Infinity).sort(ascending),
    );
    const label = pause === 0 ? "at once" : `after ${pause / 1000} s`;
    rows.push([`${label}, median`, ...columns.map((column) => milliseconds(column[rounds >> 1]))]);
    rows.push([`${label}, slowest`, ...columns.map((column) => milliseconds(column.at(-1)))]);
  }
  console.log(`\nExchange 2018, generate --watch: from a saved edit to the new file, ms, ${rounds} processes\n`);
  console.log(table([["each edit", ...Array.from({ length: edits }, (_, edit) => String(edit + 1))], ...rows]));
}

async function editInTurn(source: string, pause: number): Promise<readonly number[]> {
  const folder = mkdtempSync(join(tmpdir(), "xsdsmith-watch-"));
  let watcher: ChildProcess | undefined;
  try {
    cpSync(source, folder, { recursive: true });
    const cli = join(root, "dist/generator/cli/main.js");
    const args = [cli, "generate", "services.wsdl", "--out", "out", "--watch"];
    watcher = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
    const lines = createInterface({ input: watcher.stdout ?? process.stdin })[Symbol.asyncIterator]();
    await lines.next();
    const schema = join(folder, "types.xsd");
    const text = readFileSync(schema, "utf8");
    const times: number[] = [];
    for (let edit = 0; edit < edits; edit++) {
      await sleep(pause);
      const started = performance.now();
      writeFileSync(
        schema,
        text.replace(/<xs:element name="PhoneCallState"/, `<xs:element name="PhoneCallState${edit}"`),
      );
      // The line is printed when the files are in their places.
      await lines.next();
      times.push(performance.now() - started);
      if (!readFileSync(join(folder, "out/types.ts"), "utf8").includes(`phoneCallState${edit}`))
        throw new Error("not generated");
    }
    return times;
  } finally {
    watcher?.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

function ascending(left: number, right: number): number {
  return left - right;
}

function milliseconds(time: number | undefined): string {
  return (time ?? Infinity).toFixed(0);
}

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bestTimes, peakMemory, table } from "./measure.js";
import { type BenchDocument, benchDocuments } from "./xml-documents.js";
import { contestants } from "./xml-readers.js";

const names = contestants.map(({ name }) => name);

/** Speed of reading all values, and the memory that it takes, beside others. */
export function run([task, contestant = "", file = ""]: readonly string[]): void {
  if (task === "memory") {
    measureMemory(Number(contestant), file);
    return;
  }
  const documents = benchDocuments();
  const versions = `Node ${process.versions.node}`;
  console.log(`${versions}; all names, attributes and texts read; MB/s, and how many times ours is faster\n`);
  console.log(table([["document", ...names], ...documents.map(speedRow)]));
  console.log("\nHow far reading the document five times raises the peak memory of a process, in MB\n");
  console.log(table([["document", ...names], ...memoryRows(documents)]));
}

function speedRow({ name, text }: BenchDocument): readonly string[] {
  // Short documents many times, or the clock is too coarse.
  const times = Math.max(1, Math.round(200_000 / text.length));
  const runs = contestants.map(({ read }) => () => {
    for (let index = 0; index < times; index++) read(text);
  });
  const [ours = 0, ...others] = bestTimes(runs, 8, 250).map((time) => (text.length * times) / time / 1_000);
  return [name, ours.toFixed(0), ...others.map((speed) => `${speed.toFixed(0)} (${(ours / speed).toFixed(1)}×)`)];
}

function memoryRows(documents: readonly BenchDocument[]): readonly (readonly string[])[] {
  const folder = mkdtempSync(join(tmpdir(), "xml-bench-"));
  const rows = documents.map(({ name, text }, index) => {
    const file = join(folder, `${index}.xml`);
    writeFileSync(file, text);
    return [name, ...names.map((_, contestant) => memoryOf(contestant, file).toFixed(0))];
  });
  rmSync(folder, { recursive: true });
  return rows;
}

/** In a process of its own, which has nothing but the text and the modules. */
function memoryOf(contestant: number, file: string): number {
  const script = process.argv[1] ?? "";
  const child = spawnSync(process.execPath, ["--expose-gc", script, "xml", "memory", `${contestant}`, file]);
  return Number(child.stdout.toString());
}

function measureMemory(contestant: number, file: string): void {
  const text = readFileSync(file, "utf8");
  globalThis.gc?.();
  const before = peakMemory();
  for (let index = 0; index < 5; index++) contestants[contestant]?.read(text);
  console.log(peakMemory() - before);
}

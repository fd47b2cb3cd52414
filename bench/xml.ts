import { spawnSync } from "node:child_process";
import { bestTime, table } from "./measure.js";
import { benchDocuments } from "./xml-documents.js";
import { contestants } from "./xml-readers.js";

const documents = benchDocuments();

/** Speed of reading all values, and the memory that it takes, beside others. */
export function run(args: readonly string[]): void {
  const [task, name, document] = args;
  if (task === "memory") measureMemory(Number(name), Number(document));
  else printTables();
}

function printTables(): void {
  const names = contestants.map(({ name }) => name);
  const speeds = documents.map(({ text }) => {
    // Short documents many times, or the clock is too coarse.
    const times = Math.max(1, Math.round(200_000 / text.length));
    return contestants.map(({ read }) => {
      const time = bestTime(() => {
        for (let index = 0; index < times; index++) read(text);
      });
      return (text.length * times) / time / 1_000;
    });
  });
  const rows = documents.map(({ name }, index) => {
    const [ours = 0, ...others] = speeds[index] ?? [];
    return [name, ours.toFixed(0), ...others.map((speed) => `${speed.toFixed(0)} (${(ours / speed).toFixed(1)}×)`)];
  });
  console.log(
    `Node ${process.versions.node}; all names, attributes and texts read; MB/s, and how many times ours is faster\n`,
  );
  console.log(table([["document", ...names], ...rows]));
  const memory = documents.map(({ name }, document) => [
    name,
    ...contestants.map((_, contestant) => `${memoryOf(contestant, document).toFixed(0)}`),
  ]);
  console.log(
    "\nPeak memory of a process that reads the document once, in MB beyond the text and the loaded modules\n",
  );
  console.log(table([["document", ...names], ...memory]));
}

function memoryOf(contestant: number, document: number): number {
  const script = process.argv[1] ?? "";
  const child = spawnSync(process.execPath, ["--expose-gc", script, "xml", "memory", `${contestant}`, `${document}`]);
  return Number(child.stdout.toString());
}

function measureMemory(contestant: number, document: number): void {
  const text = documents[document]?.text ?? "";
  const read = contestants[contestant]?.read;
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  const held = read?.(text);
  const peak = process.resourceUsage().maxRSS * 1_024;
  console.log(held === undefined ? Number.NaN : Math.max(0, peak - before) / 1e6);
}

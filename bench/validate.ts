import { spawnSync } from "node:child_process";
import { bestTime, table } from "./measure.js";
import { type Contestant, contestants } from "./validators.js";
import { callInfoResponse, findItemResponse } from "./xml-documents.js";

const documents = [
  { name: "600 B", text: callInfoResponse() },
  { name: "100 KB", text: findItemResponse(100_000) },
  { name: "5 MB", text: findItemResponse(5_000_000) },
];

/**
 * Parse with validation into typed objects, beside what others do with the same document: each in a process of its own,
 * so that no one collects another's garbage.
 */
export async function run(args: readonly string[]): Promise<void> {
  const at = args.indexOf("--modules");
  const all = await contestants(at === -1 ? undefined : args[at + 1]);
  const one = args.indexOf("--one");
  if (one === -1) printTable(all, args);
  else console.log(JSON.stringify(speeds(all[Number(args[one + 1])])));
}

function printTable(all: readonly Contestant[], args: readonly string[]): void {
  console.log(`Node ${process.versions.node}; MB/s, and how many times faster \`parse\` is\n`);
  const rows = all.map((_, index) => speedsInProcess(index, args));
  const [first = []] = rows;
  const cells = rows.map((row, index) =>
    row.map((speed, column) =>
      index === 0 ? speed.toFixed(1) : `${speed.toFixed(1)} (${((first[column] ?? 0) / speed).toFixed(2)}×)`,
    ),
  );
  const names = documents.map(({ name }) => name);
  console.log(table([["", ...names], ...cells.map((row, index) => [all[index]?.name ?? "", ...row])]));
}

function speedsInProcess(index: number, args: readonly string[]): readonly number[] {
  const script = process.argv[1] ?? "";
  const child = spawnSync(process.execPath, [script, "validate", "--one", String(index), ...args], {
    encoding: "utf8",
  });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout);
}

function speeds(contestant: Contestant | undefined): readonly number[] {
  if (contestant === undefined) return [];
  const { name, run } = contestant;
  return documents.map(({ text }) => {
    if (!run(text)) throw new Error(`${name} finds the document invalid`);
    const times = Math.max(1, Math.round(100_000 / text.length));
    const time = bestTime(() => {
      for (let index = 0; index < times; index++) run(text);
    }, 2_000);
    return (text.length * times) / time / 1_000;
  });
}

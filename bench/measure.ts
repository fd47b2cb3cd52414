import { readFileSync } from "node:fs";

/** The best of several runs, in milliseconds; the first ones warm up. */
export function bestTime(run: () => unknown, atLeast = 700, atLeastRuns = 4): number {
  const until = performance.now() + atLeast;
  let best = Infinity;
  for (let runs = 0; runs < atLeastRuns || performance.now() < until; runs++) {
    const started = performance.now();
    run();
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

/** The best times of two runs that take turns, so that a busy machine is as unkind to one as to the other. */
export function bestTimes(one: () => unknown, other: () => unknown, rounds: number): readonly [number, number] {
  const best: [number, number] = [Infinity, Infinity];
  for (let round = 0; round < rounds; round++) {
    best[0] = Math.min(best[0], bestTime(one, 0, 1));
    best[1] = Math.min(best[1], bestTime(other, 0, 1));
  }
  return best;
}

/** The most memory that this process has held, in MB. What `getrusage` says counts the parent's at the start. */
export function peakMemory(): number {
  try {
    const status = readFileSync("/proc/self/status", "utf8");
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1.024e-3;
  } catch {
    return process.resourceUsage().maxRSS * 1.024e-3;
  }
}

/** A table in Markdown, its columns aligned. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`);
  lines.splice(1, 0, `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`);
  return lines.join("\n");
}

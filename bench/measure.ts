import { readFileSync } from "node:fs";

/** The best time of a run, in milliseconds, of as many as begin in the given time. */
export function bestTime(run: () => unknown, atLeast = 700): number {
  const until = performance.now() + atLeast;
  let best = Infinity;
  do {
    const started = performance.now();
    run();
    best = Math.min(best, performance.now() - started);
  } while (performance.now() < until);
  return best;
}

/** The best times of runs that take turns, so that a busy machine is as unkind to one as to the others. */
export function bestTimes(runs: readonly (() => unknown)[], rounds: number, atLeast = 0): readonly number[] {
  const best = runs.map(() => Infinity);
  for (let round = 0; round < rounds; round++) {
    for (const [index, run] of runs.entries()) best[index] = Math.min(best[index] ?? Infinity, bestTime(run, atLeast));
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

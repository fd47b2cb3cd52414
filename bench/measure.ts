/** The best of several runs, in milliseconds; the first ones warm up. */
export function bestTime(run: () => unknown, atLeast = 700): number {
  const until = performance.now() + atLeast;
  let best = Infinity;
  for (let runs = 0; runs < 4 || performance.now() < until; runs++) {
    const started = performance.now();
    run();
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

/** A table in Markdown, its columns aligned. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`);
  lines.splice(1, 0, `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`);
  return lines.join("\n");
}

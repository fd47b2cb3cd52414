import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cells, missing, type Runner, runCell } from "./matrix/cells.js";
import { rows } from "./matrix/rows.js";

for (const row of rows) {
  const reason = missing(row);
  if (reason !== undefined) console.warn(`skipped: ${row.name}: ${reason}`);
  describe.skipIf(reason !== undefined)(row.name, () => {
    let runner: Runner;
    beforeAll(async () => {
      runner = await row.start();
    }, 60_000);
    afterAll(() => runner.close());

    it.each(cells)("%s", async (cell) => {
      expect(await runCell(row, runner, cell)).toMatch(/^(yes|–|its fault: .*)$/);
    });
  });
}

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cells, missing, type Runner, rows, runCell } from "./matrix/cells.js";

// ASMX has a scenario of its own, in servers.test.ts.
for (const row of rows.filter(({ name }) => !name.includes("ASMX"))) {
  const reason = missing(row);
  if (reason !== undefined) console.warn(`skipped: ${row.name}: ${reason}`);
  describe.skipIf(reason !== undefined)(row.name, () => {
    let runner: Runner;
    beforeAll(async () => {
      runner = await row.start();
    });
    afterAll(() => runner.close());

    it.each(cells)("%s", async (cell) => {
      expect(await runCell(row, runner, cell)).toMatch(/^(yes|–|its fault: .*)$/);
    });
  });
}

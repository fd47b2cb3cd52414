import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { root } from "../project-root.js";
import { type MeasuredSize, measureSizes, readSizeTable, sizes } from "./sizes.js";

let measured: ReadonlyMap<string, MeasuredSize>;
beforeAll(async () => {
  measured = new Map((await measureSizes()).map((row) => [row.name, row]));
});
const told = readSizeTable(readFileSync(join(root, "docs/size.md"), "utf8"));

describe("the size of", () => {
  it.each(sizes)("$name stays under its ceiling", ({ name, ceiling }) => {
    expect(measured.get(name)?.gzip).toBeLessThanOrEqual(ceiling);
    expect(measured.get(name)?.gzip).toBeGreaterThan(0);
  });
});

describe("docs/size.md", () => {
  it("tells the same rows and ceilings", () => {
    expect([...told].map(([name, { ceiling }]) => [name, ceiling])).toEqual(
      sizes.map(({ name, ceiling }) => [name, ceiling]),
    );
  });

  it.each(sizes)("tells the size of $name to within 5 %: npm run size writes it anew", ({ name }) => {
    const gzip = measured.get(name)?.gzip ?? 0;
    expect(Math.abs((told.get(name)?.gzip ?? 0) - gzip) / gzip).toBeLessThan(0.05);
  });
});

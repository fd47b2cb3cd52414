import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { regenerate } from "./docs/generated-code.js";
import { root } from "./project-root.js";

const file = join(root, "docs/generated-code.md");

it("docs/generated-code.md shows what is generated", async () => {
  const text = readFileSync(file, "utf8");
  const made = await regenerate(text);
  if (process.env["UPDATE_GOLDENS"] === "1" && process.env["CI"] === undefined) writeFileSync(file, made);
  expect(made).toBe(readFileSync(file, "utf8"));
  expect(made.match(/^## /gm)?.length).toBeGreaterThanOrEqual(12);
});

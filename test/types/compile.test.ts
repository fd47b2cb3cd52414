import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { root } from "../project-root.js";

const tsc = join(root, "node_modules/.bin/tsc");

it("the compiler agrees with what the files beside this one expect of types", async () => {
  expect(await complaints(join(root, "test/types"))).toBe("");
});

it("the compiler calls an enumeration by its name, however many values it has", async () => {
  const folder = join(root, "dist/.test/enumeration-name");
  mkdirSync(folder, { recursive: true });
  const extending = join(root, "test/types/tsconfig.json");
  const config = { extends: extending, include: ["wrong.ts"], exclude: [] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const generated = JSON.stringify(join(root, "generated/um.js"));
  const lines = [`import type { UMCallState } from ${generated};`, `export const state: UMCallState = "Lost";`];
  writeFileSync(join(folder, "wrong.ts"), lines.join("\n"));
  expect(await complaints(folder)).toContain(`Type '"Lost"' is not assignable to type 'UMCallState'`);
  rmSync(folder, { recursive: true });
});

async function complaints(project: string): Promise<string> {
  const args = ["-p", project, "--pretty", "false"];
  const { stdout } = await promisify(execFile)(tsc, args).catch((failure: { readonly stdout: string }) => failure);
  return stdout;
}

import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { root } from "../project-root.js";

const tsc = join(root, "node_modules/.bin/tsc");

it("the compiler agrees with what the files beside this one expect of types", async () => {
  const args = ["-p", join(root, "test/types"), "--pretty", "false"];
  const { stdout } = await promisify(execFile)(tsc, args).catch((failure: { readonly stdout: string }) => failure);
  expect(stdout).toBe("");
});

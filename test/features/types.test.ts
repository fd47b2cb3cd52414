import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { root } from "../project-root.js";

it("the goldens of all features are clean under every strict flag", async () => {
  const args = ["-p", join(root, "test/features"), "--pretty", "false"];
  const run = promisify(execFile)(join(root, "node_modules/.bin/tsc"), args);
  const { stdout } = await run.catch((failure: { readonly stdout: string }) => failure);
  expect(stdout).toBe("");
});

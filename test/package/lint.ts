import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../project-root.js";
import { pack, run } from "./install.js";

/**
 * `npm run check:package`: what publint and Are The Types Wrong say of the packed package, as npm would publish it.
 * The package is ESM only: `require` of it takes Node 20.19, and resolution as of Node 10 has never known `exports`.
 */
const folder = mkdtempSync(join(tmpdir(), "xsdsmith-lint-"));
try {
  const { tarball } = await pack(folder);
  const commands = [
    ["publint", "run", tarball, "--strict"],
    ["attw", tarball, "--profile", "esm-only", "--format", "table-flipped", "--no-emoji", "--no-color"],
  ] as const;
  for (const [name, ...args] of commands) {
    await run(join(root, "node_modules/.bin", name), args).then(
      ({ stdout }) => console.log(stdout.trimEnd()),
      ({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }) => {
        console.error(`${stdout}${stderr}`.trimEnd());
        process.exitCode = 1;
      },
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

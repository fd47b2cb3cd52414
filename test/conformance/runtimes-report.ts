import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { codeBlocks } from "../docs/code-blocks.js";
import { installPacked } from "../package/install.js";
import { root } from "../project-root.js";

const run = promisify(execFile);
const home = join(root, "dist/.runtimes");

/** Other runtimes, as npm names them, with how they run a TypeScript file. */
const runtimes = [
  { name: "deno", args: ["run", "--allow-all", "--node-modules-dir=manual"] },
  { name: "bun", args: ["run"] },
] as const;

/**
 * Runs the example of README.md on Deno and Bun, in a project where the packed package is installed.
 *
 * @returns whether it prints what README.md says
 */
export async function runtimesReport(): Promise<boolean> {
  await installRuntimes();
  const blocks = codeBlocks("README.md", readFileSync(join(root, "README.md"), "utf8"));
  const code = blocks.find(({ marks }) => marks.includes("runnable"))?.code ?? "";
  const promised = [...code.matchAll(/\/\/ prints (.*)$/gm)].map(([, line]) => line).join("\n");
  const installed = await installPacked();
  let good = promised !== "";
  try {
    writeFileSync(join(installed.project, "package.json"), JSON.stringify({ type: "module" }));
    writeFileSync(join(installed.project, "example.ts"), code);
    for (const { name, args } of runtimes) {
      const runtime = join(home, "node_modules/.bin", name);
      const version = (await run(runtime, ["--version"])).stdout.split("\n")[0];
      const said = await run(runtime, [...args, "example.ts"], { cwd: installed.project, timeout: 60_000 }).then(
        ({ stdout }) => stdout.trimEnd(),
        ({ stderr }: { readonly stderr: string }) => stderr.trimEnd(),
      );
      const same = said === promised;
      if (!same) good = false;
      console.log(`${name.padEnd(6)}${version?.padEnd(60)}${same ? "as README.md says" : said}`);
    }
  } finally {
    installed.remove();
  }
  return good;
}

async function installRuntimes(): Promise<void> {
  if (runtimes.every(({ name }) => existsSync(join(home, "node_modules/.bin", name)))) return;
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, "package.json"), "{}");
  await run("npm", ["install", "--no-save", "--prefix", home, ...runtimes.map(({ name }) => name)]);
}

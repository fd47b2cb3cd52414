import { execFile } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../project-root.js";

/** The compilers that code has to be clean with, as npm names their versions. */
export const compilers = ["5.5", "5.9", "6", "7"] as const;

export type Compiler = (typeof compilers)[number];

const home = join(root, "dist/.compilers");

/** Installs the compilers into a folder of their own, where they are not there yet. */
export async function installCompilers(): Promise<void> {
  if (compilers.every((compiler) => existsSync(pathOf(compiler)))) return;
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, "package.json"), "{}");
  const packages = compilers.map((version) => `typescript-${version}@npm:typescript@${version}`);
  await promisify(execFile)("npm", ["install", "--no-save", "--prefix", home, ...packages]);
}

/** What a compiler says of a project, with what it counts. */
export async function compileWith(compiler: Compiler, project: string): Promise<string> {
  const args = [pathOf(compiler), "-p", project, "--pretty", "false", "--extendedDiagnostics"];
  const run = promisify(execFile)(process.execPath, args, { maxBuffer: 1 << 26 });
  const { stdout } = await run.catch((failure: { readonly stdout: string }) => failure);
  return stdout;
}

/** The flags that not every one of the compilers knows. */
export function flagsOf(compiler: Compiler): Readonly<Record<string, boolean>> {
  // It came with 5.8.
  return compiler === "5.5" ? {} : { erasableSyntaxOnly: true };
}

function pathOf(compiler: Compiler): string {
  return join(home, `node_modules/typescript-${compiler}/bin/tsc`);
}

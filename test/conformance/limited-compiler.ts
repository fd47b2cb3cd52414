import { execFile } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { root } from "../project-root.js";

/** The most memory, in kB, and the most time that one run may take: some types make a compiler want all there is. */
const memoryLimit = 4_000_000;
const timeLimit = 120_000;

/**
 * Runs the project's TypeScript compiler on a configuration, without letting it take the machine.
 *
 * @returns the lines of what it found; a text that says what became of it where it did not come to an end
 */
export async function runCompiler(project: string, args: readonly string[] = []): Promise<readonly string[] | string> {
  const command = [await compilerPath(), "-p", project, "--pretty", "false", ...args];
  const limited = ["-c", `ulimit -v ${memoryLimit}; exec "$0" "$@"`, ...command];
  try {
    const { stdout } = await promisify(execFile)("sh", limited, { maxBuffer: 1 << 26, timeout: timeLimit });
    return linesOf(stdout);
  } catch (failure) {
    const { code, killed, stdout } = failure as { code?: unknown; killed?: boolean; stdout: string };
    if (killed === true) return `more than ${timeLimit / 1000} s`;
    const lines = linesOf(stdout);
    return lines.some((line) => line.includes("error TS")) ? lines : `the compiler ended with ${String(code)}`;
  }
}

function linesOf(text: string): readonly string[] {
  return text.split("\n").filter((line) => line !== "");
}

/** The program itself: a script that starts it could not be ended together with it. */
async function compilerPath(): Promise<string> {
  const module = pathToFileURL(join(root, "node_modules/typescript/lib/getExePath.js")).href;
  const { default: path }: { readonly default: () => string } = await import(module);
  return path();
}

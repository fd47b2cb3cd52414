import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../project-root.js";

export const run: (
  file: string,
  args: readonly string[],
  options?: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv },
) => Promise<{ readonly stdout: string; readonly stderr: string }> = promisify(execFile);

/** The package as a user gets it: packed, and unpacked into a project of its own that has nothing else installed. */
export interface Installed {
  /** The project's folder, outside of this one. */
  readonly project: string;
  /** The package's folder inside the project. */
  readonly package: string;
  /** What was packed, by path from the package's folder. */
  readonly files: readonly string[];
  remove(): void;
}

interface PackReport {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/** Packs the package into a folder as `npm publish` would, from what is built. */
export async function pack(folder: string): Promise<{ readonly tarball: string; readonly files: readonly string[] }> {
  const { stdout } = await run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], {
    cwd: root,
  });
  const [report] = Object.values(JSON.parse(stdout) as Readonly<Record<string, PackReport>>);
  if (report === undefined) throw new Error(`npm pack reported nothing: ${stdout}`);
  return { tarball: join(folder, report.filename), files: report.files.map(({ path }) => path) };
}

export async function installPacked(): Promise<Installed> {
  const project = mkdtempSync(join(tmpdir(), "xsdsmith-package-"));
  const { tarball, files } = await pack(project);
  const target = join(project, "node_modules", "xsdsmith");
  mkdirSync(target, { recursive: true });
  await run("tar", ["-xzf", tarball, "-C", target, "--strip-components=1"]);
  const remove = (): void => rmSync(project, { recursive: true, force: true });
  return { project, package: target, files, remove };
}

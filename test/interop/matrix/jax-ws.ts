import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../../project-root.js";

const run = promisify(execFile);
const library = "/usr/share/jaxws/lib";
const folder = join(root, "dist/.peers/jax-ws");

export const jaxWs = { needs: ["java", "javac", "wsimport"], packages: "jaxws openjdk-17-jdk-headless" } as const;

let built: Promise<void> | undefined;

/** Generates from the descriptions and compiles `Peer.java`, once; gives what `java` is run with, and where. */
export async function jaxWsPeer(): Promise<{ readonly args: readonly string[]; readonly cwd: string }> {
  built ??= build();
  await built;
  return { args: ["-cp", `${classPath()}:.`, "Peer"], cwd: folder };
}

function classPath(): string {
  return readdirSync(library)
    .filter((name) => name.endsWith(".jar"))
    .map((name) => join(library, name))
    .join(":");
}

async function build(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const matrix = join(root, "test/interop/matrix");
  const schemas = join(root, "schemas");
  for (const file of [join(matrix, "Peer.java"), join(matrix, "matrix.wsdl"), join(matrix, "album.wsdl")]) {
    cpSync(file, join(folder, file.slice(matrix.length + 1)));
  }
  for (const name of ["um.wsdl", "um.xsd"]) cpSync(join(schemas, name), join(folder, name));
  const packages = ["matrix", "album", "um"];
  for (const name of packages) {
    const args = ["-quiet", "-extension", "-Xnocompile", "-s", ".", "-p", name, `${name}.wsdl`];
    await run("wsimport", args, { cwd: folder });
  }
  const sources = ["Peer.java", ...packages.map((name) => `${name}/package-info.java`)];
  await run("javac", ["-nowarn", "-cp", `${classPath()}:.`, ...sources], { cwd: folder });
}

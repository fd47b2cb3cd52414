import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "../project-root.js";
import { run } from "./install.js";

/**
 * `npm run check:publish`: publishes the package to a registry on this machine (Verdaccio, installed into a temporary
 * folder), installs it from there, imports every entry point and generates code with the command. What is published is
 * gone at the end. Provenance is left out: only the workflow of a release can state it.
 */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "xsdsmith-publish-"));
  let registry: ChildProcess | undefined;
  try {
    const verdaccio = await installVerdaccio();
    const port = await freePort();
    registry = startRegistry(verdaccio, folder, port);
    const url = `http://127.0.0.1:${port}/`;
    await answers(registry, `${url}-/ping`);
    const integrity = await publish(folder, url);
    await use(folder, url, integrity);
  } finally {
    registry?.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly exports: Readonly<Record<string, unknown>>;
}

const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Manifest;

/** Stays where it is for the next run. */
async function installVerdaccio(): Promise<string> {
  const home = join(tmpdir(), "xsdsmith-verdaccio");
  const command = join(home, "node_modules/verdaccio/bin/verdaccio");
  if (existsSync(command)) return command;
  mkdirSync(home, { recursive: true });
  // It asks for node-fetch by a tag, which mirrors of the registry may lack.
  const own = { private: true, dependencies: { verdaccio: "6" }, overrides: { "node-fetch": "^2.7.0" } };
  writeFileSync(join(home, "package.json"), JSON.stringify(own));
  await run("npm", ["install", "--no-fund", "--no-audit"], { cwd: home });
  return command;
}

function startRegistry(verdaccio: string, folder: string, port: number): ChildProcess {
  const config = join(folder, "registry.yaml");
  writeFileSync(
    config,
    [
      `storage: ${join(folder, "storage")}`,
      "auth: { htpasswd: { file: ./htpasswd } }",
      "packages: { '**': { access: $all, publish: $all } }",
      // The package with its documentation and schemas is larger than what it takes by default in one message.
      "max_body_size: 50mb",
      "log: { type: stdout, level: warn }",
    ].join("\n"),
  );
  const args = [verdaccio, "--config", config, "--listen", `127.0.0.1:${port}`];
  return spawn(process.execPath, args, { cwd: folder, stdio: "ignore" });
}

/** @returns the hash of what the registry has */
async function publish(folder: string, url: string): Promise<string> {
  // Anybody may publish there, but npm does not try without a token.
  writeFileSync(join(folder, "npmrc"), `//${new URL(url).host}/:_authToken=none\n`);
  const args = ["publish", "--registry", url, "--userconfig", join(folder, "npmrc"), "--loglevel", "warn"];
  const refusal = await run("npm", args, { cwd: root }).then(
    () => "",
    ({ stderr }: { readonly stderr: string }) => stderr,
  );
  if (!/provenance/.test(refusal)) throw new Error(`npm publishes without provenance: ${refusal}`);
  report("npm publish with provenance is refused on this machine", /npm error (?!code)(.*)/.exec(refusal)?.[1]);
  const { stderr } = await run("npm", [...args, "--no-provenance"], { cwd: root });
  if (/npm warn/.test(stderr)) throw new Error(`npm is not content with the package: ${stderr}`);
  const { stdout } = await run("npm", ["view", manifest.name, "--json", "--registry", url], { cwd: folder });
  const { version, dist } = JSON.parse(stdout) as {
    readonly version: string;
    readonly dist: { readonly integrity: string };
  };
  report("npm publish", `${manifest.name}@${version}`);
  return dist.integrity;
}

async function use(folder: string, url: string, integrity: string): Promise<void> {
  const cwd = join(folder, "project");
  mkdirSync(cwd);
  writeFileSync(join(cwd, "package.json"), '{ "type": "module" }\n');
  await run("npm", ["install", "--no-fund", "--no-audit", "--registry", url, manifest.name], { cwd });
  const { packages } = JSON.parse(readFileSync(join(cwd, "package-lock.json"), "utf8")) as {
    readonly packages: Readonly<Record<string, { readonly integrity?: string }>>;
  };
  if (packages[`node_modules/${manifest.name}`]?.integrity !== integrity) {
    throw new Error("what is installed is not what was published");
  }
  report("npm install", Object.keys(packages).filter(Boolean).join(", "));
  for (const subpath of Object.keys(manifest.exports)) {
    const specifier = subpath.replace(".", manifest.name);
    const options = subpath.endsWith(".json") ? ', { with: { type: "json" } }' : "";
    const code = `console.log(Object.keys(await import("${specifier}"${options})).length)`;
    const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", code], { cwd });
    report(`import "${specifier}"`, `${stdout.trim()} names`);
  }
  // The registry of this run knows no other package.
  await run("npm", ["install", "--no-fund", "--no-audit", "ts-morph"], { cwd });
  const command = join(cwd, "node_modules/.bin", manifest.name);
  const version = await run(command, ["--version"], { cwd });
  if (version.stdout.trim() !== manifest.version) throw new Error(`the command is of version ${version.stdout}`);
  const generated = await run(
    command,
    ["generate", `node_modules/${manifest.name}/schemas/um.wsdl`, "--out", "generated"],
    { cwd },
  );
  report("xsdsmith generate", generated.stdout.trim().split("\n").join("; "));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answers(registry: ChildProcess, url: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (registry.exitCode !== null) throw new Error(`the registry has ended with ${registry.exitCode}`);
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // Not yet.
    }
    await sleep(200);
  }
  throw new Error("the registry does not answer");
}

function report(what: string, result: string | undefined): void {
  console.log(`${what}: ${result ?? ""}`);
}

await main();

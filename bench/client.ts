import { execFile, execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { generateFiles } from "../generator/generate.js";
import { nodeFiles } from "../generator/load/node-files.js";
import { startUmService } from "../src/node/um-testing.js";
import { createUmClient } from "../src/um.js";
import { table } from "./measure.js";

/** A way to call Disconnect: a module that exports `call(endpoint, callId)`. */
interface Contestant {
  readonly name: string;
  readonly code: string;
  /** Whether it can be in a browser at all. */
  readonly browser: boolean;
  readonly validates: string;
}

const wsdl = JSON.stringify(join(process.cwd(), "schemas/um.wsdl"));
const messages = "http://schemas.microsoft.com/exchange/services/2006/messages";

const contestants: readonly Contestant[] = [
  {
    name: "xsdsmith",
    code: `
      import { createClient } from "xsdsmith/soap";
      import { UMService } from "./um.js";
      export const call = (endpoint, callId) => createClient(UMService, { endpoint }).disconnect({ callId });`,
    browser: true,
    validates: "both messages",
  },
  {
    name: "node-soap",
    code: `
      import soap from "soap";
      export const call = async (endpoint, CallId) => {
        const client = await soap.createClientAsync(${wsdl}, { endpoint });
        return client.DisconnectAsync({ CallId });
      };`,
    browser: false,
    validates: "nothing",
  },
  {
    name: "easy-soap-request",
    code: `
      import request from "easy-soap-request";
      export const call = (url, id) => request({
        url,
        headers: { "content-type": "text/xml; charset=utf-8", soapaction: '"${messages}/Disconnect"' },
        xml: '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><Disconnect xmlns="${messages}"><CallId>' + id + "</CallId></Disconnect></s:Body></s:Envelope>",
      });`,
    browser: true,
    validates: "nothing",
  },
];

const runs = 9;

/** A client of one operation: how large, how fast to import, how fast to the first answer. */
export async function run(): Promise<void> {
  const root = process.cwd();
  const peers = join(root, "dist/.peers");
  const folder = join(peers, "client");
  installPeers(peers);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const entry = ["schemas/um.wsdl"];
  const options = { ...nodeFiles(root), operations: ["Disconnect"], style: "bare" } as const;
  const { files } = await generateFiles(entry, options);
  for (const { path, text } of files) writeFileSync(join(folder, path), text);
  const empty = join(folder, "empty.mjs");
  writeFileSync(empty, "export const call = () => undefined;");
  const service = await startUmService();
  const um = createUmClient({ endpoint: service.endpoint });
  const rows = [["", "gzip for Node", "gzip for browsers", "import", "first call", "import, bundled", "validates"]];
  const imports = new Map<string, readonly [installed: number, bundled: number]>();
  const floors: number[] = [];
  for (const { name, code, browser, validates } of contestants) {
    const file = name.replace(/\W+/g, "-");
    const source = join(folder, `${file}.mjs`);
    writeFileSync(source, code);
    const bundled = join(folder, `${file}.bundled.mjs`);
    const node = await bundle(source, root, "node", bundled);
    const web = browser ? await bundle(source, root, "browser") : undefined;
    // As installed, not bundled: what an application does first.
    const module = await installed(source, root, folder, file);
    const times: (readonly [number, number])[] = [];
    const bundledTimes: number[] = [];
    for (let count = 0; count < runs; count++) {
      const call = await um.playOnPhone({ entryId: "AAAA", dialString: "1" });
      const id = typeof call === "string" ? call : call.id;
      times.push(await timeOnce(module, service.endpoint, id));
      bundledTimes.push((await timeOnce(bundled, service.endpoint, id))[0]);
      floors.push((await timeOnce(empty, service.endpoint, id))[0]);
    }
    const first = median(times.map(([, called]) => called));
    const loaded = [median(times.map(([time]) => time)), median(bundledTimes)] as const;
    imports.set(name, loaded);
    rows.push([
      name,
      kilobytes(node),
      web === undefined ? "not possible" : kilobytes(web),
      `${loaded[0].toFixed(1)} ms`,
      `${first.toFixed(1)} ms`,
      `${loaded[1].toFixed(1)} ms`,
      validates,
    ]);
  }
  await service.close();
  const floor = median(floors);
  rows.push(["an empty module", "", "", `${floor.toFixed(1)} ms`, "", `${floor.toFixed(1)} ms`, ""]);
  console.log(table(rows));
  const soap = imports.get("node-soap") ?? [Number.NaN, Number.NaN];
  const above = (time: number) => time - floor;
  console.log("\nHow many times as long node-soap's import takes, and so without what an empty module takes:");
  for (const [name, [installed, bundled]] of imports) {
    if (!name.startsWith("xsdsmith")) continue;
    const ratios = [
      soap[0] / installed,
      above(soap[0]) / above(installed),
      soap[1] / bundled,
      above(soap[1]) / above(bundled),
    ];
    const [whole, own, wholeBundled, ownBundled] = ratios.map((ratio) => ratio.toFixed(1));
    console.log(`${name}: installed ${whole} (${own}), bundled ${wholeBundled} (${ownBundled})`);
  }
  console.log(`Medians of ${runs} processes each, by Node.js ${process.versions.node}.`);
}

function installPeers(peers: string): void {
  if (["soap", "easy-soap-request"].every((name) => existsSync(join(peers, "node_modules", name)))) return;
  mkdirSync(peers, { recursive: true });
  writeFileSync(join(peers, "package.json"), `{ "private": true }`);
  const args = ["install", "--no-audit", "--no-fund", "soap", "easy-soap-request"];
  execFileSync("npm", args, { cwd: peers, stdio: "inherit" });
}

const alias = (root: string) => ({
  "xsdsmith/codegen": join(root, "dist/src/codegen.js"),
  "xsdsmith/soap": join(root, "dist/src/soap.js"),
});

/** @param outfile - where it is written, if at all */
async function bundle(
  source: string,
  root: string,
  platform: "node" | "browser",
  outfile?: string | undefined,
): Promise<number> {
  const { outputFiles } = await build({
    ...{ entryPoints: [source], bundle: true, minify: true, format: "esm", write: false, logLevel: "silent" },
    platform,
    target: "es2022",
    // Packages in CommonJS ask for Node's modules by `require`; ours are none.
    ...(platform === "node" && !basename(source).startsWith("xsdsmith") ? { banner: { js: requireShim } } : {}),
    alias: alias(root),
    ...(platform === "browser" ? { external: ["node:*", "stream", "http", "https", "url", "util", "zlib"] } : {}),
  });
  if (outfile !== undefined) writeFileSync(outfile, outputFiles[0]?.contents ?? "");
  return gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length;
}

/** The module with its packages outside of it; our own names are this project's compiled files. */
async function installed(source: string, root: string, folder: string, name: string): Promise<string> {
  const outfile = join(folder, `${name}.installed.mjs`);
  const links = Object.entries(alias(root));
  await build({
    ...{ entryPoints: [source], outfile, bundle: true, format: "esm", platform: "node", logLevel: "silent" },
    external: [...links.map(([from]) => from), "soap", "easy-soap-request"],
  });
  let text = readFileSync(outfile, "utf8");
  for (const [from, to] of links) text = text.replaceAll(`"${from}"`, JSON.stringify(to));
  writeFileSync(outfile, text);
  return outfile;
}

/** In a process of its own: milliseconds to import, and from there to the answer. */
async function timeOnce(module: string, endpoint: string, callId: string): Promise<readonly [number, number]> {
  const script = `
    const start = performance.now();
    const { call } = await import(process.argv[1]);
    const loaded = performance.now();
    await call(process.argv[2], process.argv[3]);
    console.log(JSON.stringify([loaded - start, performance.now() - loaded]));`;
  const args = ["--input-type=module", "-e", script, module, endpoint, callId];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout);
}

const requireShim = `import { createRequire } from "node:module"; const require = createRequire(import.meta.url);`;

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

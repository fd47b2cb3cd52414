import { execFile } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** The packages that bring libxml2 along. */
export type EngineName = "libxmljs2" | "libxml2-wasm";

/** Given the name of the package and the file; prints what is wrong as JSON, `null` where the package is missing. */
const script = `
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
const [name, file] = process.argv.slice(1);
const url = pathToFileURL(file).href;
const text = readFileSync(file, "utf8");
const engines = {
  libxmljs2: async ({ default: libxml }) => {
    // Any document will do: the schemas are compiled first.
    libxml.parseXml("<none/>").validate(libxml.parseXml(text, { baseUrl: url }));
  },
  "libxml2-wasm": async (wasm) => {
    (await import("libxml2-wasm/lib/nodejs.mjs")).xmlRegisterFsInputProviders();
    wasm.XsdValidator.fromDoc(wasm.XmlDocument.fromString(text, { url }));
  },
};
const engine = await import(name).catch((error) => {
  if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
});
let reasons = [];
try {
  if (engine !== undefined) await engines[name](engine);
} catch (error) {
  const messages = error.details?.map(({ message }) => message.trim()) ?? [];
  reasons = messages.length > 0 ? messages : [String(error.message).trim()];
}
process.stdout.write(JSON.stringify(engine === undefined ? null : reasons));
`;

/**
 * Has libxml2 compile a schema in a process of its own, which may crash or be stopped.
 *
 * @param patience - so long it is waited for, in milliseconds: there are content models that it comes to no end with
 * @returns what it finds wrong; `undefined` where the package is not installed
 */
export function compileApart(
  name: EngineName,
  file: string,
  patience = 30_000,
): Promise<readonly string[] | undefined> {
  // Packages are looked for from here.
  const cwd = dirname(fileURLToPath(import.meta.url));
  const args = ["--input-type=module", "--eval", script, name, file];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd, timeout: patience, maxBuffer: 100_000_000 }, (error, stdout, stderr) => {
      if (error === null) resolve((JSON.parse(stdout) as readonly string[] | null) ?? undefined);
      else if (error.killed === true) resolve([`it comes to no end within ${patience / 1000} seconds`]);
      else resolve([`it fails (${error.signal ?? stderr.trim().split("\n").at(-1)})`]);
    });
  });
}

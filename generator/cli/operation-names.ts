import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { packageVersion } from "./package-version.js";
import type { Terminal } from "./terminal.js";

/** What is kept of a WSDL between two presses of a key. */
interface Kept {
  /** The files that were read, by URI, with their size and time; `null` for one that is not there. */
  readonly read: Readonly<Record<string, string | null>>;
  readonly lines: readonly string[];
}

/**
 * The operations of a WSDL file for a shell: a name, a tab, and what it takes and gives. Reading a large WSDL takes longer than
 * anyone waits for a key, so the answer is kept in the user's cache folder until one of the files changes.
 *
 * @throws SchemaError for a file that is not there or not valid
 */
export async function operationNames(entry: string, terminal: Terminal): Promise<readonly string[]> {
  const file = keptFile(resolve(terminal.cwd, entry), terminal.env);
  const kept = readKept(file);
  if (kept !== undefined && Object.entries(kept.read).every(([uri, state]) => stateOf(uri) === state))
    return kept.lines;
  const { nodeFiles, readServices } = await import("../index.js");
  const { describeMessages } = await import("./operation-list.js");
  const files = nodeFiles(terminal.cwd);
  const read: Record<string, string | null> = {};
  const readFile: typeof files.readFile = (uri) => {
    if (uri.startsWith("file:")) read[uri] = stateOf(uri);
    return files.readFile(uri);
  };
  const { services } = await readServices([entry], { ...files, readFile, style: "bare" });
  const described = new Map(
    services.flatMap(({ bound }) => bound.operations.map((operation) => [operation.name, describeMessages(operation)])),
  );
  const lines = [...described].map(([name, messages]) => `${name}\t${messages}`);
  keep(file, { read, lines });
  return lines;
}

function keptFile(entry: string, env: Terminal["env"]): string {
  const { XDG_CACHE_HOME: folder = "" } = env;
  const key = createHash("sha256").update(`${packageVersion()}\n${entry}`).digest("hex").slice(0, 32);
  return join(folder === "" ? join(homedir(), ".cache") : folder, "xsdsmith", `operations-${key}.json`);
}

function stateOf(uri: string): string | null {
  const found = statSync(fileURLToPath(uri), { throwIfNoEntry: false });
  return found === undefined ? null : `${found.size} ${found.mtimeMs}`;
}

function readKept(file: string): Kept | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Kept;
  } catch {
    // None yet, or broken off: it is written anew.
    return undefined;
  }
}

function keep(file: string, kept: Kept): void {
  try {
    mkdirSync(join(file, ".."), { recursive: true });
    // Moved into its place: two shells at once must not mix.
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(kept));
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // Where nothing can be kept, each press of the key takes its time.
  }
}

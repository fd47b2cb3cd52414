import { spawn } from "node:child_process";
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  cpSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { root } from "../project-root.js";

const shared = join(root, "..", "shared", "peers");

/** Why a peer cannot run here, or `undefined` when it can. Says so on the console: a skipped test shows no reason. */
export function whyNot(peer: string, programs: readonly string[], packages: string): string | undefined {
  const reason = !existsSync(shared)
    ? "../shared/peers is not there"
    : programs.some((program) => !isInstalled(program))
      ? `missing Debian packages: apt-get install ${packages}`
      : undefined;
  if (reason !== undefined) console.warn(`skipped: ${peer}: ${reason}`);
  return reason;
}

/** A program on the path, or a file by its full name. */
export function isInstalled(program: string): boolean {
  const folders = program.startsWith("/") ? [""] : [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin"];
  return folders.some((folder) => {
    try {
      accessSync(folder === "" ? program : join(folder, program), constants.R_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** A copy of the peers that may be written to: they compile and keep their state beside their sources. */
export class Peers {
  /** Where the copy is; the peers keep their state in `run` there. */
  readonly folder: string = mkdtempSync(join(tmpdir(), "xsdsmith-peers-"));
  readonly #running: (readonly [program: string, port: number])[] = [];

  constructor() {
    cpSync(shared, this.folder, { recursive: true });
    // The original may be read-only.
    chmodSync(this.folder, 0o755);
    for (const name of readdirSync(this.folder, { recursive: true, encoding: "utf8" })) {
      chmodSync(join(this.folder, name), 0o755);
    }
  }

  /** Starts a server and waits until it answers. */
  async start(program: string, ...options: readonly string[]): Promise<{ readonly origin: string }> {
    const port = await freePort();
    await this.startAt(program, port, ...options);
    return { origin: `http://127.0.0.1:${port}` };
  }

  /** The same at a port that others count on. */
  async startAt(program: string, port: number, ...options: readonly string[]): Promise<void> {
    this.#running.push([program, port]);
    const { code, output } = await this.run(program, ["start", String(port), ...options]);
    if (code !== 0) throw new Error(`${program} did not start: ${output}`);
  }

  /** Runs one of the peers' programs to its end. */
  async run(
    program: string,
    args: readonly string[],
  ): Promise<{ readonly code: number | null; readonly output: string }> {
    // Into a file: a server that it leaves running would hold a pipe open.
    const log = join(this.folder, `${program}-${process.hrtime.bigint()}.log`);
    const handle = openSync(log, "w");
    try {
      const child = spawn(join(this.folder, "bin", program), args, {
        stdio: ["ignore", handle, handle],
        env: { ...process.env, UMLAB: this.folder },
      });
      const code = await new Promise<number | null>((resolve, reject) => {
        child.once("error", reject);
        child.once("exit", resolve);
      });
      return { code, output: readFileSync(log, "utf8") };
    } finally {
      closeSync(handle);
    }
  }

  /** Stops every server that was started, by its process id, and removes the copy. */
  async close(): Promise<void> {
    for (const [program, port] of this.#running) await this.run(program, ["stop", String(port)]);
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A port that is free, and the one a thousand above it too: the ASMX peer uses both. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    if ((await isFree(port)) && (await isFree(port + 1000))) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

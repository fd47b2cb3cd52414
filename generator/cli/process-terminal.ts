import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import type { Terminal } from "./terminal.js";

/** The terminal of the running process. */
export function processTerminal(): Terminal {
  // `xsdsmith … | head`: a reader that has seen enough is no failure.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
  const { NO_COLOR: noColor = "" } = process.env;
  return {
    env: process.env,
    cwd: process.cwd(),
    color: process.stderr.isTTY === true && noColor === "",
    print: (line) => void process.stdout.write(`${line}\n`),
    error: (line) => void process.stderr.write(`${line}\n`),
    askSecret: process.stdin.isTTY === true && process.stderr.isTTY === true ? askSecret : undefined,
  };
}

/** Reads a line from the terminal without showing it. */
function askSecret(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  return new Promise((resolve) => {
    let answer = "";
    lines.once("line", (line) => {
      answer = line;
      lines.close();
    });
    // Ctrl+C and Ctrl+D close without a line.
    lines.once("close", () => {
      process.stderr.write("\n");
      resolve(answer);
    });
  });
}

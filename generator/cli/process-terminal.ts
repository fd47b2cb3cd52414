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
  const canAsk = process.stdin.isTTY === true && process.stderr.isTTY === true;
  return {
    env: process.env,
    cwd: process.cwd(),
    color: process.stderr.isTTY === true && noColor === "",
    print: (line) => void process.stdout.write(`${line}\n`),
    error: (line) => void process.stderr.write(`${line}\n`),
    // Where the output goes elsewhere, a line that comes and goes between is still seen.
    status: process.stderr.isTTY === true ? showStatus : undefined,
    interrupted,
    ask: canAsk ? (question) => ask(question, process.stderr) : undefined,
    askSecret: canAsk ? askSecret : undefined,
  };
}

/** Returns to the start of the line and clears it (ECMA-48: CR, EL). */
function showStatus(text: string): void {
  // Some terminals do not know their width, and say 0.
  const width = Math.max(process.stderr.columns ?? 0, 40) - 1;
  process.stderr.write(`\r\u001b[K${text.slice(0, width)}`);
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
}

/** Reads a line from the terminal without showing it. */
async function askSecret(question: string): Promise<string> {
  const answer = await ask(question, new Writable({ write: (_chunk, _encoding, done) => done() }));
  process.stderr.write("\n");
  return answer;
}

/** @param output - where what is typed is shown */
function ask(question: string, output: NodeJS.WritableStream): Promise<string> {
  process.stderr.write(question);
  const lines = createInterface({ input: process.stdin, output, terminal: true });
  return new Promise((resolve) => {
    let answer = "";
    lines.once("line", (line) => {
      answer = line;
      lines.close();
    });
    // Ctrl+C and Ctrl+D close without a line.
    lines.once("close", () => resolve(answer));
  });
}

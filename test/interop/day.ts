import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { XmlError } from "../../src/errors.js";
import { nodeTransport } from "../../src/node/index.js";
import { createClient, SoapFault, type TransportError } from "../../src/soap.js";
import { umRetry } from "../../src/um.js";
import { UMService } from "../../src/um-messages.js";
import { root } from "../project-root.js";
import { freePort } from "./peers.js";

export interface DayReport {
  readonly calls: number;
  readonly answered: number;
  readonly faulted: number;
  /** By the error's code. */
  readonly failed: Readonly<Record<string, number>>;
  /** Calls that ended with something that is not one of our errors. */
  readonly unknown: readonly string[];
  /** Calls of which the first attempt was not the last. */
  readonly retried: number;
  readonly kills: number;
  /** How many telephones should have rung, may have, and did; and those that rang twice, or wrongly, or not. */
  readonly playOnPhone: { readonly answered: number; readonly failed: number; readonly rang: number };
  readonly contradictions: readonly string[];
  readonly unhandled: readonly unknown[];
}

/**
 * Calls a UM service that is killed and started again at random, and compares what the calls say with the telephones that
 * rang.
 *
 * @param duration - in milliseconds
 */
export async function liveThroughDay(duration: number, width = 20): Promise<DayReport> {
  const scratch = mkdtempSync(join(root, "dist/.day-"));
  const unhandled: unknown[] = [];
  const onUnhandled = (reason: unknown) => void unhandled.push(reason);
  process.on("unhandledRejection", onUnhandled);
  const rung = join(scratch, "rung.txt");
  writeFileSync(rung, "");
  const script = join(scratch, "um-service.mjs");
  await build({
    entryPoints: [join(root, "test/interop/um-service.ts")],
    outfile: script,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    conditions: ["@xsdsmith/source"],
    logLevel: "error",
  });
  const port = await freePort();
  const until = performance.now() + duration;
  let server = await startService(script, port, rung);
  let kills = 0;
  const killing = (async () => {
    while (performance.now() < until) {
      await pause(200 + Math.random() * 1200);
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGKILL");
      await ended;
      kills++;
      await pause(Math.random() * 300);
      server = await startService(script, port, rung);
    }
  })();

  const count = { calls: 0, answered: 0, faulted: 0, retried: 0 };
  const failed: Record<string, number> = {};
  const unknown: string[] = [];
  const phones = new Map<string, "answered" | "failed" | "unsent">();
  const transport = nodeTransport();
  const client = createClient(UMService, {
    endpoint: `http://127.0.0.1:${port}/EWS/UM2007Legacy.asmx`,
    transport,
    timeout: 10_000,
    interceptors: [
      async (request, next) => {
        try {
          return await next(request);
        } finally {
          if (request.attempts.count > 1) count.retried++;
        }
      },
      umRetry({ attempts: 8, delay: 100, maxDelay: 1000 }),
    ],
  });
  const act = async (number: number): Promise<void> => {
    const dialString = String(4_255_000_000 + number);
    const ringing = number % 3 === 0;
    try {
      if (ringing) await client.playOnPhone({ entryId: "AAAA", dialString });
      else if (number % 3 === 1) await client.getUMProperties();
      else await client.getCallInfo({ callId: "bogus" });
      count.answered++;
      if (ringing) phones.set(dialString, "answered");
    } catch (error) {
      if (error instanceof SoapFault) count.faulted++;
      else if (error instanceof XmlError) {
        failed[error.code] = (failed[error.code] ?? 0) + 1;
        if (ringing) phones.set(dialString, (error as TransportError).unsent ? "unsent" : "failed");
      } else unknown.push(String(error));
    }
  };
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (performance.now() < until) {
        await act(count.calls++);
        await pause(Math.random() * 20);
      }
    }),
  );
  await killing;
  server.kill("SIGKILL");
  await transport.close();
  const rings = readFileSync(rung, "utf8").split("\n").filter(Boolean);
  rmSync(scratch, { recursive: true, force: true });
  process.off("unhandledRejection", onUnhandled);
  const outcomes = [...phones.values()];
  return {
    ...count,
    failed,
    unknown,
    kills,
    playOnPhone: {
      answered: outcomes.filter((outcome) => outcome === "answered").length,
      failed: outcomes.filter((outcome) => outcome !== "answered").length,
      rang: rings.length,
    },
    contradictions: contradictions(phones, rings),
    unhandled,
  };
}

function contradictions(phones: ReadonlyMap<string, string>, rings: readonly string[]): readonly string[] {
  const times = new Map<string, number>();
  for (const ring of rings) times.set(ring, (times.get(ring) ?? 0) + 1);
  const twice = [...times].filter(([, count]) => count > 1).map(([phone, count]) => `${phone} rang ${count} times`);
  const wrong = [...phones].flatMap(([phone, outcome]) => {
    const rang = times.has(phone);
    if (outcome === "answered" && !rang) return [`${phone} was answered for and did not ring`];
    return outcome === "unsent" && rang ? [`${phone} rang, though nothing was sent`] : [];
  });
  return [...twice, ...wrong];
}

async function startService(script: string, port: number, rung: string): Promise<ChildProcess> {
  for (let tries = 0; tries < 20; tries++) {
    const child = fork(script, [String(port), rung], { stdio: ["ignore", "ignore", "ignore", "ipc"], execArgv: [] });
    const started = await new Promise<boolean>((resolve) => {
      child.once("message", () => resolve(true));
      child.once("exit", () => resolve(false));
    });
    if (started) return child;
  }
  throw new Error("the service does not start");
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

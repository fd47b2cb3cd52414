import { readFileSync } from "node:fs";
import { join } from "node:path";
import { XmlError } from "../../src/errors.js";
import { nodeTransport } from "../../src/node/index.js";
import { basicAuthentication, createUmClient } from "../../src/um.js";

/** One fault of the peer `faultlab`, by the offset of its port, and the code that it has to end in. */
export interface Fault {
  readonly offset: number;
  readonly path: string;
  readonly what: string;
  readonly wanted: string;
}

const service = "/EWS/UM2007Legacy.asmx";
const fault = (offset: number, what: string, wanted: string, path = service): Fault => ({ offset, path, what, wanted });
const redirect = (path: string) => fault(12, `redirects by ${path.slice(1)}`, "transport-redirect", path);
const page = (path: string, wanted: string) => fault(14, `answers ${path.slice(1)}`, wanted, path);

export const faults: readonly Fault[] = [
  fault(1, "never answers", "transport-timeout"),
  fault(2, "answers after 3 s", "transport-timeout"),
  fault(3, "closes without an answer", "transport-failed"),
  // haproxy tries for longer than the calls wait here.
  fault(4, "proxy that looks for its backend", "transport-timeout"),
  fault(10, "answers 40 bytes a second", "transport-timeout"),
  fault(11, "closes without an answer", "transport-failed"),
  ...["/301", "/302", "/303", "/307", "/308", "/same307", "/rel307", "/loop307", "/noloc307"].map(redirect),
  page("/503", "transport-status"),
  page("/429", "transport-status"),
  page("/502", "transport-status"),
  page("/401html", "transport-auth"),
  page("/200html", "transport-content-type"),
  page("/440", "transport-status"),
  page("/413", "transport-status"),
  page("/204", "transport-empty"),
  page("/500empty", "transport-status"),
  page("/500html", "transport-status"),
  page("/200empty", "transport-empty"),
  page("/202", "transport-empty"),
  fault(20, "https → http by 307", "transport-redirect", "/down307"),
  fault(21, "expired certificate", "transport-tls"),
  fault(22, "self-signed certificate", "transport-tls"),
  fault(23, "certificate of another host", "transport-tls"),
  fault(24, "TLS 1.1", "transport-tls"),
  fault(25, "wants a client certificate, 400 HTML", "transport-status"),
  fault(30, "shorter than its Content-Length", "transport-truncated"),
  fault(31, "reset in the body", "transport-truncated"),
  fault(32, "HTTP/1.0, cut in the body", "xml-well-formed"),
  fault(33, "half a gzip", "transport-truncated"),
  fault(34, "gzip with a wrong checksum", "transport-truncated"),
  fault(35, "gzip of 64 MiB", "transport-too-large"),
  fault(36, "says gzip, is not", "transport-truncated"),
  fault(37, "broken chunk size", "transport-truncated"),
  fault(38, "no last chunk", "transport-truncated"),
  fault(39, "header of 100 KB", "transport-too-large"),
  fault(40, "no HTTP", "transport-failed"),
  fault(41, "two Content-Lengths", "transport-failed"),
  fault(43, "a byte each 0.2 s", "transport-timeout"),
  fault(44, "headers, then silence", "transport-timeout"),
  // undici takes a 100 that nobody asked for as a breach of the protocol.
  fault(45, "five times 100, then 200", "transport-failed"),
  fault(46, "TLS that never answers", "transport-timeout"),
  fault(47, "HTTP on a TLS port", "transport-tls"),
  fault(48, "reset in the TLS handshake", "transport-tls"),
  fault(49, "TLS, cut in the body", "xml-well-formed"),
  fault(50, "nothing listens", "transport-refused"),
  fault(51, "never accepts", "transport-timeout"),
];

/** What is no fault, and has to work. */
export const sound: readonly Fault[] = [fault(20, "TLS as it should be", "success")];

export interface FaultOutcome extends Fault {
  readonly code: string;
  /** In milliseconds. */
  readonly time: number;
  readonly message: string;
}

export interface FaultReport {
  readonly outcomes: readonly FaultOutcome[];
  /** Sockets that the transport holds, and those of the whole process, after all. */
  readonly sockets: number;
  readonly handles: number;
  readonly unhandled: readonly unknown[];
}

/** Meets each fault with a client, all at once, and looks at what is left behind. */
export async function meetFaults(
  all: readonly Fault[],
  base: number,
  folder: string,
  timeout: number,
): Promise<FaultReport> {
  const unhandled: unknown[] = [];
  const onUnhandled = (reason: unknown) => void unhandled.push(reason);
  process.on("unhandledRejection", onUnhandled);
  const before = countSockets();
  const ca = readFileSync(join(folder, `run/faultlab-${base}/tls/ca.pem`));
  const transport = nodeTransport({ tls: { ca }, keepAlive: 500 });
  const outcomes = await Promise.all(all.map((each) => meet(each, base, transport, timeout)));
  // Kept connections end by themselves; what is left after that is in use.
  const until = performance.now() + 6000;
  while (transport.sockets > 0 && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 100));
  const { sockets } = transport;
  await transport.close();
  const handles = countSockets() - before;
  process.off("unhandledRejection", onUnhandled);
  return { outcomes, sockets, handles, unhandled };
}

async function meet(
  each: Fault,
  base: number,
  transport: ReturnType<typeof nodeTransport>,
  timeout: number,
): Promise<FaultOutcome> {
  const { offset, path } = each;
  const isTls = (offset >= 20 && offset < 30) || (offset >= 46 && offset < 50);
  const endpoint = `${isTls ? "https://localhost" : "http://127.0.0.1"}:${base + offset}${path}`;
  const authentication = basicAuthentication({ user: "secret", password: "secret" });
  const um = createUmClient({ endpoint, transport, authentication, timeout, maxResponseLength: 1_000_000 });
  const start = performance.now();
  let [code, message] = ["success", ""];
  try {
    await um.isUmEnabled();
  } catch (error) {
    code = error instanceof XmlError ? error.code : "not one of our errors";
    message = String(error);
  }
  return { ...each, code, message, time: performance.now() - start };
}

function countSockets(): number {
  return process.getActiveResourcesInfo().filter((name) => /^(TCPSocketWrap|TCPConnectWrap|TLSWrap)$/.test(name))
    .length;
}

/** A table: fault → code → time. */
export function faultTable({ outcomes, sockets, handles, unhandled }: FaultReport): string {
  const lines = outcomes.map(
    ({ offset, what, code, wanted, time }) =>
      `${String(offset).padStart(2)}  ${what.padEnd(38)} ${code.padEnd(24)} ${time.toFixed(0).padStart(5)} ms` +
      (code === wanted ? "" : `   expected ${wanted}`),
  );
  const left = `sockets left: ${sockets}, of the process: ${handles}; unhandled rejections: ${unhandled.length}`;
  return [...lines, left].join("\n");
}

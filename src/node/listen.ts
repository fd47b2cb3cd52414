import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { refuseUnknown } from "../text/unknown-option.js";

/** Where a {@link Handler} listens, and how long it waits. */
export interface ListenOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number | undefined;
  /** The default is 127.0.0.1: this machine only. */
  readonly host?: string | undefined;
  /** How long a client may take to send a request, in milliseconds. The default is 30,000. */
  readonly requestTimeout?: number | undefined;
}

const optionNames = /* @__PURE__ */ Object.keys({
  port: 0,
  host: 0,
  requestTimeout: 0,
} satisfies Record<keyof ListenOptions, 0>);

/** A server that listens. */
export interface Listener {
  /** `http://host:port`, without a slash at its end. */
  readonly url: string;
  readonly port: number;
  /** Takes no more connections, waits for the requests being answered up to `grace` milliseconds (5,000), and ends. */
  close(grace?: number): Promise<void>;
}

/**
 * Serves a web-standard handler over HTTP.
 *
 * Rejects where the port cannot be had.
 */
export function listen(
  handler: (request: Request) => Promise<Response>,
  options: ListenOptions = {},
): Promise<Listener> {
  refuseUnknown("listen", options, optionNames);
  const { port = 0, host = "127.0.0.1", requestTimeout = 30_000 } = options;
  let closing = false;
  const server = createServer({ requestTimeout }, (incoming, outgoing) => {
    const { address, port: bound } = server.address() as AddressInfo;
    serve(handler, incoming, outgoing, authority(address, bound), () => closing).catch(() => outgoing.destroy());
  });
  const close = (grace = 5000) =>
    new Promise<void>((resolve) => {
      closing = true;
      const timer = setTimeout(() => server.closeAllConnections(), grace);
      server.close(() => {
        clearTimeout(timer);
        resolve();
      });
      server.closeIdleConnections();
    });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const { address, port: bound } = server.address() as AddressInfo;
      resolve({ url: `http://${authority(address, bound)}`, port: bound, close });
    });
  });
}

async function serve(
  handler: (request: Request) => Promise<Response>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  bound: string,
  isClosing: () => boolean,
): Promise<void> {
  const aborted = new AbortController();
  outgoing.once("close", () => {
    if (!outgoing.writableFinished) aborted.abort();
  });
  const request = toRequest(incoming, bound, aborted.signal);
  const response = request === undefined ? new Response(null, { status: 400 }) : await handler(request);
  const body = Buffer.from(await response.arrayBuffer());
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) outgoing.appendHeader(name, value);
  outgoing.setHeader("content-length", body.byteLength);
  // What is left of a request that is too long is not read any more, and a connection that idles keeps a server open.
  if (response.status === 413 || isClosing()) outgoing.setHeader("connection", "close");
  outgoing.end(body);
}

/** `undefined` for a request that the web's interface cannot express. */
function toRequest(incoming: IncomingMessage, bound: string, signal: AbortSignal): Request | undefined {
  const { method = "GET", url = "/" } = incoming;
  try {
    const headers = new Headers();
    for (const [name, values] of Object.entries(incoming.headersDistinct)) {
      for (const value of values ?? []) headers.append(name, value);
    }
    const target = new URL(url, `http://${incoming.headers.host ?? bound}`);
    if (method === "GET" || method === "HEAD") return new Request(target, { method, headers, signal });
    return new Request(target, { method, headers, signal, body: Readable.toWeb(incoming), duplex: "half" });
  } catch {
    return undefined;
  }
}

function authority(address: string, port: number): string {
  return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}

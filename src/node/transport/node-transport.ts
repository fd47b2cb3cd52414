import type { Readable } from "node:stream";
import { checkAuthentication } from "../../soap/authentication.js";
import { refuseExposed } from "../../soap/credentials.js";
import {
  type Authentication,
  type Transport,
  TransportError,
  type TransportRequest,
  type TransportResponse,
} from "../../soap.js";
import { refuseUnknown } from "../../text/unknown-option.js";
import { Connections, type Route } from "./connections.js";
import { bodyFailure, requestFailure } from "./failure.js";
import { type ProxyOption, proxyFinder } from "./proxy.js";
import { BodyError, readBody, unpackBody } from "./read-body.js";
import { traceRequest } from "./request-events.js";
import { type TlsOptions, tlsOptionNames } from "./tls-options.js";

/** How many redirects of one request are followed. */
const mostRedirects = 5;

/** TLS, proxy, times and connections of a {@link NodeTransport}. */
export interface NodeTransportOptions {
  readonly tls?: TlsOptions | undefined;
  /** A proxy for all URLs, or `environment` for those that the environment names. The default is none. */
  readonly proxy?: ProxyOption | undefined;
  /** How long it may take to be connected, TLS and proxy included, in milliseconds. The default is 10,000. */
  readonly connectTimeout?: number | undefined;
  /** How long the server may be silent, in milliseconds, to about a second. The default is as long as the call may take. */
  readonly idleTimeout?: number | undefined;
  /** How long an unused connection is kept, in milliseconds, where the server does not say. The default is 4,000. */
  readonly keepAlive?: number | undefined;
  /** The most connections to one origin; requests beyond them wait. The default is 64. */
  readonly connections?: number | undefined;
  /** `same-origin` follows redirects that keep method and body (307, 308) within the origin. The default is `none`. */
  readonly redirects?: "none" | "same-origin" | undefined;
  /** Whether compressed answers are asked for. The default is true. */
  readonly compression?: boolean | undefined;
  /** Logs in by itself, for programs without a client that does: `ntlmAuthentication` and its like. */
  readonly authentication?: Authentication | undefined;
  /** Allows {@link authentication} over http to a host that is not this machine. */
  readonly allowInsecureCredentials?: boolean | undefined;
}

const optionNames = /* @__PURE__ */ Object.keys({
  tls: 0,
  proxy: 0,
  connectTimeout: 0,
  idleTimeout: 0,
  keepAlive: 0,
  connections: 0,
  redirects: 0,
  compression: 0,
  authentication: 0,
  allowInsecureCredentials: 0,
} satisfies Record<keyof NodeTransportOptions, 0>);

/** A transport that holds connections. */
export interface NodeTransport extends Transport {
  /** How many sockets are open or opening. */
  readonly sockets: number;
  /** Ends every connection, also those in use. No request can be sent afterwards. */
  close(): Promise<void>;
}

/**
 * A transport for Node on the package `undici`. Unlike `fetch`, it takes no answer for whole that broke off, and follows
 * no redirect to another origin. Unused connections do not keep the process alive.
 *
 * @throws TypeError for options that cannot be met
 */
export function nodeTransport(options: NodeTransportOptions = {}): NodeTransport {
  refuseUnknown("nodeTransport", options, optionNames);
  const tls = options.tls ?? {};
  refuseUnknown("tls", tls, tlsOptionNames);
  const { connectTimeout = 10_000, idleTimeout = 0, keepAlive = 4000, connections: perOrigin = 64 } = options;
  for (const [name, value] of Object.entries({ connectTimeout, keepAlive, connections: perOrigin })) {
    if (!(value > 0)) throw new TypeError(`${name} is a number above 0`);
  }
  const proxyFor = proxyFinder(options.proxy);
  let connections: Promise<Connections> | undefined;
  let opened: Connections | undefined;
  let isClosed = false;
  const open = async () => {
    const undici = await loadUndici();
    opened = new Connections({ undici, tls, proxyFor, connectTimeout, idleTimeout, keepAlive, perOrigin });
    return opened;
  };
  const send = async (request: TransportRequest): Promise<TransportResponse> => {
    if (isClosed) throw new TransportError("transport-failed", "the transport is closed", { unsent: true });
    connections ??= open().catch((error: unknown) => {
      connections = undefined;
      throw error;
    });
    const all = await connections;
    let url = new URL(request.url);
    for (let redirects = 0; ; redirects++) {
      const response = await traceRequest(request, url, () => exchange(all.route(url, request.pin), request, options));
      const target = options.redirects === "same-origin" ? redirectTarget(url, response) : undefined;
      if (target === undefined) return response;
      if (redirects === mostRedirects) {
        const { status, headers } = response;
        const reason = `the server redirects the request more than ${mostRedirects} times`;
        throw new TransportError("transport-redirect", reason, { status, headers });
      }
      url = target;
    }
  };
  return Object.defineProperty(
    Object.assign(logIn(send, options), {
      async close() {
        isClosed = true;
        await opened?.close();
      },
    }),
    "sockets",
    { get: () => opened?.size ?? 0 },
  ) as NodeTransport;
}

function logIn(send: Transport, { authentication, allowInsecureCredentials }: NodeTransportOptions): Transport {
  const pinning: Transport = Object.assign(send, { pinsConnections: true });
  if (authentication === undefined) return pinning;
  checkAuthentication(authentication, pinning);
  const guarded = async (request: TransportRequest) => {
    if (allowInsecureCredentials !== true) refuseExposed(request, false);
    return send(request);
  };
  const sendAs = (request: TransportRequest) => authentication.send(request, guarded);
  return Object.assign(sendAs, { pinsConnections: true, authenticates: true });
}

async function exchange(
  route: Route,
  request: TransportRequest,
  { compression = true }: NodeTransportOptions,
): Promise<TransportResponse> {
  const { signal, method } = request;
  const { dispatcher, path } = route;
  const accepted: Record<string, string> = compression ? { "accept-encoding": "gzip, deflate" } : {};
  const headers = { ...accepted, ...request.headers, ...route.headers };
  const leave = route.enter();
  try {
    const body = method === "GET" ? null : request.body;
    const sent = dispatcher.request({ path, method, headers, body, signal });
    const answer = await untilAborted(sent, signal).catch((error: unknown) => {
      throw requestFailure(route.explain(error), signal);
    });
    const connection = route.connection();
    const response = { status: answer.statusCode, headers: toHeaders(answer.headers) };
    return { ...response, body: await readWhole(answer.body, response, request), connection };
  } finally {
    leave();
  }
}

async function readWhole(
  stream: Readable,
  response: Pick<TransportResponse, "status" | "headers">,
  { maxResponseLength, signal }: TransportRequest,
): Promise<Uint8Array> {
  try {
    const packed = await readBody(stream, maxResponseLength);
    return await unpackBody(packed, response.headers.get("content-encoding"), maxResponseLength);
  } catch (error) {
    throw error instanceof BodyError ? bodyFailure(error, signal, response) : requestFailure(error, signal);
  }
}

function toHeaders(raw: Readonly<Record<string, string | string[] | undefined>>): Headers {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(raw)) {
    for (const value of typeof values === "string" ? [values] : values) {
      try {
        headers.append(name, value);
      } catch {
        // What the web's interface cannot hold, such as an empty name, no part of this package asks for.
      }
    }
  }
  return headers;
}

/**
 * The promise's outcome, or the signal's reason as soon as it is aborted: undici looks at the signal of a request only
 * when the request's connection is there.
 */
async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  let onAbort: (() => void) | undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort, { once: true });
  });
  // Whichever comes second is waited for by nobody.
  promise.catch(() => undefined);
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    if (onAbort !== undefined) signal.removeEventListener("abort", onAbort);
  }
}

let loading: Promise<typeof import("undici")> | undefined;

/**
 * The package that speaks HTTP. It is optional, so it is loaded when it is needed.
 *
 * @throws {@link TransportError} where it is not installed
 */
function loadUndici(): Promise<typeof import("undici")> {
  loading ??= import("undici").catch((cause: unknown) => {
    loading = undefined;
    throw new TransportError("transport-failed", "nodeTransport needs the package undici: npm install undici", {
      cause,
      unsent: true,
    });
  });
  return loading;
}

/**
 * Where a response sends the request, if it does so as it is to be followed: with the same method and body (307, 308), to
 * the same origin.
 *
 * @throws {@link TransportError} `transport-redirect` for another redirect
 */
function redirectTarget(url: URL, { status, headers }: TransportResponse): URL | undefined {
  if (status < 300 || status > 399 || status === 304) return undefined;
  const refuse = (reason: string) =>
    new TransportError("transport-redirect", `the server redirects the request (HTTP status ${status}) ${reason}`, {
      status,
      headers,
    });
  const location = headers.get("location");
  if (location === null || location === "" || !URL.canParse(location, url.href)) throw refuse("to no valid URL");
  const target = new URL(location, url);
  if (target.origin !== url.origin) throw refuse("to another origin, which is not followed");
  if (status !== 307 && status !== 308) throw refuse("with another method, which is not followed");
  return target;
}

import { XmlError } from "../errors.js";
import { readBytes, TooLongError } from "./bytes.js";
import { type Transport, TransportError, type TransportRequest } from "./transport.js";

export interface FetchTransportOptions {
  /** The platform's `fetch` where it is not given. */
  readonly fetch?: typeof globalThis.fetch | undefined;
}

/** A transport over the platform's `fetch`, or one that is given. */
export function fetchTransport(options: FetchTransportOptions = {}): Transport {
  return async (request) => {
    const { fetch = globalThis.fetch } = options;
    let response: Response;
    try {
      const { method, body, signal } = request;
      const headers: Record<string, string> = { ...request.headers };
      response = await fetch(request.url, { method, headers, body, signal, redirect: "manual", cache: "no-store" });
    } catch (error) {
      throw describeFailure(error, request.signal, "transport-failed");
    }
    if (response.type === "opaqueredirect") {
      throw new TransportError(
        "transport-redirect",
        "the server redirects the request, and redirects are not followed",
      );
    }
    return { status: response.status, headers: response.headers, body: await readBody(response, request) };
  };
}

async function readBody(response: Response, request: TransportRequest): Promise<Uint8Array> {
  const { status, headers } = response;
  let body: Uint8Array;
  try {
    body = await readBytes(response.body, request.maxResponseLength);
  } catch (error) {
    if (!(error instanceof TooLongError))
      throw describeFailure(error, request.signal, "transport-truncated", { status, headers });
    const reason = `the answer is longer than ${request.maxResponseLength} bytes; the option maxResponseLength allows more`;
    throw new TransportError("transport-too-large", reason, { status, headers });
  }
  checkLength(body.byteLength, status, headers);
  return body;
}

/** Platforms differ in whether they notice a body that ends before its Content-Length. */
function checkLength(length: number, status: number, headers: Headers): void {
  const announced = headers.get("content-length");
  if (announced === null || headers.has("content-encoding") || !/^\d+$/.test(announced)) return;
  if (length < Number(announced)) {
    const reason = `the answer ends after ${length} of ${announced} bytes`;
    throw new TransportError("transport-truncated", reason, { status, headers });
  }
}

/** What the codes that Node's `fetch` gives in `cause` mean; nothing was sent for those of `transport-refused`. */
const meanings: readonly (readonly [codes: RegExp, code: string, reason: string])[] = [
  [
    /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/,
    "transport-refused",
    "no connection could be made",
  ],
  [
    /^(UND_ERR_CONNECT_TIMEOUT|UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT|ETIMEDOUT)$/,
    "transport-timeout",
    "timed out",
  ],
  [
    /^(CERT_|ERR_TLS_|ERR_SSL_|EPROTO$|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH)/,
    "transport-tls",
    "the TLS connection failed",
  ],
];

function describeFailure(
  cause: unknown,
  signal: AbortSignal,
  code: "transport-failed" | "transport-truncated",
  options: { readonly status?: number; readonly headers?: Headers } = {},
): XmlError {
  if (signal.reason instanceof XmlError) return signal.reason;
  const detail = failureCode(cause);
  const shown = detail === undefined ? "" : ` (${detail})`;
  for (const [codes, meaning, reason] of meanings) {
    if (detail !== undefined && codes.test(detail)) {
      return new TransportError(meaning, `${reason}${shown}`, { ...options, cause });
    }
  }
  const reason = code === "transport-failed" ? "the exchange with the server failed" : "the answer broke off";
  return new TransportError(code, `${reason}${shown}`, { ...options, cause });
}

/** The `code` of an error or of what caused it. */
function failureCode(error: unknown): string | undefined {
  for (let inner = error, depth = 0; inner instanceof Error && depth < 5; inner = inner.cause, depth++) {
    if ("code" in inner && typeof inner.code === "string") return inner.code;
    // Node tries all addresses of a host and reports each failure.
    if (inner instanceof AggregateError) return failureCode(inner.errors[0]);
  }
  return undefined;
}

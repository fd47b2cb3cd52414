import { XmlError } from "../errors.js";
import type { BodyBytes } from "./bytes.js";

/** What a transport is to send. Names of headers are in lower case. */
export interface TransportRequest {
  readonly url: string;
  readonly method: "POST" | "GET";
  readonly headers: Readonly<Record<string, string>>;
  /** The empty string for a GET; bytes for a message with attachments. */
  readonly body: string | BodyBytes;
  /** Aborts the exchange: the caller's wish, or the end of its time. */
  readonly signal: AbortSignal;
  /** The longest body of a response to read, in bytes. */
  readonly maxResponseLength: number;
  /** When the signal is aborted at the latest, on the clock of `performance.now()`. */
  readonly deadline?: number | undefined;
  /**
   * Requests with the same object travel over one connection that no other request uses: for schemes that authenticate
   * connections. A transport that does not know its connections leaves `connection` out of its response.
   */
  readonly pin?: object | undefined;
}

/** The connection that a pinned request travelled over. */
export interface TransportConnection {
  /** Differs between connections. */
  readonly id: number;
  /** What binds credentials to the TLS connection (RFC 5929, `tls-server-end-point:…`); `undefined` without TLS. */
  readonly channelBinding: Uint8Array | undefined;
}

/** A response whose body has been read to its end. */
export interface TransportResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
  /** Only of pinned requests. */
  readonly connection?: TransportConnection | undefined;
}

/**
 * Sends a request and reads the response, whatever its status. A redirect is a response: it is never followed.
 *
 * @throws {@link TransportError} where no whole response came back
 */
export interface Transport {
  (request: TransportRequest): Promise<TransportResponse>;
  /** Whether it heeds `pin` and tells the `connection`: schemes that log in connections need it. */
  readonly pinsConnections?: boolean | undefined;
  /** Whether it logs in by itself, so that no client over it has to. */
  readonly authenticates?: boolean | undefined;
}

/** What is known of a response that is no envelope. */
export interface TransportErrorOptions extends ErrorOptions {
  readonly status?: number | undefined;
  readonly headers?: Headers | undefined;
  readonly excerpt?: string | undefined;
  readonly attempts?: number | undefined;
  readonly unsent?: boolean | undefined;
}

/** Response headers that may hold a secret. */
const secretHeaders: ReadonlySet<string> = new Set([
  "set-cookie",
  "authorization",
  "proxy-authorization",
  "authentication-info",
  "proxy-authentication-info",
]);

/**
 * No envelope came back. Codes: `transport-aborted`, `-auth`, `-content-type`, `-empty`, `-failed`, `-insecure`,
 * `-redirect`, `-refused`, `-status`, `-timeout`, `-tls`, `-too-large`, `-truncated`.
 *
 * It never holds anything of the request's headers.
 */
export class TransportError extends XmlError {
  override readonly name: string = "TransportError";
  /** The HTTP status; `undefined` where there was no response. */
  readonly status: number | undefined;
  /** The response's headers by their names in lower case, without those that may hold secrets. */
  readonly headers: Readonly<Record<string, string>>;
  /** The beginning of the response's body. */
  readonly excerpt: string | undefined;
  /** How often the request was tried, 1 where it was not repeated. */
  readonly attempts: number;
  /** Whether it is certain that the server has not seen the request. */
  readonly unsent: boolean;

  constructor(code: string, reason: string, options: TransportErrorOptions = {}) {
    super(code, reason, options);
    this.status = options.status;
    this.headers = Object.fromEntries([...(options.headers ?? [])].flatMap(shownHeader));
    this.excerpt = options.excerpt;
    this.attempts = options.attempts ?? 1;
    this.unsent = options.unsent ?? (code === "transport-refused" || code === "transport-insecure");
    if (this.attempts > 1) this.message += `, after ${this.attempts} attempts`;
  }
}

/** Redirects of login pages carry tokens in their queries. */
function shownHeader([name, value]: readonly [string, string]): readonly (readonly [string, string])[] {
  if (secretHeaders.has(name)) return [];
  return [[name, name === "location" ? value.replace(/[?#].*/s, "?…") : value]];
}

/** The same error, of a request that was tried that often. */
export function withAttempts(error: unknown, attempts: number): unknown {
  if (!(error instanceof TransportError) || error.attempts === attempts) return error;
  const { code, reason, cause } = error;
  return new TransportError(code, reason, { ...error, headers: new Headers({ ...error.headers }), cause, attempts });
}

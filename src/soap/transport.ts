import { XmlError } from "../errors.js";

/** What a transport is to send. Names of headers are in lower case. */
export interface TransportRequest {
  readonly url: string;
  readonly method: "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Aborts the exchange: the caller's wish, or the end of its time. */
  readonly signal: AbortSignal;
  /** The longest body of a response to read, in bytes. */
  readonly maxResponseLength: number;
}

/** A response whose body has been read to its end. */
export interface TransportResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/**
 * Sends a request and reads the response, whatever its status. A redirect is a response: it is never followed.
 *
 * @throws {@link TransportError} where no whole response came back
 */
export type Transport = (request: TransportRequest) => Promise<TransportResponse>;

export interface TransportErrorOptions extends ErrorOptions {
  readonly status?: number | undefined;
  readonly headers?: Headers | undefined;
  readonly excerpt?: string | undefined;
}

/** Response headers that may hold a secret. */
const secretHeaders: ReadonlySet<string> = new Set(["set-cookie", "authorization", "proxy-authorization"]);

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

  constructor(code: string, reason: string, options: TransportErrorOptions = {}) {
    super(code, reason, options);
    this.status = options.status;
    this.headers = Object.fromEntries([...(options.headers ?? [])].filter(([name]) => !secretHeaders.has(name)));
    this.excerpt = options.excerpt;
  }
}

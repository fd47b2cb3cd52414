import { XmlError } from "../errors.js";
import type { ClientRequest, Interceptor } from "./interceptor.js";
import { TransportError, type TransportResponse } from "./transport.js";

/** One exchange in a log. It holds nothing of a message's content, and of its headers no secret. */
export interface LogEntry {
  readonly operation: string;
  /** Without its query. */
  readonly url: string;
  /** The request's headers; what may be a secret is `…`. */
  readonly headers: Readonly<Record<string, string>>;
  /** Length of the request's body, in UTF-16 code units. */
  readonly requestLength: number;
  /** In milliseconds. */
  readonly duration: number;
  /** Undefined where no response came back, like `responseLength`. */
  readonly status: number | undefined;
  /** In bytes. */
  readonly responseLength: number | undefined;
  /** Why no response came back. */
  readonly error: { readonly code: string; readonly message: string } | undefined;
}

/** Headers whose values are known to be no secret; applications add theirs, such as API keys. */
const shownHeaders: ReadonlySet<string> = new Set([
  "accept",
  "accept-encoding",
  "content-type",
  "soapaction",
  "user-agent",
]);

/**
 * Tells of each exchange that passes: of each HTTP request where it stands innermost, of each call where it stands
 * outermost. What `write` throws is ignored.
 */
export function log(write: (entry: LogEntry) => void): Interceptor {
  return async (request, next) => {
    const start = performance.now();
    const tell = (outcome: { readonly response?: TransportResponse; readonly error?: unknown }) => {
      try {
        write(entryOf(request, performance.now() - start, outcome));
      } catch {
        // A log that is full ends no call.
      }
    };
    try {
      const response = await next(request);
      tell({ response });
      return response;
    } catch (error) {
      tell({ error });
      throw error;
    }
  };
}

function entryOf(
  request: ClientRequest,
  duration: number,
  { response, error }: { readonly response?: TransportResponse; readonly error?: unknown },
): LogEntry {
  const { origin, pathname } = new URL(request.url);
  return {
    operation: request.operation.name,
    url: origin + pathname,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, shownHeaders.has(name) ? value : "…"]),
    ),
    requestLength: request.body.length,
    duration,
    status: response?.status ?? (error instanceof TransportError ? error.status : undefined),
    responseLength: response?.body.byteLength,
    error: error === undefined ? undefined : describeError(error),
  };
}

/** Messages of our own errors are known to hold no secret; those of others are not shown. */
function describeError(error: unknown): { readonly code: string; readonly message: string } {
  if (error instanceof XmlError) return { code: error.code, message: error.reason };
  return { code: error instanceof Error ? error.name : typeof error, message: "an error that is not of this package" };
}

import { XmlError } from "../errors.js";
import { TransportError, type TransportErrorOptions } from "./transport.js";

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

/**
 * The error of a request that failed with something else than a response.
 *
 * @param code - the code where the failure itself says nothing
 */
export function describeFailure(
  cause: unknown,
  signal: AbortSignal,
  code: "transport-failed" | "transport-truncated",
  options: TransportErrorOptions = {},
): XmlError {
  if (signal.reason instanceof XmlError) return signal.reason;
  const chain = [...chainOf(cause)];
  const detail = chain.map(codeOf).find((found) => typeof found === "string");
  const shown = detail === undefined ? "" : ` (${detail})`;
  for (const [codes, meaning, reason] of meanings) {
    if (detail !== undefined && codes.test(detail)) {
      return new TransportError(meaning, `${reason}${shown}`, { ...options, cause });
    }
  }
  // What fetch refuses by itself has no code (Fetch, 2.9 "port blocking"); other messages may quote what is secret.
  if (chain.at(-1)?.message === "bad port") {
    return new TransportError("transport-refused", "fetch never connects to this port (bad port)", {
      ...options,
      cause,
    });
  }
  const reason = code === "transport-failed" ? "the exchange with the server failed" : "the answer broke off";
  return new TransportError(code, `${reason}${shown}`, { ...options, cause });
}

/** An error, what caused it, and so on; of the failures of all addresses of a host, which Node reports each, the first. */
function* chainOf(error: unknown): Iterable<Error> {
  for (let inner = error, depth = 0; inner instanceof Error && depth < 6; depth++) {
    yield inner;
    inner = inner.cause ?? (inner instanceof AggregateError ? inner.errors[0] : undefined);
  }
}

function codeOf(error: Error): unknown {
  return "code" in error ? error.code : undefined;
}

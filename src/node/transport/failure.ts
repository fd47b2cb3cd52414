import type { XmlError } from "../../errors.js";
import { describeFailure } from "../../soap/connection-failure.js";
import { TransportError, type TransportErrorOptions } from "../../soap/transport.js";
import { excerptOf } from "../../text/excerpt.js";
import { ConnectError } from "./connect-error.js";
import type { BodyError } from "./read-body.js";

/** The error of a request for which undici, or the connection below it, gave no response. */
export function requestFailure(cause: unknown, signal: AbortSignal): XmlError {
  if (signal.aborted) return describeFailure(cause, signal, "transport-failed");
  const found = connectErrorIn(cause);
  if (found !== undefined) return connectFailure(found);
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  if (code === "UND_ERR_HEADERS_OVERFLOW") {
    return new TransportError("transport-too-large", "the head of the answer is too long", { cause });
  }
  if (code.startsWith("HPE_")) {
    return new TransportError("transport-failed", `the answer is not HTTP as it should be (${code})`, { cause });
  }
  return describeFailure(cause, signal, "transport-failed");
}

/** The error of a response that broke off, or that is too long. */
export function bodyFailure(
  error: BodyError,
  signal: AbortSignal,
  response: { readonly status: number; readonly headers: Headers },
): XmlError {
  const excerpt = excerptOf(new TextDecoder().decode(error.part.subarray(0, 4000)));
  const options: TransportErrorOptions = { ...response, excerpt, cause: error.cause };
  if (error.problem === "too-large") return new TransportError("transport-too-large", error.message, options);
  if (error.cause === undefined || !(error.cause instanceof Error)) {
    return new TransportError("transport-truncated", error.message, options);
  }
  if (error.message.startsWith("the compression"))
    return new TransportError("transport-truncated", error.message, options);
  return describeFailure(error.cause, signal, "transport-truncated", options);
}

function connectFailure(error: ConnectError): TransportError {
  const { stage, isTimeout, status, cause = error } = error;
  const options = { cause, unsent: true };
  if (isTimeout) return new TransportError("transport-timeout", error.message, options);
  if (status === 407) {
    return new TransportError("transport-auth", `the proxy refused the credentials (HTTP status 407)`, options);
  }
  const shown = codeOf(cause);
  if (stage === "tls") return new TransportError("transport-tls", `the TLS connection failed${shown}`, options);
  const where = stage === "proxy" ? `no connection could be made: ${error.message}` : "no connection could be made";
  return new TransportError("transport-refused", `${where}${shown}`, options);
}

function codeOf(error: unknown): string {
  for (let inner = error, depth = 0; inner instanceof Error && depth < 5; inner = inner.cause, depth++) {
    if ("code" in inner && typeof inner.code === "string") return ` (${inner.code})`;
    if (inner instanceof AggregateError) return codeOf(inner.errors[0]);
  }
  return "";
}

function connectErrorIn(error: unknown): ConnectError | undefined {
  for (let inner = error, depth = 0; inner instanceof Error && depth < 5; inner = inner.cause, depth++) {
    if (inner instanceof ConnectError) return inner;
  }
  return undefined;
}

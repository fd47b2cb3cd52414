import { excerptOf } from "../text/excerpt.js";
import { decodeLeniently } from "./decode-body.js";
import { isXmlType, type MediaType } from "./media-type.js";
import { TransportError, type TransportResponse } from "./transport.js";

/**
 * Answers without an envelope, by their status alone.
 *
 * @throws {@link TransportError}
 */
export function refuseStatus(response: TransportResponse, { charset }: Pick<MediaType, "charset">): void {
  const { status, headers, body } = response;
  const fail = (code: string, reason: string) => {
    throw failure(response, decodeLeniently(body.subarray(0, 4000), charset), code, reason);
  };
  if (status === 401 || status === 407) {
    const challenges = headers.get(status === 401 ? "www-authenticate" : "proxy-authenticate");
    const schemes = challenges === null ? "" : `; it offers ${authenticationSchemes(challenges).join(", ")}`;
    fail(
      "transport-auth",
      `the ${status === 401 ? "server" : "proxy"} refused the credentials (HTTP status ${status})${schemes}`,
    );
  }
  if (status >= 300 && status < 400) {
    fail(
      "transport-redirect",
      `the server redirects the request (HTTP status ${status}), and redirects are not followed`,
    );
  }
  if (body.byteLength > 0) return;
  if (status >= 200 && status < 300) fail("transport-empty", `the answer with HTTP status ${status} is empty`);
  fail("transport-status", `the server answered with HTTP status ${status} and nothing else`);
}

/** The schemes that a list of challenges names (RFC 9110, 11.6.1), without their parameters. */
function authenticationSchemes(challenges: string): readonly string[] {
  const found = challenges.slice(0, 2000).matchAll(/(?:^|,)\s*([A-Za-z][\w-]*)(?=\s*(?:,|$)|\s+[^\s=,]+)/g);
  return [...new Set([...found].map((match) => match[1] ?? ""))];
}

/**
 * Answers that are no XML, by their content type and the text's beginning.
 *
 * @throws {@link TransportError}
 */
export function refuseContentType(
  response: TransportResponse,
  { type }: Pick<MediaType, "type">,
  text: string,
  expected = "XML",
): void {
  if (mayBeEnvelope(type, text)) return;
  const { status } = response;
  const shown = type === "" ? "no content type" : `the content type ${type.slice(0, 60)}`;
  if (isSuccess(status)) {
    throw failure(response, text, "transport-content-type", `the answer has ${shown}; expected ${expected}`);
  }
  throw failure(response, text, "transport-status", `the server answered with HTTP status ${status} and ${shown}`);
}

/** The error of an answer whose status promises a fault that its envelope does not hold. */
export function noFault(response: TransportResponse, text: string): TransportError {
  const reason = `the server answered with HTTP status ${response.status}, yet without a fault`;
  return failure(response, text, "transport-status", reason);
}

export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/** Some servers repeat the content type of the request, so the text has a say too. */
function mayBeEnvelope(type: string, text: string): boolean {
  const start = text.slice(0, 2000);
  return isXmlType(type) ? true : /^\s*(<\?xml[^>]*>\s*)?<(?:[^\s:<>]+:)?Envelope[\s>]/.test(start);
}

function failure({ status, headers }: TransportResponse, text: string, code: string, reason: string): TransportError {
  return new TransportError(code, reason, { status, headers, excerpt: excerptOf(text) });
}

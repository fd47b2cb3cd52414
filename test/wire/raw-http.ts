import { gunzipSync, inflateSync } from "node:zlib";

/** One response of a recorded connection. */
export interface RecordedResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
  /** The connection ended before the body did. */
  readonly truncated: boolean;
}

/**
 * The final responses in the bytes that a server sent over one connection; interim ones (RFC 9112, 6; status 1xx) are
 * passed over.
 *
 * @param method - of the requests: a response to HEAD has no body, whatever its headers say
 */
export function splitResponses(bytes: Uint8Array, method: string): readonly RecordedResponse[] {
  const responses: RecordedResponse[] = [];
  const text = Buffer.from(bytes);
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf("\r\n\r\n", at);
    if (end === -1) throw new Error(`no end of the headers after ${at}`);
    const [statusLine = "", ...lines] = text.toString("latin1", at, end).split("\r\n");
    const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(statusLine)?.[1]);
    const headers = readHeaders(lines);
    const { body, next, truncated } = readBody(text, end + 4, method === "HEAD" ? 204 : status, headers);
    at = next;
    if (status >= 200) responses.push({ status, headers, body: decompress(body, headers), truncated });
  }
  return responses;
}

function readHeaders(lines: readonly string[]): Headers {
  const headers = new Headers();
  for (const line of lines) {
    const colon = line.indexOf(":");
    headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  return headers;
}

interface Body {
  readonly body: Uint8Array;
  readonly next: number;
  readonly truncated: boolean;
}

function readBody(text: Buffer, from: number, status: number, headers: Headers): Body {
  if (status < 200 || status === 204 || status === 304) return { body: new Uint8Array(), next: from, truncated: false };
  if (headers.get("transfer-encoding")?.toLowerCase() === "chunked") return readChunks(text, from);
  const announced = headers.get("content-length");
  const end = announced === null ? text.length : from + Number(announced);
  return { body: text.subarray(from, end), next: end, truncated: end > text.length };
}

function readChunks(text: Buffer, from: number): Body {
  const chunks: Buffer[] = [];
  for (let at = from; ; ) {
    const lineEnd = text.indexOf("\r\n", at);
    const size = lineEnd === -1 ? Number.NaN : Number.parseInt(text.toString("latin1", at, lineEnd), 16);
    const end = lineEnd + 2 + size;
    const truncated = !(end + 2 <= text.length);
    if (size > 0) chunks.push(text.subarray(lineEnd + 2, end));
    if (truncated || size === 0) {
      return { body: Buffer.concat(chunks), next: truncated ? text.length : end + 2, truncated };
    }
    at = end + 2;
  }
}

function decompress(body: Uint8Array, headers: Headers): Uint8Array {
  if (body.byteLength === 0) return body;
  switch (headers.get("content-encoding")?.toLowerCase()) {
    case "gzip":
      return gunzipSync(body);
    case "deflate":
      return inflateSync(body);
    default:
      return body;
  }
}

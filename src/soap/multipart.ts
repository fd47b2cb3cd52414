import { XmlError } from "../errors.js";
import { decodeBase64 } from "./base64.js";
import type { BodyBytes } from "./bytes.js";

/** A part of a message beside its envelope (RFC 2387; SOAP Messages with Attachments; XOP 1.0). */
export interface Attachment {
  /** What `cid:` URLs name it by, without angle brackets; the empty string where it has none. */
  readonly contentId: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** The message part that it is, where the WSDL binds one and this side made it. */
  readonly part?: string | undefined;
}

const maxParts = 1000;
const maxHeaderLength = 16 * 1024;
const [carriageReturn, lineFeed, hyphen] = [0x0d, 0x0a, 0x2d];

/**
 * The parts of a multipart body (RFC 2046, 5.1).
 *
 * @throws {@link XmlError} `soap-attachments` for a body that is none, or that ends before its last boundary
 */
export function readMultipart(bytes: Uint8Array, boundary: string): readonly Attachment[] {
  if (boundary === "" || boundary.length > 70) fail("the content type multipart/related has no boundary of 1 to 70");
  const delimiter = new TextEncoder().encode(`--${boundary}`);
  const parts: Attachment[] = [];
  let start: number | undefined;
  for (let at = findLine(bytes, delimiter, 0); at !== -1; at = findLine(bytes, delimiter, at + delimiter.length)) {
    if (start !== undefined) {
      if (parts.length === maxParts) fail(`there are more than ${maxParts} parts`);
      parts.push(readPart(bytes.subarray(start, endBefore(bytes, at))));
    }
    const after = at + delimiter.length;
    if (bytes[after] === hyphen && bytes[after + 1] === hyphen) return parts;
    const lineEnd = bytes.indexOf(lineFeed, after);
    if (lineEnd === -1) break;
    start = lineEnd + 1;
  }
  return fail("the body ends before its last boundary");
}

/** Where a line begins with the delimiter, or -1. */
function findLine(bytes: Uint8Array, delimiter: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(hyphen, from); at !== -1; at = bytes.indexOf(hyphen, at + 1)) {
    if ((at === 0 || bytes[at - 1] === lineFeed) && delimiter.every((byte, index) => bytes[at + index] === byte)) {
      return at;
    }
  }
  return -1;
}

/** The line end before a delimiter belongs to the delimiter. */
function endBefore(bytes: Uint8Array, delimiter: number): number {
  const end = delimiter - 1;
  return bytes[end - 1] === carriageReturn ? end - 1 : end;
}

function readPart(bytes: Uint8Array): Attachment {
  const { headers, start } = readHeaders(bytes);
  const content = bytes.subarray(start);
  const encoding = headers.get("content-transfer-encoding")?.trim().toLowerCase() ?? "binary";
  return {
    contentId: (headers.get("content-id") ?? "").trim().replace(/^<(.*)>$/, "$1"),
    contentType: (headers.get("content-type") ?? "").trim(),
    bytes: decodeTransfer(content, encoding),
  };
}

function decodeTransfer(content: Uint8Array, encoding: string): Uint8Array {
  if (encoding === "binary" || encoding === "8bit" || encoding === "7bit") return content;
  if (encoding !== "base64") fail(`a part is in the transfer encoding ${encoding.slice(0, 40)}`);
  return decodeBase64(new TextDecoder("latin1").decode(content)) ?? fail("a part is not in base64 as it says");
}

/** The headers of a part, and where its content begins: after the first empty line. */
function readHeaders(bytes: Uint8Array): { readonly headers: ReadonlyMap<string, string>; readonly start: number } {
  const headers = new Map<string, string>();
  let name: string | undefined;
  for (let at = 0; at <= maxHeaderLength; ) {
    const end = bytes.indexOf(lineFeed, at);
    if (end === -1) break;
    const line = new TextDecoder("latin1").decode(bytes.subarray(at, end)).replace(/\r$/, "");
    at = end + 1;
    if (line === "") return { headers, start: at };
    if (/^[ \t]/.test(line)) {
      if (name !== undefined) headers.set(name, `${headers.get(name) ?? ""} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(":");
    name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    headers.set(name, line.slice(colon + 1).trim());
  }
  return fail("a part has no end of its headers");
}

/** Writes a multipart body with a boundary that does not occur in it: the root part first. */
export function writeMultipart(parts: readonly Attachment[], boundary: string): BodyBytes {
  const encoder = new TextEncoder();
  const pieces = parts.flatMap(({ contentId, contentType, bytes }, index) => [
    encoder.encode(
      `${index === 0 ? "" : "\r\n"}--${boundary}\r\nContent-Type: ${contentType}\r\n` +
        `Content-Transfer-Encoding: binary\r\nContent-ID: <${contentId}>\r\n\r\n`,
    ),
    bytes,
  ]);
  pieces.push(encoder.encode(`\r\n--${boundary}--\r\n`));
  const body = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    body.set(piece, offset);
    offset += piece.length;
  }
  return body;
}

function fail(reason: string): never {
  throw new XmlError("soap-attachments", reason);
}

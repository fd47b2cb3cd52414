import { decodeXml } from "../xml/decode.js";

/** Encodings that a byte order mark names (XML 1.0, appendix F). */
const marks: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/**
 * The text of an XML message: by its byte order mark, which counts more than the charset of the HTTP header (RFC 7303,
 * 3.3); else by the charset, else by the XML declaration, else UTF-8.
 *
 * @throws {@link ParseError} `xml-encoding` for an encoding that is not known, and for bytes that are not of the encoding
 */
export function decodeBody(bytes: Uint8Array, charset: string | undefined): string {
  return decodeXml(bytes, { encoding: encodingOf(bytes, charset) });
}

/** The same for an excerpt in an error: whatever the bytes are, something readable comes out. */
export function decodeLeniently(bytes: Uint8Array, charset: string | undefined): string {
  try {
    return new TextDecoder(encodingOf(bytes, charset)).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

function encodingOf(bytes: Uint8Array, charset: string | undefined): string {
  for (const [mark, encoding] of marks) {
    if (mark.every((byte, index) => bytes[index] === byte)) return encoding;
  }
  // Without a mark, the zero byte beside the first `<` tells UTF-16.
  if (bytes[0] === 0x3c && bytes[1] === 0) return "utf-16le";
  if (bytes[0] === 0 && bytes[1] === 0x3c) return "utf-16be";
  for (const said of [charset, declaredEncoding(bytes)]) {
    // Bytes that begin in ASCII are not UTF-16: some servers repeat the charset of the request, others the encoding of
    // a string in memory, whatever they send.
    if (said !== undefined && !/^utf-?16/i.test(said)) return said;
  }
  return "utf-8";
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  return /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/.exec(start)?.[1];
}

import { decoderOf } from "../xml/stream/decoder.js";

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
  const { encoding, mark } = encodingOf(bytes, charset);
  return decoderOf(encoding.toLowerCase(), mark).decode(bytes, true);
}

/** The same for an excerpt in an error: whatever the bytes are, something readable comes out. */
export function decodeLeniently(bytes: Uint8Array, charset: string | undefined): string {
  try {
    return new TextDecoder(encodingOf(bytes, charset).encoding).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

interface Encoding {
  readonly encoding: string;
  /** The length of the byte order mark. */
  readonly mark: number;
}

/** The encoding of a message's bytes, by what {@link decodeBody} goes by. */
export function encodingOf(bytes: Uint8Array, charset: string | undefined): Encoding {
  for (const [mark, encoding] of marks) {
    if (mark.every((byte, index) => bytes[index] === byte)) return { encoding, mark: mark.length };
  }
  // Without a mark, the zero byte beside the first `<` tells UTF-16.
  if (bytes[0] === 0x3c && bytes[1] === 0) return { encoding: "utf-16le", mark: 0 };
  if (bytes[0] === 0 && bytes[1] === 0x3c) return { encoding: "utf-16be", mark: 0 };
  for (const said of [charset, declaredEncoding(bytes)]) {
    // Bytes that begin in ASCII are not UTF-16: some servers repeat the charset of the request, others the encoding of
    // a string in memory, whatever they send.
    if (said !== undefined && !/^(?:utf-?16|(?:iso-10646-)?ucs-2|(?:cs)?unicode)/i.test(said)) {
      return { encoding: said, mark: 0 };
    }
  }
  return { encoding: "utf-8", mark: 0 };
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  return /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/.exec(start)?.[1];
}

import { decoderOf, failEncoding, type XmlDecoder } from "./decoder.js";

/** How many bytes {@link xmlDecoder} wants to see, if the document has so many: an XML declaration fits in. */
export const sniffedLength = 1_024;

const utf16Labels = /^(?:utf-?16|iso-10646-ucs-2|ucs-2|unicode|csunicode)$/;

/**
 * Finds out how a document is encoded from its first bytes: the byte order mark, else what the XML declaration says,
 * else UTF-8 (XML 1.0, 4.3.3 and appendix F).
 *
 * @param declared - what stands outside the document, such as the charset of its media type; it comes first
 * @throws {@link ParseError} `xml-encoding` for an encoding that is unknown, or that contradicts the bytes
 */
export function xmlDecoder(start: Uint8Array, file?: string, declared?: string): XmlDecoder {
  const found = sniff(start);
  const said = declaredEncoding(start, found.unit);
  const label = (declared ?? said ?? found.encoding).toLowerCase();
  if (found.encoding.startsWith("utf-16")) {
    const fits = label === found.encoding || utf16Labels.test(label);
    // Without a mark only the two names that say the order are allowed (RFC 2781, 4.3).
    if (!fits) failEncoding(`the bytes are ${found.encoding}; the document calls itself ${label}`, file);
    return decoderOf(found.encoding, found.mark, file);
  }
  if (/^utf-?16/.test(label) || utf16Labels.test(label)) {
    failEncoding(`the document calls itself ${label}; its bytes have no byte order mark and are not`, file);
  }
  if (found.mark > 0 && label !== "utf-8" && label !== "utf8") {
    failEncoding(`the bytes begin with the mark of UTF-8; the document calls itself ${label}`, file);
  }
  return decoderOf(label, found.mark, file);
}

/** What is known of the bytes of a document. */
export interface XmlBytesOptions {
  /** What locations call the document. */
  readonly file?: string | undefined;
  /** How they are encoded, where something outside the document says so: it comes before what the document says. */
  readonly encoding?: string | undefined;
}

/**
 * The text of a document in bytes: decoded by its byte order mark, else by what the XML declaration says, else as UTF-8
 * (XML 1.0, 4.3.3 and appendix F).
 *
 * @throws {@link ParseError} `xml-encoding` for an encoding that is unknown or contradicts the bytes, and for bytes that
 * it does not allow
 */
export function decodeXml(bytes: Uint8Array, { file, encoding }: XmlBytesOptions = {}): string {
  return xmlDecoder(bytes.subarray(0, sniffedLength), file, encoding).decode(bytes, true);
}

interface Sniffed {
  readonly encoding: string;
  /** Length of the byte order mark. */
  readonly mark: number;
  /** Where the ASCII byte of a character stands, and how many bytes a character has. */
  readonly unit: { readonly size: number; readonly at: number };
}

function sniff(bytes: Uint8Array): Sniffed {
  const [a = -1, b = -1, c = -1, d = -1] = bytes;
  if ((a === 0 && b === 0 && (c === 0xfe || c === 0)) || (c === 0 && d === 0 && (a === 0xff || a === 0x3c))) {
    failEncoding("the bytes are UTF-32, which is not supported; expected UTF-8 or UTF-16");
  }
  if (a === 0xfe && b === 0xff) return { encoding: "utf-16be", mark: 2, unit: { size: 2, at: 1 } };
  if (a === 0xff && b === 0xfe) return { encoding: "utf-16le", mark: 2, unit: { size: 2, at: 0 } };
  if (a === 0 && b === 0x3c) return { encoding: "utf-16be", mark: 0, unit: { size: 2, at: 1 } };
  if (a === 0x3c && b === 0) return { encoding: "utf-16le", mark: 0, unit: { size: 2, at: 0 } };
  if (a === 0x4c && b === 0x6f && c === 0xa7 && d === 0x94) {
    failEncoding("the bytes are EBCDIC, which is not supported; expected UTF-8 or UTF-16");
  }
  const mark = a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0;
  return { encoding: "utf-8", mark, unit: { size: 1, at: 0 } };
}

/** The encoding that the XML declaration names. It holds ASCII characters only, so that much can be read. */
function declaredEncoding(bytes: Uint8Array, unit: Sniffed["unit"]): string | undefined {
  let text = "";
  for (let at = unit.at; at < Math.min(bytes.length, sniffedLength); at += unit.size) {
    text += String.fromCharCode(bytes[at] ?? 0);
    if (text.endsWith("?>")) break;
  }
  return /^(?:\xef\xbb\xbf|\xff|\xfe)?<\?xml\s[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(text)?.[1];
}

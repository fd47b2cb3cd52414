/** Encodings that a byte order mark names (XML 1.0, appendix F). */
const marks: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/**
 * The text of a document given as bytes: by its byte order mark, else its XML declaration, else UTF-8.
 *
 * @throws RangeError for an encoding that is not known, TypeError for bytes that are not of the encoding
 */
export function decodeDocument(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
}

function encodingOf(bytes: Uint8Array): string {
  for (const [mark, encoding] of marks) {
    if (mark.every((byte, index) => bytes[index] === byte)) return encoding;
  }
  // Without a mark, the zero byte beside the first `<` tells UTF-16.
  if (bytes[0] === 0x3c && bytes[1] === 0) return "utf-16le";
  if (bytes[0] === 0 && bytes[1] === 0x3c) return "utf-16be";
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/.exec(start)?.[1];
  // Bytes whose declaration can be read as ASCII are not UTF-16, whatever it says.
  return declared === undefined || /^utf-16/i.test(declared) ? "utf-8" : declared;
}

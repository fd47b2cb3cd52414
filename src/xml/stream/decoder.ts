import { ParseError } from "../../errors.js";
import { LineIndex } from "../location.js";

/** Turns the bytes of a document into text, piece by piece. */
export interface XmlDecoder {
  /**
   * @param final - whether these are the last bytes
   * @throws {@link ParseError} `xml-encoding` for bytes that the encoding does not allow
   */
  decode(bytes: Uint8Array, final: boolean): string;
}

/** What windows-1252 has at 0x80 to 0x9f. Some engines' `TextDecoder` takes it for ISO-8859-1. */
const windows1252 =
  "\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f" +
  "\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178";

/**
 * The decoder of an encoding.
 *
 * @param label - in lower case
 * @param mark - the length of the byte order mark, which is no part of the text
 * @throws {@link ParseError} `xml-encoding` for an encoding that is not known
 */
export function decoderOf(label: string, mark: number, file?: string): XmlDecoder {
  // The web's TextDecoder takes these two for windows-1252.
  if (/^(?:iso[-_]8859-1|iso_8859-1:1987|latin1|l1|iso-ir-100|ibm819|cp819|csisolatin1)$/.test(label)) {
    return new ByteDecoding(0xff, label, file);
  }
  if (/^(?:us-ascii|ascii|ansi_x3\.4-1968|iso646-us|iso-ir-6|us|cp367)$/.test(label)) {
    return new ByteDecoding(0x7f, label, file);
  }
  if (/^(?:windows-1252|(?:x-)?cp1252)$/.test(label)) return new ByteDecoding(0xff, label, file, windows1252);
  return new TextDecoding(label, mark, file);
}

export function failEncoding(message: string, file?: string, index?: LineIndex, offset = 0, cause?: unknown): never {
  const location = (index ?? new LineIndex("", file)).locate(offset, 1);
  throw new ParseError({ code: "xml-encoding", message, location }, { cause });
}

/** What `TextDecoder` knows. */
class TextDecoding implements XmlDecoder {
  readonly #decoder: TextDecoder;
  readonly #encoding: string;
  readonly #file: string | undefined;
  #mark: number;
  #passed = 0;

  constructor(encoding: string, mark: number, file: string | undefined) {
    this.#encoding = encoding;
    this.#file = file;
    this.#mark = mark;
    try {
      this.#decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    } catch (cause) {
      failEncoding(`the encoding ${encoding} is not known`, file, undefined, 0, cause);
    }
  }

  decode(bytes: Uint8Array, final: boolean): string {
    const dropped = Math.min(this.#mark, bytes.length);
    this.#mark -= dropped;
    const rest = dropped === 0 ? bytes : bytes.subarray(dropped);
    try {
      const text = this.#decoder.decode(rest, { stream: !final });
      this.#passed += bytes.length;
      return text;
    } catch (cause) {
      return this.#fail(rest, this.#passed + dropped, cause);
    }
  }

  #fail(bytes: Uint8Array, offset: number, cause: unknown): never {
    const good = this.#goodLength(bytes);
    const before = new TextDecoder(this.#encoding, { ignoreBOM: true }).decode(bytes.subarray(0, good), {
      stream: true,
    });
    // The good bytes may end inside the bad character; how far inside is known for UTF-8 only.
    const at = this.#encoding === "utf-8" ? new TextEncoder().encode(before).length : good;
    const byte = `0x${(bytes[at] ?? 0).toString(16).padStart(2, "0")}`;
    const message = `found the byte ${byte} at ${offset + at}, where ${this.#encoding} does not allow it`;
    failEncoding(message, this.#file, new LineIndex(before, this.#file), before.length, cause);
  }

  /** How many bytes can be decoded if more may follow; only asked for where not all can. */
  #goodLength(bytes: Uint8Array): number {
    let low = 0;
    let high = bytes.length;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#decodes(bytes.subarray(0, middle))) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #decodes(bytes: Uint8Array): boolean {
    try {
      new TextDecoder(this.#encoding, { fatal: true }).decode(bytes, { stream: true });
      return true;
    } catch {
      return false;
    }
  }
}

/** Encodings whose bytes are code points, or nearly so. */
class ByteDecoding implements XmlDecoder {
  readonly #highest: number;
  readonly #upper: string;
  readonly #encoding: string;
  readonly #file: string | undefined;

  /** @param upper - the characters from 0x80 on that are not those of ISO-8859-1 */
  constructor(highest: number, encoding: string, file: string | undefined, upper = "") {
    this.#upper = upper;
    this.#highest = highest;
    this.#encoding = encoding;
    this.#file = file;
  }

  decode(bytes: Uint8Array): string {
    let text = "";
    for (let from = 0; from < bytes.length; from += 4_096) {
      text += String.fromCharCode(...bytes.subarray(from, from + 4_096));
    }
    const wrong = this.#highest < 0xff ? text.search(/[\x80-\xff]/) : -1;
    if (this.#upper !== "") {
      return text.replace(/[\x80-\x9f]/g, (char) => this.#upper.charAt(char.charCodeAt(0) - 0x80));
    }
    if (wrong === -1) return text;
    const message = `found the byte 0x${text.charCodeAt(wrong).toString(16)}, which ${this.#encoding} does not allow`;
    return failEncoding(message, this.#file, new LineIndex(text, this.#file), wrong);
  }
}

import { ParseError } from "../../errors.js";
import { endOfWindow } from "../fast/cursor.js";
import { XmlReader, type XmlReaderOptions } from "../fast/reader.js";
import { handOut, type StreamedOptions } from "../fast/streamed-reader.js";
import { Window } from "../fast/window.js";
import { completeLimits, limitMessage, type XmlLimits } from "../limits.js";
import { sniffedLength, type XmlBytesOptions, xmlDecoder } from "./decode.js";
import type { XmlDecoder } from "./decoder.js";

/** A document that arrives piece by piece, as bytes or as text. */
export type XmlStreamSource =
  | AsyncIterable<Uint8Array | string>
  | Iterable<Uint8Array | string>
  | ReadableStream<Uint8Array | string>;

/** How a document that arrives piece by piece is read. */
export interface XmlStreamOptions extends XmlReaderOptions, XmlBytesOptions {
  /** How much text is taken in at once at least, in UTF-16 code units; 65,536 unless told. */
  readonly windowLength?: number | undefined;
}

/**
 * A reader over a document that arrives piece by piece. It holds the text of one step and little more.
 */
export class XmlStream {
  readonly #chunks: ChunkReader;
  readonly #window: Window<XmlReader>;
  readonly #limits: XmlLimits;
  readonly #windowLength: number;
  #length = 0;
  #final = false;

  /** @throws TypeError for options that are none */
  constructor(source: XmlStreamSource, options: XmlStreamOptions = {}) {
    this.#windowLength = options.windowLength ?? 65_536;
    this.#limits = completeLimits(options.limits);
    this.#chunks = new ChunkReader(source, options);
    this.#window = windowed(options);
  }

  /**
   * Moves the reader by a function that is run again from the same place if the text that has arrived so far ends
   * inside what it reads: until it returns it must have no effect but on the reader. It begins at the event at which
   * the last step ended, whose attributes are gone by then.
   *
   * @throws what the function throws, what the source fails with, and {@link ParseError} for bytes that do not decode
   */
  async step<T>(read: (reader: XmlReader) => T): Promise<T> {
    for (;;) {
      const result = this.tryStep(read);
      if (result !== endOfWindow) return result;
      await this.fill();
    }
  }

  /** One attempt of {@link step}; `endOfWindow` where {@link fill} must come first. */
  tryStep<T>(read: (reader: XmlReader) => T): T | typeof endOfWindow {
    return this.#window.attempt(read);
  }

  /** Adds at least as much text as could not be read, so that all attempts together cost little. */
  async fill(): Promise<void> {
    const unread = this.#window.unread;
    const wanted = Math.max(this.#windowLength, unread);
    let more = "";
    while (more.length < wanted && !this.#final) {
      const chunk = await this.#chunks.read();
      if (chunk === undefined) this.#final = true;
      else more += chunk;
    }
    this.#length += more.length;
    this.#check("maxLength", "the document is longer than", this.#length);
    this.#window.extend(more, this.#final);
    this.#check("maxWindowLength", "one event or item of the stream is longer than", unread);
  }

  /** Gives the source back before its end. */
  async close(): Promise<void> {
    await this.#chunks.close();
  }

  #check(name: keyof XmlLimits, exceeded: string, length: number): void {
    if (length <= this.#limits[name]) return;
    const { location } = this.#window.reader;
    throw new ParseError({ code: "xml-limit", message: limitMessage(name, exceeded, this.#limits), location });
  }
}

/** The pieces of a source as text. */
class ChunkReader {
  readonly #next: () => Promise<IteratorResult<Uint8Array | string, unknown>>;
  readonly #cancel: () => Promise<unknown>;
  readonly #options: XmlBytesOptions;
  #decoder: XmlDecoder | undefined = undefined;
  /** The first bytes, until there are enough to find out about the encoding. */
  #start: Uint8Array | undefined = undefined;
  #ended = false;

  constructor(source: XmlStreamSource, options: XmlBytesOptions) {
    this.#options = options;
    // A text is iterable too, but nobody means its characters.
    if (typeof source === "string") source = [source];
    if ("getReader" in source) {
      const reader = source.getReader();
      this.#next = () => reader.read() as Promise<IteratorResult<Uint8Array | string, unknown>>;
      this.#cancel = () => reader.cancel();
    } else {
      const iterator = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
      this.#next = async () => iterator.next();
      this.#cancel = async () => iterator.return?.();
    }
  }

  /** The next piece, which may be empty; `undefined` after the last. */
  async read(): Promise<string | undefined> {
    if (this.#ended) return undefined;
    const { done, value } = await this.#next();
    if (done === true) {
      this.#ended = true;
      return this.#decode(new Uint8Array(), true);
    }
    if (typeof value !== "string") return this.#decode(value, false);
    if (this.#decoder !== undefined || this.#start !== undefined) {
      throw new TypeError("a source gives bytes or text, not both");
    }
    return value;
  }

  async close(): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    await this.#cancel();
  }

  #decode(bytes: Uint8Array, final: boolean): string {
    if (this.#decoder === undefined) {
      if (final && this.#start === undefined) return "";
      this.#start = this.#start === undefined ? bytes : joined(this.#start, bytes);
      if (this.#start.length < sniffedLength && !final) return "";
      const { file, encoding } = this.#options;
      this.#decoder = xmlDecoder(this.#start.subarray(0, sniffedLength), file, encoding);
      bytes = this.#start;
    }
    return this.#decoder.decode(bytes, final);
  }
}

function joined(left: Uint8Array, right: Uint8Array): Uint8Array {
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}

/** The window of a reader without text as yet. */
function windowed(options: XmlReaderOptions): Window<XmlReader> {
  const windows: Window<XmlReader>[] = [];
  const asking: StreamedOptions<XmlReader> = { ...options, [handOut]: (reader) => windows.push(new Window(reader)) };
  new XmlReader("", asking);
  return windows[0] as Window<XmlReader>;
}

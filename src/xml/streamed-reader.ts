import type { endOfWindow } from "./cursor.js";
import type { XmlReaderOptions } from "./reader-options.js";

/** A reader whose text arrives piece by piece, with what only a stream may do to it. */
export interface StreamedReader<Reader> {
  readonly reader: Reader;
  /** Runs a function that moves the reader; `endOfWindow` where the text ended first, and the reader is back again. */
  readonly attempt: <T>(read: (reader: Reader) => T) => T | typeof endOfWindow;
  /** How much text it holds that has not been read. */
  readonly unread: () => number;
  /** Drops the text that has been read, and adds more. */
  readonly extend: (text: string, final: boolean) => void;
}

/** An option that only a stream can give: the reader hands out what may be done to it. */
export const handOut: unique symbol = /* @__PURE__ */ Symbol("hand out");

export interface StreamedOptions<Reader> extends XmlReaderOptions {
  readonly [handOut]?: (streamed: StreamedReader<Reader>) => void;
}

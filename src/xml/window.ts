import { type Cursor, type EntityFrame, endOfWindow } from "./cursor.js";
import { LineIndex } from "./location.js";
import { Lookahead } from "./lookahead.js";
import type { StreamedReader } from "./streamed-reader.js";

/** The stretch of a document that has arrived and is being read: what a stream does to its reader. */
export class Window<Reader> {
  readonly reader: Reader;
  readonly #cursor: Cursor;
  readonly #mark: () => () => void;

  constructor({ reader, cursor, mark }: StreamedReader<Reader>) {
    this.reader = reader;
    this.#cursor = cursor;
    this.#mark = mark;
    this.extend("", false);
  }

  /** Runs a function that moves the reader; {@link endOfWindow} where the text ended first, and the reader is back again. */
  attempt<T>(read: (reader: Reader) => T): T | typeof endOfWindow {
    const cursor = this.#cursor;
    const { position, depth, floor, text, frame } = cursor;
    const goBack = this.#mark();
    cursor.inStep = true;
    try {
      return read(this.reader);
    } catch (error) {
      if (error !== endOfWindow) throw error;
      cursor.position = position;
      cursor.depth = depth;
      cursor.floor = floor;
      cursor.text = text;
      cursor.frame = frame;
      cursor.ahead = new Lookahead(text, cursor.inEntity || cursor.final);
      goBack();
      return endOfWindow;
    } finally {
      cursor.inStep = false;
    }
  }

  /** How much text it holds that has not been read. */
  get unread(): number {
    const { frame, text, position } = this.#cursor;
    return frame === undefined ? text.length - position : outermost(frame).text.length - frame.from;
  }

  /** Drops the text that has been read, and adds more. */
  extend(more: string, final: boolean): void {
    const cursor = this.#cursor;
    const { frame, index } = cursor;
    const at = frame?.from ?? cursor.position;
    const text = (frame === undefined ? cursor.text : outermost(frame).text).slice(at) + more;
    const ahead = new Lookahead(text, final);
    cursor.final = final;
    cursor.index = new LineIndex(text, index.file, index.locate(at));
    if (frame === undefined) {
      cursor.text = text;
      cursor.ahead = ahead;
      cursor.position = 0;
    } else {
      cursor.frame = shifted(frame, at, text, ahead);
    }
  }
}

/** The entity that the document itself refers to. */
function outermost(frame: EntityFrame): EntityFrame {
  return frame.outer === undefined ? frame : outermost(frame.outer);
}

/** The frame after `by` has been dropped from the window, which goes on with `text`. */
function shifted(frame: EntityFrame, by: number, text: string, ahead: Lookahead): EntityFrame {
  const reference = { from: 0, to: frame.to - by };
  return frame.outer === undefined
    ? { ...frame, ...reference, text, ahead, position: frame.position - by }
    : { ...frame, ...reference, outer: shifted(frame.outer, by, text, ahead) };
}

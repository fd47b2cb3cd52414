import { LineIndex } from "../location.js";
import type { NamespaceScope, ScopedDeclaration } from "../namespaces.js";
import { type Cursor, type EntityFrame, endOfWindow } from "./cursor.js";
import { Lookahead } from "./lookahead.js";
import type { StreamedReader } from "./streamed-reader.js";

/** The stretch of a document that has arrived and is being read: what a stream does to its reader. */
export class Window<Reader> {
  readonly reader: Reader;
  readonly #cursor: Cursor;
  readonly #namespaces: NamespaceScope;
  readonly #mark: () => () => void;

  constructor({ reader, cursor, namespaces, mark }: StreamedReader<Reader>) {
    this.reader = reader;
    this.#cursor = cursor;
    this.#namespaces = namespaces;
    this.#mark = mark;
    this.extend("", false);
  }

  /** Runs a function that moves the reader; {@link endOfWindow} where the text ended first, and the reader is back again. */
  attempt<T>(read: (reader: Reader) => T): T | typeof endOfWindow {
    const cursor = this.#cursor;
    const { position, depth, floor, text, frame } = cursor;
    const declared = this.#namespaces.mark;
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
      goTo(this.#namespaces, declared);
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

/** Makes the declarations up to `mark` those in scope: takes others back, and makes the missing ones again. */
function goTo(namespaces: NamespaceScope, mark: ScopedDeclaration | undefined): void {
  const missing: ScopedDeclaration[] = [];
  let wanted = mark;
  let held = namespaces.mark;
  while (wanted !== held) {
    if (wanted !== undefined && wanted.count > (held?.count ?? 0)) {
      missing.push(wanted);
      wanted = wanted.before;
    } else {
      held = held?.before;
    }
  }
  namespaces.goBack(held);
  for (const { binding, namespace } of missing.reverse()) binding.namespace = namespace;
  namespaces.mark = mark;
  namespaces.begin();
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

import type { SourceLocation } from "../errors.js";

/**
 * Lines and columns of a text's offsets, computed when asked for. The text may be a window of a longer one: then
 * offsets count in the window and locations in the whole.
 */
export class LineIndex {
  readonly file: string | undefined;
  readonly #text: string;
  /** Offsets in the window at which lines begin, as far as they have been looked for. */
  readonly #starts: number[] = [0];
  #scanned = 0;
  /** The next of each at or behind what was looked at, `Infinity` for none; a smaller number where not known. */
  #lineFeed = -1;
  #carriageReturn = -1;
  /** Where the window begins in the whole text. */
  readonly #first: SourceLocation;
  /** Offset of the window in the whole text. */
  readonly base: number;

  constructor(text: string, file: string | undefined, first: SourceLocation = { line: 1, column: 1 }) {
    this.#text = text;
    this.file = file;
    this.#first = first;
    this.base = first.offset ?? 0;
  }

  /** The place of a stretch; a carriage return, a line feed and the pair of both each end a line. */
  locate(offset: number, length?: number): SourceLocation {
    this.#scan(offset);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const { line, column } = this.#first;
    const inLine = offset - (this.#starts[low] ?? 0) + (low === 0 ? column : 1);
    const place = { line: line + low, column: inLine, offset: this.base + offset, length };
    return this.file === undefined ? place : { file: this.file, ...place };
  }

  #scan(offset: number): void {
    const text = this.#text;
    let at = this.#scanned;
    if (offset <= at) return;
    const starts = this.#starts;
    while (at < offset) {
      const lf = this.#lineFeed >= at ? this.#lineFeed : (this.#lineFeed = nextIndex(text, "\n", at));
      const cr = this.#carriageReturn >= at ? this.#carriageReturn : (this.#carriageReturn = nextIndex(text, "\r", at));
      if (lf === Infinity && cr === Infinity) {
        at = text.length;
        break;
      }
      if (lf < cr) at = lf + 1;
      else at = lf === cr + 1 ? cr + 2 : cr + 1;
      starts.push(at);
    }
    this.#scanned = at;
  }
}

function nextIndex(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at === -1 ? Infinity : at;
}

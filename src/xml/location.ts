import type { SourceLocation } from "../errors.js";

/**
 * Lines and columns of a text's offsets, computed when asked for. The text may be a window of a longer one: then
 * offsets count in the window and locations in the whole.
 */
export class LineIndex {
  readonly #file: string | undefined;
  #text: string;
  /** Offsets in the window at which lines begin, as far as they have been looked for. */
  #starts: number[] = [0];
  #scanned = 0;
  /** The next of each at or behind what was looked at, `Infinity` for none; a smaller number where not known. */
  #lineFeed = -1;
  #carriageReturn = -1;
  #baseOffset = 0;
  #baseLine = 1;
  /** How far the window's first character is from the beginning of its line. */
  #baseColumn = 0;

  constructor(text: string, file: string | undefined) {
    this.#text = text;
    this.#file = file;
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
    const column = offset - (this.#starts[low] ?? 0) + 1 + (low === 0 ? this.#baseColumn : 0);
    const place = { line: this.#baseLine + low, column, offset: this.#baseOffset + offset, length };
    return this.#file === undefined ? place : { file: this.#file, ...place };
  }

  /** Offset of the window in the whole text. */
  get base(): number {
    return this.#baseOffset;
  }

  /** Drops what stands before `offset` and goes on with `text`, whose first character stood there. */
  shift(offset: number, text: string): void {
    this.#scan(offset);
    const starts = this.#starts;
    let passed = starts.length - 1;
    while (passed > 0 && (starts[passed] ?? 0) > offset) passed--;
    this.#baseColumn = offset - (starts[passed] ?? 0) + (passed === 0 ? this.#baseColumn : 0);
    this.#baseLine += passed;
    this.#baseOffset += offset;
    this.#starts = [0];
    this.#scanned = 0;
    this.#lineFeed = -1;
    this.#carriageReturn = -1;
    this.#text = text;
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

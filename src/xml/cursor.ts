import { ParseError, type SourceLocation } from "../errors.js";
import { describeCharacter } from "./chars.js";
import { limitMessage, type XmlLimits } from "./limits.js";
import { LineIndex } from "./location.js";
import { Lookahead } from "./lookahead.js";

/** Thrown, and caught by the stream that fills the window, where the scan needs text that has not arrived. */
export const endOfWindow: unique symbol = Symbol("end of window");

/** What is found this close to the end of a window may look wrong only because it is cut off. */
const longestToken = "<![CDATA[".length + 1;

/** What the cursor goes back to at the end of an entity. */
interface Frame {
  readonly text: string;
  readonly ahead: Lookahead;
  readonly position: number;
  readonly floor: number;
  /** The entity that is being read. */
  readonly entity: string;
  /** The reference to it in the document itself: for places inside it. */
  readonly from: number;
  readonly to: number;
}

/** All of a cursor's state that moves. */
export interface CursorMark {
  readonly position: number;
  readonly depth: number;
  readonly floor: number;
  readonly text: string;
  readonly frames: readonly Frame[];
}

/**
 * A text and a place in it: what every part of the scan reads from, and how each of them fails. While an entity is
 * read, the text is its replacement text.
 */
export class Cursor {
  text: string;
  ahead: Lookahead;
  position = 0;
  /** The number of open elements. */
  depth = 0;
  /** The number of elements that were open where the text began: they cannot end in it. */
  floor = 0;
  readonly limits: XmlLimits;
  /** Whether somebody catches {@link endOfWindow}. */
  inStep = false;
  /** False while more text may follow. */
  #final: boolean;
  readonly #lines: LineIndex;
  #frames: Frame[] = [];
  constructor(text: string, file: string | undefined, limits: XmlLimits, final: boolean) {
    this.text = text;
    this.ahead = new Lookahead(text, final);
    this.limits = limits;
    this.#final = final;
    this.#lines = new LineIndex(text, file);
  }

  /** Fails where the stretch holds a character that XML does not allow. */
  checkCharacters(from: number, to: number): void {
    const at = this.ahead.illegal(from);
    if (at < to) this.failCharacter(at);
  }

  /** Text from `from` to `to` with line ends as XML 1.0, 2.11 wants them; an entity's text has them already. */
  lines(from: number, to: number): string {
    const text = this.text.slice(from, to);
    return this.inEntity || !text.includes("\r") ? text : text.replace(/\r\n?/g, "\n");
  }

  /** The offset of `what` at or after `from`; fails where the document ends before it. */
  findOrEnd(what: string, from: number, inside: string, start: number): number {
    const at = this.text.indexOf(what, from);
    return at === -1 ? this.failEnd(inside, start) : at;
  }

  /** Fails unless `what` stands at `at`. */
  expect(what: string, at: number, expected: string): void {
    if (this.text.startsWith(what, at)) return;
    if (at + what.length > this.text.length) this.needMore();
    this.failFound(expected, at);
  }

  get inEntity(): boolean {
    return this.#frames.length > 0;
  }

  /** How many entities are being read, one inside the other. */
  get entityDepth(): number {
    return this.#frames.length;
  }

  isReading(entity: string): boolean {
    return this.#frames.some((frame) => frame.entity === entity);
  }

  /** Goes on with the replacement text of an entity, whose reference stands from `from` to `to`. */
  enter(entity: string, text: string, from: number, to: number): void {
    const [outermost] = this.#frames;
    this.#frames.push({
      text: this.text,
      ahead: this.ahead,
      position: to,
      floor: this.floor,
      entity,
      from: outermost?.from ?? from,
      to: outermost?.to ?? to,
    });
    this.text = text;
    this.ahead = new Lookahead(text, true);
    this.position = 0;
    this.floor = this.depth;
  }

  /** At the end of an entity's replacement text: goes back behind the reference to it. */
  leave(): void {
    const frame = this.#frames.pop();
    if (frame === undefined) return;
    if (this.depth !== this.floor) {
      this.#frames.push(frame);
      this.fail(`an element that begins in the entity ${frame.entity} does not end in it`, 0);
    }
    this.text = frame.text;
    this.ahead = frame.ahead;
    this.position = frame.position;
    this.floor = frame.floor;
  }

  mark(): CursorMark {
    const { position, depth, floor, text } = this;
    return { position, depth, floor, text, frames: [...this.#frames] };
  }

  /** Goes back to a mark, in the text that was the window then. */
  reset(mark: CursorMark): void {
    this.#frames = [...mark.frames];
    this.text = mark.text;
    this.ahead = new Lookahead(mark.text, this.inEntity || this.#final);
    this.position = mark.position;
    this.depth = mark.depth;
    this.floor = mark.floor;
  }

  /** How much of the window has not been read. */
  get unread(): number {
    const [outermost] = this.#frames;
    return outermost === undefined ? this.text.length - this.position : outermost.text.length - outermost.from;
  }

  /** Drops the text before the position and adds more to it. */
  extend(more: string, final: boolean): void {
    this.#final = final;
    const [outermost] = this.#frames;
    const at = outermost?.from ?? this.position;
    const text = (outermost?.text ?? this.text).slice(at) + more;
    this.#lines.shift(at, text);
    const ahead = new Lookahead(text, final);
    if (outermost === undefined) {
      this.text = text;
      this.ahead = ahead;
      this.position = 0;
    } else {
      const moved = { ...outermost, text, ahead, position: outermost.position - at };
      this.#frames = [moved, ...this.#frames.slice(1)].map((frame) => ({ ...frame, from: 0, to: frame.to - at }));
    }
  }

  /** The offset in the whole document of an offset in the text. */
  absolute(offset: number): number {
    return this.#lines.base + (this.#frames[0]?.from ?? offset);
  }

  /** Whether the text at an {@link absolute} offset has not been dropped. */
  holds(offset: number): boolean {
    return offset >= this.#lines.base;
  }

  /** The place of a stretch of the text; inside an entity, of the reference to it. */
  locate(offset: number, length?: number): SourceLocation {
    const [outermost] = this.#frames;
    if (outermost === undefined) return this.#lines.locate(offset, length);
    return this.#lines.locate(outermost.from, outermost.to - outermost.from);
  }

  /** The place of an {@link absolute} offset. */
  locateAbsolute(offset: number, length?: number): SourceLocation {
    return this.#lines.locate(offset - this.#lines.base, length);
  }

  fail(message: string, offset: number, length = 1, code = "xml-well-formed"): never {
    if (offset + longestToken > this.text.length) this.needMore();
    const entity = this.#frames.at(-1)?.entity;
    if (entity !== undefined) message += `, in the entity ${entity}`;
    throw new ParseError({ code, message, location: this.locate(offset, length) });
  }

  failCharacter(at: number): never {
    this.fail(`found ${describeCharacter(this.text, at)}, a character that XML does not allow`, at);
  }

  /** Fails with what stands at `offset` and what should stand there. */
  failFound(expected: string, offset: number): never {
    this.fail(`found ${describeCharacter(this.text, offset)}; expected ${expected}`, offset);
  }

  /** Fails because the text ends inside something that began at `offset`. */
  failEnd(what: string, offset: number): never {
    this.needMore();
    this.fail(`found the end of the ${this.inEntity ? "text" : "document"} inside ${what}`, offset);
  }

  failLimit(name: keyof XmlLimits, offset: number): never {
    this.fail(limitMessage(name, this.limits), offset, 1, "xml-limit");
  }

  /** Gives control to whoever fills the window, if there is more to come. */
  needMore(): void {
    if (this.#final || this.inEntity) return;
    if (!this.inStep) throw new TypeError("the reader of a stream is moved by XmlStream.step only");
    throw endOfWindow;
  }
}

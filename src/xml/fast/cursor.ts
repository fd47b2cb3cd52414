import { ParseError, type SourceLocation } from "../../errors.js";
import { describeCharacter } from "../chars.js";
import { lengths, limitMessage, type XmlLimits } from "../limits.js";
import { LineIndex } from "../location.js";
import { Lookahead } from "./lookahead.js";

/** Thrown, and caught by the stream that fills the window, where the scan needs text that has not arrived. */
export const endOfWindow: unique symbol = /* @__PURE__ */ Symbol("end of window");

/** What is found this close to the end of a window may look wrong only because it is cut off. */
const longestToken = "<![CDATA[".length + 1;

/** An entity that is being read, and what the cursor goes back to at its end. */
export interface EntityFrame {
  readonly entity: string;
  readonly text: string;
  readonly ahead: Lookahead;
  readonly position: number;
  readonly floor: number;
  /** The reference in the document itself that led here: for places inside the entity. */
  readonly from: number;
  readonly to: number;
  /** The entity in which this one is referred to. */
  readonly outer: EntityFrame | undefined;
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
  final: boolean;
  /** Of the document itself. */
  index: LineIndex;
  /** The innermost entity that is being read: see {@link Entities}. */
  frame: EntityFrame | undefined = undefined;

  constructor(text: string, file: string | undefined, limits: XmlLimits, final: boolean) {
    this.text = text;
    this.ahead = new Lookahead(text, final);
    this.limits = limits;
    this.final = final;
    this.index = new LineIndex(text, file);
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
    return this.frame !== undefined;
  }

  /** The offset in the whole document of an offset in the text. */
  absolute(offset: number): number {
    return this.index.base + (this.frame?.from ?? offset);
  }

  /** Whether the text at an {@link absolute} offset has not been dropped. */
  holds(offset: number): boolean {
    return offset >= this.index.base;
  }

  /** The place of a stretch of the text; inside an entity, of the reference to it. */
  locate(offset: number, length?: number): SourceLocation {
    const { frame } = this;
    return frame === undefined
      ? this.index.locate(offset, length)
      : this.index.locate(frame.from, frame.to - frame.from);
  }

  /** The place of an {@link absolute} offset. */
  locateAbsolute(offset: number, length?: number): SourceLocation {
    return this.index.locate(offset - this.index.base, length);
  }

  fail(message: string, offset: number, length = 1, code = "xml-well-formed"): never {
    if (offset + longestToken > this.text.length) this.needMore();
    if (this.frame !== undefined) message += `, in the entity ${this.frame.entity}`;
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

  /** @param exceeded - what is more than the limit, up to the number */
  failLimit(name: keyof XmlLimits, exceeded: string, offset: number): never {
    this.fail(limitMessage(name, exceeded, this.limits), offset, 1, "xml-limit");
  }

  failLength(name: keyof typeof lengths, offset: number): never {
    this.failLimit(name, lengths[name], offset);
  }

  /** Gives control to whoever fills the window, if there is more to come. */
  needMore(): void {
    if (this.final || this.inEntity) return;
    if (!this.inStep) throw new TypeError("the reader of a stream is moved by XmlStream.step only");
    throw endOfWindow;
  }
}

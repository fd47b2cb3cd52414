import { ParseError, type SourceLocation } from "../errors.js";
import { describeCharacter, illegalCharacter } from "./chars.js";
import { limitMessage, type XmlLimits } from "./limits.js";
import { LineIndex } from "./location.js";

/** Thrown, and caught by the stream that fills the window, where the scan needs text that has not arrived. */
export const endOfWindow: unique symbol = Symbol("end of window");

/** A text and a place in it: what every part of the scan reads from, and how each of them fails. */
export class Cursor {
  text: string;
  position = 0;
  readonly limits: XmlLimits;
  /** False while more text may follow. */
  #final: boolean;
  readonly #lines: LineIndex;
  // Where each of the characters that need care stands next; the text's length where none is left.
  #ampersand = -1;
  #carriageReturn = -1;
  #sectionEnd = -1;
  #illegal = -1;
  /** The nearest of the four: up to here text needs no care. Behind `position`, it says nothing. */
  care = -1;

  constructor(text: string, file: string | undefined, limits: XmlLimits, final: boolean) {
    this.text = text;
    this.limits = limits;
    this.#final = final;
    this.#lines = new LineIndex(text, file);
  }

  /** The offset of the next `&`, CR, `]]>` or illegal character at or after `from`. */
  nextCare(from: number): number {
    if (this.care >= from) return this.care;
    const text = this.text;
    if (this.#ampersand < from) this.#ampersand = find(text, "&", from);
    if (this.#carriageReturn < from) this.#carriageReturn = find(text, "\r", from);
    if (this.#sectionEnd < from) this.#sectionEnd = find(text, "]]>", from);
    this.care = Math.min(this.#ampersand, this.#carriageReturn, this.#sectionEnd, this.nextIllegal(from));
    return this.care;
  }

  /** The offset of the next illegal character at or after `from`. */
  nextIllegal(from: number): number {
    if (this.#illegal < from) {
      this.#illegal = illegalCharacter(this.text, from);
      // The other half of a pair may not have arrived.
      if (!this.#final && this.#illegal === this.text.length - 1) this.#illegal = this.text.length;
    }
    return this.#illegal;
  }

  /** Fails where the stretch holds a character that XML does not allow. */
  checkCharacters(from: number, to: number): void {
    const at = this.nextIllegal(from);
    if (at < to) this.failCharacter(at);
  }

  failCharacter(at: number): never {
    this.fail(`found ${describeCharacter(this.text, at)}, a character that XML does not allow`, at, 1);
  }

  /** Text from `from` to `to` with line ends as XML 1.0, 2.11 wants them. */
  lines(from: number, to: number): string {
    const text = this.text.slice(from, to);
    return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  }

  locate(offset: number, length?: number): SourceLocation {
    return this.#lines.locate(offset, length);
  }

  fail(message: string, offset: number, length = 1, code = "xml-well-formed"): never {
    if (offset >= this.text.length) this.needMore();
    throw new ParseError({ code, message, location: this.locate(offset, length) });
  }

  /** Fails with what stands at `offset` and what should stand there. */
  failFound(expected: string, offset: number): never {
    this.fail(`found ${describeCharacter(this.text, offset)}; expected ${expected}`, offset);
  }

  /** Fails because the document ends inside something that began at `offset`. */
  failEnd(what: string, offset: number): never {
    this.needMore();
    throw new ParseError({
      code: "xml-well-formed",
      message: `found the end of the document inside ${what}`,
      location: this.locate(offset, 1),
    });
  }

  failLimit(name: keyof XmlLimits, offset: number): never {
    throw new ParseError({
      code: "xml-limit",
      message: limitMessage(name, this.limits),
      location: this.locate(offset, 1),
    });
  }

  /** Gives control to whoever fills the window, if there is more to come. */
  needMore(): void {
    if (!this.#final) throw endOfWindow;
  }
}

function find(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at === -1 ? text.length : at;
}

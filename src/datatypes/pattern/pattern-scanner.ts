import { PatternFailure } from "./pattern-syntax.js";

/** Ends the reading of a pattern; never leaves this folder. */
export class PatternFault extends Error {
  readonly failure: PatternFailure;

  constructor(failure: PatternFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** A place in a pattern's text, and what was found on the way to it. */
export class PatternScanner {
  readonly text: string;
  /** In UTF-16 code units. */
  at = 0;
  /** What XSD 1.0 forbids but has only one sensible meaning. */
  readonly liberties: PatternFailure[] = [];

  constructor(text: string) {
    this.text = text;
  }

  get atEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** Whether the text goes on with this. */
  sees(wanted: string): boolean {
    return this.text.startsWith(wanted, this.at);
  }

  /** Passes over this, if the text goes on with it. */
  takes(wanted: string): boolean {
    if (!this.sees(wanted)) return false;
    this.at += wanted.length;
    return true;
  }

  /** Passes over one character and gives it; the empty string at the end. */
  takeCharacter(): string {
    const code = this.text.codePointAt(this.at);
    if (code === undefined) return "";
    const character = String.fromCodePoint(code);
    this.at += character.length;
    return character;
  }

  /** Passes over decimal digits and gives them. */
  takeDigits(): string {
    const start = this.at;
    while (/[0-9]/.test(this.text.charAt(this.at))) this.at++;
    return this.text.slice(start, this.at);
  }

  /** Refuses what stands from `offset` to here. */
  fail(message: string, offset: number = this.at): never {
    throw new PatternFault(this.#failure("src-pattern-value", message, offset));
  }

  /** Goes on, but keeps the finding. */
  allow(message: string, offset: number): void {
    this.liberties.push(this.#failure("src-pattern-value", message, offset));
  }

  #failure(code: string, message: string, offset: number): PatternFailure {
    return new PatternFailure(code, message, offset, Math.max(1, this.at - offset));
  }
}

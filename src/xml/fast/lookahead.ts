import { illegalCharacter } from "../chars.js";

/**
 * Where the characters that need care stand next in a text. Each is looked for once on the way, so that all questions
 * together cost one pass for each kind.
 */
export class Lookahead {
  readonly #text: string;
  /** Whether a first half of a surrogate pair at the very end is waiting for the other. */
  readonly #final: boolean;
  #ampersand = -1;
  #carriageReturn = -1;
  #sectionEnd = -1;
  #illegal = -1;
  #lessThan = -1;
  #lineFeed = -1;
  #tab = -1;
  #textCare = -1;
  #valueCare = -1;

  constructor(text: string, final: boolean) {
    this.#text = text;
    this.#final = final;
  }

  /** The offset of the next `&`, CR, `]]>` or illegal character at or after `from`: up to there text is plain. */
  textCare(from: number): number {
    return this.#textCare >= from ? this.#textCare : this.#findTextCare(from);
  }

  #findTextCare(from: number): number {
    const text = this.#text;
    if (this.#ampersand < from) this.#ampersand = find(text, "&", from);
    if (this.#carriageReturn < from) this.#carriageReturn = find(text, "\r", from);
    if (this.#sectionEnd < from) this.#sectionEnd = find(text, "]]>", from);
    this.#textCare = Math.min(this.#ampersand, this.#carriageReturn, this.#sectionEnd, this.illegal(from));
    return this.#textCare;
  }

  /** The offset of the next character at or after `from` that an attribute value cannot hold as it stands. */
  valueCare(from: number): number {
    return this.#valueCare >= from ? this.#valueCare : this.#findValueCare(from);
  }

  #findValueCare(from: number): number {
    const text = this.#text;
    if (this.#lineFeed < from) this.#lineFeed = find(text, "\n", from);
    if (this.#tab < from) this.#tab = find(text, "\t", from);
    this.#valueCare = Math.min(this.textCare(from), this.lessThan(from), this.#lineFeed, this.#tab);
    return this.#valueCare;
  }

  /** The offset of the next `<` at or after `from`. */
  lessThan(from: number): number {
    if (this.#lessThan < from) this.#lessThan = find(this.#text, "<", from);
    return this.#lessThan;
  }

  /** The offset of the next character at or after `from` that XML does not allow. */
  illegal(from: number): number {
    if (this.#illegal < from) {
      this.#illegal = illegalCharacter(this.#text, from);
      if (!this.#final && this.#illegal === this.#text.length - 1) this.#illegal = this.#text.length;
    }
    return this.#illegal;
  }
}

function find(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at === -1 ? text.length : at;
}

/** What is known of an open element's content. */
interface Content {
  /** How many indents the document had before the element's content. */
  readonly mark: number;
  /** False in mixed content, inside it, and where `xml:space` preserves. */
  indentable: boolean;
  hasChildren: boolean;
}

/** How a document is laid out: begins with one. */
export type Layout = () => Indentation;

/**
 * Elements that hold only elements are laid out over lines, for the option `layout`.
 *
 * @param unit - the spaces of each level, or what stands there: spaces and tabs
 * @throws TypeError for anything else
 */
export function indented(unit: number | string): Layout {
  const text = typeof unit === "number" ? " ".repeat(unit) : unit;
  if (!/^[ \t]*$/.test(text)) throw new TypeError("indentation is made of spaces and tabs only");
  return () => new Indentation(text);
}

/**
 * Indents elements that hold only elements. Whether one does is known at its end, so the indents of its content can be
 * taken back until then.
 */
export class Indentation {
  readonly #unit: string;
  /** The document so far; every indent is a piece of its own. */
  readonly #pieces: string[] = [];
  /** Which pieces are indents that may still be taken back. */
  readonly #indents: number[] = [];
  readonly #open: Content[] = [];

  constructor(unit: string) {
    this.#unit = unit;
  }

  /** An element begins. */
  start(): void {
    const indentable = this.#open.at(-1)?.indentable ?? true;
    this.#open.push({ mark: this.#indents.length, indentable, hasChildren: false });
  }

  /** The innermost element has an attribute `xml:space`. */
  space(value: string): void {
    const content = this.#open.at(-1);
    if (content !== undefined) content.indentable = value !== "preserve";
  }

  /** Something that can be indented comes next in the innermost element; says whether to. */
  child(): boolean {
    const content = this.#open.at(-1);
    if (content === undefined || !content.indentable) return false;
    content.hasChildren = true;
    return true;
  }

  /** Text comes next: the innermost element is mixed, and nothing in it may be indented. */
  text(): void {
    const content = this.#open.at(-1);
    if (content === undefined) return;
    content.indentable = false;
    for (const piece of this.#indents.splice(content.mark)) this.#pieces[piece] = "";
  }

  /** The innermost element ends; says whether its end tag is to be indented. */
  end(): boolean {
    const content = this.#open.pop();
    return content?.indentable === true && content.hasChildren;
  }

  /**
   * Begins a line.
   *
   * @param before - what was written since the last indent
   */
  indent(before: string, level: number): void {
    this.#pieces.push(before);
    this.#indents.push(this.#pieces.push(`\n${this.#unit.repeat(level)}`) - 1);
  }

  /** The whole document, of which this is what was written last. */
  join(last: string): string {
    return `${this.#pieces.join("")}${last}\n`;
  }
}

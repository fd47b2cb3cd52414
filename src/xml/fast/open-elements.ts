import type { XmlName } from "../names.js";
import type { ScopedDeclaration } from "../namespaces.js";
import type { DocumentName } from "./name-table.js";

/** An open element. */
export interface OpenElement {
  written: DocumentName;
  name: XmlName;
  /** The namespace bindings to go back to at its end. */
  mark: ScopedDeclaration | undefined;
  offset: number;
  parent: OpenElement | undefined;
}

/** The open elements; the records of those that have ended are used again. */
export class OpenElements {
  /** The innermost. */
  current: OpenElement | undefined = undefined;
  /** Somebody may go back to elements that have ended, so that their records must stay as they are. */
  marked = false;
  /** Records that are free: a list by their parents. */
  #spare: OpenElement | undefined = undefined;

  enter(written: DocumentName, name: XmlName, mark: ScopedDeclaration | undefined, offset: number): void {
    const spare = this.#spare;
    if (spare === undefined) {
      this.current = { written, name, mark, offset, parent: this.current };
      return;
    }
    this.#spare = spare.parent;
    spare.written = written;
    spare.name = name;
    spare.mark = mark;
    spare.offset = offset;
    spare.parent = this.current;
    this.current = spare;
  }

  leave(): void {
    const left = this.current;
    if (left === undefined) return;
    this.current = left.parent;
    if (this.marked) return;
    left.parent = this.#spare;
    this.#spare = left;
  }
}

/** An element of a document's text, by the offsets at which its parts stand. */
export interface OutlineElement {
  /** As it is written, with its prefix. */
  readonly name: string;
  readonly parent: OutlineElement | undefined;
  /** Of the start tag's `<`. */
  readonly start: number;
  /** Behind the name in the start tag. */
  readonly nameEnd: number;
  /** Behind the start tag; the end of the element where the tag is an empty one. */
  readonly startTagEnd: number;
  /** Of the end tag's `<`; the end of the element where there is none. */
  endTagStart: number;
  end: number;
  /** Without declarations of namespaces. */
  readonly attributes: readonly OutlineAttribute[];
  readonly children: OutlineElement[];
}

export interface OutlineAttribute {
  readonly name: string;
  /** Of the white space before the name. */
  readonly start: number;
  readonly nameEnd: number;
  /** Behind the opening quotation mark. */
  readonly valueStart: number;
  readonly valueEnd: number;
}

const markup =
  /<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>|<\/?((?:"[^"]*"|'[^']*'|[^>"'])*)>/gs;

const attribute = /\s+([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Finds the elements of a well-formed document where they stand, so that text can be cut and pasted: everything that a
 * change does not touch stays as its author wrote it.
 *
 * @returns the elements in document order; the first is the root
 */
export function outline(text: string): readonly OutlineElement[] {
  const elements: OutlineElement[] = [];
  let open: OutlineElement | undefined;
  for (const match of text.matchAll(markup)) {
    const [tag, inside] = match;
    if (inside === undefined) continue;
    const end = match.index + tag.length;
    if (tag.startsWith("</")) {
      if (open === undefined) throw new Error(`${tag} ends what has no start`);
      open.endTagStart = match.index;
      open.end = end;
      open = open.parent;
      continue;
    }
    const name = /^[^\s/>]+/.exec(tag.slice(1))?.[0] ?? "";
    const nameEnd = match.index + 1 + name.length;
    const attributes = attributesIn(text.slice(nameEnd, end), nameEnd);
    const ends = { startTagEnd: end, endTagStart: end, end };
    const element: OutlineElement = {
      ...{ name, parent: open, start: match.index, nameEnd, attributes, children: [] },
      ...ends,
    };
    elements.push(element);
    open?.children.push(element);
    if (!tag.endsWith("/>")) open = element;
  }
  return elements;
}

function attributesIn(text: string, offset: number): readonly OutlineAttribute[] {
  const found: OutlineAttribute[] = [];
  for (const match of text.matchAll(attribute)) {
    const [whole, name = "", double, single = ""] = match;
    if (name === "xmlns" || name.startsWith("xmlns:")) continue;
    const start = offset + match.index;
    const valueEnd = start + whole.length - 1;
    const nameEnd = start + whole.indexOf(name) + name.length;
    found.push({ name, start, nameEnd, valueStart: valueEnd - (double ?? single).length, valueEnd });
  }
  return found;
}

/** Where an element stands: the names from the root down, as in `/Envelope/Body`. */
export function pathOf({ name, parent }: OutlineElement): string {
  return `${parent === undefined ? "" : pathOf(parent)}/${name.replace(/^.*:/, "")}`;
}

import type { ConsoleSegment } from "./protocol.js";

type Kind = ConsoleSegment["kind"];

/** Where a problem is to be marked, in UTF-16 code units. */
export interface Mark {
  readonly offset: number;
  readonly length: number;
}

/**
 * Cuts a text into coloured stretches, whether it is well-formed or not: together they are the text.
 *
 * @param marks - the stretches at them carry their indexes; where marks overlap, the earlier one counts
 */
export function colorXml(text: string, marks: readonly Mark[] = []): readonly ConsoleSegment[] {
  const segments: ConsoleSegment[] = [];
  let at = 0;
  const add = (end: number, kind: Kind) => {
    if (end > at) segments.push({ kind, text: text.slice(at, end) });
    at = Math.max(at, end);
  };
  while (at < text.length) {
    if (text[at] !== "<") add(indexOr(text, "<", at), "text");
    else if (text.startsWith("<!--", at)) add(after(text, "-->", at + 4), "comment");
    else if (text.startsWith("<![CDATA[", at)) add(after(text, "]]>", at), "text");
    else if (text.startsWith("<?", at) || text.startsWith("<!", at)) add(after(text, ">", at), "declaration");
    else colorTag(text, at, add);
  }
  return applyMarks(segments, marks);
}

/** From `<` up to the `>`, or to the end where there is none. */
function colorTag(text: string, start: number, add: (end: number, kind: Kind) => void): void {
  const name = /<\/?[^\s<>/="']*/y;
  name.lastIndex = start;
  name.test(text);
  let at = Math.max(name.lastIndex, start + 1);
  add(at, "tag");
  while (at < text.length) {
    const character = text[at] ?? "";
    if (character === ">") {
      add(at + 1, "tag");
      return;
    }
    if (character === "<") return;
    if (character === '"' || character === "'") {
      at = after(text, character, at + 1);
      add(at, "value");
      continue;
    }
    const rest = /[^<>"']+/y;
    rest.lastIndex = at;
    rest.test(text);
    at = rest.lastIndex;
    add(at, "name");
  }
}

function indexOr(text: string, part: string, from: number): number {
  const index = text.indexOf(part, from);
  return index === -1 ? text.length : index;
}

function after(text: string, part: string, from: number): number {
  const index = text.indexOf(part, from);
  return index === -1 ? text.length : index + part.length;
}

/** Cuts the stretches at the marks. */
function applyMarks(segments: readonly ConsoleSegment[], marks: readonly Mark[]): readonly ConsoleSegment[] {
  if (marks.length === 0) return segments;
  const order = marks.map((mark, problem) => ({ ...mark, problem })).sort((a, b) => a.offset - b.offset);
  const marked: ConsoleSegment[] = [];
  let offset = 0;
  for (const segment of segments) {
    const end = offset + segment.text.length;
    let at = offset;
    for (const mark of order) {
      const from = Math.max(at, mark.offset);
      const to = Math.min(end, mark.offset + mark.length);
      if (from >= to) continue;
      if (from > at) marked.push({ kind: segment.kind, text: segment.text.slice(at - offset, from - offset) });
      marked.push({ kind: segment.kind, text: segment.text.slice(from - offset, to - offset), problem: mark.problem });
      at = to;
    }
    if (at < end) marked.push({ kind: segment.kind, text: segment.text.slice(at - offset) });
    offset = end;
  }
  return marked;
}

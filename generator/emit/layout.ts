/**
 * Text that knows where it may be broken, after Wadler's "A prettier printer": a group is written on one line where it
 * fits, else with all of its own line breaks.
 */
export type Layout =
  | string
  | (Measure & { readonly kind: "concat"; readonly parts: readonly Layout[] })
  | (Measure & { readonly kind: "group"; readonly content: Layout })
  | (Measure & { readonly kind: "indent"; readonly content: Layout })
  /** A break: `flat` is what stands there on one line; without it there is no way to be on one line. */
  | (Measure & { readonly kind: "line"; readonly flat: string | undefined })
  /** Written only where the group around it is broken. */
  | (Measure & { readonly kind: "broken"; readonly text: string });

/** What has to be known of a layout to see whether it fits: each is made once, but asked about by all groups around it. */
interface Measure {
  /** The columns it takes on one line; infinitely many where it cannot be on one. */
  readonly width: number;
  /** The columns it takes up to where it may be broken first. */
  readonly head: number;
  /** Whether it may be broken at all. */
  readonly breaks: boolean;
}

export const lineWidth = 120;

const softLine: Layout = { kind: "line", flat: "", width: 0, head: 0, breaks: true };
const trailingComma = onlyBroken(",");

/** A break that is a space on one line. */
export const line: Layout = { kind: "line", flat: " ", width: 1, head: 0, breaks: true };

/** A break wherever it stands. */
export const hardLine: Layout = { kind: "line", flat: undefined, width: Infinity, head: 0, breaks: true };

export function concat(...parts: readonly Layout[]): Exclude<Layout, string> {
  let width = 0;
  let head = 0;
  let breaks = false;
  for (const part of parts) {
    if (typeof part === "string") {
      width += part.length;
      if (!breaks) head += part.length;
    } else {
      width += part.width;
      if (!breaks) {
        head += part.head;
        breaks = part.breaks;
      }
    }
  }
  return { kind: "concat", parts, width, head, breaks };
}

export function group(...parts: readonly Layout[]): Layout {
  const content = concat(...parts);
  return { kind: "group", content, ...measureOf(content) };
}

export function indent(...parts: readonly Layout[]): Layout {
  const content = concat(...parts);
  return { kind: "indent", content, ...measureOf(content) };
}

function measureOf({ width, head, breaks }: Measure): Measure {
  return { width, head, breaks };
}

/** A text that is written only where the group around it is broken. */
export function onlyBroken(text: string): Layout {
  return { kind: "broken", text, width: 0, head: text.length, breaks: false };
}

/** The columns that a layout takes on one line; infinitely many where it cannot be on one. */
export function widthOf(layout: Layout): number {
  return typeof layout === "string" ? layout.length : layout.width;
}

/** `open a, b, c close`, or each item on a line of its own. */
export function listing(open: string, items: readonly Layout[], close: string, padding: "" | " " = ""): Layout {
  if (items.length === 0) return open + close;
  const edge: Layout = padding === "" ? softLine : line;
  const separated = items.flatMap((item, index) => (index === 0 ? [item] : [",", line, item]));
  return group(open, indent(edge, ...separated), trailingComma, edge, close);
}

/** `name<A, B>`: type arguments take no comma behind the last. */
export function typeArguments(name: string, args: readonly Layout[]): Layout {
  const separated = args.flatMap((arg, index) => (index === 0 ? [arg] : [",", line, arg]));
  return group(`${name}<`, indent(softLine, ...separated), softLine, ">");
}

/** `name(a, b, last)`, where a last argument that may break by itself keeps the others on the first line. */
export function call(name: string, args: readonly Layout[]): Layout {
  const last = args.at(-1);
  const before = args.slice(0, -1);
  if (last !== undefined && typeof last !== "string" && before.every((arg) => typeof arg === "string")) {
    return concat(`${name}(`, ...before.map((arg) => `${String(arg)}, `), last, ")");
  }
  return concat(name, listing("(", args, ")"));
}

/** `name(a, b, () => body)`, where the body may go to a line of its own. */
export function callWithThunk(name: string, args: readonly string[], body: Layout): Layout {
  const start = `${name}(${args.map((arg) => `${arg}, `).join("")}() =>`;
  return group(start, indent(line, body, trailingComma), softLine, ")");
}

/** `{ a: x, b: y }`. */
export function record(fields: readonly (readonly [key: string, value: Layout])[]): Layout {
  return listing(
    "{",
    fields.map(([key, value]) => (key === value ? key : concat(`${propertyKey(key)}: `, value))),
    "}",
    " ",
  );
}

/** `{ a: X; b: Y }`. */
export function objectType(fields: readonly (readonly [key: string, type: Layout])[]): Layout {
  const members = fields.map(([key, type]) => concat(`${propertyKey(key)}: `, type));
  const separated = members.flatMap((member, index) => (index === 0 ? [member] : [";", line, member]));
  return group("{", indent(line, ...separated), onlyBroken(";"), line, "}");
}

/** A union of types: on one line, or each member behind a bar of its own. */
export function unionOf(members: readonly Layout[]): Layout {
  return members.length === 1 ? (members[0] ?? "never") : group(indent(softLine, bars(members)));
}

/** The same between brackets, which stand on lines of their own where it is broken. */
export function bracketedUnion(open: string, members: readonly Layout[], close: string): Layout {
  return group(open, indent(softLine, bars(members)), softLine, close);
}

function bars([first = "never", ...rest]: readonly Layout[]): Layout {
  if (rest.length === 0) return first;
  const others = rest.flatMap((member): Layout[] => [line, "| ", indent(member)]);
  return concat(onlyBroken("| "), indent(first), ...others);
}

/** A property name as an object literal or interface spells it. */
export function propertyKey(name: string): string {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? name : quote(name);
}

/** A string literal; U+2028 and U+2029 are escaped for readers that still take them for line ends. */
export function quote(text: string): string {
  return JSON.stringify(text).replace(/[\u2028\u2029\u007f-\u009f\ufeff]/g, escapeUnit);
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** Writes a layout; `column` is where it begins, and what follows its end on the same line takes `after` columns. */
export function render(layout: Layout, column = 0, after = 1): string {
  let out = "";
  // What is still to be written, the next one last, and how far each is indented.
  const waiting: Layout[] = [layout];
  const indentations: number[] = [0];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const indentation = indentations.pop() ?? 0;
    if (typeof next === "string") {
      out += next;
      column += next.length;
      continue;
    }
    switch (next.kind) {
      case "concat":
        for (let index = next.parts.length - 1; index >= 0; index--) {
          waiting.push(next.parts[index] ?? "");
          indentations.push(indentation);
        }
        break;
      case "group":
        if (fits(next.width, waiting, lineWidth - column - after)) {
          out += onOneLine(next.content);
          column += next.width;
        } else {
          waiting.push(next.content);
          indentations.push(indentation);
        }
        break;
      case "indent":
        waiting.push(next.content);
        indentations.push(indentation + 2);
        break;
      case "broken":
        out += next.text;
        column += next.text.length;
        break;
      case "line":
        out += `\n${" ".repeat(indentation)}`;
        column = indentation;
    }
  }
  return out;
}

/** Whether a width, and what follows it up to the next possible break, fits into the rest of the line. */
function fits(width: number, following: readonly Layout[], room: number): boolean {
  room -= width;
  for (let index = following.length - 1; index >= 0 && room >= 0; index--) {
    const next = following[index] ?? "";
    if (typeof next === "string") {
      room -= next.length;
      continue;
    }
    room -= next.head;
    if (next.breaks) break;
  }
  return room >= 0;
}

/** A layout that has a width: how deep it may be is bounded by that, but for parts without any. */
function onOneLine(layout: Layout): string {
  if (typeof layout === "string") return layout;
  switch (layout.kind) {
    case "concat": {
      let out = "";
      for (const part of layout.parts) out += onOneLine(part);
      return out;
    }
    case "group":
    case "indent":
      return onOneLine(layout.content);
    case "broken":
      return "";
    case "line":
      return layout.flat ?? "";
  }
}

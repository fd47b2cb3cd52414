/**
 * Text that knows where it may be broken, after Wadler's "A prettier printer": a group is written on one line where it
 * fits, else with all of its own line breaks.
 */
export type Layout =
  | string
  | { readonly kind: "concat"; readonly parts: readonly Layout[] }
  | { readonly kind: "group"; readonly content: Layout }
  | { readonly kind: "indent"; readonly content: Layout }
  /** A break: `flat` is what stands there on one line; without it there is no way to be on one line. */
  | { readonly kind: "line"; readonly flat?: string }
  /** Written only where the group around it is broken. */
  | { readonly kind: "broken"; readonly text: string };

export const lineWidth = 120;

const softLine: Layout = { kind: "line", flat: "" };
const trailingComma: Layout = { kind: "broken", text: "," };

/** A break that is a space on one line. */
export const line: Layout = { kind: "line", flat: " " };

/** A break wherever it stands. */
export const hardLine: Layout = { kind: "line" };

export function concat(...parts: readonly Layout[]): Layout {
  return { kind: "concat", parts };
}

export function group(...parts: readonly Layout[]): Layout {
  return { kind: "group", content: concat(...parts) };
}

export function indent(...parts: readonly Layout[]): Layout {
  return { kind: "indent", content: concat(...parts) };
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
  return group("{", indent(line, ...separated), { kind: "broken", text: ";" }, line, "}");
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
  return concat({ kind: "broken", text: "| " }, indent(first), ...others);
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

interface Pending {
  readonly layout: Layout;
  readonly indentation: number;
  readonly flat: boolean;
}

/** Writes a layout; `column` is where it begins, and what follows its end on the same line takes `after` columns. */
export function render(layout: Layout, column = 0, after = 1): string {
  let out = "";
  const stack: Pending[] = [{ layout, indentation: 0, flat: false }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { layout: item, indentation, flat } = next;
    if (typeof item === "string") {
      out += item;
      column += item.length;
      continue;
    }
    switch (item.kind) {
      case "concat":
        for (let index = item.parts.length - 1; index >= 0; index--) {
          stack.push({ layout: item.parts[index] ?? "", indentation, flat });
        }
        break;
      case "group":
        stack.push({
          layout: item.content,
          indentation,
          flat: flat || fits(item.content, stack, lineWidth - column - after),
        });
        break;
      case "indent":
        stack.push({ layout: item.content, indentation: indentation + 2, flat });
        break;
      case "broken":
        if (!flat) stack.push({ layout: item.text, indentation, flat });
        break;
      case "line":
        if (flat && item.flat !== undefined) {
          out += item.flat;
          column += item.flat.length;
        } else {
          out += `\n${" ".repeat(indentation)}`;
          column = indentation;
        }
    }
  }
  return out;
}

/** Whether a content, and what follows it up to the next possible break, fits into the rest of the line. */
function fits(content: Layout, following: readonly Pending[], room: number): boolean {
  const stack: Pending[] = [{ layout: content, indentation: 0, flat: true }];
  let rest = following.length;
  while (room >= 0) {
    let next = stack.pop();
    if (next === undefined) {
      if (rest === 0) return true;
      next = following[--rest];
      if (next === undefined) return true;
    }
    const { layout: item, indentation, flat } = next;
    if (typeof item === "string") {
      room -= item.length;
      continue;
    }
    switch (item.kind) {
      case "concat":
        for (let index = item.parts.length - 1; index >= 0; index--) {
          stack.push({ layout: item.parts[index] ?? "", indentation, flat });
        }
        break;
      case "group":
      case "indent":
        stack.push({ layout: item.content, indentation, flat });
        break;
      case "broken":
        if (!flat) room -= item.text.length;
        break;
      case "line":
        if (!flat) return true;
        if (item.flat === undefined) return false;
        room -= item.flat.length;
    }
  }
  return false;
}

import type { XmlName } from "../../xml/names.js";

/**
 * One alternative of a selector or field, in the form that `bind` writes: `.//{ns}a/{ns}*`, `{ns}a/@{ns}b`, `.`; names in
 * Clark notation, `{ns}*` for any name of a namespace, `*` for any name at all.
 */
export interface Path {
  /** Begins with `.//`: matches at any depth. */
  readonly deep: boolean;
  readonly steps: readonly NameTest[];
  /** A field may end in an attribute. */
  readonly attribute: NameTest | undefined;
}

/** `undefined` stands for any. */
export interface NameTest {
  readonly namespace: string | undefined;
  readonly localName: string | undefined;
}

/** Reads the alternatives of a selector or field (Part 1, 3.11.6); the text is ours, so that it is well-formed. */
export function parsePaths(text: string): readonly Path[] {
  return splitOutside(text, "|").map(parsePath);
}

function parsePath(text: string): Path {
  const deep = text.startsWith(".//");
  const steps: NameTest[] = [];
  let attribute: NameTest | undefined;
  for (const step of splitOutside(deep ? text.slice(3) : text, "/")) {
    if (step === "." || step === "") continue;
    if (step.startsWith("@")) attribute = parseTest(step.slice(1));
    else steps.push(parseTest(step));
  }
  return { deep, steps, attribute };
}

function parseTest(text: string): NameTest {
  const close = text.startsWith("{") ? text.indexOf("}") : -1;
  const localName = text.slice(close + 1);
  if (close === -1) return localName === "*" ? anyName : { namespace: "", localName };
  return { namespace: text.slice(1, close), localName: localName === "*" ? undefined : localName };
}

const anyName: NameTest = { namespace: undefined, localName: undefined };

/** Splits at a separator that is not inside the braces of a namespace name. */
function splitOutside(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === "{") depth++;
    else if (character === "}") depth--;
    else if (character === separator && depth === 0) {
      parts.push(text.slice(from, index).trim());
      from = index + 1;
    }
  }
  parts.push(text.slice(from).trim());
  return parts;
}

export function passes(test: NameTest, name: XmlName): boolean {
  return (
    (test.localName === undefined || test.localName === name.localName) &&
    (test.namespace === undefined || test.namespace === name.namespace)
  );
}

/**
 * Whether the element steps of a path lead from the element at depth `from` to the innermost open element.
 *
 * @param open - the names of the open elements, the root first
 */
export function leadsTo(path: Path, open: readonly XmlName[], from: number): boolean {
  const { steps, deep } = path;
  const length = open.length - 1 - from;
  if (deep ? length < steps.length : length !== steps.length) return false;
  for (let index = 1; index <= steps.length; index++) {
    const step = steps[steps.length - index];
    const name = open[open.length - index];
    if (step === undefined || name === undefined || !passes(step, name)) return false;
  }
  return true;
}

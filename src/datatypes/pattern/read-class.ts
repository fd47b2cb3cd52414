import { quoteText } from "../describe.js";
import {
  blockClass,
  type CharacterClass,
  categoryClass,
  characterRange,
  complement,
  escapedClass,
  subtract,
  unite,
} from "./character-class.js";
import type { PatternScanner } from "./pattern-scanner.js";

/** What a backslash makes of the character after it: a character or a class (F.1.1). */
export type Escape = { readonly code: number } | { readonly class: CharacterClass };

/** Productions 24 to 37: after the backslash. */
export function readEscape(scanner: PatternScanner): Escape {
  const start = scanner.at - 1;
  const letter = scanner.takeCharacter();
  switch (letter) {
    case "":
      return scanner.fail("a backslash at the end escapes nothing", start);
    case "n":
      return { code: 0x0a };
    case "r":
      return { code: 0x0d };
    case "t":
      return { code: 0x09 };
    case "p":
      return { class: readProperty(scanner, start) };
    case "P":
      return { class: complement(readProperty(scanner, start)) };
    default: {
      if (/[\\|.?*+(){}\-[\]^]/.test(letter)) return { code: letter.charCodeAt(0) };
      const found = escapedClass(letter);
      return found === undefined ? scanner.fail(`\\${letter} is no escape`, start) : { class: found };
    }
  }
}

/** Productions 27 to 36: a category or a block in braces. */
function readProperty(scanner: PatternScanner, start: number): CharacterClass {
  const end = scanner.takes("{") ? scanner.text.indexOf("}", scanner.at) : -1;
  if (end === -1) return scanner.fail("\\p and \\P need a name in braces, as in \\p{Lu} or \\p{IsGreek}", start);
  const name = scanner.text.slice(scanner.at, end);
  scanner.at = end + 1;
  if (name.startsWith("Is")) {
    const block = blockClass(name.slice(2));
    if (!block.known) scanner.allow(`${quoteText(name)} names no Unicode block`, start);
    return block.class;
  }
  return categoryClass(name) ?? scanner.fail(`${quoteText(name)} is no Unicode category`, start);
}

/** Most classes that may be subtracted one within the other, and most groups. */
export const deepestNesting = 100;

/** Productions 12 to 22: after the opening bracket, to the closing one. */
export function readClass(scanner: PatternScanner, depth: number): CharacterClass {
  const start = scanner.at - 1;
  if (depth > deepestNesting) scanner.fail(`more than ${deepestNesting} classes within one another`, start);
  const negative = scanner.takes("^");
  const first = scanner.at;
  const parts: CharacterClass[] = [];
  let subtracted: CharacterClass | undefined;
  while (subtracted === undefined && !scanner.sees("]")) {
    if (scanner.atEnd) scanner.fail("the character class is not closed by ]", start);
    if (parts.length > 0 && scanner.takes("-[")) subtracted = readClass(scanner, depth + 1);
    else parts.push(readClassPart(scanner, first));
  }
  if (!scanner.takes("]")) scanner.fail("nothing may follow a subtracted class but ]");
  if (parts.length === 0) scanner.fail("the character class is empty", start);
  const group = negative ? complement(unite(parts)) : unite(parts);
  return subtracted === undefined ? group : subtract(group, subtracted);
}

/** One escape for a class, one character or one range. */
function readClassPart(scanner: PatternScanner, first: number): CharacterClass {
  const start = scanner.at;
  if (scanner.takes("-")) {
    if (start !== first && !endsGroup(scanner)) {
      scanner.allow("a hyphen stands for itself only at the beginning or end of a class; expected \\-", start);
    }
    return characterRange(0x2d, 0x2d);
  }
  const from = readRangeEnd(scanner);
  if ("class" in from) return from.class;
  // A hyphen before the end of the group, or before a class to subtract, makes no range.
  if (!scanner.sees("-") || scanner.sees("-]") || scanner.sees("-[") || scanner.sees("--[")) {
    return characterRange(from.code, from.code);
  }
  scanner.at++;
  const hyphen = scanner.at;
  const to = scanner.takes("-") ? { code: 0x2d } : readRangeEnd(scanner);
  if (scanner.at === hyphen + 1 && scanner.text[hyphen] === "-") {
    scanner.allow("a range cannot end with an unescaped hyphen; expected \\-", hyphen);
  }
  if ("class" in to) return scanner.fail("a range cannot end with a class", start);
  if (to.code < from.code) scanner.fail("the range ends before it begins", start);
  return characterRange(from.code, to.code);
}

function endsGroup(scanner: PatternScanner): boolean {
  return scanner.sees("]") || scanner.sees("-[");
}

function readRangeEnd(scanner: PatternScanner): Escape {
  const start = scanner.at;
  if (scanner.takes("\\")) return readEscape(scanner);
  if (scanner.takes("["))
    return scanner.fail("[ in a class must be escaped, or follow a hyphen to subtract a class", start);
  const code = scanner.text.codePointAt(start);
  if (code === undefined) return scanner.fail("the character class ends within a range", start);
  scanner.takeCharacter();
  return { code };
}

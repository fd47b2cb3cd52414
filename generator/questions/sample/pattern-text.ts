import type { CharacterClass } from "../../../src/datatypes/pattern/character-class.js";
import type { PatternNode } from "../../../src/datatypes/pattern/pattern-syntax.js";
import type { Random } from "./random.js";

/** Longest text made: a pattern may ask for more characters than anybody wants to see. */
const longest = 20_000;

/** The text grew past {@link longest}. */
class TooLong extends Error {}

/**
 * A text that a pattern matches.
 *
 * @param extra - by how much a repetition may exceed its least count
 * @returns `undefined` where the text would be very long, or where no character of a class is known
 */
export function textOfPattern(pattern: PatternNode, random: Random, extra: number): string | undefined {
  let text = "";
  try {
    return write(pattern) ? text : undefined;
  } catch (error) {
    if (error instanceof TooLong) return undefined;
    throw error;
  }

  function write(node: PatternNode): boolean {
    switch (node.kind) {
      case "character": {
        const character = random.pick(charactersOf(node.class));
        if (character === undefined) return false;
        if (text.length >= longest) throw new TooLong();
        text += character;
        return true;
      }
      case "sequence":
        return node.parts.every(write);
      case "choice": {
        const branch = random.pick(node.branches);
        return branch !== undefined && write(branch);
      }
      case "repeat": {
        const most = Math.min(node.max, node.min + extra);
        const count = most - random.below(Math.min(most - node.min, 3) + 1);
        for (let index = 0; index < count; index++) {
          const before = text.length;
          if (!write(node.body)) return false;
          // An empty body stays empty however often it is repeated.
          if (text.length === before && index > longest) throw new TooLong();
        }
        return true;
      }
    }
  }
}

const known = new Map<string, readonly string[]>();
const letterOrDigit = /^[A-Za-z0-9]$/;

/** Some characters of a class: letters and digits where it has them, else what is visible, else what there is. */
function charactersOf({ source, ascii, beyond }: CharacterClass): readonly string[] {
  let found = known.get(source);
  if (found === undefined) known.set(source, (found = findCharacters(source, ascii, beyond)));
  return found;
}

function findCharacters(source: string, ascii: bigint, beyond: boolean): readonly string[] {
  const all: string[] = [];
  for (let code = 0x20; code < 0x7f; code++) {
    if (((ascii >> BigInt(code)) & 1n) === 1n) all.push(String.fromCharCode(code));
  }
  const plain = all.filter((character) => letterOrDigit.test(character));
  if (plain.length > 0) return plain;
  const visible = all.filter((character) => character !== " ");
  if (visible.length > 0) return visible;
  if (all.length > 0) return all;
  const spaces = ["\t", "\n"].filter((character) => ((ascii >> BigInt(character.charCodeAt(0))) & 1n) === 1n);
  return spaces.length > 0 || !beyond ? spaces : beyondAscii(new RegExp(`^${source}$`, "v"));
}

/** The first few characters above ASCII that a class has; those of the basic plane first, then a few of each later one. */
function beyondAscii(expression: RegExp): readonly string[] {
  const found: string[] = [];
  for (let code = 0xa1; code < 0x30000 && found.length < 16; code++) {
    if (code >= 0xd800 && code < 0xe000) continue;
    if (code === 0xfffe || code === 0xffff) continue;
    const character = String.fromCodePoint(code);
    if (expression.test(character)) found.push(character);
  }
  return found;
}

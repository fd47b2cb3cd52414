import { blockRanges, type CodePointRange } from "./blocks.js";

/** What is known of a set of characters without the engine's Unicode tables. */
export interface Coverage {
  /** The ASCII characters in it: bit n is character n. */
  readonly ascii: bigint;
  /** Whether others may be in it. */
  readonly beyond: boolean;
}

/** A set of characters (Part 2, appendix F.1). */
export interface CharacterClass extends Coverage {
  /** As a class of a JavaScript regular expression with the `v` flag: an atom by itself and within brackets. */
  readonly source: string;
}

// Written out, here and below: bundlers keep arithmetic of bigints, also where nothing uses it.
const allAscii = 0xffffffff_ffffffff_ffffffff_ffffffffn;

const everything = "[\\u{0}-\\u{10ffff}]";

/**
 * The source of all characters but these. Not `[^…]`: in Node.js 20, V8 turns such a class of the `v` flag around again
 * wherever it unrolls a loop, so that /^(?:b[^a])+$/v matches `ba`.
 */
function allBut(source: string): string {
  return `[${everything}--${source}]`;
}

/** What `.` stands for. */
export const anyButLineEnd: CharacterClass = {
  source: /* @__PURE__ */ allBut("[\\n\\r]"),
  ascii: 0xffffffff_ffffffff_ffffffff_ffffdbffn,
  beyond: true,
};

/** Every character: what an unknown block is taken for (XSD 1.1 Part 2, G.4.2.3). */
const anyCharacter: CharacterClass = { source: everything, ascii: allAscii, beyond: true };

export function characterRange(first: number, last: number): CharacterClass {
  const from = BigInt(Math.min(first, 128));
  const to = BigInt(Math.min(last + 1, 128));
  const source = first === last ? escapeCodePoint(first) : `[${escapeCodePoint(first)}-${escapeCodePoint(last)}]`;
  return { source, ascii: (1n << to) - (1n << from), beyond: last > 127 };
}

/** Letters and digits as they are, everything else by its number: no syntax to mind. */
function escapeCodePoint(code: number): string {
  const character = String.fromCodePoint(code);
  return /[A-Za-z0-9]/.test(character) ? character : `\\u{${code.toString(16)}}`;
}

export function unite(classes: readonly CharacterClass[]): CharacterClass {
  const [only] = classes;
  if (only !== undefined && classes.length === 1) return only;
  return {
    source: `[${classes.map((part) => part.source).join("")}]`,
    ascii: classes.reduce((ascii, part) => ascii | part.ascii, 0n),
    beyond: classes.some((part) => part.beyond),
  };
}

export function complement({ source, ascii }: CharacterClass): CharacterClass {
  return { source: allBut(source), ascii: allAscii & ~ascii, beyond: true };
}

export function subtract(left: CharacterClass, right: CharacterClass): CharacterClass {
  return { source: `[${left.source}--${right.source}]`, ascii: left.ascii & ~right.ascii, beyond: left.beyond };
}

/** Whether a character may be in both: never wrongly no. */
export function mayOverlap(left: Coverage, right: Coverage): boolean {
  return (left.ascii & right.ascii) !== 0n || (left.beyond && right.beyond);
}

/** The multi-character escapes (F.1.1); an initial name character and a name character as XML 1.0 has them. */
const nameStart =
  ":A-Z_a-z\\u{c0}-\\u{d6}\\u{d8}-\\u{f6}\\u{f8}-\\u{2ff}\\u{370}-\\u{37d}\\u{37f}-\\u{1fff}\\u{200c}-\\u{200d}\\u{2070}-\\u{218f}\\u{2c00}-\\u{2fef}\\u{3001}-\\u{d7ff}\\u{f900}-\\u{fdcf}\\u{fdf0}-\\u{fffd}\\u{10000}-\\u{effff}";
const escapes: Readonly<Record<string, string>> = {
  s: "[ \\t\\n\\r]",
  i: /* @__PURE__ */ inBrackets(nameStart),
  c: /* @__PURE__ */ inBrackets(nameStart, "\\-.0-9\\u{b7}\\u{300}-\\u{36f}\\u{203f}-\\u{2040}"),
  d: "\\p{Nd}",
  w: /* @__PURE__ */ allBut("[\\p{P}\\p{Z}\\p{C}]"),
};

function inBrackets(...parts: readonly string[]): string {
  return `[${parts.join("")}]`;
}

/** The class of `\s`, `\D` and the like by its letter; `undefined` where there is none. */
export function escapedClass(letter: string): CharacterClass | undefined {
  const lower = letter.toLowerCase();
  const source = Object.hasOwn(escapes, lower) ? escapes[lower] : undefined;
  if (source === undefined) return undefined;
  const found = measured(source);
  return letter === lower ? found : complement(found);
}

/** Surrogates (Cs) are no characters, so XSD has no name for them. */
const categories = /^(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cfon]?)$/;

export function categoryClass(name: string): CharacterClass | undefined {
  return categories.test(name) ? measured(`\\p{${name}}`) : undefined;
}

export interface BlockClass {
  readonly class: CharacterClass;
  readonly known: boolean;
}

export function blockClass(name: string): BlockClass {
  const ranges = blockRanges(name);
  if (ranges === undefined) return { class: anyCharacter, known: false };
  return { class: unite(ranges.map(([first, last]: CodePointRange) => characterRange(first, last))), known: true };
}

const measurements = new Map<string, CharacterClass>();

/** A class that only the engine's Unicode tables know: its ASCII characters are found by trying. */
function measured(source: string): CharacterClass {
  let found = measurements.get(source);
  if (found === undefined) {
    const expression = new RegExp(source, "v");
    let ascii = 0n;
    for (let code = 0; code < 128; code++) {
      if (expression.test(String.fromCharCode(code))) ascii |= 1n << BigInt(code);
    }
    measurements.set(source, (found = { source, ascii, beyond: source !== escapes["s"] }));
  }
  return found;
}

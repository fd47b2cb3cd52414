// The character classes of XML 1.0 (Fifth Edition), 2.2 and 2.3, and of Namespaces in XML 1.0, 3.

const nameStartFlag = 1;
const nameFlag = 2;

/** Flags of the ASCII characters; the colon is a name character here, names are split afterwards. */
const ascii: Uint8Array = /* @__PURE__ */ asciiFlags();

function asciiFlags(): Uint8Array {
  const flags = new Uint8Array(128);
  for (let code = 0; code < 128; code++) {
    const char = String.fromCharCode(code);
    if (/[A-Z_a-z:]/.test(char)) flags[code] = nameStartFlag | nameFlag;
    else if (/[-.0-9]/.test(char)) flags[code] = nameFlag;
  }
  return flags;
}

/** First and last code points of the ranges of NameStartChar outside ASCII (production 4). */
const nameStartRanges: readonly number[] = [
  0xc0, 0xd6, 0xd8, 0xf6, 0xf8, 0x2ff, 0x370, 0x37d, 0x37f, 0x1fff, 0x200c, 0x200d, 0x2070, 0x218f, 0x2c00, 0x2fef,
  0x3001, 0xd7ff, 0xf900, 0xfdcf, 0xfdf0, 0xfffd, 0x10000, 0xeffff,
];

/** What NameChar has beyond NameStartChar outside ASCII (production 4a). */
const nameExtraRanges: readonly number[] = [0xb7, 0xb7, 0x300, 0x36f, 0x203f, 0x2040];

function isInRanges(ranges: readonly number[], code: number): boolean {
  for (let index = 0; index < ranges.length; index += 2) {
    if (code <= (ranges[index + 1] ?? 0)) return code >= (ranges[index] ?? 0);
  }
  return false;
}

/** Whether a name may begin with the code point (NameStartChar, the colon included). */
export function isNameStart(code: number): boolean {
  return code < 128 ? ((ascii[code] ?? 0) & nameStartFlag) !== 0 : isInRanges(nameStartRanges, code);
}

/** Whether the code point may stand in a name (NameChar, the colon included). */
function isNameChar(code: number): boolean {
  return code < 128
    ? ((ascii[code] ?? 0) & nameFlag) !== 0
    : isInRanges(nameStartRanges, code) || isInRanges(nameExtraRanges, code);
}

/** The offset after the longest run of name characters at `from`; `from` itself where there is none. */
export function nameEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit < 128) {
      if (((ascii[unit] ?? 0) & nameFlag) === 0) return at;
      at++;
    } else {
      const code = text.codePointAt(at) ?? unit;
      if (!isNameChar(code)) return at;
      at += code > 0xffff ? 2 : 1;
    }
  }
  return at;
}

/** Whether the whole text is a Name (production 5). */
export function isName(text: string): boolean {
  const first = text.codePointAt(0);
  return first !== undefined && isNameStart(first) && nameEnd(text, 0) === text.length;
}

/** Whether the whole text is an NCName: a name without a colon. */
export function isNcName(text: string): boolean {
  return !text.includes(":") && isName(text);
}

/** Whether the code unit is white space (production 3). */
export function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x09 || unit === 0x0d;
}

/** The offset after the white space at `from`. */
export function spaceEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** Whether XML 1.0 can hold the code point at all (production 2). */
export function isXmlChar(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

/** What production 2 leaves out of the code units, and the surrogates, whose pairs are looked at one by one. */
const suspect = /[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/g;

/**
 * The offset of the first code unit at or after `from` that is not part of an XML character; the text's length where
 * there is none.
 */
export function illegalCharacter(text: string, from: number): number {
  suspect.lastIndex = from;
  while (suspect.test(text)) {
    const at = suspect.lastIndex - 1;
    const unit = text.charCodeAt(at);
    const paired = unit >= 0xd800 && unit <= 0xdbff && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
    if (!paired) return at;
    suspect.lastIndex = at + 2;
  }
  return text.length;
}

/** A character as messages show it: `<`, or U+0007 where it cannot be seen. */
export function describeCharacter(text: string, at: number): string {
  const code = text.codePointAt(at);
  if (code === undefined) return "the end of the document";
  const seen = code > 0x20 && code !== 0x7f && isXmlChar(code) && !(code >= 0x80 && code <= 0xa0) && code !== 0xfeff;
  if (seen) return `"${String.fromCodePoint(code)}"`;
  if (isSpace(code)) return "white space";
  return codePointName(code);
}

/** As Unicode writes it: U+0007. */
export function codePointName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** The code units of a text, for {@link holdsAt}. */
export function codeUnits(text: string): readonly number[] {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
}

/**
 * Whether a text has these code units at `at`. For texts as short as names this takes half the time of `startsWith`,
 * which engines do not inline.
 */
export function holdsAt(text: string, units: readonly number[], at: number): boolean {
  if (at + units.length > text.length) return false;
  for (let index = 0; index < units.length; index++) if (text.charCodeAt(at + index) !== units[index]) return false;
  return true;
}

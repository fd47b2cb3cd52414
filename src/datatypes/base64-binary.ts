import { collapsedDatatype } from "./collapsed.js";
import type { Datatype } from "./datatype.js";
import { valueKey } from "./define-datatype.js";
import { notInLexicalSpace, wrongType } from "./describe.js";
import { octets } from "./measures.js";

/** Part 2, 3.2.16. */
export const base64BinaryDatatype: Datatype<Uint8Array> = /* @__PURE__ */ collapsedDatatype<Uint8Array>({
  name: "base64Binary",
  primitive: "base64Binary",
  measure: octets,
  read: (text) => decodeBase64(text) ?? notInLexicalSpace(text, "Base64"),
  check: (value) => (value instanceof Uint8Array ? undefined : wrongType(value, "a Uint8Array")),
  print: encodeBase64,
  key: (value) => valueKey("base64Binary", encodeBase64(value)),
});

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const notDigit = 255;

/** The six bits of each ASCII character. */
const digits: Uint8Array = /* @__PURE__ */ digitTable();

function digitTable(): Uint8Array {
  const table = new Uint8Array(128).fill(notDigit);
  for (let digit = 0; digit < 64; digit++) table[alphabet.charCodeAt(digit)] = digit;
  return table;
}

/** Single spaces may stand between any two characters; the bits that the last digit has too many must be zero. */
function decodeBase64(text: string): Uint8Array | undefined {
  let end = text.length;
  let padding = 0;
  for (; end > 0; end--) {
    const unit = text.charCodeAt(end - 1);
    if (unit === 0x3d) padding++;
    else if (unit !== 0x20) break;
  }
  const octets = new Uint8Array(Math.floor((end * 3) / 4));
  let count = 0;
  let length = 0;
  let bits = 0;
  for (let at = 0; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x20) continue;
    const digit = unit < 128 ? (digits[unit] ?? notDigit) : notDigit;
    if (digit === notDigit) return undefined;
    bits = (bits << 6) | digit;
    if (++count % 4 !== 0) continue;
    octets[length++] = bits >> 16;
    octets[length++] = bits >> 8;
    octets[length++] = bits;
    bits = 0;
  }
  const rest = count % 4;
  if (padding !== (4 - rest) % 4 || padding > 2 || (bits & (rest === 2 ? 0xf : 0x3)) !== 0) return undefined;
  if (rest === 2) octets[length++] = bits >> 4;
  if (rest === 3) {
    octets[length++] = bits >> 10;
    octets[length++] = bits >> 2;
  }
  return length === octets.length ? octets : octets.slice(0, length);
}

/** Padded, on one line. */
function encodeBase64(octets: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil(octets.length / 3) * 4).fill(0x3d);
  let length = 0;
  for (let at = 0; at < octets.length; at += 3) {
    const left = octets.length - at;
    const bits = ((octets[at] ?? 0) << 16) | ((octets[at + 1] ?? 0) << 8) | (octets[at + 2] ?? 0);
    codes[length] = digitCode(bits >> 18);
    codes[length + 1] = digitCode(bits >> 12);
    if (left > 1) codes[length + 2] = digitCode(bits >> 6);
    if (left > 2) codes[length + 3] = digitCode(bits);
    length += 4;
  }
  return new TextDecoder().decode(codes);
}

function digitCode(bits: number): number {
  return alphabet.charCodeAt(bits & 0x3f);
}

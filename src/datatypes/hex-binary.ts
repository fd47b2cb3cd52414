import { collapsedDatatype } from "./collapsed.js";
import type { Datatype } from "./datatype.js";
import { valueKey } from "./define-datatype.js";
import { notInLexicalSpace, wrongType } from "./describe.js";
import { octets } from "./measures.js";

/** Part 2, 3.2.15. */
export const hexBinaryDatatype: Datatype<Uint8Array> = /* @__PURE__ */ collapsedDatatype<Uint8Array>({
  name: "hexBinary",
  primitive: "hexBinary",
  measure: octets,
  read: (text) => decodeHex(text) ?? notInLexicalSpace(text, "pairs of hexadecimal digits"),
  check: (value) => (value instanceof Uint8Array ? undefined : wrongType(value, "a Uint8Array")),
  print: encodeHex,
  spellings: (value) => [encodeHex(value).toLowerCase()],
  key: (value) => valueKey("hexBinary", encodeHex(value)),
});

function decodeHex(text: string): Uint8Array | undefined {
  const { length } = text;
  if (length % 2 !== 0) return undefined;
  const octets = new Uint8Array(length / 2);
  for (let at = 0; at < length; at += 2) {
    const octet = hexDigit(text.charCodeAt(at)) * 16 + hexDigit(text.charCodeAt(at + 1));
    if (Number.isNaN(octet)) return undefined;
    octets[at / 2] = octet;
  }
  return octets;
}

function hexDigit(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : Number.NaN;
}

const hexDigits = "0123456789ABCDEF";

function encodeHex(octets: Uint8Array): string {
  const codes = new Uint8Array(octets.length * 2);
  for (const [index, octet] of octets.entries()) {
    codes[index * 2] = hexDigits.charCodeAt(octet >> 4);
    codes[index * 2 + 1] = hexDigits.charCodeAt(octet & 15);
  }
  return new TextDecoder().decode(codes);
}

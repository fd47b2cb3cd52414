import type { DatatypeFailure, Order } from "./datatype.js";
import { valueKey } from "./define-datatype.js";
import { notInLexicalSpace } from "./describe.js";

/** A value of `decimal` or of a type derived from it; which JavaScript type it has depends on the XSD type. */
export type DecimalValue = number | bigint | string;

export function isDecimal(text: string): boolean {
  return /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)$/.test(text);
}

export function notDecimal(text: string): DatatypeFailure {
  return notInLexicalSpace(text, "a decimal number");
}

/** Part 2, 3.2.3: the order of numbers, exact whatever the number of digits. */
export const decimalOrder: Order<DecimalValue> = {
  parse: (text) => (isDecimal(text) ? simplest(text) : notDecimal(text)),
  place: (value) => value as DecimalValue,
  // JavaScript compares numbers with bigints exactly.
  compare(left, right) {
    if (typeof left !== "string" && typeof right !== "string") return left < right ? -1 : left > right ? 1 : 0;
    return compareCanonical(canonicalDecimal(String(left)), canonicalDecimal(String(right)));
  },
};

/** The key of a number: its canonical text without a fraction of zero. */
export function decimalKey(value: DecimalValue): string {
  return valueKey("decimal", typeof value === "string" ? canonicalDecimal(value) : String(value));
}

/** A number of the type that compares fastest. */
function simplest(text: string): DecimalValue {
  const canonical = canonicalDecimal(text);
  if (canonical.includes(".")) return canonical;
  const number = Number(canonical);
  return Number.isSafeInteger(number) ? number : BigInt(canonical);
}

/** One text for each number: no plus sign, no needless zeros, no point without digits after it. */
function canonicalDecimal(text: string): string {
  const negative = text.startsWith("-");
  let start = negative || text.startsWith("+") ? 1 : 0;
  let end = text.length;
  while (text.charCodeAt(start) === 0x30) start++;
  if (text.includes(".")) {
    while (text.charCodeAt(end - 1) === 0x30) end--;
    if (text.charCodeAt(end - 1) === 0x2e) end--;
  }
  if (start >= end) return "0";
  const digits = text.slice(start, end);
  const whole = digits.startsWith(".") ? `0${digits}` : digits;
  return negative ? `-${whole}` : whole;
}

function compareCanonical(left: string, right: string): number {
  if (left === right) return 0;
  const negative = left.startsWith("-");
  if (negative !== right.startsWith("-")) return negative ? -1 : 1;
  return negative ? compareMagnitudes(right.slice(1), left.slice(1)) : compareMagnitudes(left, right);
}

/** The one with more digits before the point is greater; among equals the texts compare as the numbers do. */
function compareMagnitudes(left: string, right: string): number {
  const difference = wholeDigits(left) - wholeDigits(right);
  if (difference !== 0) return difference;
  return left < right ? -1 : 1;
}

function wholeDigits(canonical: string): number {
  const point = canonical.indexOf(".");
  return point === -1 ? canonical.length : point;
}

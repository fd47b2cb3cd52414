import { DatatypeFailure, type Facet } from "./datatype.js";
import { restrictValues } from "./define-datatype.js";

/** Part 2, 4.3.11: digits before and after the point, without needless zeros. */
export function totalDigits(value: number): Facet {
  return digitsFacet("totalDigits", value, "digits", (counted) => counted.whole + counted.fraction);
}

/** Part 2, 4.3.12: digits after the point, without zeros at the end. */
export function fractionDigits(value: number): Facet {
  return digitsFacet("fractionDigits", value, "digits after the point", (counted) => counted.fraction);
}

function digitsFacet(kind: string, most: number, unit: string, count: (digits: Digits) => number): Facet {
  const rule = (text: string): DatatypeFailure | undefined => {
    const found = count(countDigits(text));
    if (found <= most) return undefined;
    return new DatatypeFailure(`cvc-${kind}-valid`, `expected at most ${most} ${unit}; found ${found}`);
  };
  return { kind, restrict: (base) => restrictValues(base, (value) => rule(base.print(value))) };
}

interface Digits {
  readonly whole: number;
  readonly fraction: number;
}

/** Of a value of `decimal` or of a type derived from it, as a text. */
function countDigits(text: string): Digits {
  const point = text.indexOf(".");
  const wholeEnd = point === -1 ? text.length : point;
  let start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
  while (start < wholeEnd && text.charCodeAt(start) === 0x30) start++;
  let end = text.length;
  while (end > wholeEnd && text.charCodeAt(end - 1) === 0x30) end--;
  return { whole: wholeEnd - start, fraction: Math.max(0, end - wholeEnd - 1) };
}

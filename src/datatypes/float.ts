import { collapsedDatatype } from "./collapsed.js";
import type { Datatype, DatatypeFailure, Order } from "./datatype.js";
import { valueKey } from "./define-datatype.js";
import { notInLexicalSpace, wrongType } from "./describe.js";

/**
 * Part 2, 3.2.4 and 3.2.5. The value is the number nearest to the text also for `float`, whose values have fewer bits:
 * `0.1` is printed as `0.1`. Only its comparisons round.
 */
function floatingPoint(name: "float" | "double", round: (value: number) => number): Datatype<number> {
  return collapsedDatatype<number>({
    name,
    primitive: name,
    order: {
      parse: (text) => (isFloat(text) ? round(readFloat(text)) : notFloat(text)),
      place: (value) => round(value as number),
      compare: compareFloats,
    } satisfies Order<number>,
    read: (text) => (isFloat(text) ? readFloat(text) : notFloat(text)),
    check: (value) => (typeof value === "number" ? undefined : wrongType(value, "a number")),
    print: printFloat,
    spellings: floatSpellings,
    // Zero has one key whatever its sign: the second edition knows one zero only.
    key: (value) => valueKey(name, String(round(value))),
  });
}

function isFloat(text: string): boolean {
  return /^(?:[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[Ee][+-]?[0-9]+)?|-?INF|NaN)$/.test(text);
}

function notFloat(text: string): DatatypeFailure {
  return notInLexicalSpace(text, "a number, INF, -INF or NaN");
}

function readFloat(text: string): number {
  if (text === "INF") return Number.POSITIVE_INFINITY;
  if (text === "-INF") return Number.NEGATIVE_INFINITY;
  return Number(text);
}

function printFloat(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return "INF";
  if (value === Number.NEGATIVE_INFINITY) return "-INF";
  if (Object.is(value, -0)) return "-0";
  return String(value).replace(/e\+?/, "E");
}

/** NaN equals itself and is incomparable with everything else. */
function compareFloats(left: number, right: number): number | undefined {
  if (Number.isNaN(left) || Number.isNaN(right)) return Number.isNaN(left) && Number.isNaN(right) ? 0 : undefined;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Most digits after the point, and most zeros at the end, that a pattern is tried with. */
const mostDigits = 20;
const mostZeros = 6;

/** Patterns ask for digits after the point, or for an exponent and its own place of the point. */
function* floatSpellings(value: number): Iterable<string> {
  if (!Number.isFinite(value)) return;
  for (let count = 0; count <= mostDigits; count++) {
    const text = value.toFixed(count);
    if (Number(text) === value) yield text;
  }
  const [, sign = "", first = "", rest = "", exponent = ""] =
    /^(-?)(\d)\.?(\d*)e(.*)$/.exec(value.toExponential()) ?? [];
  const digits = first + rest;
  for (let point = 0; point <= digits.length; point++) {
    const whole = digits.slice(0, point);
    const power = Number(exponent) + 1 - point;
    for (let zeros = 0; zeros <= mostZeros; zeros++) {
      const fraction = digits.slice(point) + "0".repeat(zeros);
      const mantissa = fraction === "" ? whole : `${whole}.${fraction}`;
      yield `${sign}${mantissa}E${power}`;
      yield `${sign}${mantissa}e${power}`;
      if (power >= 0) yield `${sign}${mantissa}E+${power}`;
      if (whole === "") yield `${sign}0${mantissa}E${power}`;
    }
  }
}

/** Part 2, 3.2.4. */
export const floatDatatype: Datatype<number> = /* @__PURE__ */ floatingPoint("float", (value) => Math.fround(value));

/** Part 2, 3.2.5. */
export const doubleDatatype: Datatype<number> = /* @__PURE__ */ floatingPoint("double", (value) => value);

import { collapsedDatatype } from "./collapsed.js";
import type { Datatype, DatatypeFailure, Order } from "./datatype.js";
import { valueKey } from "./define-datatype.js";
import { notInLexicalSpace, wrongType } from "./describe.js";
import { trimTrailingZeros } from "./trailing-zeros.js";

/** Months and seconds, which have no fixed ratio; `seconds` in units of 10 to the power of `-scale`. */
interface Span {
  readonly months: bigint;
  readonly seconds: bigint;
  readonly scale: number;
}

const form =
  /^(-)?P(?=[0-9T])(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)D)?(?:T(?=[0-9])(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+)(?:\.([0-9]+))?S)?)?$/;

function refuse(text: string): DatatypeFailure {
  return notInLexicalSpace(text, "a duration such as P1Y2M3DT10H30M");
}

/** Of a checked text. */
function spanOf(text: string): Span {
  const [, sign, years = 0, months = 0, days = 0, hours = 0, minutes = 0, seconds = "0", digits = ""] =
    form.exec(text) ?? [];
  const fraction = trimTrailingZeros(digits);
  const whole = (BigInt(days) * 24n + BigInt(hours)) * 3600n + BigInt(minutes) * 60n + BigInt(seconds);
  const units = BigInt(`${whole}${fraction}`);
  const span = BigInt(years) * 12n + BigInt(months);
  return sign === undefined
    ? { months: span, seconds: units, scale: fraction.length }
    : { months: -span, seconds: -units, scale: fraction.length };
}

/**
 * Part 2, 3.2.6.2: September 1696, February 1697, March and July 1903, whose first days between them begin every
 * sequence of lengths of months; as months since March of year 0.
 */
const references: readonly number[] = [1696 * 12 + 6, 1697 * 12 - 1, 1903 * 12, 1903 * 12 + 4];

/** Days from the first of March of year 0 to the first of the month that many months later. */
function daysTo(month: bigint): bigint {
  const ofYear = ((month % 12n) + 12n) % 12n;
  const year = (month - ofYear) / 12n;
  const leapDays = floorDivide(year, 4n) - floorDivide(year, 100n) + floorDivide(year, 400n);
  return year * 365n + leapDays + (153n * ofYear + 2n) / 5n;
}

function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend < 0n && quotient * divisor !== dividend ? quotient - 1n : quotient;
}

function compareSpans(left: Span, right: Span): number | undefined {
  const scale = Math.max(left.scale, right.scale);
  const difference =
    left.seconds * 10n ** BigInt(scale - left.scale) - right.seconds * 10n ** BigInt(scale - right.scale);
  const day = 86_400n * 10n ** BigInt(scale);
  let result: number | undefined;
  for (const reference of references) {
    const month = BigInt(reference);
    const days = daysTo(month + left.months) - daysTo(month + right.months);
    const total = days * day + difference;
    const comparison = total < 0n ? -1 : total > 0n ? 1 : 0;
    if (result !== undefined && result !== comparison) return undefined;
    result = comparison;
  }
  return result;
}

/** Part 2, 3.2.6; the value is the checked text. P1Y and P12M are equal, P1M and P30D are not comparable. */
export const durationDatatype: Datatype<string> = /* @__PURE__ */ collapsedDatatype<string>({
  name: "duration",
  primitive: "duration",
  order: {
    parse: (text) => (form.test(text) ? spanOf(text) : refuse(text)),
    place: (value) => spanOf(value as string),
    compare: compareSpans,
  } satisfies Order<Span>,
  read: (text) => (form.test(text) ? text : refuse(text)),
  check(value) {
    if (typeof value !== "string") return wrongType(value, 'a string such as "P1Y2M3DT10H30M"');
    return form.test(value) ? undefined : refuse(value);
  },
  print: (value) => value,
  key(value) {
    const { months, seconds, scale } = spanOf(value);
    return valueKey("duration", `${months} ${seconds}/${scale}`);
  },
});

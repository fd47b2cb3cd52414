import { valueKey } from "./define-datatype.js";
import { trimTrailingZeros } from "./trailing-zeros.js";

/**
 * A place on the timeline (Part 2, 3.2.7): seconds within one of the 400-year cycles of the Gregorian calendar, so that
 * years of any length need no large numbers but the cycle's. Without a zone it is a local time.
 */
export interface Instant {
  readonly zoned: boolean;
  /** Counted from year 0; JavaScript compares the two types exactly. */
  readonly cycle: number | bigint;
  /** From the cycle's beginning on the first of March, 0 to less than {@link cycleSeconds}. */
  readonly seconds: number;
  /** The digits after the point, without zeros at the end: they compare as texts. */
  readonly fraction: string;
}

const daySeconds = 86_400;
/** 400 Gregorian years have 146,097 days. */
const cycleSeconds = 12_622_780_800;
/** Part 2, 3.2.7.3: the zone of a local time is anything from -14:00 to +14:00. */
const widestZone = 14 * 3600;

/** All eight lexical forms; what they lack is absent. The texts are checked: nothing here needs to be exact. */
const form =
  /^(?:(-?\d{4,})(?:-(\d\d)(?:-(\d\d))?)?|--(\d\d)(?:-(\d\d))?|---(\d\d))?T?(?:(\d\d):(\d\d):(\d\d)(?:\.(\d+))?)?(?:Z|([+-])(\d\d):(\d\d))?$/;

/** The instant of a checked text; of an interval (`date`, `gYear`, …) the first, of what recurs one in a leap year. */
export function instantOf(text: string): Instant {
  const [, year = "1972", month, day, onlyMonth, monthDay, onlyDay, hours, minutes, seconds, fraction, sign, zh, zm] =
    form.exec(text) ?? [];
  const date = dayInCycle(year, Number(month ?? onlyMonth ?? 1), Number(day ?? monthDay ?? onlyDay ?? 1));
  const time = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  const zone = sign === undefined ? 0 : Number(zh) * 3600 + Number(zm) * 60;
  return shift(
    {
      zoned: sign !== undefined || text.endsWith("Z"),
      cycle: date.cycle,
      seconds: date.day * daySeconds + time,
      fraction: trimTrailingZeros(fraction ?? ""),
    },
    sign === "-" ? zone : -zone,
  );
}

/** The instant of a `time`, of the one day that all of them are of: 00:00:00+01:00 is 23:00:00Z. */
export function instantOfDay(text: string): Instant {
  const { zoned, seconds, fraction } = instantOf(text);
  return { zoned, cycle: 0, seconds: seconds % daySeconds, fraction };
}

/** The years are taken as they are written, as appendix E does, although no year 0 comes between -1 and 1. */
function dayInCycle(year: string, month: number, day: number): { cycle: number | bigint; day: number } {
  // In years that begin in March the leap day comes last.
  const before = month < 3 ? 1 : 0;
  let cycle: number | bigint;
  let yearOfCycle: number;
  if (year.length < 16) {
    const number = Number(year) - before;
    cycle = Math.floor(number / 400);
    yearOfCycle = number - cycle * 400;
  } else {
    const number = BigInt(year) - BigInt(before);
    const rest = ((number % 400n) + 400n) % 400n;
    cycle = (number - rest) / 400n;
    yearOfCycle = Number(rest);
  }
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100);
  return { cycle, day: yearOfCycle * 365 + leapDays + dayOfYear };
}

/** By less than a cycle. */
function shift(instant: Instant, by: number): Instant {
  const { zoned, cycle, fraction } = instant;
  const seconds = instant.seconds + by;
  if (seconds < 0) return { zoned, cycle: moveCycle(cycle, -1), seconds: seconds + cycleSeconds, fraction };
  if (seconds < cycleSeconds) return { zoned, cycle, seconds, fraction };
  return { zoned, cycle: moveCycle(cycle, 1), seconds: seconds - cycleSeconds, fraction };
}

function moveCycle(cycle: number | bigint, by: number): number | bigint {
  return typeof cycle === "bigint" ? cycle + BigInt(by) : cycle + by;
}

/** Part 2, 3.2.7.3: where only one has a zone, the order is known only if every zone of the other gives the same. */
export function compareInstants(left: Instant, right: Instant): number | undefined {
  if (left.zoned === right.zoned) return compareSameKind(left, right);
  if (!left.zoned) {
    const opposite = compareInstants(right, left);
    return opposite === undefined ? undefined : -opposite;
  }
  if (compareSameKind(left, shift(right, -widestZone)) < 0) return -1;
  if (compareSameKind(left, shift(right, widestZone)) > 0) return 1;
  return undefined;
}

function compareSameKind(left: Instant, right: Instant): number {
  if (left.cycle < right.cycle) return -1;
  if (left.cycle > right.cycle) return 1;
  if (left.seconds !== right.seconds) return left.seconds - right.seconds;
  if (left.fraction === right.fraction) return 0;
  return left.fraction < right.fraction ? -1 : 1;
}

export function instantKey(primitive: string, instant: Instant): string {
  const { zoned, cycle, seconds, fraction } = instant;
  return valueKey(primitive, `${cycle} ${seconds}.${fraction}${zoned ? "Z" : ""}`);
}

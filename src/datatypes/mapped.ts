import { type Datatype, DatatypeFailure } from "./datatype.js";
import { alter } from "./define-datatype.js";
import { quoteText, wrongType } from "./describe.js";

/** Another JavaScript type for the values of a datatype. */
interface Mapping<From, To> {
  /** For messages: "a number". */
  readonly wanted: string;
  is(value: unknown): value is To;
  /** `undefined` where the other type has no such value. */
  map(value: From): To | undefined;
  /** The value that `map` gives this one for. */
  back(value: To): From;
}

/** The datatype with other JavaScript values: its texts, facets and equality stay what they are. */
function mappedDatatype<From, To>(base: Datatype<From>, mapping: Mapping<From, To>): Datatype<To> {
  const { measure, order } = base;
  const back = (value: unknown) => mapping.back(value as To);
  return alter<To>(base as unknown as Datatype<To>, {
    measure: measure && { ...measure, of: (value, least, greatest) => measure.of(back(value), least, greatest) },
    order: order && { ...order, place: (value) => order.place(back(value)) },
    read(text, namespaces) {
      const value = base.read(text, namespaces);
      if (value instanceof DatatypeFailure) return value;
      return (
        mapping.map(value) ?? new DatatypeFailure("value-type", `${quoteText(text)} does not fit ${mapping.wanted}`)
      );
    },
    check: (value) => (mapping.is(value) ? base.check(back(value)) : wrongType(value, mapping.wanted)),
    print: (value, prefixes) => base.print(back(value), prefixes),
    spellings: (value) => base.spellings(back(value)),
    key: (value) => base.key(back(value)),
  });
}

/** Integers as numbers: those that a number holds exactly. */
export function asNumber(base: Datatype<bigint>): Datatype<number> {
  return mappedDatatype<bigint, number>(base, {
    wanted: "an integer that a number holds exactly",
    is: (value): value is number => Number.isSafeInteger(value),
    map: (value) => (Number.isSafeInteger(Number(value)) ? Number(value) : undefined),
    back: BigInt,
  });
}

/** Decimals as numbers: those whose digits a number gives back. */
export function decimalAsNumber(base: Datatype<string>): Datatype<number> {
  return mappedDatatype<string, number>(base, {
    wanted: "a number that keeps all digits",
    is: (value): value is number => typeof value === "number" && Number.isFinite(value),
    map(text) {
      const value = Number(text);
      return base.equal(plainDigits(value), text) ? value : undefined;
    },
    back: plainDigits,
  });
}

/** A number without an exponent. */
function plainDigits(value: number): string {
  const text = String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (match === null) return text;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const digits = whole + fraction;
  const point = 1 + Number(exponent);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, "0")}`;
}

/** Binary data as its text. */
export function asText(base: Datatype<Uint8Array>): Datatype<string> {
  return mappedDatatype<Uint8Array, string>(base, {
    wanted: "a text of binary data",
    is: (value): value is string => typeof value === "string" && base.parse(value) instanceof Uint8Array,
    map: (octets) => base.print(octets),
    back: (text) => base.parse(text) as Uint8Array,
  });
}

/** Points in time as `Date`: milliseconds, and no zone; a text without one is taken as UTC. */
export function asDate(base: Datatype<string>): Datatype<Date> {
  return mappedDatatype<string, Date>(base, {
    wanted: "a Date",
    is: (value): value is Date => value instanceof Date && !Number.isNaN(value.getTime()),
    map(text) {
      const value = dateOf(text);
      return Number.isNaN(value.getTime()) ? undefined : value;
    },
    back: textOfDate,
  });
}

const dateTime = /^(-?\d+)-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:Z|([+-])(\d\d):(\d\d))?$/;

function dateOf(text: string): Date {
  const [, year, month, day, hours, minutes, seconds, fraction = "", sign, zoneHours = 0, zoneMinutes = 0] =
    dateTime.exec(text) ?? [];
  const date = new Date(0);
  // Part 2, 3.2.7: there is no year 0, so that 1 BC is -1, which JavaScript calls 0.
  date.setUTCFullYear(Number(year) < 0 ? Number(year) + 1 : Number(year), Number(month) - 1, Number(day));
  const zone = (sign === "-" ? -1 : 1) * (Number(zoneHours) * 60 + Number(zoneMinutes));
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, "0"));
  date.setUTCHours(Number(hours), Number(minutes) - zone, Number(seconds), milliseconds);
  return date;
}

function textOfDate(date: Date): string {
  const year = date.getUTCFullYear();
  const shown = year > 0 ? String(year).padStart(4, "0") : `-${String(1 - year).padStart(4, "0")}`;
  const rest = date.toISOString().replace(/^[+-]?\d+/, "");
  return `${shown}${rest.replace(/(\.\d*?)0+Z$/, (_, fraction: string) => (fraction === "." ? "Z" : `${fraction}Z`))}`;
}

import { collapsedDatatype } from "./collapsed.js";
import type { Datatype, DatatypeFailure, Order } from "./datatype.js";
import {
  after,
  dateEnd,
  dayEnd,
  endsWithZone,
  hyphen,
  monthDayEnd,
  monthEnd,
  timeEnd,
  yearEnd,
} from "./date-time-text.js";
import { notInLexicalSpace, wrongType } from "./describe.js";
import { compareInstants, type Instant, instantKey, instantOf, instantOfDay } from "./timeline.js";

/**
 * The value is the checked text: a `Date` would lose the zone, the digits of the seconds and the years before 1.
 *
 * @param end - the offset after all but the time zone, or -1
 */
function timelineDatatype(
  name: string,
  example: string,
  end: (text: string) => number,
  place: (text: string) => Instant,
): Datatype<string> {
  const isValid = (text: string): boolean => endsWithZone(text, end(text));
  const refuse = (text: string): DatatypeFailure => notInLexicalSpace(text, `a ${name} such as ${example}`);
  return collapsedDatatype<string>({
    name,
    primitive: name,
    order: {
      parse: (text) => (isValid(text) ? place(text) : refuse(text)),
      place: (value) => place(value as string),
      compare: compareInstants,
    } satisfies Order<Instant>,
    read: (text) => (isValid(text) ? text : refuse(text)),
    check(value) {
      if (typeof value !== "string") return wrongType(value, `a string such as "${example}"`);
      return isValid(value) ? undefined : refuse(value);
    },
    print: (value) => value,
    key: (value) => instantKey(name, place(value)),
  });
}

const letterT = 0x54;

/** The offset after that many hyphens at the beginning. */
function hyphensEnd(text: string, count: number): number {
  let at = 0;
  for (let seen = 0; seen < count; seen++) at = after(text, at, hyphen);
  return at;
}

/** Part 2, 3.2.7. */
export const dateTimeDatatype: Datatype<string> = /* @__PURE__ */ timelineDatatype(
  "dateTime",
  "2004-02-29T13:20:00-05:00",
  (text) => timeEnd(text, after(text, dateEnd(text, 0), letterT)),
  instantOf,
);

/** Part 2, 3.2.8. */
export const timeDatatype: Datatype<string> = /* @__PURE__ */ timelineDatatype(
  "time",
  "13:20:00-05:00",
  (text) => timeEnd(text, 0),
  instantOfDay,
);

/** Part 2, 3.2.9. */
export const dateDatatype: Datatype<string> = /* @__PURE__ */ timelineDatatype(
  "date",
  "2004-02-29",
  (text) => dateEnd(text, 0),
  instantOf,
);

/** Part 2, 3.2.10. */
export const gYearMonthDatatype: Datatype<string> = /* @__PURE__ */ timelineDatatype(
  "gYearMonth",
  "2004-02",
  (text) => monthEnd(text, after(text, yearEnd(text, 0), hyphen)),
  instantOf,
);

/** Part 2, 3.2.11. */
export const gYearDatatype: Datatype<string> = /* @__PURE__ */ timelineDatatype(
  "gYear",
  "2004",
  (text) => yearEnd(text, 0),
  instantOf,
);

/** Part 2, 3.2.12. */
export const gMonthDayDatatype: Datatype<string> = /* @__PURE__ */ timelineDatatype(
  "gMonthDay",
  "--02-29",
  (text) => monthDayEnd(text, hyphensEnd(text, 2)),
  instantOf,
);

/** Part 2, 3.2.13. */
export const gDayDatatype: Datatype<string> = /* @__PURE__ */ timelineDatatype(
  "gDay",
  "---29",
  (text) => dayEnd(text, hyphensEnd(text, 3)),
  instantOf,
);

/** Part 2, 3.2.14. */
export const gMonthDatatype: Datatype<string> = /* @__PURE__ */ timelineDatatype(
  "gMonth",
  "--02",
  (text) => monthEnd(text, hyphensEnd(text, 2)),
  instantOf,
);

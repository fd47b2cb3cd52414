// Generated from schema.xsd. Do not edit: change the schema and run `npm run generate`.
import {
  complexType,
  type ElementDescriptor,
  element,
  particle,
  sequence,
  unbounded,
  xsDate,
  xsDateTime,
  xsDuration,
  xsGDay,
  xsGMonth,
  xsGMonthDay,
  xsGYear,
  xsGYearMonth,
  xsTime,
} from "xsdsmith/codegen";

const ns = "urn:dates";

/** @generated from element Times in schema.xsd */
export interface Times {
  /** At least 1 item. */
  dateTime: readonly string[];
  date: string;
  time: string;
  duration: string;
  year: string;
  yearMonth: string;
  monthDay: string;
  month: string;
  day: string;
}

export const Times: ElementDescriptor<Times> = /* @__PURE__ */
  element(ns, "Times", () => complexType(ns, undefined, () => ({
    content: sequence([
      particle("dateTime", "DateTime", xsDateTime, { max: unbounded }),
      particle("date", "Date", xsDate),
      particle("time", "Time", xsTime),
      particle("duration", "Duration", xsDuration),
      particle("year", "Year", xsGYear),
      particle("yearMonth", "YearMonth", xsGYearMonth),
      particle("monthDay", "MonthDay", xsGMonthDay),
      particle("month", "Month", xsGMonth),
      particle("day", "Day", xsGDay),
    ]),
  })));

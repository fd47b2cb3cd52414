import type { Bound } from "./facets.js";
import type { Random } from "./random.js";

/** Likely values of the types of dates, times and durations (Part 2, 3.2.6 to 3.2.14). */
export function* dateCandidates(
  primitive: string,
  bounds: readonly Bound[],
  round: number,
  random: Random,
): Generator<string> {
  for (const { text, inclusive } of bounds) if (inclusive) yield text;
  const years = bounds.flatMap(({ text, side }) => {
    const year = /^\d{4}/.exec(text);
    return year === null ? [] : [Number(year[0]) + (side === "min" ? 1 : -1)];
  });
  yield printed(primitive, round === 0 ? firstMoment : moment(2000 + random.below(40), random), round);
  for (const year of years) yield printed(primitive, moment(year, random), round);
  // A zone may be asked for by a pattern, or forbidden.
  const zoned = printed(primitive, moment(2024, random), round);
  yield zoned.endsWith("Z") ? zoned.slice(0, -1) : `${zoned}Z`;
}

interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const firstMoment: Moment = { year: 2024, month: 5, day: 17, hour: 9, minute: 30 };

function moment(year: number, random: Random): Moment {
  return {
    year,
    month: 1 + random.below(12),
    day: 1 + random.below(28),
    hour: random.below(24),
    minute: random.below(60),
  };
}

function printed(primitive: string, { year, month, day, hour, minute }: Moment, round: number): string {
  const [y, m, d] = [String(year).padStart(4, "0"), two(month), two(day)];
  const time = `${two(hour)}:${two(minute)}:00`;
  switch (primitive) {
    case "dateTime":
      return `${y}-${m}-${d}T${time}Z`;
    case "date":
      return `${y}-${m}-${d}`;
    case "time":
      return time;
    case "gYear":
      return y;
    case "gYearMonth":
      return `${y}-${m}`;
    case "gMonth":
      return `--${m}`;
    case "gMonthDay":
      return `--${m}-${d}`;
    case "gDay":
      return `---${d}`;
    case "duration":
      return round === 0 ? "P1D" : `P${day}DT${hour}H${minute}M`;
    default:
      return "";
  }
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

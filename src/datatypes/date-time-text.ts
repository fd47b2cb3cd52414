/**
 * The lexical forms of dates and times (Part 2, 3.2.7 to 3.2.14), scanned by hand: they are read for every value of a
 * document. Each function takes the offset of its part and gives the offset after it, or -1 where it is not there; it
 * passes on a -1 it is given.
 */

/** The number that two digits spell, or -1. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 0x30;
  const units = text.charCodeAt(at + 1) - 0x30;
  return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : -1;
}

function digitsEnd(text: string, at: number): number {
  let end = at;
  for (;;) {
    const unit = text.charCodeAt(end);
    if (!(unit >= 0x30 && unit <= 0x39)) return end;
    end++;
  }
}

/** A part of two digits between two bounds. */
function numberEnd(text: string, at: number, least: number, greatest: number): number {
  const value = at === -1 ? -1 : twoDigits(text, at);
  return value >= least && value <= greatest ? at + 2 : -1;
}

/** The offset after fixed characters. */
export function after(text: string, at: number, wanted: string): number {
  return at !== -1 && text.startsWith(wanted, at) ? at + wanted.length : -1;
}

/** Four digits or more, without needless zeros; there is no year 0. */
export function yearEnd(text: string, at: number): number {
  const start = text.charCodeAt(at) === 0x2d ? at + 1 : at;
  const end = digitsEnd(text, start);
  const digits = end - start;
  if (digits < 4 || (digits > 4 && text.charCodeAt(start) === 0x30)) return -1;
  return digits === 4 && text.startsWith("0000", start) ? -1 : end;
}

export function monthEnd(text: string, at: number): number {
  return numberEnd(text, at, 1, 12);
}

/** A day of the longest month. */
export function dayEnd(text: string, at: number): number {
  return numberEnd(text, at, 1, 31);
}

/** Month, hyphen and day of a leap year. */
export function monthDayEnd(text: string, at: number): number {
  const month = monthEnd(text, at);
  return month === -1 ? -1 : numberEnd(text, after(text, month, "-"), 1, daysInMonth(twoDigits(text, at)));
}

/** Year, month and day. */
export function dateEnd(text: string, at: number): number {
  const year = yearEnd(text, at);
  const end = monthDayEnd(text, after(text, year, "-"));
  return end !== -1 && text.startsWith("02-29", end - 5) && !isLeapYear(text, year) ? -1 : end;
}

function daysInMonth(month: number): number {
  if (month === 2) return 29;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Part 2, appendix E; the last four digits tell, since 10,000 years are whole cycles. */
function isLeapYear(text: string, yearEnd: number): boolean {
  const year = twoDigits(text, yearEnd - 4) * 100 + twoDigits(text, yearEnd - 2);
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Hours, minutes and seconds; 24:00:00 is the end of a day. */
export function timeEnd(text: string, at: number): number {
  const minutes = after(text, numberEnd(text, at, 0, 24), ":");
  const seconds = after(text, numberEnd(text, minutes, 0, 59), ":");
  const end = fractionEnd(text, numberEnd(text, seconds, 0, 59));
  if (end === -1 || !text.startsWith("24", at)) return end;
  return text.startsWith("00:00", minutes) && (end === minutes + 5 || isZeros(text, minutes + 6, end)) ? end : -1;
}

function fractionEnd(text: string, at: number): number {
  if (at === -1 || text.charCodeAt(at) !== 0x2e) return at;
  const end = digitsEnd(text, at + 1);
  return end === at + 1 ? -1 : end;
}

function isZeros(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) !== 0x30) return false;
  return true;
}

/** Whether an optional time zone, and nothing else, follows. */
export function endsWithZone(text: string, at: number): boolean {
  if (at === text.length) return true;
  if (at === -1) return false;
  const sign = text.charCodeAt(at);
  if (sign === 0x5a) return at + 1 === text.length;
  if (sign !== 0x2b && sign !== 0x2d) return false;
  const hours = twoDigits(text, at + 1);
  const end = numberEnd(text, after(text, numberEnd(text, at + 1, 0, 14), ":"), 0, hours === 14 ? 0 : 59);
  return end === text.length;
}

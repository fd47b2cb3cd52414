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

/** The offset after one character, given by its code. */
export function after(text: string, at: number, unit: number): number {
  return at !== -1 && text.charCodeAt(at) === unit ? at + 1 : -1;
}

export const hyphen = 0x2d;
const colon = 0x3a;
const zero = 0x30;

/** Four digits or more, without needless zeros; there is no year 0. */
export function yearEnd(text: string, at: number): number {
  const start = text.charCodeAt(at) === hyphen ? at + 1 : at;
  const end = digitsEnd(text, start);
  const digits = end - start;
  if (digits < 4 || text.charCodeAt(start) !== zero) return digits < 4 ? -1 : end;
  return digits > 4 || lastFourDigits(text, end) === 0 ? -1 : end;
}

function lastFourDigits(text: string, end: number): number {
  return twoDigits(text, end - 4) * 100 + twoDigits(text, end - 2);
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
  return month === -1 ? -1 : numberEnd(text, after(text, month, hyphen), 1, daysInMonth(twoDigits(text, at)));
}

/** Year, month and day. */
export function dateEnd(text: string, at: number): number {
  const year = yearEnd(text, at);
  const end = monthDayEnd(text, after(text, year, hyphen));
  if (end === -1 || twoDigits(text, end - 2) !== 29 || twoDigits(text, end - 5) !== 2) return end;
  return isLeapYear(lastFourDigits(text, year)) ? end : -1;
}

function daysInMonth(month: number): number {
  if (month === 2) return 29;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Part 2, appendix E; of a longer year the last four digits tell, since 10,000 years are whole cycles. */
function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Hours, minutes and seconds; 24:00:00 is the end of a day. */
export function timeEnd(text: string, at: number): number {
  const hours = numberEnd(text, at, 0, 24);
  const minutes = numberEnd(text, after(text, hours, colon), 0, 59);
  const end = fractionEnd(text, numberEnd(text, after(text, minutes, colon), 0, 59));
  if (end === -1 || twoDigits(text, at) !== 24) return end;
  const isMidnight = twoDigits(text, at + 3) === 0 && twoDigits(text, at + 6) === 0 && isZeros(text, at + 9, end);
  return isMidnight ? end : -1;
}

function fractionEnd(text: string, at: number): number {
  if (at === -1 || text.charCodeAt(at) !== 0x2e) return at;
  const end = digitsEnd(text, at + 1);
  return end === at + 1 ? -1 : end;
}

function isZeros(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) !== zero) return false;
  return true;
}

/** Whether an optional time zone, and nothing else, follows. */
export function endsWithZone(text: string, at: number): boolean {
  if (at === text.length) return true;
  if (at === -1) return false;
  const sign = text.charCodeAt(at);
  if (sign === 0x5a) return at + 1 === text.length;
  if (sign !== 0x2b && sign !== hyphen) return false;
  const minutes = after(text, numberEnd(text, at + 1, 0, 14), colon);
  return numberEnd(text, minutes, 0, twoDigits(text, at + 1) === 14 ? 0 : 59) === text.length;
}

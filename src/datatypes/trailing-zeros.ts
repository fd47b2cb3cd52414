/** Digits after a point without those that say nothing. Not by a regular expression: on many zeros those are quadratic. */
export function trimTrailingZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 0x30) end--;
  return digits.slice(0, end);
}

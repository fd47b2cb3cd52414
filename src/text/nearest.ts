/** Comparing takes time by the square of the length. */
const longest = 64;

/** The known name that a wrong one was most likely meant to be; `undefined` where none is near. */
export function nearestName(wanted: string, known: Iterable<string>): string | undefined {
  if (wanted.length > longest) return undefined;
  let best: string | undefined;
  // Two of one or two characters have nothing in common.
  let least = Math.floor(wanted.length / 3) + 1;
  for (const name of known) {
    if (Math.abs(name.length - wanted.length) >= least) continue;
    const distance = name.toLowerCase() === wanted.toLowerCase() ? 0 : editDistance(wanted, name);
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}

/** The number of characters to insert, delete, replace or swap with the next (optimal string alignment). */
function editDistance(left: string, right: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      let least = Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      const swapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      if (swapped) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[right.length] ?? 0;
}

/** Longest excerpt, in UTF-16 code units. */
const longest = 500;

/** Not an expression as yet: engines read those with the file, and Unicode's tables for them. */
const unseen = "[\\p{Cc}\\p{Cf}\\s]+";

/**
 * The beginning of a text that a server sent, for an error: on one line, bounded, and without what looks like
 * credentials, since some error pages repeat the request's headers.
 */
export function excerptOf(text: string): string {
  const line = text
    .slice(0, 4 * longest)
    .replace(/\b((?:proxy-)?authorization|cookie)\b\s*[:=][^\r\n<]*/gi, "$1: …")
    .replace(/\b(basic|bearer|negotiate|ntlm)\s+[\w+/=.~-]{6,}/gi, "$1 …")
    .replace(/(<(?:[\w.-]+:)?(?:pin|password|\w*token)\b[^>]*>)[^<]+/gi, "$1…")
    .replace(new RegExp(unseen, "gu"), " ")
    .trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

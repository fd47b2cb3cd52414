/** One offer of a server (RFC 9110, 11.6.1). */
export interface Challenge {
  /** In lower case. */
  readonly scheme: string;
  /** What a handshake goes on with; `undefined` for a bare offer or one with parameters. */
  readonly token: string | undefined;
}

/** A longer list is no list of challenges; a Kerberos ticket with many groups takes some kilobytes. */
const longestList = 100_000;

/** The challenges of a WWW-Authenticate header. What cannot be read is left out. */
export function readChallenges(header: string | null): readonly Challenge[] {
  const challenges: Challenge[] = [];
  const list = (header ?? "").slice(0, longestList);
  for (const item of splitList(list)) {
    // `name=value` goes on with the parameters of the challenge before it.
    const [, scheme = "", rest = ""] = /^([!#$%&'*+.^`|~\w-]+)(?: +(.*))?$/s.exec(item) ?? [];
    if (scheme === "") continue;
    const token = /^[\w.~+/-]+=*$/.test(rest) ? rest : undefined;
    challenges.push({ scheme: scheme.toLowerCase(), token });
  }
  return challenges;
}

/** Splits at the commas that do not stand in a quoted string. */
function splitList(list: string): readonly string[] {
  const items: string[] = [];
  let start = 0;
  let isQuoted = false;
  for (let index = 0; index <= list.length; index++) {
    const character = list[index];
    if (character === undefined || (character === "," && !isQuoted)) {
      items.push(list.slice(start, index).trim());
      start = index + 1;
    } else if (isQuoted && character === "\\") index++;
    else if (character === '"') isQuoted = !isQuoted;
  }
  return items;
}

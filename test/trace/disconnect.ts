import { type Entry, fileChanges } from "./entries.js";
import { traceCalls } from "./trace-calls.js";

export const verbs = ["parse", "serialize"] as const;
export type Verb = (typeof verbs)[number];

/** The message that the ceilings of `docs/size.md` speak of too. */
const module = `
import { parse, serialize } from "./src/index.ts";
import { Disconnect } from "./generated/um.ts";

const namespace = "http://schemas.microsoft.com/exchange/services/2006/messages";
const text = '<Disconnect xmlns="' + namespace + '"><CallId>QUJD</CallId></Disconnect>';
const value = { callId: "QUJD" };

const parseOne = () => parse(Disconnect, text);
const serializeOne = () => serialize(Disconnect, value);
export { parseOne as parse, serializeOne as serialize };
`;

export interface Trace {
  /** The first call, which prepares the descriptor too. */
  readonly first: readonly Entry[];
  readonly later: readonly Entry[];
}

/** The functions through which one `Disconnect` goes, in the project of a folder. */
export async function traceDisconnect(verb: Verb, folder: string): Promise<Trace> {
  const [first = [], later = []] = await traceCalls(folder, module, [verb, verb]);
  return { first, later };
}

/** One line for each stay in a file: `src/xml/chars.ts: isName nameEnd`. */
export function stays(entries: readonly Entry[]): readonly string[] {
  const lines: string[] = [];
  let names: string[] = [];
  for (const [index, { file, name }] of entries.entries()) {
    names.push(name);
    if (entries[index + 1]?.file === file) continue;
    lines.push(`${file}: ${names.join(" ")}`);
    names = [];
  }
  return lines;
}

export function counts(entries: readonly Entry[]): string {
  const files = new Set(entries.map(({ file }) => file)).size;
  return `${fileChanges(entries)} changes of file, ${entries.length} functions entered, ${files} files`;
}

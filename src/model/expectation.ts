import type { XmlName } from "../xml/names.js";
import { quoteMeant, quoteName } from "../xml/quote-name.js";
import { expected } from "./content-model.js";
import type { State } from "./prepared.js";

/** The most names that a message lists. */
const listed = 8;

/** Finds the known name that a wrong one was most likely meant to be. */
export type Suggest = (wanted: string, known: readonly string[]) => string | undefined;

/**
 * What a content model allows next, in words: "`A`, `B` or the end of `Parent`", "`A` in `Parent`".
 *
 * @param found - what stands there instead, if anything does
 */
export function describeExpected(
  state: State,
  parent: XmlName,
  found: XmlName | undefined,
  suggest: Suggest | undefined,
): string {
  const { names, wildcard } = expected(state);
  const words = listNames(names, found, found && meantName(names, found, suggest));
  if (wildcard) words.push("an element that a wildcard allows");
  if (state.accepting) words.push(`the end of ${quoteName(parent)}`);
  const last = words.pop() ?? "no element";
  const all = words.length === 0 ? last : `${words.join(", ")} or ${last}`;
  return state.accepting || found === undefined ? all : `${all} in ${quoteName(parent)}`;
}

/** Names as a message lists them: what was meant first, however many others there are. */
export function listNames(names: readonly XmlName[], found: XmlName | undefined, meant: XmlName | undefined): string[] {
  const words = names.filter((name) => name !== meant).map((name) => quoteName(name, found));
  if (meant !== undefined) words.unshift(quoteMeant(meant, found));
  return words.length > listed ? [...words.slice(0, listed), `${words.length - listed} more`] : words;
}

/** The one of some names that another was most likely meant to be. */
export function meantName(
  names: readonly XmlName[],
  found: XmlName,
  suggest: Suggest | undefined,
): XmlName | undefined {
  const same = names.find((name) => name.localName === found.localName);
  if (same !== undefined || suggest === undefined) return same;
  const near = suggest(
    found.localName,
    names.map((name) => name.localName),
  );
  return names.find((name) => name.localName === near);
}

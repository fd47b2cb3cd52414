import { nearestName } from "../text/nearest.js";
import { clarkName, type XmlName } from "../xml/names.js";
import { configurationLimit, expected, type State } from "./automaton.js";

/** The most names that a message lists. */
const listed = 8;

/**
 * What a content model allows next, in words: "`A`, `B` or the end of `Parent`", "`A` in `Parent`".
 *
 * @param found - what stands there instead, if anything does
 */
export function describeExpected(state: State, parent: XmlName, found: XmlName | undefined): string {
  const { names, wildcard } = expected(state);
  const meant = found === undefined ? undefined : meantName(state, found);
  // What was meant is shown, however many others there are.
  const shown = names.filter((name) => name !== meant).slice(0, listed - (meant === undefined ? 0 : 1));
  const words = shown.map((name) => quoteName(name, found));
  if (meant !== undefined) words.unshift(quoteMeant(meant, found));
  if (names.length > listed) words.push(`${names.length - listed} more`);
  if (wildcard) words.push("an element that a wildcard allows");
  if (state.accepting) words.push(`the end of ${quoteName(parent)}`);
  const last = words.pop() ?? "no element";
  const all = words.length === 0 ? last : `${words.join(", ")} or ${last}`;
  return state.accepting || found === undefined ? all : `${all} in ${quoteName(parent)}`;
}

/** A name that was most likely meant; where only the namespace differs, to show that says it. */
export function quoteMeant(meant: XmlName, found: XmlName | undefined): string {
  const asked = meant.localName === found?.localName ? "" : " (did you mean it?)";
  return `${quoteName(meant, found)}${asked}`;
}

/** Why nothing is certain about what a state does not allow. */
export function describeOverflow(parent: XmlName): string {
  return `there are more than ${configurationLimit} ways to read the elements in ${quoteName(parent)}, too many to follow them all`;
}

/** The element that may come next and that this one was most likely meant to be. */
export function meantName(state: State, found: XmlName): XmlName | undefined {
  const { names } = expected(state);
  const same = names.find((name) => name.localName === found.localName);
  if (same !== undefined) return same;
  const near = nearestName(
    found.localName,
    names.map((name) => name.localName),
  );
  return names.find((name) => name.localName === near);
}

/** The local name in backticks; the expanded one where only the namespaces differ. */
export function quoteName(name: XmlName, near?: XmlName | undefined): string {
  const full = near !== undefined && near.localName === name.localName && near.namespace !== name.namespace;
  if (!full) return `\`${name.localName}\``;
  return name.namespace === "" ? `\`${name.localName}\` (in no namespace)` : `\`${clarkName(name)}\``;
}

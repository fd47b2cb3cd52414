import { clarkName, type XmlName } from "../xml/names.js";
import { expected, type State } from "./content-model.js";

/** The most names that a message lists. */
const listed = 8;

/** "`CallId`", "one of `A`, `B`" or "no more elements": what a content model allows next, in words. */
export function describeExpected(state: State, near: XmlName | undefined): string {
  const { names, wildcard } = expected(state);
  const words = names.slice(0, listed).map((name) => quoteName(name, near));
  if (names.length > listed) words.push(`${names.length - listed} more`);
  if (wildcard) words.push("an element that a wildcard allows");
  if (state.accepting) words.push("the end of the content");
  const last = words.pop();
  if (last === undefined) return "no element";
  return words.length === 0 ? last : `${words.join(", ")} or ${last}`;
}

/** An element that may come next and differs from this one by its namespace alone. */
export function sameLocalName(state: State, found: XmlName): XmlName | undefined {
  return expected(state).names.find((name) => name.localName === found.localName);
}

/** The local name in backticks; the expanded one where only the namespaces differ. */
export function quoteName(name: XmlName, near?: XmlName | undefined): string {
  const full = near !== undefined && near.localName === name.localName && near.namespace !== name.namespace;
  if (!full) return `\`${name.localName}\``;
  return name.namespace === "" ? `\`${name.localName}\` (in no namespace)` : `\`${clarkName(name)}\``;
}

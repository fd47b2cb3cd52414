import { clarkName, type XmlName } from "./names.js";

/** The local name in backticks; the expanded one where only the namespaces differ. */
export function quoteName(name: XmlName, near?: XmlName | undefined): string {
  const full = near !== undefined && near.localName === name.localName && near.namespace !== name.namespace;
  if (!full) return `\`${name.localName}\``;
  return name.namespace === "" ? `\`${name.localName}\` (in no namespace)` : `\`${clarkName(name)}\``;
}

/** A name that was most likely meant; where only the namespace differs, to show that says it. */
export function quoteMeant(meant: XmlName, found: XmlName | undefined): string {
  const asked = meant.localName === found?.localName ? "" : " (did you mean it?)";
  return `${quoteName(meant, found)}${asked}`;
}

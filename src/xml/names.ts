/** The namespace that the prefix `xml` is bound to (Namespaces in XML 1.0, 3). */
export const xmlNamespace = "http://www.w3.org/XML/1998/namespace";
/** The namespace that the prefix `xmlns` is bound to (Namespaces in XML 1.0, 3). */
export const xmlnsNamespace = "http://www.w3.org/2000/xmlns/";

/**
 * An expanded name (Namespaces in XML 1.0, 2.1). Two names from {@link xmlName}, or one from it and one from a reader,
 * are equal exactly when they are the same object.
 */
export interface XmlName {
  /** The namespace name; the empty string for a name in no namespace. */
  readonly namespace: string;
  readonly localName: string;
}

// Only names of schemas and programs are registered, never names of documents: a hostile document cannot grow it.
const registry = new Map<string, Map<string, XmlName>>();
let version = 0;

/** The one object for an expanded name. For names a program knows; a document's names go through {@link knownName}. */
export function xmlName(namespace: string, localName: string): XmlName {
  let names = registry.get(namespace);
  if (names === undefined) registry.set(namespace, (names = new Map()));
  let name = names.get(localName);
  if (name === undefined) {
    names.set(localName, (name = { namespace, localName }));
    version++;
  }
  return name;
}

/** The registered object for an expanded name, if a schema or program has named it; what a reader interns with. */
export function knownName(namespace: string, localName: string): XmlName | undefined {
  return registry.get(namespace)?.get(localName);
}

/** Changes whenever a name is registered: what was not a {@link knownName} before may be one now. */
export function registryVersion(): number {
  return version;
}

/** James Clark's notation: `{namespace}local`, or `local` alone for a name in no namespace. */
export function clarkName(name: XmlName): string {
  return name.namespace === "" ? name.localName : `{${name.namespace}}${name.localName}`;
}

/**
 * The tag by which a value names an element or type among others: the local name, or the name in Clark notation where
 * the local name already stands for another.
 *
 * @param taken - the tags given so far; the new one is added
 */
export function claimTag(name: XmlName, taken: Map<string, XmlName>): string {
  const holder = taken.get(name.localName);
  const tag = holder === undefined || holder === name ? name.localName : clarkName(name);
  taken.set(tag, name);
  return tag;
}

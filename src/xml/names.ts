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

/** The document names kept for a program that may yet name them: so many twice over, none longer than this. */
const keptNames = 2_000;
const keptLength = 500;
/** Names that documents had and no program has registered: the latest ones, in two generations. */
let recent = new Map<string, XmlName>();
let older = new Map<string, XmlName>();

/** The one object for an expanded name. For names a program knows; a document's names go through `knownName`. */
export function xmlName(namespace: string, localName: string): XmlName {
  let names = registry.get(namespace);
  if (names === undefined) registry.set(namespace, (names = new Map()));
  let name = names.get(localName);
  if (name === undefined) {
    // A reader that stands on this very name has given out its object already.
    name = recentName(namespace, localName) ?? { namespace, localName };
    names.set(localName, name);
    version++;
  }
  return name;
}

/** The object for a name of a document: the registered one, or one that becomes the registered one if it is named soon. */
export function documentName(namespace: string, localName: string): XmlName {
  const found = knownName(namespace, localName) ?? recentName(namespace, localName);
  if (found !== undefined) return found;
  const name = { namespace, localName };
  if (namespace.length + localName.length > keptLength) return name;
  if (recent.size >= keptNames) {
    older = recent;
    recent = new Map();
  }
  recent.set(clarkName(name), name);
  return name;
}

function recentName(namespace: string, localName: string): XmlName | undefined {
  if (namespace.length + localName.length > keptLength) return undefined;
  const key = clarkName({ namespace, localName });
  return recent.get(key) ?? older.get(key);
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
 * The expanded name that James Clark's notation spells; `undefined` for a text that is none.
 *
 * @param of - for names of documents, {@link documentName}
 */
export function parseClarkName(
  text: string,
  of: (namespace: string, localName: string) => XmlName = xmlName,
): XmlName | undefined {
  const match = /^(?:\{([^{}]*)\})?([^{}]+)$/.exec(text);
  return match === null ? undefined : of(match[1] ?? "", match[2] ?? "");
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

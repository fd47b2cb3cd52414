import { XmlError } from "../../../src/errors.js";
import { type XmlName, xmlName } from "../../../src/xml/names.js";
import type { XmlSink } from "../../../src/xml/ports.js";
import { seeded } from "../../fuzz/xml-mutations.js";

const namespaces: readonly string[] = ["", "urn:a", "urn:b", "urn:c", "urn:&<\"'\n"];
const prefixes: readonly string[] = ["", "p", "q", "ns1", "ns2", "__proto__"];
const texts: readonly string[] = ["", "x", " ", "a<b>&\"'\t\n\r]]>", "\u00e9\u{1f600}"];

/** The local names of QNames in texts and attributes begin so, and no other text does. */
export const ofQName = "qname-";

/**
 * Writes a random tree: elements and attributes in many namespaces and in none, declared prefixes, QNames as text and in
 * attributes. The same one for the same seed, whatever it is written into.
 *
 * @returns whether it was written: what no document can be is refused by a writer that looks for it
 */
export function writeTree(sink: XmlSink, seed: number): boolean {
  const random = seeded(seed);
  const pick = <T>(items: readonly T[]): T => items[random(items.length)] as T;
  const name = (start = ""): XmlName => xmlName(pick(namespaces), start + pick(["a", "b", "c"]));
  const element = (depth: number): void => {
    const own = name();
    sink.startElement(own);
    for (const prefix of prefixes.filter(() => random(8) === 0)) {
      const namespace = pick(namespaces.slice(1));
      if (prefix === "" && own.namespace === "") continue;
      // The engine asks first, for a declaration that says what holds anyway is not worth its bytes: one writer writes
      // it all the same, for programs that want it, and the other does not.
      if (sink.lookupNamespace(prefix) !== namespace) sink.declareNamespace(prefix, namespace);
    }
    const attributes = new Set(Array.from({ length: random(4) }, () => name()));
    for (const attribute of attributes) sink.attribute(attribute, random(3) === 0 ? name(ofQName) : pick(texts));
    if (random(4) === 0) {
      const value = name(ofQName);
      const prefix = sink.prefixFor(value.namespace);
      sink.text(prefix === "" ? value.localName : `${prefix}:${value.localName}`);
    } else {
      for (let count = depth > 5 ? 0 : random(4); count > 0; count--) {
        if (random(3) === 0) sink.text(pick(texts));
        else element(depth + 1);
      }
    }
    sink.endElement();
  };
  try {
    element(0);
    return true;
  } catch (error) {
    if (error instanceof TypeError || (error instanceof XmlError && error.code === "xml-prefix")) return false;
    throw error;
  }
}

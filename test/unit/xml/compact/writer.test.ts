import { expect, test } from "vitest";
import { XmlError } from "../../../../src/errors.js";
import { CompactWriter, type CompactWriterOptions } from "../../../../src/xml/compact/writer.js";
import { type XmlName, xmlName } from "../../../../src/xml/names.js";
import type { XmlDocumentSink, XmlSink } from "../../../../src/xml/ports.js";
import { XmlWriter } from "../../../../src/xml/write/writer.js";
import { seeded } from "../../../fuzz/xml-mutations.js";
import { readInfoset } from "../../../infoset.js";

const namespaces: readonly string[] = ["", "urn:a", "urn:b", "urn:c", "urn:&<\"'\n"];
const prefixes: readonly string[] = ["", "p", "q", "ns1", "ns2", "__proto__"];
const texts: readonly string[] = ["", "x", " ", "a<b>&\"'\t\n\r]]>", "\u00e9\u{1f600}"];

/** Writes a random tree; the same one for the same seed, whatever it is written into. */
function writeTree(sink: XmlSink, seed: number): void {
  const random = seeded(seed);
  const pick = <T>(items: readonly [T, ...T[]] | readonly T[]): T => items[random(items.length)] as T;
  const name = (): XmlName => xmlName(pick(namespaces), pick(["a", "b", "c"]));
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
    const attributes = new Set(Array.from({ length: random(4) }, name));
    for (const attribute of attributes) sink.attribute(attribute, random(3) === 0 ? name() : pick(texts));
    if (random(4) === 0) {
      const value = name();
      const prefix = sink.prefixFor(value.namespace);
      sink.text(prefix === "" ? value.localName : `${prefix}:${value.localName}`);
    }
    for (let count = depth > 5 ? 0 : random(4); count > 0; count--) {
      if (random(3) === 0) sink.text(pick(texts));
      else element(depth + 1);
    }
    sink.endElement();
  };
  element(0);
}

/** What is written of a tree; `undefined` for one that the writer refuses, as no document can be it. */
function written(sink: XmlDocumentSink, seed: number): string | undefined {
  try {
    writeTree(sink, seed);
  } catch (error) {
    if (error instanceof TypeError || (error instanceof XmlError && error.code === "xml-prefix")) return undefined;
    throw error;
  }
  return sink.toString();
}

test.each<CompactWriterOptions>([
  {},
  { declaration: true },
  { prefixes: { "urn:a": "p", "urn:b": "" } },
  { prefixes: { "urn:a": "ns1", "urn:b": "ns2", "urn:c": "__proto__" } },
])("random trees have the text that the other writer gives them, with %o", (options) => {
  const wrong: string[] = [];
  let same = 0;
  for (let seed = 1; seed <= 3_000; seed++) {
    const wanted = written(new XmlWriter(options), seed);
    // A program that declares a prefix for two namespaces on one element, or wants an unprefixed name to be in none where it
    // has declared a default one, is told so by that writer; here that is its duty, and the engine keeps it.
    if (wanted === undefined) continue;
    const found = written(new CompactWriter(options), seed);
    if (found !== wanted) wrong.push(`${seed}: ${wanted}\n  the compact writer: ${found}`);
    else same++;
    if (seed % 50 === 0) readInfoset(wanted);
  }
  expect(wrong.slice(0, 20)).toEqual([]);
  expect(same).toBeGreaterThan(2_000);
});

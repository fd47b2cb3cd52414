import { expect, test } from "vitest";
import { CompactWriter, type CompactWriterOptions } from "../../../../src/xml/compact/writer.js";
import { xmlName } from "../../../../src/xml/names.js";
import type { XmlDocumentSink } from "../../../../src/xml/ports.js";
import { XmlWriter } from "../../../../src/xml/write/writer.js";
import { readInfoset } from "../../../infoset.js";
import { writeTree } from "../random-tree.js";

test.each<CompactWriterOptions>([
  {},
  { declaration: true },
  { prefixes: { "urn:a": "p", "urn:b": "" } },
  { prefixes: { "urn:a": "ns1", "urn:b": "ns2", "urn:c": "__proto__" } },
])("random trees have the text that the other writer gives them, with %o", (options) => {
  const wrong: string[] = [];
  let same = 0;
  for (let seed = 1; seed <= 3_000; seed++) {
    const wanted = new XmlWriter(options);
    // A program that declares a prefix for two namespaces on one element, or wants an unprefixed name to be in none where it
    // has declared a default one, is told so by that writer; here that is its duty, and the engine keeps it.
    if (!writeTree(wanted, seed)) continue;
    const found = new CompactWriter(options);
    writeTree(found, seed);
    if (found.toString() !== wanted.toString()) wrong.push(`${seed}: ${wanted}\n  the compact writer: ${found}`);
    else same++;
    if (seed % 50 === 0) readInfoset(found.toString());
  }
  expect(wrong.slice(0, 10)).toEqual([]);
  expect(same).toBeGreaterThan(2_000);
});

const a = xmlName("urn:a", "a");
const b = xmlName("urn:b", "b");

function bothWrite(write: (sink: XmlDocumentSink) => void, options: CompactWriterOptions = {}): readonly string[] {
  return [new CompactWriter(options), new XmlWriter(options)].map((writer) => {
    write(writer);
    return writer.toString();
  });
}

test("an element that declares a default namespace has no second one", () => {
  const texts = bothWrite(
    (sink) => {
      sink.startElement(a);
      sink.declareNamespace("", "urn:b");
      sink.endElement();
    },
    { prefixes: { "urn:a": "" } },
  );
  expect(new Set(texts)).toEqual(new Set(['<ns1:a xmlns="urn:b" xmlns:ns1="urn:a"/>']));
});

test("a prefix that is preferred for one namespace is chosen for no other", () => {
  const texts = bothWrite(
    (sink) => {
      sink.startElement(a);
      sink.attribute(b, "1");
      sink.attribute(a, "2");
      sink.endElement();
    },
    { prefixes: { "urn:a": "ns1" } },
  );
  expect(new Set(texts)).toEqual(new Set(['<ns1:a xmlns:ns2="urn:b" xmlns:ns1="urn:a" ns2:b="1" ns1:a="2"/>']));
});

test("a character that XML does not allow is refused wherever it stands", () => {
  for (const write of [
    (sink: XmlDocumentSink) => sink.text("a\u0000"),
    (sink: XmlDocumentSink) => sink.attribute(a, "\ud800"),
    (sink: XmlDocumentSink) => sink.declareNamespace("p", "urn:\uffff"),
  ]) {
    for (const writer of [new CompactWriter(), new XmlWriter()]) {
      writer.startElement(a);
      expect(() => write(writer)).toThrow(/^xml-character: XML cannot hold /);
    }
  }
});

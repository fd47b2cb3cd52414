import { describe, expect, test } from "vitest";
import { writeXmlElement } from "../../../../src/constructs/write-xml-element.js";
import type { Issue } from "../../../../src/errors.js";
import { CompactWriter } from "../../../../src/xml/compact/writer.js";
import { XmlReader } from "../../../../src/xml/fast/reader.js";
import { clarkName, xmlName, xmlNamespace } from "../../../../src/xml/names.js";
import type { XmlDocumentSink, XmlEventSource } from "../../../../src/xml/ports.js";
import { ElementSink } from "../../../../src/xml/tree/element-sink.js";
import { ElementSource } from "../../../../src/xml/tree/element-source.js";
import { readXmlElement } from "../../../../src/xml/tree/read-xml-element.js";
import type { XmlElement } from "../../../../src/xml/tree/xml-element.js";
import { XmlWriter } from "../../../../src/xml/write/writer.js";
import { ofQName, writeTree } from "../random-tree.js";

/** The events of a source, prefixes replaced by what they stand for. */
function eventsOf(source: XmlEventSource): readonly string[] {
  const lines: string[] = [];
  const meaning = (text: string): string => {
    const [, prefix = "", localName = ""] = /^(?:([^:]*):)?(.*)$/s.exec(text) ?? [];
    if (!localName.startsWith(ofQName)) return JSON.stringify(text);
    return clarkName({ namespace: source.lookupNamespace(prefix) ?? "unbound", localName });
  };
  while (source.next() !== "eof") {
    const { kind, depth, name, attributes } = source;
    if (kind === "text") {
      lines.push(`${depth} ${meaning(source.text)}`);
      continue;
    }
    const given = Array.from({ length: kind === "end" ? 0 : attributes.length }, (_, index) => {
      const value = attributes.value(index);
      const found = attributes.get(attributes.name(index)) === value;
      return ` ${clarkName(attributes.name(index))}=${meaning(value)}${found ? "" : ", not found"}`;
    });
    lines.push(`${depth} ${kind} ${clarkName(name)}${given.sort().join("")}`);
  }
  return lines;
}

function textOf(element: XmlElement, writer: XmlDocumentSink, around?: string): string {
  const issues: Issue[] = [];
  if (around !== undefined) {
    writer.startElement(xmlName(around, "around"));
    writer.declareNamespace("ns1", "urn:around");
  }
  writeXmlElement(element, writer, (issue) => issues.push(issue), []);
  if (around !== undefined) writer.endElement();
  expect(issues).toEqual([]);
  return writer.toString();
}

/** The element inside of another one. */
function inner(text: string): XmlEventSource {
  const reader = new XmlReader(text);
  reader.next();
  reader.next();
  return new ElementSource(readXmlElement(reader));
}

/** The text of random trees, and what was made of them without text. */
function* trees(): Generator<{ readonly seed: number; readonly text: string; readonly element: XmlElement }> {
  for (let seed = 1; seed <= 1_500; seed++) {
    const writer = new XmlWriter();
    if (!writeTree(writer, seed)) continue;
    const sink = new ElementSink();
    writeTree(sink, seed);
    if (sink.root === undefined) throw new Error("nothing was made");
    yield { seed, text: writer.toString(), element: sink.root };
  }
}

test("an element that is made of events means what their text means", () => {
  let count = 0;
  for (const { seed, text, element } of trees()) {
    const wanted = eventsOf(new XmlReader(text));
    expect(eventsOf(new ElementSource(element)), String(seed)).toEqual(wanted);
    expect(eventsOf(new XmlReader(textOf(element, new XmlWriter()))), String(seed)).toEqual(wanted);
    expect(textOf(element, new CompactWriter())).toBe(textOf(element, new XmlWriter()));
    // Wherever it is put.
    for (const around of ["", "urn:a", "urn:around"]) {
      const put = textOf(element, new XmlWriter(), around);
      expect(textOf(element, new CompactWriter(), around)).toBe(put);
      expect(eventsOf(inner(put)), `${seed} in ${around}`).toEqual(wanted);
    }
    count++;
  }
  expect(count).toBeGreaterThan(1_000);
});

test("an element that was read gives the events that it was read of", () => {
  for (const { seed, text } of trees()) {
    const reader = new XmlReader(text);
    reader.next();
    const source = new ElementSource(readXmlElement(reader));
    const again = new XmlReader(text);
    while (again.next() !== "eof") {
      expect(source.next()).toBe(again.kind);
      expect([source.depth, source.kind === "text" ? source.text : source.name], String(seed)).toEqual([
        again.depth,
        again.kind === "text" ? again.text : again.name,
      ]);
      if (again.kind !== "start") continue;
      const scope = (each: XmlEventSource) =>
        Object.fromEntries(each.namespacesInScope().map(({ prefix, namespace }) => [`${prefix}:`, namespace]));
      expect(scope(source)).toEqual(scope(again));
      if (source.depth > 1) expect(source.namespaceDeclarations).toEqual(again.namespaceDeclarations);
    }
    expect(source.next()).toBe("eof");
  }
});

describe("a source of an element that no document was", () => {
  const element = (content: XmlElement["content"], more: Partial<XmlElement> = {}): XmlElement => ({
    namespace: "u",
    name: "a",
    content,
    ...more,
  });

  test("reads and passes over texts that touch", () => {
    const source = new ElementSource(element(["a", "", "b", element(["c"]), "d"]));
    expect(source.next()).toBe("start");
    expect(source.elementText()).toBeUndefined();
    expect([source.skippedText, source.kind, source.depth]).toEqual(["ab", "start", 2]);
    expect([source.elementText(), source.kind, source.depth]).toEqual(["c", "end", 2]);
    expect([source.next(), source.text]).toEqual(["text", "d"]);
    expect([source.next(), source.next(), source.next()]).toEqual(["end", "eof", "eof"]);
    const other = new ElementSource(element([element([element([])]), "x"]));
    other.next();
    other.next();
    other.skip();
    expect([other.kind, other.depth, other.next()]).toEqual(["end", 2, "text"]);
  });

  test("knows what prefixes stand for, inside out", () => {
    const hostile = JSON.parse('{ "__proto__": "v", "constructor": "w", "": "d" }');
    const source = new ElementSource(
      element([element([], { namespaces: { "": "", p: "inner" } })], { namespaces: hostile }),
      {
        p: "around",
        q: "around",
      },
    );
    source.next();
    const lookup = () =>
      ["__proto__", "constructor", "toString", "", "p", "q", "xml", "r"].map((prefix) =>
        source.lookupNamespace(prefix),
      );
    expect(lookup()).toEqual(["v", "w", undefined, "d", "around", "around", xmlNamespace, undefined]);
    source.next();
    expect(lookup()).toEqual(["v", "w", undefined, "", "inner", "around", xmlNamespace, undefined]);
    expect(source.namespaceDeclarations).toEqual([
      { prefix: "", namespace: "" },
      { prefix: "p", namespace: "inner" },
    ]);
    expect(
      source
        .namespacesInScope()
        .map(({ prefix }) => prefix)
        .sort(),
    ).toEqual(["__proto__", "constructor", "p", "q"]);
  });

  test("finds attributes by their names, whoever made these", () => {
    const attributes = JSON.parse('{ "__proto__": "1", "{u}b": "2", "b": "3", "{": "4" }');
    const source = new ElementSource(element([], { attributes }));
    source.next();
    const { attributes: found } = source;
    expect(found.get({ namespace: "", localName: "__proto__" })).toBe("1");
    expect(found.get({ namespace: "u", localName: "b" })).toBe("2");
    expect(found.indexOf({ namespace: "", localName: "b" })).toBe(2);
    expect(found.get({ namespace: "", localName: "toString" })).toBeUndefined();
    expect([found.length, found.prefix(0), found.value(9)]).toEqual([4, "", ""]);
    source.next();
    expect(source.attributes.length).toBe(0);
  });

  test("is as deep as it likes", () => {
    let deep = element([]);
    for (let depth = 1; depth < 100_000; depth++) deep = element([deep]);
    const source = new ElementSource(deep);
    source.next();
    source.skip();
    expect([source.depth, source.next()]).toEqual([1, "eof"]);
  });
});

describe("a sink that makes an element", () => {
  test("keeps prefixes and names that JavaScript has other things under", () => {
    const sink = new ElementSink();
    sink.startElement(xmlName("", "a"));
    expect(sink.lookupNamespace("__proto__")).toBeUndefined();
    sink.declareNamespace("__proto__", "u");
    sink.attribute(xmlName("", "__proto__"), xmlName("u", "x"));
    expect([sink.lookupNamespace("__proto__"), sink.prefixFor("u")]).toEqual(["u", "__proto__"]);
    expect(JSON.stringify(sink.root)).toBe(
      '{"namespace":"","name":"a","content":[],"namespaces":{"__proto__":"u"},"attributes":{"__proto__":"__proto__:x"}}',
    );
  });

  test("finds no prefix that an inner declaration hides", () => {
    const sink = new ElementSink();
    sink.startElement(xmlName("u", "a"));
    sink.declareNamespace("p", "u");
    sink.startElement(xmlName("u", "b"));
    sink.declareNamespace("p", "v");
    sink.declareNamespace("ns1", "v");
    expect([sink.prefixFor("u"), sink.prefixFor("v"), sink.lookupNamespace("ns2")]).toEqual(["ns2", "p", "u"]);
    sink.endElement();
    expect(sink.prefixFor("u")).toBe("p");
  });

  test("declares nothing for the prefix xml", () => {
    const sink = new ElementSink();
    sink.startElement(xmlName("", "a"));
    sink.attribute(xmlName("", "b"), xmlName(xmlNamespace, "lang"));
    expect(sink.root).toEqual({ namespace: "", name: "a", content: [], attributes: { b: "xml:lang" } });
  });

  test("joins texts, and leaves empty ones out", () => {
    const sink = new ElementSink();
    sink.startElement(xmlName("", "a"));
    for (const text of ["", "a", "", "b"]) sink.text(text);
    sink.startElement(xmlName("", "b"));
    sink.text("");
    sink.endElement();
    sink.text("c");
    expect(sink.root?.content).toEqual(["ab", { namespace: "", name: "b", content: [] }, "c"]);
  });

  test("has no text and no attribute outside of elements", () => {
    const sink = new ElementSink();
    expect(() => sink.text("x")).toThrow(TypeError);
    expect(() => sink.attribute(xmlName("", "a"), "x")).toThrow(TypeError);
    expect(() => sink.declareNamespace("p", "u")).toThrow(TypeError);
  });
});

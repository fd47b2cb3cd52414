import { XMLBuilder, XMLParser } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { type OrderedTree, orderedTree, orderedTreeSource } from "../../../../src/fast-xml-parser.js";
import { XmlReader } from "../../../../src/xml/fast/reader.js";
import { xmlName } from "../../../../src/xml/names.js";
import type { XmlEventSource } from "../../../../src/xml/ports.js";
import { copyXml } from "../../../../src/xml/write/copy.js";
import { XmlWriter } from "../../../../src/xml/write/writer.js";

const spelling = { commentPropName: "#comment", cdataPropName: "#cdata" };
const options = {
  preserveOrder: true,
  ignoreAttributes: false,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ...spelling,
};

function parsed(text: string): OrderedTree {
  return new XMLParser(options).parse(text);
}

function written(source: XmlEventSource): string {
  const writer = new XmlWriter();
  copyXml(source, writer);
  return writer.toString();
}

const documents = [
  '<?xml version="1.0"?><a x="1&lt;2"><!--c-->t &amp; <![CDATA[<u>]]><b/><?pi k="v"?> </a>',
  '<a xmlns="u" xmlns:p="v" p:x="1"><p:b xmlns="" x=""><c/></p:b></a>',
  '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>1.0</s:Body></s:Envelope>',
];

describe("a tree", () => {
  test.each(documents)("reads as the document does: %s", (text) => {
    expect(written(orderedTreeSource(parsed(text), spelling))).toBe(written(new XmlReader(text)));
  });

  test.each(documents)("is made as fast-xml-parser makes it: %s", (text) => {
    // The declaration is no event, and a CDATA section is text.
    const plain = text.replace(/^<\?xml.*?\?>/, "").replace("<![CDATA[<u>]]>", "&lt;u>");
    expect(orderedTree(plain, spelling)).toEqual(parsed(plain));
    const built = new XMLBuilder(options).build([...orderedTree(text, spelling)]);
    expect(written(new XmlReader(String(built)))).toBe(written(new XmlReader(text)));
  });

  test("has places where the parser left them", () => {
    const text = "<a>\n  <b/></a>";
    const tree = new XMLParser({ ...options, captureMetaData: true }).parse(text);
    const source = orderedTreeSource(tree, { sourceText: text, file: "f.xml" });
    source.next();
    source.next();
    source.next();
    expect(source.location).toMatchObject({ file: "f.xml", line: 2, column: 3 });
    expect(source.elementText()).toBe("");
    const blind = orderedTreeSource(parsed(text));
    blind.next();
    expect(blind.location).toEqual({ line: 0, column: 0 });
  });

  test("gives the events of the reader", () => {
    const source = orderedTreeSource(parsed('<a xmlns:p="u" p:x="1"><b><c/></b>t</a>'));
    source.next();
    expect(source.attributes.get(xmlName("u", "x"))).toBe("1");
    expect(source.elementText()).toBeUndefined();
    source.skip();
    expect([source.kind, source.name.localName, source.depth]).toEqual(["end", "b", 2]);
    source.next();
    expect([source.kind, source.text, source.lookupNamespace("p")]).toEqual(["text", "t", "u"]);
  });

  test.each<[string, OrderedTree]>([
    [
      "xml-tree: found the number 1; expected text: parse with parseTagValue and parseAttributeValue off",
      [{ a: [{ "#text": 1 }] }],
    ],
    ["xml-tree: found no array as the content of a", [{ a: "text" }]],
    ["xml-tree: found a node without a name", [{}]],
    ["xml-tree: found the attribute x; expected a name that begins with @_", [{ a: [], ":@": { x: "1" } }]],
    ["xml-well-formed: found no root element; a document has one", []],
    ["xml-well-formed: found a second root element; a document has one", [{ a: [] }, { b: [] }]],
    ["xml-well-formed: found text outside the root element", [{ a: [] }, { "#text": "x" }]],
    ['xml-well-formed: found "1"; expected a name', [{ "1": [] }]],
    ["xml-well-formed: found U+0000, a character that XML does not allow", [{ a: [{ "#text": "\0" }] }]],
    ["xml-namespace: the prefix p of p:a is not bound to a namespace", [{ "p:a": [] }]],
    ["xml-namespace: the prefix p may not be bound to the empty string", [{ a: [], ":@": { "@_xmlns:p": "" } }]],
  ])("%s", (message, tree) => {
    const source = orderedTreeSource(tree);
    expect(() => {
      while (source.next() !== "eof");
    }).toThrow(message);
  });

  test("holds names of Object.prototype as its own", () => {
    const text = '<__proto__ constructor="1" __proto__="2"/>';
    const tree = orderedTree(text);
    expect(Object.getPrototypeOf(tree[0])).toBe(Object.prototype);
    expect(written(orderedTreeSource(tree))).toBe(text);
  });

  test("cannot hold an instruction's free data", () => {
    expect(() => orderedTree("<a><?p free data?></a>")).toThrow("xml-tree: the tree cannot hold");
  });
});

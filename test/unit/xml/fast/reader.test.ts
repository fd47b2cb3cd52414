import { describe, expect, test } from "vitest";
import { ParseError } from "../../../../src/errors.js";
import { XmlReader, type XmlReaderOptions } from "../../../../src/xml/fast/reader.js";
import { clarkName, xmlName } from "../../../../src/xml/names.js";

/** The events of a document, one line each. */
function events(source: string, options?: XmlReaderOptions): string[] {
  const reader = new XmlReader(source, options);
  const lines: string[] = [];
  while (reader.next() !== "eof") {
    const { attributes } = reader;
    let line = `${reader.depth} ${reader.kind}`;
    if (reader.kind === "start" || reader.kind === "end") line += ` ${clarkName(reader.name)}`;
    if (reader.kind === "instruction") line += ` ${reader.name.localName}`;
    for (let index = 0; index < attributes.length && reader.kind === "start"; index++) {
      line += ` ${clarkName(attributes.name(index))}=${JSON.stringify(attributes.value(index))}`;
    }
    if (reader.kind === "text" || reader.kind === "comment" || reader.kind === "instruction") {
      line += ` ${JSON.stringify(reader.text)}`;
    }
    lines.push(line);
  }
  return lines;
}

function failure(source: string, options?: XmlReaderOptions): ParseError {
  try {
    events(source, options);
  } catch (error) {
    if (error instanceof ParseError) return error;
    throw error;
  }
  throw new Error(`accepted: ${source}`);
}

describe("events", () => {
  test("elements, attributes, text, comments and instructions in order", () => {
    expect(events('<?xml version="1.0"?><!--c--><a x="1" y=\'2\'>t<b/><?p d ?>u</a><?q?>')).toEqual([
      '0 comment "c"',
      '1 start a x="1" y="2"',
      '1 text "t"',
      "2 start b",
      "2 end b",
      '1 instruction p "d "',
      '1 text "u"',
      "1 end a",
      '0 instruction q ""',
    ]);
  });

  test("namespaces: default, prefixed, undeclared, hidden", () => {
    expect(events('<a xmlns="u" xmlns:p="v" p:x="" x=""><p:b xmlns:p="w"/><c xmlns=""/><p:d/></a>')).toEqual([
      '1 start {u}a {v}x="" x=""',
      "2 start {w}b",
      "2 end {w}b",
      "2 start c",
      "2 end c",
      "2 start {v}d",
      "2 end {v}d",
      "1 end {u}a",
    ]);
  });

  test("references, CDATA sections and line ends make one text", () => {
    expect(events("<a>1&lt;&#65;&#x42;\r\n\r<![CDATA[<&>\r\n]]>]]&gt;</a>")[1]).toBe(
      `1 text ${JSON.stringify("1<AB\n\n<&>\n]]>")}`,
    );
  });

  test("attribute values are normalised", () => {
    expect(events('<a x="1\t2\r\n3\n4&#10;&#9;&quot;&amp;lt;"/>')[0]).toBe(
      `1 start a x=${JSON.stringify('1 2 3 4\n\t"&lt;')}`,
    );
  });

  test("names of Object.prototype are ordinary names", () => {
    expect(events('<__proto__ constructor="1" toString="2" __proto__="3"><hasOwnProperty/></__proto__>')[0]).toBe(
      '1 start __proto__ constructor="1" toString="2" __proto__="3"',
    );
  });
});

describe("moves", () => {
  test("skip() goes to the matching end", () => {
    const reader = new XmlReader("<a><b><b>&amp;<c/></b></b><d/></a>");
    reader.next();
    reader.next();
    reader.skip();
    expect([reader.kind, reader.name.localName, reader.depth]).toEqual(["end", "b", 2]);
    reader.next();
    expect([reader.kind, reader.name.localName]).toEqual(["start", "d"]);
  });

  test("elementText() joins text across comments and stops at a child", () => {
    const reader = new XmlReader("<a>1<!-- -->2<?x?>3</a>");
    reader.next();
    expect(reader.elementText()).toBe("123");
    expect(reader.kind).toBe("end");
    const other = new XmlReader("<a>1<b/></a>");
    other.next();
    expect(other.elementText()).toBeUndefined();
    expect([other.kind, other.name.localName, other.skippedText]).toEqual(["start", "b", "1"]);
  });

  test("the scope of an element holds until its end has been left", () => {
    const reader = new XmlReader('<a xmlns:p="u">p:x</a>');
    reader.next();
    expect(reader.namespaceDeclarations).toEqual([{ prefix: "p", namespace: "u" }]);
    expect(reader.elementText()).toBe("p:x");
    expect(reader.lookupNamespace("p")).toBe("u");
    reader.next();
    expect(reader.lookupNamespace("p")).toBeUndefined();
    expect(reader.lookupNamespace("")).toBe("");
  });

  test("equal names are one object, a registered name is the program's", () => {
    const reader = new XmlReader('<a xmlns="urn:reader-test" xmlns:p="urn:reader-test"><p:a/></a>');
    reader.next();
    const first = reader.name;
    reader.next();
    expect(reader.name).toBe(first);
    // Named by a program only now: the object that the reader has given out.
    expect(xmlName("urn:reader-test", "a")).toBe(first);
    const again = new XmlReader('<a xmlns="urn:reader-test"/>');
    again.next();
    expect(again.name).toBe(xmlName("urn:reader-test", "a"));
  });
});

describe("places", () => {
  test("of elements, attributes and values", () => {
    const reader = new XmlReader('<a\n  p="1"\r\n  qq = "23"/>', { file: "f.xml" });
    reader.next();
    expect(reader.location).toEqual({ file: "f.xml", line: 1, column: 1, offset: 0, length: 2 });
    expect(reader.attributes.location(1)).toEqual({ file: "f.xml", line: 3, column: 3, offset: 14, length: 2 });
    expect(reader.attributes.valueLocation(1)).toEqual({ file: "f.xml", line: 3, column: 9, offset: 20, length: 2 });
  });
});

describe("ill-formed documents", () => {
  test.each([
    ["", "found the end of the document inside the prolog: there is no root element", 1, 1],
    ["x", 'found "x"; expected the root element', 1, 1],
    ["<a></b>", "found </b>; expected </a> for line 1, column 1", 1, 4],
    ["<a></a", "found the end of the document inside an end tag", 1, 4],
    ["<a>", "found the end of the document inside the content of an element", 1, 4],
    ["<a/><b/>", "found a second root element; a document has one", 1, 5],
    ["<a x='1' x='2'/>", "the attribute x is there twice", 1, 10],
    ["<a x=1/>", 'found "1"; expected a quoted attribute value', 1, 6],
    ["<a x='<'/>", 'found "<" in an attribute value; expected "&lt;"', 1, 7],
    ["<a x='1'y='2'/>", 'found "y"; expected white space, ">" or "/>"', 1, 9],
    ["<a>\n]]></a>", 'found "]]>" in text; expected "]]&gt;"', 2, 1],
    ["<a>&b;</a>", "the entity b is not declared", 1, 4],
    ["<a>&#0;</a>", "the reference stands for U+0000; expected a character that XML allows", 1, 4],
    ["<a>\u0001</a>", "found U+0001, a character that XML does not allow", 1, 4],
    ["<a>\ud800</a>", "found U+D800, a character that XML does not allow", 1, 4],
    ["<a><!-- -- --></a>", 'found "--" inside a comment; expected "-->"', 1, 9],
    ["<a><?xml ?></a>", "found <?xml; an XML declaration stands only at the very beginning", 1, 4],
    ["<1/>", 'found "1"; expected an element name', 1, 2],
  ])("%j", (source, reason, line, column) => {
    const error = failure(source);
    expect([error.code, error.reason]).toEqual(["xml-well-formed", reason]);
    expect(error.location).toMatchObject({ line, column });
  });

  test.each([
    ["<p:a/>", "the prefix p of p:a is not bound to a namespace"],
    ["<a p:x=''/>", "the prefix p of p:x is not bound to a namespace"],
    ["<a:b:c/>", "found a:b:c; expected a prefix, one colon and a name"],
    ["<a xmlns:p=''/>", "the prefix p may not be bound to the empty string"],
    [
      "<a xmlns:p='u' xmlns:q='u' p:x='' q:x=''/>",
      "the attribute q:x is there twice: another prefix stands for the same namespace",
    ],
  ])("%j", (source, reason) => {
    const error = failure(source);
    expect([error.code, error.reason]).toEqual(["xml-namespace", reason]);
  });

  test("a document type declaration is refused", () => {
    expect(failure("<!DOCTYPE a><a/>").code).toBe("xml-doctype");
  });
});

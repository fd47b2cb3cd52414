import { describe, expect, test } from "vitest";
import { XmlError } from "../../../../src/errors.js";
import { xmlName, xmlNamespace } from "../../../../src/xml/names.js";
import { indented } from "../../../../src/xml/write/indentation.js";
import { XmlWriter, type XmlWriterOptions } from "../../../../src/xml/write/writer.js";

const a = xmlName("urn:a", "a");
const b = xmlName("urn:b", "b");
const plain = xmlName("", "plain");

function written(write: (writer: XmlWriter) => void, options?: XmlWriterOptions): string {
  const writer = new XmlWriter(options);
  write(writer);
  return writer.toString();
}

describe("namespaces", () => {
  test("the root's is the default, another gets a prefix, none undeclares", () => {
    const text = written((writer) => {
      writer.startElement(a);
      writer.startElement(a);
      writer.endElement();
      writer.startElement(b);
      writer.startElement(b);
      writer.endElement();
      writer.startElement(plain);
      writer.endElement();
      writer.endElement();
      writer.endElement();
    });
    expect(text).toBe('<a xmlns="urn:a"><a/><ns1:b xmlns:ns1="urn:b"><ns1:b/><plain xmlns=""/></ns1:b></a>');
  });

  test("preferred prefixes, and the default for content that has none", () => {
    const text = written(
      (writer) => {
        writer.startElement(b);
        writer.startElement(a);
        writer.attribute(b, "1");
        writer.attribute(plain, "2");
        writer.endElement();
        writer.endElement();
      },
      { prefixes: { "urn:b": "b" } },
    );
    expect(text).toBe('<b:b xmlns:b="urn:b"><a xmlns="urn:a" b:b="1" plain="2"/></b:b>');
  });

  test("an attribute in the default namespace has a prefix all the same", () => {
    const text = written((writer) => {
      writer.startElement(a);
      writer.attribute(a, "1");
      writer.attribute(xmlName(xmlNamespace, "lang"), "en");
      writer.endElement();
    });
    expect(text).toBe('<ns1:a xmlns:ns1="urn:a" ns1:a="1" xml:lang="en"/>');
  });

  test("prefixFor() declares where it is called", () => {
    const text = written((writer) => {
      writer.startElement(a);
      writer.text(`${writer.prefixFor("urn:b")}:x`);
      writer.endElement();
    });
    expect(text).toBe('<a xmlns:ns1="urn:b" xmlns="urn:a">ns1:x</a>');
  });

  test("prefixFor of no namespace takes the default away", () => {
    const root = written((writer) => {
      writer.startElement(a);
      expect(writer.prefixFor("")).toBe("");
      writer.text("x");
      writer.endElement();
    });
    expect(root).toBe('<ns1:a xmlns:ns1="urn:a">x</ns1:a>');
    const child = written((writer) => {
      writer.startElement(a);
      writer.startElement(a);
      expect(writer.prefixFor("")).toBe("");
      writer.text("x");
      writer.endElement();
      writer.endElement();
    });
    expect(child).toBe('<a xmlns="urn:a"><ns1:a xmlns="" xmlns:ns1="urn:a">x</ns1:a></a>');
  });

  test("a QName value is written with the prefixes of its place", () => {
    const text = written((writer) => {
      writer.startElement(a);
      writer.attribute(plain, a);
      writer.startElement(a);
      writer.attribute(plain, b);
      writer.endElement();
      writer.startElement(a);
      writer.attribute(plain, plain);
      writer.endElement();
      writer.endElement();
    });
    expect(text).toBe(
      '<a xmlns="urn:a" plain="a"><a xmlns:ns1="urn:b" plain="ns1:b"/>' +
        '<ns2:a xmlns="" xmlns:ns2="urn:a" plain="plain"/></a>',
    );
  });

  test("a declaration that comes too late is an error", () => {
    const writer = new XmlWriter();
    writer.startElement(a);
    writer.text("x");
    expect(() => writer.prefixFor("urn:b")).toThrow(
      new XmlError("xml-prefix", "no prefix can be declared for urn:b in /a any more"),
    );
  });
});

describe("characters", () => {
  test("are escaped by context", () => {
    const text = written((writer) => {
      writer.startElement(plain);
      writer.attribute(plain, "<&>\"'\t\r\n");
      writer.text("<&>\"'\t\r\n]]>");
      writer.endElement();
    });
    expect(text).toBe('<plain plain="&lt;&amp;>&quot;\'&#9;&#13;&#10;">&lt;&amp;&gt;"\'\t&#13;\n]]&gt;</plain>');
  });

  test.each(["\0", "\u000b", "\ufffe", "\ud800", "x\udc00y"])("%j cannot be held", (value) => {
    const writer = new XmlWriter();
    writer.startElement(a);
    expect(() => writer.text(value)).toThrow(/^xml-character: XML cannot hold U\+.* in the text of \/a at [01]$/);
    expect(() => writer.attribute(plain, value)).toThrow(TypeError);
  });
});

describe("indentation", () => {
  test("leaves mixed content and xml:space alone", () => {
    const text = written(
      (writer) => {
        writer.startElement(plain);
        writer.startElement(plain);
        writer.startElement(plain);
        writer.endElement();
        writer.text("mixed");
        writer.endElement();
        writer.startElement(plain);
        writer.startElement(plain);
        writer.endElement();
        writer.comment("c");
        writer.endElement();
        writer.startElement(plain);
        writer.attribute(xmlName(xmlNamespace, "space"), "preserve");
        writer.startElement(plain);
        writer.endElement();
        writer.endElement();
        writer.endElement();
      },
      { layout: indented(1), declaration: true },
    );
    expect(text).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<plain>\n <plain><plain/>mixed</plain>\n' +
        ' <plain>\n  <plain/>\n  <!--c-->\n </plain>\n <plain xml:space="preserve"><plain/></plain>\n</plain>\n',
    );
  });
});

describe("declarations of the program's own", () => {
  test("are kept, and used where they are asked for", () => {
    const text = written((writer) => {
      writer.startElement(a, "p");
      writer.declareNamespace("p", "urn:a");
      writer.declareNamespace("q", "urn:a");
      writer.attribute(a, "1", "q");
      writer.startElement(a, "q");
      writer.endElement();
      writer.startElement(a, "unbound");
      writer.endElement();
      writer.endElement();
    });
    expect(text).toBe('<p:a xmlns:p="urn:a" xmlns:q="urn:a" q:a="1"><q:a/><q:a/></p:a>');
  });

  test("hidden prefixes are not used", () => {
    const text = written((writer) => {
      writer.startElement(a, "p");
      writer.declareNamespace("p", "urn:a");
      writer.startElement(b, "p");
      writer.declareNamespace("p", "urn:b");
      writer.startElement(a);
      writer.endElement();
      writer.endElement();
      writer.startElement(a);
      writer.endElement();
      writer.endElement();
    });
    expect(text).toBe('<p:a xmlns:p="urn:a"><p:b xmlns:p="urn:b"><a xmlns="urn:a"/></p:b><p:a/></p:a>');
  });

  test("that contradict are programming errors", () => {
    const writer = new XmlWriter();
    writer.startElement(plain);
    writer.declareNamespace("p", "urn:a");
    writer.declareNamespace("p", "urn:a");
    expect(() => writer.declareNamespace("p", "urn:b")).toThrow(TypeError);
    expect(() => writer.declareNamespace("xmlns", "urn:b")).toThrow(TypeError);
    expect(() => writer.declareNamespace("1", "urn:b")).toThrow(TypeError);
    expect(() => writer.declareNamespace("p2", "")).toThrow(TypeError);
    expect(() => new XmlWriter({ prefixes: { "urn:a": "p", "urn:b": "p" } })).toThrow(TypeError);
  });
});

describe("what is around elements", () => {
  test("comments, instructions and the declaration", () => {
    const text = written(
      (writer) => {
        writer.comment(" before ");
        writer.startElement(plain);
        writer.instruction("target", "data");
        writer.endElement();
        writer.instruction("after");
      },
      { declaration: { standalone: true } },
    );
    expect(text).toBe(
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<!-- before -->\n<plain><?target data?></plain>\n<?after?>',
    );
  });

  test("what they cannot hold is refused", () => {
    const writer = new XmlWriter();
    expect(() => writer.comment("a--b")).toThrow(
      new XmlError("xml-well-formed", 'a comment cannot hold "--" or end with "-"'),
    );
    expect(() => writer.comment("a-")).toThrow(XmlError);
    expect(() => writer.comment("\0")).toThrow(/^xml-character/);
    expect(() => writer.instruction("p", "a?>b")).toThrow(XmlError);
    expect(() => writer.instruction("xml")).toThrow(TypeError);
  });

  test("the wrong order is a programming error", () => {
    const writer = new XmlWriter();
    expect(() => writer.endElement()).toThrow(TypeError);
    expect(() => writer.text("x")).toThrow(TypeError);
    writer.startElement(plain);
    expect(() => writer.toString()).toThrow("the element /plain is still open");
    writer.attribute(plain, "");
    expect(() => writer.attribute(plain, "")).toThrow(TypeError);
    expect(() => writer.startElement(xmlName("", "a b"))).toThrow(TypeError);
    writer.text("x");
    expect(() => writer.attribute(a, "")).toThrow(TypeError);
    writer.endElement();
    expect(() => writer.startElement(plain)).toThrow(TypeError);
  });

  test("many attributes are told apart too", () => {
    const writer = new XmlWriter();
    writer.startElement(plain);
    for (let index = 0; index < 100; index++) writer.attribute(xmlName("", `a${index}`), "");
    expect(() => writer.attribute(xmlName("", "a50"), "")).toThrow(TypeError);
  });
});

describe("output", () => {
  test("goes to a sink piece by piece", () => {
    const pieces: string[] = [];
    const writer = new XmlWriter({ sink: (text) => pieces.push(text) });
    writer.startElement(plain);
    for (let index = 0; index < 10_000; index++) {
      writer.startElement(plain);
      writer.text(String(index));
      writer.endElement();
    }
    expect(pieces.length).toBeGreaterThan(5);
    writer.endElement();
    expect(pieces.join("")).toMatch(/^<plain><plain>0<\/plain>.*<plain>9999<\/plain><\/plain>$/);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(20_000);
    expect(() => writer.toString()).toThrow(TypeError);
    expect(() => new XmlWriter({ sink: () => undefined, layout: indented(2) })).toThrow(TypeError);
  });

  test("as bytes is UTF-8", () => {
    const writer = new XmlWriter();
    writer.startElement(plain);
    writer.text("\u00e9");
    writer.endElement();
    expect([...writer.toBytes()]).toEqual([...new TextEncoder().encode("<plain>\u00e9</plain>")]);
  });
});

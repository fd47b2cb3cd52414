import { describe, expect, test } from "vitest";
import { XmlError } from "../../../src/errors.js";
import { xmlName, xmlNamespace } from "../../../src/xml/names.js";
import { XmlWriter, type XmlWriterOptions } from "../../../src/xml/writer.js";

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
    expect(text).toBe(
      '<a xmlns="urn:a" xmlns:ns1="urn:b">ns1:x</a>'.replace(
        'xmlns="urn:a" xmlns:ns1="urn:b"',
        'xmlns:ns1="urn:b" xmlns="urn:a"',
      ),
    );
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
      { indent: 1, declaration: true },
    );
    expect(text).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<plain>\n <plain><plain/>mixed</plain>\n' +
        ' <plain>\n  <plain/>\n  <!--c-->\n </plain>\n <plain xml:space="preserve"><plain/></plain>\n</plain>\n',
    );
  });
});

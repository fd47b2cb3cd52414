import { describe, expect, test } from "vitest";
import { memoryFiles } from "../../../../generator/load/files.js";
import { type LoadOptions, load } from "../../../../generator/load/load.js";
import { loadFiles, places, schemaText } from "../load-text.js";

const wsdl = (content: string): string =>
  `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:w">\n${content}\n</definitions>`;

describe("documents", () => {
  test("are followed through include, import and redefine, each once", async () => {
    const { documents, entries, issues } = await loadFiles({
      "a.xsd": schemaText(
        `<xs:include schemaLocation="dir/b.xsd"/><xs:import namespace="urn:c" schemaLocation="c.xsd"/>`,
      ),
      "dir/b.xsd": schemaText(`<xs:redefine schemaLocation="../d.xsd"/><xs:include schemaLocation="../a.xsd"/>`),
      "c.xsd": schemaText(`<xs:import namespace="urn:t" schemaLocation="./dir/../a.xsd"/>`, `targetNamespace="urn:c"`),
      "d.xsd": schemaText(""),
      "unused.xsd": "<broken",
    });
    expect(issues).toEqual([]);
    expect(entries.map(({ file }) => file)).toEqual(["a.xsd"]);
    expect(documents.map(({ file }) => file)).toEqual(["a.xsd", "dir/b.xsd", "c.xsd", "d.xsd"]);
    expect(documents[1]?.references.map(({ kind, target }) => [kind, target?.file])).toEqual([
      ["redefine", "d.xsd"],
      ["include", "a.xsd"],
    ]);
  });

  test("of WSDL are followed, and so are the schemas inside", async () => {
    const { documents, issues } = await loadFiles({
      "a.wsdl": wsdl(`<import namespace="urn:w" location="b.wsdl"/>`),
      "b.wsdl": wsdl(
        `<types><xs:schema targetNamespace="urn:1"><xs:import namespace="urn:2"/></xs:schema>
         <xs:schema targetNamespace="urn:2"><xs:include schemaLocation="c.xsd"/></xs:schema></types>`,
      ),
      "c.xsd": schemaText("", ""),
    });
    expect(issues).toEqual([]);
    expect(documents.map(({ file }) => file)).toEqual(["a.wsdl", "b.wsdl", "c.xsd"]);
    expect(documents[1]?.references.map(({ target }) => target?.file)).toEqual(["b.wsdl", "c.xsd"]);
  });

  test("of an earlier load are parsed again only where their text has changed", async () => {
    const parsed: LoadOptions["parsed"] = new Map();
    const main = schemaText(`<xs:include schemaLocation="a.xsd"/><xs:include schemaLocation="b.xsd"/>`);
    const loadWith = (files: Readonly<Record<string, string>>) => load(["main.xsd"], { ...memoryFiles(files), parsed });
    const before = await loadWith({ "main.xsd": main, "a.xsd": schemaText(""), "b.xsd": schemaText("") });
    const roots = before.documents.map(({ root }) => root);
    const after = await loadWith({ "main.xsd": main, "a.xsd": schemaText(" ") });
    expect(after.documents.map(({ root }, index) => root === roots[index])).toEqual([true, false]);
    expect(after.documents[0]?.references.map(({ target }) => target?.text)).toEqual([schemaText(" "), undefined]);
    expect(after.issues.map(({ code }) => code)).toEqual(["load-unreadable"]);
  });

  test("may be named with backslashes and spaces", async () => {
    const { documents, issues } = await loadFiles({
      "a.xsd": schemaText(`<xs:include schemaLocation=" sub\\my file.xsd "/>`),
      "sub/my file.xsd": schemaText(""),
    });
    expect(issues).toEqual([]);
    expect(documents.map(({ file }) => file)).toEqual(["a.xsd", "sub/my file.xsd"]);
  });

  test("are decoded by mark, declaration or the place of the first zero", async () => {
    const text = schemaText(`<xs:element name="Größe"/>`);
    const utf16 = (littleEndian: boolean, mark: boolean): Uint8Array => {
      const whole = `${mark ? "\uFEFF" : ""}<?xml version="1.0" encoding="utf-16"?>${text}`;
      const bytes = new DataView(new ArrayBuffer(whole.length * 2));
      for (let i = 0; i < whole.length; i++) bytes.setUint16(2 * i, whole.charCodeAt(i), littleEndian);
      return new Uint8Array(bytes.buffer);
    };
    const latin1 = Uint8Array.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${text}`, (c) => c.charCodeAt(0));
    const utf8 = new TextEncoder().encode(`\uFEFF${text}`);
    for (const bytes of [
      utf8,
      latin1,
      utf16(true, true),
      utf16(false, true),
      utf16(true, false),
      utf16(false, false),
    ]) {
      const { documents, issues } = await loadFiles({ "a.xsd": bytes });
      expect(issues).toEqual([]);
      expect(documents[0]?.root.children[0]?.attributes[0]?.value).toBe("Größe");
      expect(documents[0]?.text.startsWith("<")).toBe(true);
    }
  });

  test("drop what is meant for other versions of XSD", async () => {
    const { documents } = await loadFiles({
      "a.xsd": schemaText(
        `<xs:element name="a" vc:minVersion="1.1"/><xs:element name="b" vc:minVersion="1.0" vc:maxVersion="1.1"/>
         <xs:element name="c" vc:maxVersion="1.0"/><xs:element name="d" vc:typeAvailable="xs:int"/>
         <xs:element name="e" vc:typeAvailable="xs:int xs:dateTimeStamp"/><xs:element name="f" vc:typeUnavailable="xs:dateTimeStamp"/>
         <xs:element name="g" vc:facetAvailable="xs:assertion"/><xs:element name="h" vc:facetUnavailable="xs:pattern"/>
         <xs:include schemaLocation="missing.xsd" vc:minVersion="1.1"/>`,
        `xmlns:vc="http://www.w3.org/2007/XMLSchema-versioning"`,
      ),
    });
    expect(documents[0]?.root.children.map(({ attributes }) => attributes[0]?.value)).toEqual(["b", "d", "f"]);
  });

  test("may have a document type declaration", async () => {
    const { documents, issues } = await loadFiles({
      "a.xsd": `<!DOCTYPE xs:schema [<!ENTITY x "urn:x">]>${schemaText("", `targetNamespace="&x;"`)}`,
    });
    expect(issues).toEqual([]);
    expect(documents[0]?.root.attributes[0]?.value).toBe("urn:x");
  });

  test("keep the text of documentation together", async () => {
    const { documents } = await loadFiles({
      "a.xsd": schemaText(`<xs:annotation><xs:documentation>One <b>two</b> three</xs:documentation></xs:annotation>`),
    });
    expect(documents[0]?.root.children[0]?.children[0]?.text).toBe("One two three");
  });
});

describe("imports without a location", () => {
  const xmlImport = `<xs:import namespace="http://www.w3.org/XML/1998/namespace"/>`;

  test("take our own copies, where something refers to them", async () => {
    const used = await loadFiles({
      "a.xsd": schemaText(`${xmlImport}<xs:complexType name="T"><xs:attribute ref="xml:lang"/></xs:complexType>`),
    });
    expect(used.issues).toEqual([]);
    expect(used.documents).toHaveLength(2);
    const unused = await loadFiles({ "a.xsd": schemaText(xmlImport) });
    expect(unused.issues).toEqual([]);
    expect(unused.documents).toHaveLength(1);
  });

  test("are the same with a location on the web or one that leads nowhere", async () => {
    for (const location of ["http://www.w3.org/2001/xml.xsd", "xml.xsd"]) {
      const { issues, documents } = await loadFiles({
        "a.xsd": schemaText(
          `<xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="${location}"/><xs:attributeGroup name="g"><xs:attribute ref="xml:id"/></xs:attributeGroup>`,
        ),
      });
      expect(issues).toEqual([]);
      expect(documents).toHaveLength(2);
    }
  });

  test("take a document that was read for another reason", async () => {
    const { documents, issues } = await loadFiles({
      "a.xsd": schemaText(`<xs:import namespace="urn:c"/><xs:import namespace="urn:b" schemaLocation="b.xsd"/>`),
      "b.xsd": schemaText(`<xs:import namespace="urn:c" schemaLocation="c.xsd"/>`, `targetNamespace="urn:b"`),
      "c.xsd": schemaText("", `targetNamespace="urn:c"`),
    });
    expect(issues).toEqual([]);
    expect(documents[0]?.references[0]?.target?.file).toBe("c.xsd");
  });

  test("take what the catalog has for the namespace", async () => {
    const { documents, issues } = await loadFiles(
      { "a.xsd": schemaText(`<xs:import namespace="urn:c"/>`), "lib/c.xsd": schemaText("", `targetNamespace="urn:c"`) },
      { catalog: new Map([["urn:c", "lib/c.xsd"]]) },
    );
    expect(issues).toEqual([]);
    expect(documents.map(({ file }) => file)).toEqual(["a.xsd", "lib/c.xsd"]);
  });
});

describe("locations on the web", () => {
  const importing = schemaText(`<xs:import namespace="urn:c" schemaLocation="http://example.org/c.xsd"/>`);
  const imported = schemaText("", `targetNamespace="urn:c"`);

  test("are refused without leave", async () => {
    const { issues } = await loadFiles({ "a.xsd": importing });
    expect(places(issues)).toEqual(["a.xsd:2:46 load-network"]);
  });

  test("are read by the function that is given for it", async () => {
    const asked: string[] = [];
    const network = (uri: string) => {
      asked.push(uri);
      return Promise.resolve(imported);
    };
    const { documents, issues } = await loadFiles({ "a.xsd": importing }, { network });
    expect(issues).toEqual([]);
    expect(asked).toEqual(["http://example.org/c.xsd"]);
    expect(documents.map(({ file }) => file)).toEqual(["a.xsd", "http://example.org/c.xsd"]);
  });

  test("are mapped by the catalog, by location or by namespace", async () => {
    for (const key of ["http://example.org/c.xsd", "urn:c"]) {
      const files = { "a.xsd": importing, "c.xsd": imported };
      const { documents } = await loadFiles(files, { catalog: new Map([[key, "c.xsd"]]) });
      expect(documents.map(({ file }) => file)).toEqual(["a.xsd", "c.xsd"]);
    }
  });
});

describe("problems", () => {
  test("are reported where the document is named", async () => {
    const { issues } = await loadFiles({
      "a.xsd": schemaText(
        `<xs:include schemaLocation="b.xsd"/>\n <xs:import namespace="urn:c" schemaLocation="c.xsd"/>\n<xs:include schemaLocation="http://[/x"/>`,
      ),
    });
    expect(places(issues).toSorted()).toEqual([
      "a.xsd:2:29 load-unreadable",
      "a.xsd:3:47 load-unreadable",
      "a.xsd:4:29 load-location",
    ]);
    expect(issues[0]?.location).toMatchObject({ length: 5 });
  });

  test("inside a document are reported there, once", async () => {
    const { issues } = await loadFiles({
      "a.xsd": schemaText(
        `<xs:include schemaLocation="b.xsd"/><xs:include schemaLocation="./b.xsd"/><xs:include schemaLocation="c.xml"/>`,
      ),
      "b.xsd": "<a>\n <b></a>",
      "c.xml": "<root/>",
    });
    expect(places(issues)).toEqual(["b.xsd:2:5 xml-well-formed", "c.xml:1:1 load-root"]);
  });

  test("are a missing entry, and more documents than may be read", async () => {
    expect(places((await loadFiles({}, {}, ["a.xsd"])).issues)).toEqual(["load-unreadable"]);
    const endless = (uri: string) => {
      const next = Number(/(\d+)\.xsd$/.exec(uri)?.[1]) + 1;
      return Promise.resolve(schemaText(`<xs:include schemaLocation="${next}.xsd"/>`));
    };
    const { issues, documents } = await loadFiles({}, { readFile: endless, maxDocuments: 20 }, ["1.xsd"]);
    expect(documents).toHaveLength(20);
    expect(places(issues)).toEqual(["20.xsd:2:29 load-limit"]);
  });

  test("of reading are told in words", async () => {
    const { issues } = await loadFiles({}, { readFile: () => Promise.reject(new Error("disk on fire")) }, ["a.xsd"]);
    expect(issues).toMatchObject([{ code: "load-unreadable", message: "cannot read a.xsd: disk on fire" }]);
    const bytes = Uint8Array.from([0x3c, 0xff, 0xff]);
    expect(places((await loadFiles({ "a.xsd": bytes })).issues)).toEqual(["load-unreadable"]);
  });
});

import { expect, test } from "vitest";
import { readCatalog } from "../../../../generator/load/catalog.js";
import { places } from "../load-text.js";

const catalog = (content: string): string =>
  `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">\n${content}\n</catalog>`;

test("entries are relative to the catalog, the first of a name counts", () => {
  const { entries, issues } = readCatalog(
    catalog(
      `<uri name="urn:a" uri="a.xsd"/><uri name="urn:a" uri="other.xsd"/>
       <system systemId="http://example.org/b.xsd" uri="sub/b.xsd"/>
       <group xml:base="lib/"><public publicId="-//C" uri="c.xsd"/></group><other xmlns="urn:x"/>`,
    ),
    "catalog.xml",
    "file:///x/catalog.xml",
  );
  expect(issues).toEqual([]);
  expect(Object.fromEntries(entries)).toEqual({
    "urn:a": "file:///x/a.xsd",
    "http://example.org/b.xsd": "file:///x/sub/b.xsd",
    "-//C": "file:///x/lib/c.xsd",
  });
});

test("what cannot be used is reported", () => {
  const read = (text: string) => places(readCatalog(text, "catalog.xml", "file:///x/catalog.xml").issues);
  expect(read(catalog(`<rewriteURI uriStartString="a" rewritePrefix="b"/><uri name="x"/>`))).toEqual([
    "catalog.xml:2:1 load-catalog?",
    "catalog.xml:2:51 load-catalog?",
  ]);
  expect(read("<x/>")).toEqual(["catalog.xml:1:1 load-catalog"]);
  expect(read("<x>")).toEqual(["catalog.xml:1:4 xml-well-formed"]);
});

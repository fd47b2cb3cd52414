import { describe, expect, it } from "vitest";
import { readCatalog } from "../../../generator/load/catalog.js";

const uri = "file:///p/catalog.xml";

function read(content: string): ReturnType<typeof readCatalog> {
  return readCatalog(
    `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">${content}</catalog>`,
    "catalog.xml",
    uri,
  );
}

describe("readCatalog", () => {
  it("reads what each kind of entry is looked up by, relative to its base", () => {
    const { entries, issues } = read(`
      <uri name="urn:a" uri="a.xsd"/>
      <system systemId="http://example.com/b.xsd" uri="sub/b.xsd"/>
      <group xml:base="other/"><public publicId="-//C//" uri="c.xsd"/></group>
      <uri name="urn:a" uri="second.xsd"/>`);
    expect(issues).toEqual([]);
    expect([...entries]).toEqual([
      ["urn:a", "file:///p/a.xsd"],
      ["http://example.com/b.xsd", "file:///p/sub/b.xsd"],
      ["-//C//", "file:///p/other/c.xsd"],
    ]);
  });

  it.each([
    [`<rewriteURI uriStartString="a" rewritePrefix="b"/>`, "is not supported"],
    [`<uri name="urn:a"/>`, "is not complete"],
  ])("leaves out %s with a warning", (entry, says) => {
    const { entries, issues } = read(entry);
    expect(entries.size).toBe(0);
    expect(issues).toMatchObject([
      {
        code: "load-catalog",
        severity: "warning",
        message: expect.stringContaining(says),
        location: { file: "catalog.xml", line: 1 },
      },
    ]);
  });

  it("refuses a file that is no catalog", () => {
    expect(readCatalog("<catalog/>", "c.xml", uri).issues).toMatchObject([
      { code: "load-catalog", location: { line: 1, column: 1 } },
    ]);
    expect(readCatalog("<catalog>", "c.xml", uri).issues).toMatchObject([{ code: "xml-well-formed" }]);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { run } from "../../../../generator/cli/run.js";
import { recordTerminal } from "./record-terminal.js";

const folder = mkdtempSync(join(tmpdir(), "xsdsmith-validate-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

file(
  "a.xsd",
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:a" elementFormDefault="qualified">
  <xs:element name="a"><xs:complexType><xs:sequence>
    <xs:element name="count" type="xs:int"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="other" type="xs:string"/>
</xs:schema>`,
);
file("good.xml", `<a xmlns="urn:a"><count>1</count></a>`);
file("bad.xml", `<a xmlns="urn:a">\n  <cuont>x</cuont>\n</a>`);
file(
  "hint.xml",
  `<a xmlns="urn:a" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:a a.xsd"/>`,
);
file("doctype.xml", `<!DOCTYPE a [<!ENTITY one "1">]><a xmlns="urn:a"><count>&one;</count></a>`);

async function validate(...args: readonly string[]) {
  const { terminal, printed, errors } = recordTerminal({ cwd: folder });
  const code = await run(["validate", ...args], terminal);
  return { code, printed: printed(), errors: errors() };
}

it("goes on behind a document that cannot be read", async () => {
  const { code, printed, errors } = await validate("gone.xml", ".", "good.xml", "--schema", "a.xsd");
  expect(code).toBe(1);
  expect(errors).toContain("error load-unreadable: cannot read gone.xml: there is no such file");
  expect(errors).toContain("error load-unreadable: cannot read .: it is a folder");
  expect(printed).toContain("3 documents: 1 valid, 2 invalid");
});

it("says of bytes that are no text where they stop being one", async () => {
  writeFileSync(join(folder, "bytes.xml"), Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xfe, 0xff]));
  const { code, errors } = await validate("bytes.xml", "--schema", "a.xsd");
  expect(code).toBe(1);
  expect(errors).toContain("xml-encoding");
});

it("accepts valid documents", async () => {
  expect(await validate("good.xml", "good.xml", "--schema", "a.xsd")).toEqual({
    code: 0,
    printed: "2 documents: 2 valid",
    errors: "",
  });
});

it("shows what is wrong with the others, and counts", async () => {
  const { code, printed, errors } = await validate("good.xml", "bad.xml", "-s", "a.xsd");
  expect({ code, printed }).toEqual({ code: 1, printed: "2 documents: 1 valid, 1 invalid" });
  expect(
    errors,
  ).toBe(`bad.xml:2:3 - error cvc-complex-type.2.4.a: found \`cuont\`; expected \`count\` (did you mean it?) in \`a\` (at /a/cuont)

2 |   <cuont>x</cuont>
  |   ^^^^^^

bad.xml:2:10 - error cvc-datatype-valid.1.2.1: "x" is not an integer (at /a/cuont)

2 |   <cuont>x</cuont>
  |          ^

2 errors`);
});

it("prints JSON and GitHub's annotations", async () => {
  const json = await validate("bad.xml", "-s", "a.xsd", "--format", "json", "--max-issues", "1");
  expect(json.code).toBe(1);
  expect(JSON.parse(json.printed)).toMatchObject([
    { file: "bad.xml", valid: false, issues: [{ code: "cvc-complex-type.2.4.a", location: { line: 2, column: 3 } }] },
  ]);
  const github = await validate("bad.xml", "-s", "a.xsd", "--format", "github", "--max-issues", "1");
  expect(github.printed).toMatch(/^::error file=bad\.xml,line=2,col=3,title=cvc-complex-type\.2\.4\.a::found `cuont`/);
  const none = await validate("none.xml", "-s", "a.xsd", "--format", "github");
  expect(none.printed).toBe("::error file=none.xml,title=load-unreadable::cannot read none.xml: there is no such file");
});

it("annotates what libxml2 says, too", async () => {
  const theirs = await validate("bad.xml", "-s", "a.xsd", "--format", "github", "--engine", "libxml2");
  expect(theirs.printed).toMatch(/^::error file=bad\.xml,title=libxml2::Element '\{urn:a\}cuont'/);
});

it("takes the schemas that a document names when none is given", async () => {
  const { code, errors } = await validate("hint.xml");
  expect(code).toBe(1);
  expect(errors).toContain("cvc-complex-type.2.4.b");
  expect(await validate("good.xml")).toMatchObject({ code: 2 });
});

it("knows which root is meant", async () => {
  expect(await validate("good.xml", "-s", "a.xsd", "--root", "a")).toMatchObject({ code: 0 });
  expect(await validate("good.xml", "-s", "a.xsd", "--root", "{urn:a}other")).toMatchObject({
    code: 1,
    errors: expect.stringContaining("found `a`; expected `other`"),
  });
  expect(await validate("good.xml", "-s", "a.xsd", "--root", "b")).toMatchObject({ code: 2 });
});

it("refuses a document type declaration unless it is told to accept it", async () => {
  expect(await validate("doctype.xml", "-s", "a.xsd")).toMatchObject({
    code: 1,
    errors: expect.stringContaining("xml-doctype"),
  });
  expect(await validate("doctype.xml", "-s", "a.xsd", "--doctype")).toMatchObject({ code: 0 });
});

it("asks libxml2", async () => {
  const { code, errors } = await validate("bad.xml", "-s", "a.xsd", "--engine", "libxml2");
  expect(code).toBe(1);
  expect(errors).toContain("bad.xml - error libxml2: Element '{urn:a}cuont': This element is not expected");
  expect(await validate("good.xml", "bad.xml", "-s", "a.xsd", "--engine", "both")).toMatchObject({
    code: 1,
    printed: "2 documents: 1 valid, 1 invalid",
  });
});

it("tells where the two disagree", async () => {
  // Part 2, 3.2.17: what is no URI becomes one by escaping; libxml2 wants one.
  file(
    "dates.xsd",
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="d" type="xs:anyURI"/></xs:schema>`,
  );
  file("dates.xml", "<d>http://[</d>");
  const { code, printed, errors } = await validate("dates.xml", "-s", "dates.xsd", "--engine", "both");
  expect({ code, printed }).toEqual({ code: 1, printed: "1 document: 1 valid, 1 disagreement" });
  expect(errors).toContain("disagreement: xsdsmith finds it valid; libxml2 says:");
  const github = await validate("dates.xml", "-s", "dates.xsd", "--engine", "both", "--format", "github");
  expect(github.printed).toMatch(/^::error file=dates\.xml,title=disagreement::xsdsmith finds it valid; libxml2 says:/);
});

it("says which file is not there", async () => {
  expect(await validate("none.xml", "-s", "a.xsd")).toMatchObject({
    code: 1,
    errors: expect.stringContaining("none.xml"),
  });
});

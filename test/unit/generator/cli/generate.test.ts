import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { run } from "../../../../generator/cli/run.js";
import { recordTerminal } from "./record-terminal.js";

const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:a" elementFormDefault="qualified">
  <xs:element name="Note">
    <xs:complexType><xs:sequence><xs:element name="Text" type="xs:string"/></xs:sequence></xs:complexType>
  </xs:element>
</xs:schema>
`;
const broken = schema.replace("xs:string", "xs:strnig");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "xsdsmith-cli-"));
  writeFileSync(join(folder, "note.xsd"), schema);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function generate(...args: readonly string[]): Promise<{ code: number; printed: string; errors: string }> {
  const { terminal, printed, errors } = recordTerminal({ cwd: folder });
  const code = await run(["generate", ...args], terminal);
  return { code, printed: printed(), errors: errors() };
}

it("writes, says what, and leaves alone what is up to date", async () => {
  const args = ["note.xsd", "--out", "made"];
  const summary = "1 element: 1 file, 0.5 kB";
  const path = join("made", "note.ts");
  expect(await generate(...args)).toEqual({ code: 0, printed: `written ${path}\n${summary}`, errors: "" });
  expect(readFileSync(join(folder, "made/note.ts"), "utf8")).toContain("text: string;");
  expect(await generate(...args)).toEqual({ code: 0, printed: `unchanged ${path}\n${summary}`, errors: "" });
  expect(await generate(...args, "--check")).toMatchObject({ code: 0, errors: "" });
});

it("keeps the XML names when asked to", async () => {
  await generate("note.xsd", "-o", "made", "--property-names", "preserve");
  expect(readFileSync(join(folder, "made/note.ts"), "utf8")).toContain("Text: string;");
});

it("checks: exit code 1 with the first line that differs, and writes nothing", async () => {
  await generate("note.xsd", "--out", "made");
  const file = join(folder, "made/note.ts");
  const text = readFileSync(file, "utf8");
  writeFileSync(join(folder, "note.xsd"), schema.replace("xs:string", "xs:boolean"));

  const { code, printed, errors } = await generate("note.xsd", "--out", "made", "--check");
  expect({ code, printed }).toEqual({ code: 1, printed: "" });
  const [head = "", found, expected] = errors.split("\n");
  const line = Number(/^made.note\.ts:(\d+) - error: the file is not what would be written$/.exec(head)?.[1]);
  expect(found).toBe(`  - ${text.split("\n")[line - 1]}`);
  expect(expected).toContain("xsBoolean");
  expect(readFileSync(file, "utf8")).toBe(text);
});

it("checks: exit code 1 for a file that is missing", async () => {
  const { code, errors } = await generate("note.xsd", "--out", "made", "--check");
  expect(code).toBe(1);
  expect(errors.split("\n")[0]).toBe(`${join("made", "note.ts")} - error: the file is missing`);
  expect(existsSync(join(folder, "made"))).toBe(false);
});

it("reports all problems with place, rule and source line, and writes nothing", async () => {
  writeFileSync(
    join(folder, "note.xsd"),
    broken.replace("</xs:schema>", `  <xs:element name="B" type="xs:nope"/>\n</xs:schema>`),
  );
  const { code, printed, errors } = await generate("note.xsd", "--out", "made");
  expect({ code, printed }).toEqual({ code: 1, printed: "" });
  expect(errors).toMatch(/^note\.xsd:3:\d+ - error src-resolve[\w.]*: .*strnig/m);
  expect(errors).toMatch(/^3 \| .*type="xs:strnig".*\n {2}\| +\^+$/m);
  expect(errors).toMatch(/^note\.xsd:5:\d+ - error src-resolve/m);
  expect(errors).toMatch(/\n2 errors$/);
  expect(existsSync(join(folder, "made"))).toBe(false);
});

const service = `<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/" targetNamespace="urn:w" xmlns:t="urn:w">
  <w:portType name="P">
    <w:operation name="Do">
      <w:input message="t:DoIn"/>
    </w:operation>
  </w:portType>
  <w:binding name="B" type="t:P">
    <s:binding transport="http://schemas.xmlsoap.org/soap/http"/>
    <w:operation name="Do">
      <s:operation soapAction="urn:Do"/>
      <w:input><s:body use="literal"/></w:input>
    </w:operation>
  </w:binding>
</w:definitions>
`;

it.each([
  {
    problem: "a document that is ill-formed",
    file: "bad.xsd",
    text: schema.replace("</xs:complexType>", "</xs:complexTyp>"),
    says: /^bad\.xsd:3:\d+ - error xml-well-formed: .*\n\n3 \| .*<\/xs:complexTyp>\n {2}\| +\^/,
  },
  {
    problem: "an import of a file that is not there",
    file: "bad.xsd",
    text: schema.replace("  <xs:element", `  <xs:import namespace="urn:b" schemaLocation="gone.xsd"/>\n  <xs:element`),
    says: /^bad\.xsd:2:\d+ - error load-unreadable: .*gone\.xsd.*\n\n2 \| .*schemaLocation="gone\.xsd".*\n {2}\| +\^+/,
  },
  {
    problem: "an operation without a message",
    file: "bad.wsdl",
    text: service,
    says: /^bad\.wsdl:4:\d+ - error wsdl-resolve: .*DoIn.*\n\n4 \| .*message="t:DoIn".*\n {2}\| +\^+/,
  },
])("shows the place of $problem, and writes nothing", async ({ file, text, says }) => {
  writeFileSync(join(folder, file), text);
  const { code, printed, errors } = await generate("note.xsd", file, "--out", "made");
  expect({ code, printed }).toEqual({ code: 1, printed: "" });
  expect(errors).toMatch(says);
  expect(existsSync(join(folder, "made"))).toBe(false);
});

it.each([
  ["a file that is not there", "nope.xsd", /nope\.xsd/],
  ["a folder", ".", /./],
])("says in a line that %s cannot be read", async (_, entry, says) => {
  const { code, errors } = await generate(entry, "--out", "made");
  expect(code).toBe(1);
  expect(errors).toMatch(says);
  expect(errors).not.toContain("    at ");
});

it("colours what a terminal shows, and only there", async () => {
  writeFileSync(join(folder, "note.xsd"), broken);
  const { terminal, errors } = recordTerminal({ cwd: folder, color: true });
  await run(["generate", "note.xsd", "--out", "made"], terminal);
  expect(errors()).toMatch(/\u001b\[1m\u001b\[31merror src-resolve[\w.]*\u001b\[0m: /);
  expect(errors()).toMatch(/\u001b\[31m\^+\u001b\[0m/);
  expect((await generate("note.xsd", "--out", "made")).errors).not.toContain("\u001b");
});

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { memoryFiles } from "../../../../../generator/load/files.js";
import { compileApart } from "../../../../../generator/questions/verify/compile-apart.js";
import { plainSchemas } from "../../../../../generator/questions/verify/plain-schemas.js";
import { secondOpinion } from "../../../../../generator/questions/verify/second-opinion.js";
import { verify } from "../../../../../generator/questions/verify/verify.js";
import { type Files, loadFiles } from "../../load-text.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "xsdsmith-verify-test-"));
  vi.stubEnv("TMPDIR", folder);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const xs = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"';
const chameleon = `<xs:schema ${xs}><xs:simpleType name="Code"><xs:restriction base="xs:string"><xs:length value="2"/></xs:restriction></xs:simpleType><xs:complexType name="Coded"><xs:sequence><xs:element name="code" type="Code"/></xs:sequence></xs:complexType></xs:schema>`;
const wsdl = `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" ${xs} xmlns:a="urn:a" xmlns:b="urn:b" targetNamespace="urn:w"><types>
  <xs:schema targetNamespace="urn:a"><xs:import namespace="urn:b"/><xs:include schemaLocation="code.xsd"/>
    <xs:element name="order"><xs:complexType><xs:sequence><xs:element ref="b:item"/><xs:element name="code" type="a:Code"/></xs:sequence></xs:complexType></xs:element></xs:schema>
  <xs:schema targetNamespace="urn:a"><xs:element name="second" type="xs:int"/></xs:schema>
  <xs:schema targetNamespace="urn:b"><xs:import namespace="urn:a"/><xs:import namespace="http://www.w3.org/XML/1998/namespace"/><xs:include schemaLocation="code.xsd"/>
    <xs:element name="item"><xs:complexType><xs:complexContent><xs:extension base="b:Coded"><xs:attribute ref="xml:lang"/></xs:extension></xs:complexContent></xs:complexType></xs:element></xs:schema>
</types></definitions>`;
const files: Files = { "shop.wsdl": wsdl, "code.xsd": chameleon };

function reasons(changed: Files): Promise<readonly string[]> {
  return verify(["shop.wsdl"], memoryFiles({ ...files, ...changed })).then((issues) =>
    issues.map(({ message }) => message),
  );
}

describe("libxml2", () => {
  it("gets every schema of a WSDL, and leaves nothing behind", async () => {
    expect(await reasons({})).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ["the second schema of a namespace", { "shop.wsdl": wsdl.replace('"xs:int"', '"a:Integer"') }, "a:Integer"],
    ["a schema without a namespace", { "code.xsd": chameleon.replace('type="Code"', 'type="Kode"') }, "Kode"],
    ["an import without a location", { "shop.wsdl": wsdl.replace('ref="b:item"', 'ref="b:itme"') }, "itme"],
  ])("sees a mistake in %s", async (_, changed, name) => {
    const found = await reasons(changed);
    expect(found[0]).toContain("libxml2 does not accept the schemas: ");
    expect(found.join("\n")).toContain(name.replace(/^.:/, ""));
  });

  it("validates documents by all of them", async () => {
    const opinion = await secondOpinion(await loadFiles(files));
    const order = (code: string) =>
      `<a:order xmlns:a="urn:a" xmlns:b="urn:b"><b:item xml:lang="en"><code>ab</code></b:item><code>${code}</code></a:order>`;
    expect(opinion.validate(order("cd"))).toEqual([]);
    expect(opinion.validate(order("cde")).join()).toContain("length");
    expect(opinion.validate('<second xmlns="urn:a">1</second>')).toEqual([]);
    expect(opinion.validate("<broken").join()).not.toBe("");
    await opinion.close();
  });

  it("has its say about each document where it does not accept the schemas", async () => {
    const loaded = await loadFiles({ ...files, "shop.wsdl": wsdl.replace('"xs:int"', '"a:Integer"') });
    const { schemas, validate, close } = await secondOpinion(loaded);
    expect(validate('<second xmlns="urn:a">1</second>')).toEqual(schemas);
    expect(schemas).not.toEqual([]);
    await close();
  });

  it("is one process that may fail and another that may be stopped", async () => {
    expect(await compileApart("libxmljs2", join(folder, "none.xsd"))).toEqual([expect.stringMatching(/^it fails \(/)]);
    const file = join(folder, "all.xsd");
    writeFileSync(file, chameleon);
    expect(await compileApart("libxmljs2", file, 1)).toEqual(["it comes to no end within 0.001 seconds"]);
    expect(await compileApart("libxml2-wasm", file)).toEqual([]);
    rmSync(file);
  });
});

describe("plain schemas", () => {
  it("keep what names mean where prefixes change, and say nothing of what is for people", async () => {
    const { files: plain } = plainSchemas(
      await loadFiles({
        "a.xsd": `<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace=" urn:t "><annotation><documentation>x</documentation></annotation>
          <element xmlns:xs="urn:t" name="e" type="xs:T"/><simpleType name="T"><restriction base="string"/></simpleType></schema>`,
      }),
    );
    expect(plain.get("0.xsd")).toBe(
      `<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t"><element xmlns:xs="urn:t" name="e" type="xs:T"/><simpleType name="T"><restriction base="string"/></simpleType></schema>`,
    );
  });

  it("are each in a file of its own for each namespace, copies once", async () => {
    const include = (file: string) => `<xs:include schemaLocation="${file}"/>`;
    const { files: plain } = plainSchemas(
      await loadFiles({
        "a.xsd": `<xs:schema ${xs} targetNamespace="urn:a"><xs:import namespace="urn:b" schemaLocation="b.xsd"/>${include("code.xsd")}${include("copy.xsd")}</xs:schema>`,
        "b.xsd": `<xs:schema ${xs} targetNamespace="urn:b">${include("code.xsd")}</xs:schema>`,
        "code.xsd": chameleon,
        "copy.xsd": chameleon,
      }),
    );
    const texts = [...plain.values()];
    expect(texts.filter((text) => text.includes('name="Code"'))).toHaveLength(2);
    expect(texts.filter((text) => text.includes("<xs:import")).map((text) => text.match(/namespace-\d/g))).toEqual([
      ["namespace-1"],
      ["namespace-0", "namespace-1"],
    ]);
  });
});

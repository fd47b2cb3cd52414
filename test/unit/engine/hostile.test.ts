import { describe, expect, it } from "vitest";
import type { Issue } from "../../../src/errors.js";
import { validateXml } from "../../../src/verbs/validate-xml.js";
import { readSchema } from "../verbs/read-schema.js";

/** A schema with an element `a` of this content, which may have any number of `e` and `f`. */
async function issuesWith(content: string, document: string): Promise<readonly string[]> {
  const { schema } = await readSchema(
    `<xs:element name="a"><xs:complexType>${content}</xs:complexType></xs:element>
    <xs:element name="e"><xs:complexType/></xs:element><xs:element name="f"><xs:complexType/></xs:element>`,
  );
  return describeAll(validateXml(schema, `<a xmlns="urn:t">${document}</a>`));
}

function describeAll(issues: readonly Issue[]): readonly string[] {
  return issues.map(({ code, message }) => `${code}: ${message}`);
}

describe("content models", () => {
  it("count a thousand million without counting them out", async () => {
    const content = '<xs:sequence><xs:element ref="e" minOccurs="999999999" maxOccurs="999999999"/></xs:sequence>';
    expect(await issuesWith(content, "<e/>".repeat(10_000))).toEqual([
      "cvc-complex-type.2.4.b: `a` ends too early; expected `e`",
    ]);
    expect(await issuesWith(content.replace('minOccurs="999999999"', ""), "<e/>".repeat(10_000))).toEqual([]);
  });

  it("follow counted loops in counted loops", async () => {
    const content = `<xs:sequence minOccurs="2" maxOccurs="20"><xs:sequence minOccurs="2" maxOccurs="20">
      <xs:element ref="e" minOccurs="2" maxOccurs="3"/></xs:sequence></xs:sequence>`;
    expect(await issuesWith(content, "<e/>".repeat(200))).toEqual([]);
    expect(await issuesWith(content, "<e/>".repeat(1_200))).toEqual([]);
    expect(await issuesWith(content, "<e/>".repeat(1_201))).toEqual([expect.stringContaining("found `e`")]);
    expect(await issuesWith(content, "<e/>".repeat(7))).toEqual([expect.stringContaining("cvc-complex-type.2.4.b")]);
  });

  it("say so where there are too many ways to read a document", async () => {
    let content = '<xs:element ref="e" minOccurs="2" maxOccurs="3"/>';
    for (let depth = 0; depth < 6; depth++) {
      content = `<xs:sequence minOccurs="2" maxOccurs="1000">${content}</xs:sequence>`;
    }
    expect(await issuesWith(content, `${"<e/>".repeat(3_000)}<f/>`)).toEqual([
      "xml-limit: there are more than 32 ways to read the elements in `a`, too many to follow them all",
    ]);
  });

  it("take choices of choices as one", async () => {
    let content = '<xs:choice><xs:element ref="e"/><xs:element ref="f"/></xs:choice>';
    for (let depth = 0; depth < 40; depth++) content = `<xs:choice maxOccurs="unbounded">${content}</xs:choice>`;
    expect(await issuesWith(content, "<e/><f/>".repeat(500))).toEqual([]);
  });
});

describe("patterns", () => {
  it.each(["(a+)+b", "(a|aa)*b", "((a*)*)*b", "(a|a|a|a)*b"])(
    "match %s in time, or say that it takes too long",
    async (pattern) => {
      const { schema } = await readSchema(`<xs:element name="a"><xs:simpleType><xs:restriction base="xs:string">
      <xs:pattern value="${pattern}"/></xs:restriction></xs:simpleType></xs:element>`);
      const [issue] = describeAll(validateXml(schema, `<a xmlns="urn:t">${"a".repeat(50_000)}</a>`));
      expect(issue).toMatch(/^cvc-pattern-valid: |^xml-limit: it takes too much work/);
    },
  );
});

describe("documents", () => {
  const links = readSchema(`<xs:element name="all"><xs:complexType><xs:sequence>
      <xs:element name="key" minOccurs="0" maxOccurs="unbounded" type="xs:string"/>
      <xs:element name="ref" minOccurs="0" maxOccurs="unbounded" type="xs:string"/>
    </xs:sequence></xs:complexType>
    <xs:key name="keys"><xs:selector xpath="t:key"/><xs:field xpath="."/></xs:key>
    <xs:keyref name="refs" refer="keys"><xs:selector xpath="t:ref"/><xs:field xpath="."/></xs:keyref>
  </xs:element>`);

  it("may have as many keys and references as they like", async () => {
    const { schema } = await links;
    const keys = Array.from({ length: 50_000 }, (_, index) => `<key>${index}</key>`).join("");
    const refs = Array.from({ length: 50_000 }, (_, index) => `<ref>${index + 1}</ref>`).join("");
    expect(describeAll(validateXml(schema, `<all xmlns="urn:t">${keys}${refs}</all>`))).toEqual([
      'cvc-identity-constraint.4.3: "50000" of `refs` refers to nothing that `keys` names',
    ]);
  });

  it("may be wrong everywhere", async () => {
    const { schema } = await links;
    const unknown = Array.from({ length: 20_000 }, (_, index) => `<x${index}/>`).join("");
    expect(validateXml(schema, `<all xmlns="urn:t">${unknown}</all>`, { maxIssues: 30_000 })).toHaveLength(20_000);
  });

  it("may have names that objects have", async () => {
    const { schema } = await readSchema(`<xs:element name="a"><xs:complexType>
      <xs:choice maxOccurs="unbounded"><xs:element name="__proto__" type="xs:int"/><xs:element name="constructor" type="xs:int"/></xs:choice>
    </xs:complexType></xs:element>`);
    const text = `<a xmlns="urn:t"><__proto__>1</__proto__><constructor>x</constructor><toString/></a>`;
    expect(validateXml(schema, text).map(({ code }) => code)).toEqual([
      "cvc-datatype-valid.1.2.1",
      "cvc-complex-type.2.4.a",
    ]);
  });
});

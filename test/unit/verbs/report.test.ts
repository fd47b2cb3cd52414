import { describe, expect, it } from "vitest";
import { ParseError } from "../../../src/errors.js";
import { parse } from "../../../src/verbs/parse.js";
import { safeParse } from "../../../src/verbs/safe-parse.js";
import { validateXml, validateXmlStream } from "../../../src/verbs/validate-xml.js";
import { xmlName } from "../../../src/xml/names.js";
import { readSchema } from "./read-schema.js";

const schema = await readSchema(`
  <xs:element name="order"><xs:complexType><xs:sequence>
    <xs:element name="buyer" type="xs:string"/>
    <xs:element name="date" type="xs:date"/>
    <xs:element name="line" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
      <xs:sequence><xs:element name="sku" type="xs:int"/><xs:element name="count" type="xs:int"/></xs:sequence>
    </xs:complexType></xs:element>
    <xs:element name="note" type="xs:string" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="wild"><xs:complexType><xs:sequence>
    <xs:any processContents="lax"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="number" type="xs:int"/>
`);
const order = schema.element("order");

function report(content: string) {
  return safeParse(order, `<order xmlns="urn:t">${content}</order>`);
}

describe("safeParse", () => {
  it("gives the value of a valid document, and no issue", () => {
    expect(report("<buyer>a</buyer><date>2020-01-01</date>")).toEqual({
      ok: true,
      value: { buyer: "a", date: "2020-01-01", line: [] },
      issues: [],
    });
  });

  it("keeps what does not fit, with the paths in the value", () => {
    const result = report(
      "<buyer>a</buyer><date>soon</date><line><sku>1</sku><count>2</count></line><line><sku>x</sku><count>3</count></line>",
    );
    expect(result.issues.map(({ path }) => path)).toEqual([["date"], ["line", 1, "sku"]]);
    expect(result).toMatchObject({
      ok: false,
      partial: {
        buyer: "a",
        date: "soon",
        line: [
          { sku: 1, count: 2 },
          { sku: "x", count: 3 },
        ],
      },
    });
  });

  it.each([
    ["a misspelled name", "<buyer>a</buyer><dat>2020-01-01</dat><note>n</note>", ["/order/dat"]],
    ["a missing element", "<buyer>a</buyer><note>n</note>", ["/order/note"]],
    ["two in the wrong order", "<date>2020-01-01</date><buyer>a</buyer><note>n</note>", ["/order/date"]],
    ["an unknown element", "<buyer>a</buyer><x><y/></x><date>2020-01-01</date>", ["/order/x"]],
    ["an unknown element, often", "<buyer>a</buyer><x/><x/><x/><date>2020-01-01</date>", ["/order/x"]],
    ["an unknown element in the place of a needed one", "<buyer>a</buyer><x/>", ["/order/x"]],
    ["an element in a text", "<buyer>a<b/>c<b/></buyer><date>2020-01-01</date>", ["/order/buyer/b"]],
    ["text between elements", "a<buyer>a</buyer>b<date>2020-01-01</date>c", ["/order"]],
    ["one of too many", "<buyer>a</buyer><buyer>b</buyer><date>2020-01-01</date>", ["/order/buyer"]],
  ])("makes one finding of %s", (_, content, places) => {
    expect(report(content).issues.map(({ documentPath }) => documentPath)).toEqual(places);
  });

  it("gathers no more issues than asked for, and reads on", () => {
    const lines = "<line><sku>x</sku><count>y</count></line>".repeat(10);
    const text = `<order xmlns="urn:t"><buyer>a</buyer><date>2020-01-01</date>${lines}</order>`;
    const result = safeParse(order, text, { maxIssues: 3 });
    expect(result.issues).toHaveLength(3);
    expect(result).toMatchObject({ ok: false, partial: { line: { length: 10 } } });
  });

  it("has no value of what is ill-formed or another element", () => {
    expect(safeParse(order, "<order xmlns='urn:t'><buyer>a</buyer>")).toMatchObject({
      ok: false,
      partial: undefined,
      issues: [{ code: "xml-well-formed" }],
    });
    expect(safeParse(order, "<other/>")).toMatchObject({
      ok: false,
      partial: undefined,
      issues: [{ code: "cvc-elt.1" }],
    });
  });
});

describe("parse", () => {
  const text = "<order xmlns='urn:t'><date>2020-01-01</date><x/><buyer>a</buyer></order>";

  it("throws the first finding", () => {
    expect(() => parse(order, text)).toThrow(ParseError);
  });

  it("reads what it knows when validation is off", () => {
    const off = parse(order, text.replace("2020-01-01", "soon"), { validation: "off" });
    expect(off).toEqual({ buyer: "a", date: "soon", line: [] });
  });

  it("checks what wildcards allow, given a schema", () => {
    const wild = schema.element("wild");
    const unfit = "<wild xmlns='urn:t'><number>x</number></wild>";
    const kept = { any: { namespace: "urn:t", name: "number", content: ["x"], namespaces: { "": "urn:t" } } };
    expect(parse(wild, unfit)).toEqual(kept);
    expect(() => parse(wild, unfit, { schema: schema.schema })).toThrow(/cvc-datatype-valid/);
    expect(parse(wild, unfit.replace("x<", "1<"), { schema: schema.schema })).toEqual({
      any: { ...kept.any, content: ["1"] },
    });
  });
});

describe("validateXml", () => {
  it("takes the root that it is told", () => {
    const root = xmlName("urn:t", "order");
    expect(validateXml(schema.schema, "<number xmlns='urn:t'>1</number>")).toEqual([]);
    expect(validateXml(schema.schema, "<number xmlns='urn:t'>1</number>", { root })).toMatchObject([
      { code: "cvc-elt.1", message: "found `number`; expected `order`" },
    ]);
  });

  it("ends after as many issues as it may gather", () => {
    const lines = "<line/>".repeat(200);
    const text = `<order xmlns="urn:t"><buyer>a</buyer><date>2020-01-01</date>${lines}</order>`;
    expect(validateXml(schema.schema, text)).toHaveLength(100);
    expect(validateXml(schema.schema, text, { maxIssues: 2 })).toHaveLength(2);
  });
});

describe("validateXmlStream", () => {
  const text = `<?xml version="1.0"?>\n<order xmlns="urn:t">\n  <buyer a="1">a&amp;b</buyer>\n  <date>soon</date>
  <line><sku>1</sku><cuont>2</cuont></line>\n  <!-- x --><x><y>${"z".repeat(50)}</y></x>\n</order>\n`;

  it.each([1, 2, 7, 64])("finds the same in pieces of %i characters", async (size) => {
    const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
      text.slice(index * size, (index + 1) * size),
    );
    const whole = validateXml(schema.schema, text);
    const issues = await validateXmlStream(schema.schema, pieces, { windowLength: 1 });
    expect(whole).toHaveLength(4);
    expect(issues).toEqual(whole);
  });

  it("ends with what ends the document", async () => {
    const cut = text.slice(0, 100);
    const issues = await validateXmlStream(schema.schema, [cut]);
    expect(issues.at(-1)).toMatchObject({ code: "xml-well-formed" });
  });
});

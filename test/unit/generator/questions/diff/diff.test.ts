import { describe, expect, it } from "vitest";
import type { Breaks } from "../../../../../generator/questions/diff/change.js";
import { diff, type SchemaDifference } from "../../../../../generator/questions/diff/diff.js";
import { printDiff } from "../../../../../generator/questions/diff/print-diff.js";
import { readInline, xsd } from "../../read-inline.js";

async function compare(before: string, after: string): Promise<SchemaDifference> {
  const [old, now] = await Promise.all([before, after].map((text) => readInline({ "a.xsd": xsd(text) })));
  if (old === undefined || now === undefined) throw new Error("both were given");
  return diff(old, now);
}

const spell = ({ writers, readers }: Breaks): string =>
  writers && readers ? "both" : writers ? "writers" : readers ? "readers" : "nobody";

/** Each change as `text (whom it breaks)`. */
async function changes(before: string, after: string): Promise<readonly string[]> {
  const { components } = await compare(before, after);
  return components.flatMap((component) => component.changes.map(({ text, breaks }) => `${text} (${spell(breaks)})`));
}

const complex = (content: string): string => `<xs:complexType name="T">${content}</xs:complexType>`;
const sequence = (content: string): string => complex(`<xs:sequence>${content}</xs:sequence>`);
const simple = (facets: string, base = "xs:string"): string =>
  `<xs:simpleType name="T"><xs:restriction base="${base}">${facets}</xs:restriction></xs:simpleType>`;
const values = (...all: readonly string[]): string => all.map((value) => `<xs:enumeration value="${value}"/>`).join("");
const a = '<xs:element name="a" type="xs:int"/>';
const b = '<xs:element name="b" type="xs:int"/>';
const optional = (element: string): string => element.replace("/>", ' minOccurs="0"/>');
const repeated = (element: string): string => element.replace("/>", ' maxOccurs="unbounded"/>');

describe("contents", () => {
  it.each([
    ["an optional element", sequence(a), sequence(a + optional(b)), "optional element b added after a (readers)"],
    ["a required element", sequence(a), sequence(b + a), "required element b added at the start (both)"],
    ["an element gone", sequence(a + optional(b)), sequence(a), "element b removed (writers)"],
    ["a required element gone", sequence(a + b), sequence(a), "required element b removed (both)"],
    ["an element required", sequence(optional(a)), sequence(a), "element a now required (writers)"],
    ["an element repeated", sequence(a), sequence(repeated(a)), "element a now repeatable (readers)"],
    [
      "another branch",
      complex(`<xs:choice>${a}${b}</xs:choice>`),
      complex(`<xs:choice>${a}${b}<xs:element name="c"/></xs:choice>`),
      "element c added as a choice (readers)",
    ],
    ["another order", sequence(a + b), sequence(b + a), "order, grouping or wildcards of the content changed (both)"],
    [
      "any order",
      sequence(a + b),
      complex(`<xs:all>${a}${b}</xs:all>`),
      "order, grouping or wildcards of the content changed (readers)",
    ],
    [
      "what a wildcard already allowed",
      sequence(`${a}<xs:any namespace="##any" processContents="lax" minOccurs="0"/>`),
      sequence(a + optional(b)),
      "optional element b added after a (nobody)|order, grouping or wildcards of the content changed (writers)",
    ],
    [
      "text",
      sequence(a),
      complex(`<xs:sequence>${a}</xs:sequence>`).replace("<xs:complexType", '<xs:complexType mixed="true"'),
      "text may stand between the elements now (readers)",
    ],
    ["nil", sequence(a), sequence(a.replace("/>", ' nillable="true"/>')), "element a may be nil now (readers)"],
    [
      "a default",
      sequence(a),
      sequence(a.replace("/>", ' default="1"/>')),
      'element a has the default "1" now (nobody)',
    ],
    [
      "a wider type",
      sequence(a),
      sequence(a.replace("xs:int", "xs:long")),
      "element a changed its type from xs:int to xs:long (readers)",
    ],
    [
      "another type",
      sequence(a),
      sequence(a.replace("xs:int", "xs:date")),
      "element a changed its type from xs:int to xs:date (both)",
    ],
  ])("%s", async (_, before, after, text) => {
    expect(await changes(before, after)).toEqual(text.split("|"));
  });

  it("say nothing where the same is written otherwise", async () => {
    const nested = sequence(`<xs:sequence><xs:choice>${a}</xs:choice></xs:sequence>${b}`);
    expect(await changes(sequence(a + b), nested)).toEqual([]);
    expect(await changes(sequence(repeated(a)), sequence(a + repeated(a).replace("/>", ' minOccurs="0"/>')))).toEqual(
      [],
    );
  });

  it("tell what changed inside anonymous types with the way to it", async () => {
    const inner = (type: string): string =>
      sequence(
        `<xs:element name="a"><xs:complexType><xs:attribute name="x" type="${type}"/></xs:complexType></xs:element>`,
      );
    expect(await changes(inner("xs:int"), inner("xs:string"))).toEqual([
      "in a: attribute x changed from xs:int to xs:string (readers)",
    ]);
  });
});

describe("attributes", () => {
  const attribute = (rest: string): string => complex(`<xs:attribute name="x" ${rest}/>`);
  it.each([
    ["added", complex(""), attribute('type="xs:int"'), "optional attribute x added (readers)"],
    [
      "required",
      attribute('type="xs:int"'),
      attribute('type="xs:int" use="required"'),
      "attribute x is required now (writers)",
    ],
    ["removed", attribute('use="required"'), complex(""), "required attribute x removed (both)"],
    [
      "fixed",
      attribute('type="xs:int"'),
      attribute('type="xs:int" fixed="1"'),
      'attribute x is fixed to "1" now (writers)',
    ],
    ["any", complex(""), complex("<xs:anyAttribute/>"), "further attributes are allowed (readers)"],
  ])("%s", async (_, before, after, text) => {
    expect(await changes(before, after)).toEqual([text]);
  });
});

describe("simple types", () => {
  it.each([
    ["values added", simple(values("a")), simple(values("a", "b", "c")), "values b, c added (readers)"],
    ["a value removed", simple(values("a", "b")), simple(values("a")), "value b removed (writers)"],
    ["values at all", simple(""), simple(values("a")), "only value a allowed now (writers)"],
    [
      "a shorter text",
      simple('<xs:maxLength value="9"/>'),
      simple('<xs:maxLength value="5"/>'),
      "facets changed from Length at most 9 to Length at most 5 (writers)",
    ],
    [
      "a wider range",
      simple('<xs:minInclusive value="5"/>', "xs:int"),
      simple('<xs:minExclusive value="3"/>', "xs:int"),
      "facets changed from At least `5` to More than `3` (readers)",
    ],
    [
      "another pattern",
      simple('<xs:pattern value="a+"/>'),
      simple('<xs:pattern value="b+"/>'),
      "facets changed from Pattern `a+` to Pattern `b+` (both)",
    ],
    ["another base", simple("", "xs:token"), simple("", "xs:string"), "changed from xs:token to xs:string (readers)"],
    [
      "a list",
      simple("", "xs:int"),
      '<xs:simpleType name="T"><xs:list itemType="xs:int"/></xs:simpleType>',
      "changed from xs:int to a list of xs:int (both)",
    ],
    [
      "a member more",
      '<xs:simpleType name="T"><xs:union memberTypes="xs:int"/></xs:simpleType>',
      '<xs:simpleType name="T"><xs:union memberTypes="xs:int xs:date"/></xs:simpleType>',
      "changed from a union of xs:int to a union of xs:int, xs:date (readers)",
    ],
  ])("%s", async (_, before, after, text) => {
    expect(await changes(before, after)).toEqual([text]);
  });
});

describe("documents", () => {
  const of = ({ documents }: SchemaDifference): readonly string[] =>
    documents.map(({ name, breaks }) => `${name}: ${spell(breaks)}`);

  it("break with what they are made of, however deep, also where types contain themselves", async () => {
    const schema = (max: number): string => `<xs:element name="E" type="t:A"/><xs:element name="F" type="xs:int"/>
      <xs:complexType name="A"><xs:sequence><xs:element name="b" type="t:B" minOccurs="0"/></xs:sequence></xs:complexType>
      <xs:complexType name="B"><xs:sequence><xs:element name="a" type="t:A"/><xs:element name="c" type="t:C"/></xs:sequence></xs:complexType>
      <xs:simpleType name="C"><xs:restriction base="xs:string"><xs:maxLength value="${max}"/></xs:restriction></xs:simpleType>`;
    expect(of(await compare(schema(9), schema(5)))).toEqual(["E: writers", "F: nobody"]);
    expect(of(await compare(schema(5), schema(5)))).toEqual(["E: nobody", "F: nobody"]);
  });

  it("may hold a type derived from that of an element, so that a new one breaks readers", async () => {
    const base = '<xs:element name="E" type="t:A"/><xs:complexType name="A"/>';
    const derived =
      '<xs:complexType name="B"><xs:complexContent><xs:extension base="t:A"/></xs:complexContent></xs:complexType>';
    expect(of(await compare(base, base + derived))).toEqual(["E: readers"]);
    const { components } = await compare(base, base + derived);
    expect(components).toMatchObject([{ name: "B", status: "added", breaks: { writers: false, readers: true } }]);
  });
});

it("prints a changelog", async () => {
  const before = `${sequence(a)}<xs:element name="Old"/><xs:element name="E" type="t:T"/>`;
  const after = `${sequence(a + optional(b))}<xs:complexType name="U"><xs:sequence>${a}</xs:sequence></xs:complexType><xs:element name="E" type="t:T"/>`;
  expect(printDiff(await compare(before, after), "1.xsd", "2.xsd")).toBe(`# What changed from 1.xsd to 2.xsd

- For writers (old documents, read by the new schema): **1 breaking change**
- For readers (new documents, read by the old schema): **1 breaking change**
- Writers look at: Old

## Removed

Elements (1) — **breaks writers**: \`Old\`

## Changed types

### T (a.xsd:2)

- optional element b added after a — breaks readers

## Added

Types (1): \`U\``);
  expect(printDiff(await compare(before, before), "1.xsd", "2.xsd")).toContain(
    "Nothing that documents or callers could notice",
  );
});

import { describe, expect, test } from "vitest";
import { issuesOf } from "../compile-text.js";

/** A type `B` by restriction of a built-in type, and one `R` by restriction of it. */
function steps(builtin: string, base: string, derived: string): string {
  return `<xs:simpleType name="B"><xs:restriction base="xs:${builtin}">${base}</xs:restriction></xs:simpleType>
    <xs:simpleType name="R"><xs:restriction base="B">${derived}</xs:restriction></xs:simpleType>`;
}

/** `kind=value` pairs as facets; `!` fixes one. */
function facets(text: string): string {
  return text
    .split(" ")
    .filter((facet) => facet !== "")
    .map((facet) => {
      const [kind, value = ""] = facet.split("=");
      return `<xs:${kind} value="${value.replace("!", "")}"${value.endsWith("!") ? ' fixed="true"' : ""}/>`;
    })
    .join("");
}

test.each([
  ["string", "length=3", "length=4", "length-valid-restriction"],
  ["string", "minLength=3", "minLength=2", "minLength-valid-restriction"],
  ["string", "maxLength=3", "maxLength=4", "maxLength-valid-restriction"],
  ["string", "minLength=3", "maxLength=2", "minLength-less-than-equal-to-maxLength"],
  ["string", "length=3", "minLength=3", "length-minLength-maxLength"],
  ["string", "", "length=3 maxLength=3", "length-minLength-maxLength"],
  ["decimal", "totalDigits=3", "totalDigits=4", "totalDigits-valid-restriction"],
  ["decimal", "fractionDigits=3", "fractionDigits=4", "fractionDigits-valid-restriction"],
  ["decimal", "totalDigits=3", "fractionDigits=4", "fractionDigits-totalDigits"],
  ["integer", "", "fractionDigits=1", "fractionDigits-valid-restriction,st-restrict-facets"],
  ["int", "minInclusive=3", "minInclusive=2", "minInclusive-valid-restriction"],
  ["int", "minExclusive=3", "minInclusive=3", "minInclusive-valid-restriction"],
  ["int", "maxInclusive=3", "maxInclusive=4", "maxInclusive-valid-restriction"],
  ["int", "maxExclusive=3", "maxExclusive=4", "maxExclusive-valid-restriction"],
  ["int", "minInclusive=3", "maxExclusive=3", "maxExclusive-valid-restriction"],
  ["int", "maxInclusive=3", "minExclusive=4", "minExclusive-valid-restriction"],
  ["int", "", "maxInclusive=2147483648", "maxInclusive-valid-restriction"],
  [
    "dateTime",
    "minInclusive=2001-01-01T00:00:00Z",
    "minInclusive=2001-01-01T00:00:00",
    "minInclusive-valid-restriction",
  ],
  ["int", "", "maxInclusive=x", "maxInclusive-valid-restriction"],
  ["date", "", "minInclusive=2001-01-02 maxInclusive=2001-01-01", "minInclusive-less-than-equal-to-maxInclusive"],
  ["int", "", "minExclusive=2 maxExclusive=1", "minExclusive-less-than-equal-to-maxExclusive"],
  ["int", "", "minExclusive=1 maxInclusive=1", "minExclusive-less-than-maxInclusive"],
  ["int", "", "minInclusive=1 maxExclusive=1", "minInclusive-less-than-maxExclusive"],
  ["int", "", "minInclusive=1 minExclusive=0", "minInclusive-minExclusive"],
  ["int", "", "maxInclusive=1 maxExclusive=2", "maxInclusive-maxExclusive"],
  ["string", "whiteSpace=collapse", "whiteSpace=replace", "whiteSpace-valid-restriction"],
  ["int", "", "whiteSpace=preserve", "whiteSpace-valid-restriction,st-restrict-facets"],
  ["string", "maxLength=3!", "maxLength=2", "st-restrict-facets"],
  ["int", "maxInclusive=3!", "maxInclusive=2", "st-restrict-facets"],
  ["int", "", "enumeration=x", "enumeration-valid-restriction"],
  ["string", "maxLength=2", "enumeration=abc", "enumeration-valid-restriction"],
  ["string", "pattern=[ab]+", "enumeration=abc", "enumeration-valid-restriction"],
  ["string", "", "pattern=[", "src-pattern-value"],
  ["string", "", "pattern=\\p{IsNowhere}", "xsd-pattern-liberty"],
  ["int", "", "length=3", "cos-applicable-facets"],
  ["boolean", "", "enumeration=true", "cos-applicable-facets"],
  ["string", "", "maxInclusive=a", "cos-applicable-facets"],
  ["string", "", "maxLength=3 maxLength=3", "src-single-facet-value"],
  ["string", "", "maxLength=-1", "xsd-attribute-value"],
])("%s with %s, then %s: %s", async (builtin, base, derived, codes) => {
  const issues = await issuesOf(steps(builtin, facets(base), facets(derived)));
  expect(issues.map(({ code }) => code).join()).toBe(codes);
});

test.each([
  ["string", "length=3", "length=3"],
  ["string", "minLength=3", "length=4"],
  ["string", "minLength=1 maxLength=5", "minLength=2 maxLength=4 pattern=a+ enumeration=aaa"],
  ["decimal", "totalDigits=5 fractionDigits=2", "totalDigits=4 fractionDigits=1 minInclusive=0"],
  ["int", "minInclusive=1 maxExclusive=10", "minInclusive=1 maxExclusive=10"],
  ["int", "minExclusive=1", "minInclusive=2 maxInclusive=2"],
  ["int", "maxInclusive=3!", "maxInclusive=03"],
  ["string", "whiteSpace=replace", "whiteSpace=collapse"],
  ["QName", "", "enumeration=xs:string"],
])("%s with %s, then %s: nothing", async (builtin, base, derived) => {
  expect(await issuesOf(steps(builtin, facets(base), facets(derived)))).toEqual([]);
});

describe("what may be made of what", () => {
  const simple = (name: string, content: string, attributes = ""): string =>
    `<xs:simpleType name="${name}"${attributes}>${content}</xs:simpleType>`;
  const list = simple("L", `<xs:list itemType="xs:int"/>`);

  test.each([
    [simple("A", `<xs:restriction base="xs:anySimpleType"/>`), "cos-st-restricts.1.1"],
    [`${list}${simple("M", `<xs:list itemType="L"/>`)}`, "cos-st-restricts.2.1"],
    [
      `${list}${simple("U", `<xs:union memberTypes="xs:int L"/>`)}${simple("M", `<xs:list itemType="U"/>`)}`,
      "cos-st-restricts.2.1",
    ],
    [
      simple("M", `<xs:list itemType="F"/>`) + simple("F", `<xs:restriction base="xs:int"/>`, ` final="list"`),
      "cos-st-restricts.2.3.1.1",
    ],
    [
      simple("M", `<xs:union memberTypes="F"/>`) + simple("F", `<xs:restriction base="xs:int"/>`, ` final="#all"`),
      "cos-st-restricts.3.3.1.1",
    ],
    [
      simple("M", `<xs:restriction base="F"/>`) +
        simple("F", `<xs:restriction base="xs:int"/>`, ` final="restriction"`),
      "st-props-correct.3",
    ],
    [simple("A", `<xs:restriction base="B"/>`) + simple("B", `<xs:restriction base="A"/>`), "st-props-correct.2"],
    [simple("A", `<xs:union memberTypes="xs:int A"/>`), "st-props-correct.2"],
    [simple("U", `<xs:union/>`), "src-union-memberTypes-or-simpleTypes"],
    [simple("A", `<xs:list/>`), "src-simple-type.3"],
    [
      simple(
        "A",
        `<xs:restriction base="xs:int"><xs:simpleType><xs:restriction base="xs:int"/></xs:simpleType></xs:restriction>`,
      ),
      "src-simple-type.2",
    ],
    [
      `${list}${simple("R", `<xs:restriction base="L"><xs:minInclusive value="1"/></xs:restriction>`)}`,
      "cos-applicable-facets",
    ],
    [
      `<xs:notation name="gif" public="gif"/>${simple("N", `<xs:restriction base="xs:NOTATION"><xs:enumeration value="png"/></xs:restriction>`)}`,
      "enumeration-valid-restriction",
    ],
    [`<xs:attribute name="a" type="xs:NOTATION"/>`, "enumeration-required-notation"],
    [`<xs:element name="a" type="xs:NOTATION"/>`, "enumeration-required-notation"],
    [`<xs:notation name="gif"/>`, "n-props-correct"],
  ])("%s: %s", async (content, code) => {
    expect((await issuesOf(content)).map((issue) => issue.code)).toEqual([code]);
  });

  test("lists of unions of atomic types, unions of lists, notations that are declared", async () => {
    const content = `${list}${simple("U", `<xs:union memberTypes="xs:int xs:string"/>`)}
      ${simple("LU", `<xs:list itemType="U"/>`)}${simple("UL", `<xs:union memberTypes="L xs:date"/>`)}
      ${simple("RL", `<xs:restriction base="L"><xs:length value="2"/><xs:enumeration value="1 2"/></xs:restriction>`)}
      <xs:notation name="gif" public="gif"/>
      ${simple("N", `<xs:restriction base="xs:NOTATION"><xs:enumeration value="gif"/></xs:restriction>`)}
      <xs:attribute name="n" type="N"/>`;
    expect(await issuesOf(content)).toEqual([]);
  });
});

import { describe, expect, test } from "vitest";
import { issuesOf } from "../compile-text.js";

const codesOf = async (content: string): Promise<readonly string[]> =>
  (await issuesOf(content)).map(({ code }) => code);

/**
 * A content model in a short notation: `a b` is a sequence, `a|b` a choice, `a&b` an all group, `*`, `+`, `?` and
 * `{n,m}` occurrences, `%` any element, `%other` one of another namespace; capital letters are global elements.
 */
function model(text: string): string {
  let at = 0;
  return group();

  function group(): string {
    const parts: string[] = [];
    let compositor = "sequence";
    while (at < text.length && text[at] !== ")") {
      const character = text[at];
      if (character === " ") at += 1;
      else if (character === "|" || character === "&") {
        compositor = character === "|" ? "choice" : "all";
        at += 1;
      } else parts.push(particle());
    }
    return `<xs:${compositor}>${parts.join("")}</xs:${compositor}>`;
  }

  function particle(): string {
    if (text[at] === "(") {
      at += 1;
      const inside = group();
      at += 1;
      return inside.replace(">", `${occurrence()}>`);
    }
    const [name = ""] = /^(%?\w*)/.exec(text.slice(at)) ?? [];
    at += name.length;
    const wildcard = name === "%other" ? ` namespace="##other"` : "";
    if (name.startsWith("%")) return `<xs:any${wildcard} processContents="lax"${occurrence()}/>`;
    const what = /^[A-Z]/.test(name) ? `ref="${name}"` : `name="${name}" type="xs:string"`;
    return `<xs:element ${what}${occurrence()}/>`;
  }

  function occurrence(): string {
    const [written = "", min = "", max = ""] = /^(?:[*+?]|\{(\d+),(\d*)\})/.exec(text.slice(at)) ?? [];
    at += written.length;
    if (written === "") return "";
    const [least, most] = { "*": ["0", "unbounded"], "+": ["1", "unbounded"], "?": ["0", "1"] }[written] ?? [min, max];
    return ` minOccurs="${least}" maxOccurs="${most === "" ? "unbounded" : most}"`;
  }
}

const globals = `<xs:element name="H" type="xs:anySimpleType"/><xs:element name="M" substitutionGroup="H" type="xs:string"/>
  <xs:element name="N" substitutionGroup="M" type="xs:string"/><xs:element name="X" block="substitution"/>
  <xs:element name="Y" substitutionGroup="X"/>`;

describe("unique particle attribution", () => {
  test.each([
    "a? a",
    "a? b? a",
    "a* a",
    "a|a",
    "a{2,3} a",
    "(a b)* a",
    "(a|b)* b",
    "(a b?)+ b",
    "a? (b? a)",
    "(a{1,2}){2,2} a",
    "(a{0,1}){2,2} a",
    "% a",
    "%* a",
    "a? %",
    "%|a",
    "%other* %other",
    "H? M",
    "H|N",
    "N* H",
    "M (N|H)? M",
  ])("%s is ambiguous", async (text) => {
    const codes = await codesOf(`${globals}<xs:complexType name="T">${model(text)}</xs:complexType>`);
    if (text === "%|a" || text === "% a") expect(codes).toEqual(text === "% a" ? [] : ["cos-nonambig"]);
    else expect(codes).toEqual(["cos-nonambig"]);
  });

  test.each([
    "a b a",
    "a{2,2} a",
    "(a b){3,3} a",
    "a+ b",
    "(a|b)*",
    "(a? b)*",
    "(a{2,2} b?)* c",
    "a %other*",
    "a&b&c",
    "(a|b c)+ d",
    "X|Y",
    "H M N",
    "a{0,999999999} b{5,999999999}",
    "(a b?){999999999,999999999} c",
  ])("%s is not", async (text) => {
    expect(await codesOf(`${globals}<xs:complexType name="T">${model(text)}</xs:complexType>`)).toEqual([]);
  });

  test("can be lowered to a warning by name", async () => {
    const content = `<xs:complexType name="T">${model("a? a")}</xs:complexType>`;
    expect(await issuesOf(content, { allow: ["cos-nonambig"] })).toMatchObject([
      { code: "cos-nonambig", severity: "warning" },
    ]);
  });

  test("tells which particles, at the second", async () => {
    const [issue] = await issuesOf(
      `<xs:complexType name="T">\n<xs:sequence><xs:element name="a" minOccurs="0"/>\n<xs:any/></xs:sequence></xs:complexType>`,
    );
    expect(issue).toMatchObject({
      message: "in type {urn:t}T, element a and a wildcard could both take the next element",
    });
  });
});

describe("restriction of particles", () => {
  const restrict = (base: string, derived: string): string => `${globals}
    <xs:complexType name="B">${model(base)}</xs:complexType>
    <xs:complexType name="R"><xs:complexContent><xs:restriction base="B">${model(derived)}</xs:restriction></xs:complexContent></xs:complexType>`;

  test.each([
    ["a? b* c", "b c"],
    ["a b*", "a b{2,5}"],
    ["a&b&c?", "a&b"],
    ["a&b&c?", "b a"],
    ["a|b|c", "a|c"],
    ["a|b|c", "b"],
    ["(a|b)*", "a b a"],
    ["(a|b){1,4}", "a b"],
    ["%*", "a b+"],
    ["%*", "%{1,3}"],
    ["%{2,4}", "a (b|c) d?"],
    ["a? (b c?)", "(b)"],
    ["H", "M"],
    ["H", "N"],
    ["H*", "N M"],
    ["(a b)?", "a b"],
  ])("%s to %s holds", async (base, derived) => {
    expect(await codesOf(restrict(base, derived))).toEqual([]);
  });

  test.each([
    ["a b", "a", "rcase-Recurse"],
    ["a b*", "a b* c", "rcase-Recurse"],
    ["a b{1,2}", "a b{1,3}", "rcase-NameAndTypeOK"],
    ["a b", "a c", "rcase-NameAndTypeOK"],
    ["a|b", "a|c", "rcase-NameAndTypeOK"],
    ["a|b|c", "c|a", "rcase-RecurseLax"],
    ["(a|b)?", "(a|b)*", "rcase-RecurseLax"],
    ["a&b", "a", "rcase-Recurse"],
    ["a&b&c", "b c", "rcase-RecurseUnordered"],
    ["(a|b){0,2}", "a b a", "rcase-MapAndSum"],
    ["(a|b)*", "a c", "rcase-MapAndSum"],
    ["%other*", "a b", "rcase-NSCompat"],
    ["%?", "%*", "rcase-NSSubset"],
    ["%other*", "%*", "rcase-NSSubset"],
    ["%{1,2}", "a b c", "rcase-NSRecurseCheckCardinality"],
    ["a b?", "%", "cos-particle-restrict.2"],
    ["a (b|c)", "(a|b)", "cos-particle-restrict.2"],
  ])("%s to %s breaks %s", async (base, derived, code) => {
    expect(await codesOf(restrict(base, derived))).toEqual([code]);
  });

  test.each([
    ["nillable is the base's to give", `name="a" type="xs:int"`, `name="a" type="xs:int" nillable="true"`],
    ["fixed stays fixed", `name="a" type="xs:int" fixed="1"`, `name="a" type="xs:int" fixed="2"`],
    ["block stays blocked", `name="a" type="xs:int" block="#all"`, `name="a" type="xs:int"`],
    ["the type must be restricted", `name="a" type="xs:int"`, `name="a" type="xs:long"`],
  ])("%s", async (_, base, derived) => {
    const codes =
      await codesOf(`<xs:complexType name="B"><xs:sequence><xs:element ${base}/></xs:sequence></xs:complexType>
      <xs:complexType name="R"><xs:complexContent><xs:restriction base="B"><xs:sequence><xs:element ${derived}/></xs:sequence></xs:restriction></xs:complexContent></xs:complexType>`);
    expect(codes).toEqual(["rcase-NameAndTypeOK"]);
  });

  test("takes values, not spellings, for equal", async () => {
    const base = `<xs:element name="a" type="xs:int" fixed="1"/>`;
    const derived = `<xs:element name="a" type="xs:short" fixed="01"/>`;
    expect(
      await codesOf(`<xs:complexType name="B"><xs:sequence>${base}</xs:sequence></xs:complexType>
      <xs:complexType name="R"><xs:complexContent><xs:restriction base="B"><xs:sequence>${derived}</xs:sequence></xs:restriction></xs:complexContent></xs:complexType>`),
    ).toEqual([]);
  });
});

describe("groups", () => {
  test.each([
    [
      "all beside others",
      `<xs:group name="G"><xs:all><xs:element name="a"/></xs:all></xs:group><xs:complexType name="T"><xs:sequence><xs:group ref="G"/></xs:sequence></xs:complexType>`,
      "cos-all-limited.1.2",
    ],
    [
      "all in a group",
      `<xs:group name="G"><xs:all><xs:element name="a"/></xs:all></xs:group><xs:group name="H"><xs:sequence><xs:group ref="G"/></xs:sequence></xs:group>`,
      "cos-all-limited.1.1",
    ],
    [
      "all repeated",
      `<xs:group name="G"><xs:all><xs:element name="a"/></xs:all></xs:group><xs:complexType name="T"><xs:group ref="G" maxOccurs="2"/></xs:complexType>`,
      "cos-all-limited.1.2",
    ],
    [
      "all extended",
      `<xs:complexType name="B"><xs:all><xs:element name="a"/></xs:all></xs:complexType><xs:complexType name="T"><xs:complexContent><xs:extension base="B"><xs:sequence><xs:element name="b"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>`,
      "cos-all-limited.1.2",
    ],
    [
      "repetition inside all",
      `<xs:complexType name="T"><xs:all><xs:element name="a" maxOccurs="2"/></xs:all></xs:complexType>`,
      "cos-all-limited.2",
    ],
    [
      "a group in itself",
      `<xs:group name="G"><xs:sequence><xs:group ref="H"/></xs:sequence></xs:group><xs:group name="H"><xs:choice><xs:element name="a"/><xs:group ref="G"/></xs:choice></xs:group>`,
      "mg-props-correct.2",
    ],
    [
      "minOccurs over maxOccurs",
      `<xs:complexType name="T"><xs:sequence><xs:element name="a" minOccurs="2"/></xs:sequence></xs:complexType>`,
      "p-props-correct.2.1",
    ],
    [
      "one name, two types",
      `<xs:complexType name="T"><xs:sequence><xs:element name="a" type="xs:int"/><xs:element name="b"/><xs:element name="a" type="xs:string"/></xs:sequence></xs:complexType>`,
      "cos-element-consistent",
    ],
  ])("%s", async (_, content, code) => {
    expect(await codesOf(content)).toEqual([code]);
  });

  test("an element consistent with those that may stand in for others", async () => {
    const content = (
      type: string,
    ): string => `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t" xmlns="urn:t" elementFormDefault="qualified">
      ${globals}<xs:complexType name="T"><xs:sequence><xs:element name="N" type="xs:${type}"/><xs:element name="b"/><xs:element ref="H"/></xs:sequence></xs:complexType></xs:schema>`;
    expect((await issuesOf({ "a.xsd": content("string") })).map(({ code }) => code)).toEqual([]);
    expect((await issuesOf({ "a.xsd": content("int") })).map(({ code }) => code)).toEqual(["cos-element-consistent"]);
  });
});

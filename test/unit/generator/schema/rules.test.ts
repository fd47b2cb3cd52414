import { describe, expect, it } from "vitest";
import { generateFiles } from "../../../../generator/generate.js";
import { memoryFiles } from "../../../../generator/load/files.js";
import { isErrorIssue, SchemaError } from "../../../../src/errors.js";

type Files = Readonly<Record<string, string>>;

const open = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:a" targetNamespace="urn:a">`;

function schema(content: string): string {
  return `${open}${content}</xs:schema>`;
}

/** The rules of all errors in `a.xsd` and what it refers to. */
async function brokenRules(files: Files, limits: { readonly maxDocuments?: number } = {}): Promise<readonly string[]> {
  const options = { ...memoryFiles(files), ...limits, profile: "strict" as const };
  try {
    await generateFiles(["a.xsd"], options);
    return [];
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    return error.issues.filter(isErrorIssue).map(({ code }) => code.replace(/\..*$/, ""));
  }
}

const element = (type: string) => `<xs:element name="e" type="${type}"/>`;
const simple = (base: string, facets: string, name = "s") =>
  `<xs:simpleType name="${name}"><xs:restriction base="${base}">${facets}</xs:restriction></xs:simpleType>`;
const complex = (content: string, name = "c") => `<xs:complexType name="${name}">${content}</xs:complexType>`;
const sequence = (content: string) => `<xs:sequence>${content}</xs:sequence>`;
const local = (name: string, more = "") => `<xs:element name="${name}" type="xs:string"${more}/>`;
const derive = (by: "restriction" | "extension", base: string, content: string) =>
  `<xs:complexContent><xs:${by} base="${base}">${content}</xs:${by}></xs:complexContent>`;
/** A base type `b` with the first content, restricted to the second. */
const restrict = (base: string, derived: string) => complex(base, "b") + complex(derive("restriction", "b", derived));
/** A simple type `b`, and one that restricts it. */
const narrow = (type: string, base: string, derived: string) => simple(type, base, "b") + simple("b", derived);

const cases: Readonly<Record<string, string>> = {
  "xsd-attribute": `<xs:element name="e" typ="xs:string"/>`,
  "xsd-attribute-value": `<xs:element name="1e"/>`,
  "xsd-content": `<xs:element name="e"><xs:sequence/></xs:element>`,
  "xsd-unsupported": `<xs:element name="e"><xs:alternative type="xs:string"/></xs:element>`,
  "src-resolve": element("nope"),
  "src-qname": element("q:nope"),
  "src-element": complex(sequence(`<xs:element ref="e" name="f"/>`)) + element("xs:string"),
  "src-attribute": complex(`<xs:attribute name="a" default="1" fixed="1"/>`),
  "src-ct": simple("xs:string", "") + complex(derive("extension", "s", "")),
  "src-simple-type": `<xs:simpleType name="s"><xs:list itemType="xs:int"><xs:simpleType><xs:restriction base="xs:int"/></xs:simpleType></xs:list></xs:simpleType>`,
  "src-union-memberTypes-or-simpleTypes": `<xs:simpleType name="s"><xs:union/></xs:simpleType>`,
  "src-pattern-value": simple("xs:string", `<xs:pattern value="[a"/>`),
  "src-single-facet-value": simple("xs:string", `<xs:length value="1"/><xs:length value="2"/>`),
  "sch-props-correct": element("xs:string") + element("xs:string"),
  "e-props-correct": `<xs:element name="e" type="xs:int" default="x"/>`,
  "a-props-correct": `<xs:attribute name="a" type="xs:int" default="x"/>`,
  "au-props-correct": `<xs:attribute name="a" type="xs:int" fixed="1"/>${complex(`<xs:attribute ref="a" default="1"/>`)}`,
  "ag-props-correct": `<xs:attributeGroup name="g"><xs:attribute name="a"/><xs:attribute name="a"/></xs:attributeGroup>`,
  "no-xmlns": complex(`<xs:attribute name="xmlns"/>`),
  "ct-props-correct": complex(derive("extension", "c", "")),
  "st-props-correct": simple("s", ""),
  "mg-props-correct": `<xs:group name="g"><xs:sequence><xs:group ref="g"/></xs:sequence></xs:group>`,
  "p-props-correct": complex(sequence(local("a", ` minOccurs="2" maxOccurs="1"`))),
  "c-props-correct": `<xs:element name="e"><xs:complexType/><xs:key name="k"><xs:selector xpath="."/><xs:field xpath="@a"/></xs:key><xs:keyref name="r" refer="k"><xs:selector xpath="."/><xs:field xpath="@a"/><xs:field xpath="@b"/></xs:keyref></xs:element>`,
  "c-selector-xpath": `<xs:element name="e"><xs:complexType/><xs:key name="k"><xs:selector xpath="//"/><xs:field xpath="@a"/></xs:key></xs:element>`,
  "c-fields-xpaths": `<xs:element name="e"><xs:complexType/><xs:key name="k"><xs:selector xpath="a"/><xs:field xpath="a["/></xs:key></xs:element>`,
  "cos-all-limited": complex(`<xs:all><xs:element name="a" type="xs:string" maxOccurs="2"/></xs:all>`),
  "cos-nonambig": complex(sequence(local("a", ` minOccurs="0"`) + local("a"))),
  "cos-element-consistent": complex(sequence(`${local("a")}<xs:element name="a" type="xs:int"/>`)),
  "cos-ct-extends":
    complex(`<xs:simpleContent><xs:extension base="xs:string"/></xs:simpleContent>`, "b") +
    complex(derive("extension", "b", sequence(local("a")))),
  "cos-st-restricts": `<xs:simpleType name="s"><xs:list itemType="xs:NMTOKENS"/></xs:simpleType>`,
  "derivation-ok-restriction": restrict(
    `<xs:attribute name="a" use="required"/>`,
    `<xs:attribute name="a" use="optional"/>`,
  ),
  "n-props-correct": `<xs:notation name="n"/>`,
  "cos-particle-restrict": restrict(sequence(local("a")), sequence(`<xs:any/>`)),
  "xsd-pattern-liberty": simple("xs:string", `<xs:pattern value="\\p{IsNope}"/>`),
  "rcase-NameAndTypeOK": restrict(sequence(local("a")), sequence(local("a", ` nillable="true"`))),
  "rcase-Recurse": restrict(sequence(local("a") + local("b")), sequence(local("a"))),
  "rcase-RecurseLax": restrict(
    `<xs:choice>${local("a")}${local("b")}</xs:choice>`,
    `<xs:choice>${local("b")}${local("a")}</xs:choice>`,
  ),
  "rcase-RecurseUnordered": restrict(`<xs:all>${local("a")}${local("b")}</xs:all>`, sequence(local("a") + local("z"))),
  "rcase-MapAndSum": restrict(`<xs:choice>${local("a")}${local("b")}</xs:choice>`, sequence(local("a") + local("b"))),
  "rcase-NSCompat": restrict(sequence(`<xs:any namespace="urn:other"/>`), sequence(local("a"))),
  "rcase-NSSubset": restrict(sequence(`<xs:any namespace="urn:b"/>`), sequence(`<xs:any namespace="urn:z"/>`)),
  "rcase-NSRecurseCheckCardinality": restrict(
    sequence(`<xs:any namespace="##any"/>`),
    sequence(local("a") + local("b")),
  ),
  "st-restrict-facets": narrow("xs:string", `<xs:maxLength value="3" fixed="true"/>`, `<xs:maxLength value="2"/>`),
  "cos-applicable-facets": simple("xs:string", `<xs:totalDigits value="3"/>`),
  "enumeration-required-notation": element("xs:NOTATION"),
  "length-minLength-maxLength": simple("xs:string", `<xs:length value="3"/><xs:minLength value="4"/>`),
  "minLength-less-than-equal-to-maxLength": simple("xs:string", `<xs:minLength value="4"/><xs:maxLength value="3"/>`),
  "minInclusive-less-than-equal-to-maxInclusive": simple(
    "xs:int",
    `<xs:minInclusive value="4"/><xs:maxInclusive value="3"/>`,
  ),
  "minExclusive-less-than-equal-to-maxExclusive": simple(
    "xs:int",
    `<xs:minExclusive value="4"/><xs:maxExclusive value="3"/>`,
  ),
  "minExclusive-less-than-maxInclusive": simple("xs:int", `<xs:minExclusive value="4"/><xs:maxInclusive value="4"/>`),
  "minInclusive-less-than-maxExclusive": simple("xs:int", `<xs:minInclusive value="4"/><xs:maxExclusive value="4"/>`),
  "minInclusive-minExclusive": simple("xs:int", `<xs:minInclusive value="4"/><xs:minExclusive value="4"/>`),
  "maxInclusive-maxExclusive": simple("xs:int", `<xs:maxInclusive value="4"/><xs:maxExclusive value="4"/>`),
  "fractionDigits-totalDigits": simple("xs:decimal", `<xs:totalDigits value="2"/><xs:fractionDigits value="3"/>`),
  "length-valid-restriction": narrow("xs:string", `<xs:length value="3"/>`, `<xs:length value="2"/>`),
  "minLength-valid-restriction": narrow("xs:string", `<xs:minLength value="3"/>`, `<xs:minLength value="2"/>`),
  "maxLength-valid-restriction": narrow("xs:string", `<xs:maxLength value="3"/>`, `<xs:maxLength value="4"/>`),
  "totalDigits-valid-restriction": narrow("xs:decimal", `<xs:totalDigits value="3"/>`, `<xs:totalDigits value="4"/>`),
  "fractionDigits-valid-restriction": narrow(
    "xs:decimal",
    `<xs:fractionDigits value="3"/>`,
    `<xs:fractionDigits value="4"/>`,
  ),
  "minInclusive-valid-restriction": narrow("xs:int", `<xs:minInclusive value="3"/>`, `<xs:minInclusive value="2"/>`),
  "minExclusive-valid-restriction": narrow("xs:int", `<xs:minExclusive value="3"/>`, `<xs:minExclusive value="2"/>`),
  "maxInclusive-valid-restriction": narrow("xs:int", `<xs:maxInclusive value="3"/>`, `<xs:maxInclusive value="4"/>`),
  "maxExclusive-valid-restriction": narrow("xs:int", `<xs:maxExclusive value="3"/>`, `<xs:maxExclusive value="4"/>`),
  "whiteSpace-valid-restriction": narrow(
    "xs:string",
    `<xs:whiteSpace value="collapse"/>`,
    `<xs:whiteSpace value="preserve"/>`,
  ),
  "enumeration-valid-restriction": simple("xs:int", `<xs:enumeration value="x"/>`),
};

describe("a schema that breaks one rule", () => {
  it.each(Object.entries(cases))("is refused by %s and by nothing else", async (rule, content) => {
    expect(await brokenRules({ "a.xsd": schema(content) })).toEqual([rule]);
  });

  it("is refused by no-xsi where it declares an attribute of xsi", async () => {
    const text = schema(`<xs:attribute name="a"/>`).replace("urn:a", "http://www.w3.org/2001/XMLSchema-instance");
    expect(
      await brokenRules({
        "a.xsd": text.replace(`targetNamespace="urn:a"`, `targetNamespace="http://www.w3.org/2001/XMLSchema-instance"`),
      }),
    ).toEqual(["no-xsi"]);
  });
});

it("a chain of types that is too long is refused by xsd-limit", async () => {
  const chain = Array.from({ length: 501 }, (_, index) =>
    simple(index === 0 ? "xs:string" : `s${index - 1}`, "", `s${index}`),
  );
  expect((await brokenRules({ "a.xsd": schema(chain.join("")) }))[0]).toBe("xsd-limit");
  expect(
    await brokenRules({ "a.xsd": schema(chain.slice(1).join("").replace(`base="s0"`, `base="xs:string"`)) }),
  ).toEqual([]);
});

describe("a schema and others", () => {
  const other = schema(simple("xs:string", "")).replaceAll("urn:a", "urn:b");
  const refer = (kind: string, location: string, namespace = "") =>
    schema(`<xs:${kind}${namespace === "" ? "" : ` namespace="${namespace}"`} schemaLocation="${location}"/>`);

  it.each([
    { rule: "src-import", files: { "a.xsd": refer("import", "b.xsd", "urn:c"), "b.xsd": other } },
    { rule: "src-include", files: { "a.xsd": refer("include", "b.xsd"), "b.xsd": other } },
    { rule: "src-redefine", files: { "a.xsd": refer("redefine", "b.xsd"), "b.xsd": other } },
    { rule: "load-unreadable", files: { "a.xsd": refer("import", "gone.xsd", "urn:b") } },
    { rule: "load-location", files: { "a.xsd": refer("include", "http://[") } },
    { rule: "load-network", files: { "a.xsd": refer("include", "http://example.com/b.xsd") } },
    { rule: "load-root", files: { "a.xsd": refer("include", "b.xsd"), "b.xsd": "<html/>" } },
    { rule: "xml-well-formed", files: { "a.xsd": refer("include", "b.xsd"), "b.xsd": "<a>" } },
  ])("are refused by $rule and by nothing else", async ({ rule, files }) => {
    expect(await brokenRules(files)).toEqual([rule]);
  });

  it("are refused by load-limit where there are too many", async () => {
    const files = { "a.xsd": refer("import", "b.xsd", "urn:b"), "b.xsd": other };
    expect(await brokenRules(files, { maxDocuments: 1 })).toEqual(["load-limit"]);
    expect(await brokenRules(files, { maxDocuments: 2 })).toEqual([]);
  });
});

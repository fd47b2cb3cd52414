import { expect, it } from "vitest";
import type { Issue } from "../../../src/errors.js";
import { validateXml } from "../../../src/verbs/validate-xml.js";
import { readSchema } from "../verbs/read-schema.js";

const { schema } = await readSchema(`
  <xs:element name="list"><xs:complexType>
    <xs:sequence>
      <xs:element name="first" type="xs:int"/>
      <xs:element name="second" type="xs:boolean" minOccurs="0"/>
      <xs:element name="third" type="short" minOccurs="0" maxOccurs="2"/>
    </xs:sequence>
    <xs:attribute name="id" type="xs:ID"/>
    <xs:attribute name="ref" type="xs:IDREF"/>
    <xs:attribute name="size" type="size"/>
    <xs:attribute name="version" type="xs:decimal" fixed="1.0"/>
  </xs:complexType></xs:element>
  <xs:simpleType name="short"><xs:restriction base="xs:string"><xs:maxLength value="3"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="size"><xs:restriction base="xs:token">
    <xs:enumeration value="small"/><xs:enumeration value="large"/>
  </xs:restriction></xs:simpleType>
  <xs:element name="code"><xs:simpleType><xs:restriction base="xs:string">
    <xs:pattern value="[A-Z]{2}"/><xs:minLength value="1"/>
  </xs:restriction></xs:simpleType></xs:element>
  <xs:element name="exact"><xs:simpleType><xs:restriction base="xs:hexBinary"><xs:length value="2"/></xs:restriction></xs:simpleType></xs:element>
  <xs:element name="name"><xs:simpleType><xs:restriction base="xs:string"><xs:minLength value="2"/></xs:restriction></xs:simpleType></xs:element>
  <xs:element name="range"><xs:simpleType><xs:restriction base="xs:int">
    <xs:minInclusive value="1"/><xs:maxInclusive value="9"/>
  </xs:restriction></xs:simpleType></xs:element>
  <xs:element name="open"><xs:simpleType><xs:restriction base="xs:decimal">
    <xs:minExclusive value="0"/><xs:maxExclusive value="1"/>
  </xs:restriction></xs:simpleType></xs:element>
  <xs:element name="digits"><xs:simpleType><xs:restriction base="xs:decimal">
    <xs:totalDigits value="4"/><xs:fractionDigits value="2"/>
  </xs:restriction></xs:simpleType></xs:element>
  <xs:element name="wild"><xs:complexType>
    <xs:sequence><xs:any namespace="##other" minOccurs="0"/></xs:sequence>
    <xs:anyAttribute namespace="##other"/>
  </xs:complexType></xs:element>
  <xs:element name="empty"><xs:complexType/></xs:element>
  <xs:element name="mixed" type="mixed" fixed="abc"/>
  <xs:complexType name="mixed" mixed="true"><xs:sequence><xs:element name="b" type="xs:string" minOccurs="0"/></xs:sequence></xs:complexType>
  <xs:element name="none" type="xs:int" nillable="true"/>
  <xs:element name="one" type="xs:int" fixed="1"/>
  <xs:complexType name="base" abstract="true"><xs:sequence/></xs:complexType>
  <xs:complexType name="derived"><xs:complexContent><xs:extension base="base"/></xs:complexContent></xs:complexType>
  <xs:element name="typed" type="base"/>
  <xs:element name="sealed" type="plain" block="extension"/>
  <xs:complexType name="plain"><xs:sequence/></xs:complexType>
  <xs:complexType name="more"><xs:complexContent><xs:extension base="plain"/></xs:complexContent></xs:complexType>
  <xs:element name="head" type="xs:string" abstract="true"/>
  <xs:element name="strict"><xs:complexType><xs:sequence><xs:any/></xs:sequence></xs:complexType></xs:element>
  <xs:element name="needed"><xs:complexType><xs:attribute name="a" use="required"/></xs:complexType></xs:element>
  <xs:element name="twoIds"><xs:complexType>
    <xs:attribute name="id" type="xs:ID"/><xs:anyAttribute processContents="lax"/>
  </xs:complexType></xs:element>
  <xs:attribute name="otherId" type="xs:ID"/>
  <xs:element name="anyIds"><xs:complexType><xs:anyAttribute processContents="lax"/></xs:complexType></xs:element>
  <xs:attribute name="thirdId" type="xs:ID"/>
  <xs:element name="keys"><xs:complexType><xs:sequence>
      <xs:element name="k" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
        <xs:sequence><xs:element name="v" minOccurs="0" maxOccurs="2"><xs:complexType mixed="true"><xs:sequence/></xs:complexType></xs:element></xs:sequence>
        <xs:attribute name="n" type="xs:int"/><xs:attribute name="u" type="xs:int"/><xs:attribute name="r" type="xs:int"/>
      </xs:complexType></xs:element>
    </xs:sequence></xs:complexType>
    <xs:key name="key"><xs:selector xpath="t:k"/><xs:field xpath="@n"/></xs:key>
    <xs:unique name="unique"><xs:selector xpath="t:k"/><xs:field xpath="@u"/></xs:unique>
    <xs:keyref name="ref" refer="key"><xs:selector xpath="t:k"/><xs:field xpath="@r"/></xs:keyref>
    <xs:unique name="values"><xs:selector xpath="t:k"/><xs:field xpath="t:v"/></xs:unique>
  </xs:element>
`);

/** A document: the root's start tag gets the declarations of namespaces. */
function issuesOf(text: string): readonly Issue[] {
  return validateXml(schema, declared(text));
}

const namespaces = `xmlns="urn:t" xmlns:t="urn:t" xmlns:o="urn:o" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`;

function declared(text: string): string {
  return text.replace(/^<(\w+)/, `<$1 ${namespaces}`);
}

/** `code: message (document path) «what is marked»`. */
function golden(text: string): readonly string[] {
  return issuesOf(text).map(({ code, message, documentPath, location }) => {
    const { offset = 0, length = 0 } = location ?? {};
    const marked = declared(text).slice(offset, offset + length);
    return `${code}: ${message} (${documentPath}) «${marked}»`;
  });
}

it.for<readonly [text: string, ...issues: string[]]>([
  ["<unknown/>", "cvc-elt.1: no schema declares the element `unknown` (/unknown) «<unknown»"],
  ["<head>a</head>", "cvc-elt.2: `head` is abstract (/head) «<head»"],
  ['<one xsi:nil="true">1</one>', "cvc-elt.3.1: `one` is not nillable, so it may not have xsi:nil (/one) «xsi:nil»"],
  ['<none xsi:nil="true">1</none>', 'cvc-elt.3.2.1: `none` has xsi:nil="true", so it must be empty (/none) «1»'],
  [
    '<typed xsi:type="x:y"/>',
    'cvc-elt.4.1: xsi:type "x:y" is not a qualified name with a declared prefix (/typed) «x:y»',
    "cvc-type.2: the type `base` is abstract: another must be named by xsi:type (/typed) «<typed»",
  ],
  [
    '<none xsi:type="xs:nothing">1</none>',
    "cvc-elt.4.2: xsi:type names `{http://www.w3.org/2001/XMLSchema}nothing`, which no schema declares (/none) «xs:nothing»",
  ],
  [
    '<none xsi:type="xs:string">1</none>',
    "cvc-elt.4.3: xsi:type names `{http://www.w3.org/2001/XMLSchema}string`, which is not the declared type or one derived from it (/none) «xs:string»",
  ],
  [
    '<sealed xsi:type="more"/>',
    "cvc-elt.4.3: xsi:type names `{urn:t}more`, which is derived by extension: that is blocked here (/sealed) «more»",
  ],
  [
    "<mixed><b>x</b></mixed>",
    'cvc-elt.5.2.2.1: `mixed` is fixed to "abc", so it may not have elements (/mixed) «</mixed>»',
  ],
  ["<mixed>abd</mixed>", 'cvc-elt.5.2.2.2.1: found "abd"; `mixed` is fixed to "abc" (/mixed) «</mixed>»'],
  ["<one>2</one>", 'cvc-elt.5.2.2.2: found "2"; `one` is fixed to "1" (/one) «2»'],
  ["<typed/>", "cvc-type.2: the type `base` is abstract: another must be named by xsi:type (/typed) «<typed»"],
  ['<one a="b">1</one>', "cvc-type.3.1.1: attribute `a` is not allowed: the element's type is simple (/one) «a»"],
  ["<one>1<b/></one>", "cvc-type.3.1.2: found `b` inside `one`, which holds text only (/one/b) «<b»"],
  ["<empty> </empty>", "cvc-complex-type.2.1: found white space in `empty`, which must be empty (/empty) « »"],
  ["<empty>a</empty>", "cvc-complex-type.2.1: found text in `empty`, which must be empty (/empty) «a»"],
  ["<empty><a/></empty>", "cvc-complex-type.2.1: found `a`; expected nothing: `empty` is empty (/empty/a) «<a»"],
  [
    "<list>a<first>1</first>b</list>",
    "cvc-complex-type.2.3: found text in `list`, which holds elements only (/list) «a»",
  ],
  [
    "<list><frist>1</frist></list>",
    "cvc-complex-type.2.4.a: found `frist`; expected `first` (did you mean it?) in `list` (/list/frist) «<frist»",
  ],
  [
    "<list><first>1</first><x/></list>",
    "cvc-complex-type.2.4.a: found `x`; expected `second`, `third` or the end of `list` (/list/x) «<x»",
  ],
  [
    '<list><first xmlns="">1</first></list>',
    "cvc-complex-type.2.4.a: found `first` (in no namespace); expected `{urn:t}first` in `list` (/list/first) «<first»",
  ],
  [
    "<list><second>true</second></list>",
    "cvc-complex-type.2.4.a: found `second`; expected `first` in `list` (/list/second) «<second»",
  ],
  ["<list/>", "cvc-complex-type.2.4.b: `list` ends too early; expected `first` (/list) «<list»"],
  ["<list></list>", "cvc-complex-type.2.4.b: `list` ends too early; expected `first` (/list) «</list>»"],
  [
    "<wild><wild/></wild>",
    "cvc-complex-type.2.4.a: found `wild`; expected an element that a wildcard allows or the end of `wild` (/wild/wild) «<wild»",
  ],
  ["<strict><o:a/></strict>", "cvc-elt.1: `a` is not declared, and must be here (/strict/a) «<o:a»"],
  ['<wild o:a="b"/>', "cvc-complex-type.3.2.2: attribute `a` is not declared, and must be here (/wild) «o:a»"],
  [
    '<list sizes="small"><first>1</first></list>',
    "cvc-complex-type.3.2.2: attribute `sizes` is not allowed here; allowed: `size` (did you mean it?), `id`, `ref`, `version` (/list) «sizes»",
  ],
  ['<empty a="b"/>', "cvc-complex-type.3.2.2: attribute `a` is not allowed here; no attribute is (/empty) «a»"],
  ["<needed/>", "cvc-complex-type.4: attribute `a` is missing (/needed) «<needed»"],
  [
    '<anyIds t:otherId="a" t:thirdId="b"/>',
    "cvc-complex-type.5.1: attribute `thirdId` is an ID, and there is another (/anyIds) «t:thirdId»",
  ],
  [
    '<twoIds id="a" t:otherId="b"/>',
    "cvc-complex-type.5.2: attribute `otherId` is an ID, and there is another (/twoIds) «t:otherId»",
  ],
  [
    '<list version="2.0"><first>1</first></list>',
    'cvc-attribute.4: found "2.0"; attribute `version` is fixed to "1.0" (/list) «2.0»',
  ],
  ["<list><first> one </first></list>", 'cvc-datatype-valid.1.2.1: "one" is not an integer (/list/first) «one»'],
  [
    "<list><first>4294967296</first></list>",
    "cvc-maxInclusive-valid: 4294967296 is more than 2147483647, the greatest int (/list/first) «4294967296»",
  ],
  [
    '<list size="huge"><first>1</first></list>',
    'cvc-enumeration-valid: expected one of "small", "large"; found "huge" (/list) «huge»',
  ],
  ["<code>a&amp;</code>", 'cvc-pattern-valid: "a&" does not match the pattern "[A-Z]{2}" (/code) «<code»'],
  ["<exact>00</exact>", "cvc-length-valid: expected 2 octets; found 1 (/exact) «00»"],
  ["<name>a</name>", "cvc-minLength-valid: expected at least 2 characters; found 1 (/name) «a»"],
  [
    "<list><first>1</first><third>abcd</third></list>",
    "cvc-maxLength-valid: expected at most 3 characters; found 4 (/list/third) «abcd»",
  ],
  ["<range>0</range>", "cvc-minInclusive-valid: expected at least 1; found 0 (/range) «0»"],
  ["<range>10</range>", "cvc-maxInclusive-valid: expected at most 9; found 10 (/range) «10»"],
  ["<open>0.0</open>", "cvc-minExclusive-valid: expected more than 0; found 0.0 (/open) «0.0»"],
  ["<open>1</open>", "cvc-maxExclusive-valid: expected less than 1; found 1 (/open) «1»"],
  ["<digits>12345</digits>", "cvc-totalDigits-valid: expected at most 4 digits; found 5 (/digits) «12345»"],
  [
    "<digits>1.234</digits>",
    "cvc-fractionDigits-valid: expected at most 2 digits after the point; found 3 (/digits) «1.234»",
  ],
  ['<list id="a" ref="b"><first>1</first></list>', 'cvc-id.1: nothing has the ID "b" (/list) «b»'],
  [
    '<keys><k n="1"/><k n="1"/></keys>',
    'cvc-identity-constraint.4.2.2: "1" occurs twice; `key` must be unique (/keys/k) «<k»',
  ],
  [
    '<keys><k n="1" u="5"/><k n="2" u="5"/></keys>',
    'cvc-identity-constraint.4.1: "5" occurs twice; `unique` must be unique (/keys/k) «<k»',
  ],
  ["<keys><k/></keys>", "cvc-identity-constraint.4.2.1: field @n of `key` is absent (/keys/k) «<k»"],
  [
    '<keys><k n="1" r="3"/></keys>',
    'cvc-identity-constraint.4.3: "3" of `ref` refers to nothing that `key` names (/keys/k) «<k»',
  ],
  [
    '<keys><k n="1"><v/></k></keys>',
    "cvc-identity-constraint.3: a field of `values` is `v`, which has no simple value (/keys/k/v) «<v»",
  ],
])("says of %s what is wrong with it", ([text, ...issues]) => {
  expect(golden(text)).toEqual(issues);
});

it("says that an ID occurs twice", async () => {
  const ids = await readSchema(`<xs:element name="a"><xs:complexType>
    <xs:sequence><xs:element ref="a" minOccurs="0"/></xs:sequence><xs:attribute name="id" type="xs:ID"/>
  </xs:complexType></xs:element>`);
  const [issue] = validateXml(ids.schema, `<a xmlns="urn:t" id="x"><a id="x"/></a>`);
  expect(issue).toMatchObject({ code: "cvc-id.2", message: 'the ID "x" occurs twice', documentPath: "/a/a" });
});

import { describe, expect, test } from "vitest";
import type { Datatype, NamespaceLookup, PrefixSource } from "../../../src/datatypes/datatype.js";
import { listDatatype } from "../../../src/datatypes/list.js";
import { notationDatatype, qNameDatatype } from "../../../src/datatypes/qualified-name.js";
import { enumeration, length, pattern } from "../../../src/schema/builtin-types.js";
import { knownName, xmlName } from "../../../src/xml/names.js";

const bound: NamespaceLookup = { lookupNamespace: (prefix) => ({ "": "urn:default", p: "urn:p" })[prefix] };
const unbound: NamespaceLookup = { lookupNamespace: () => undefined };
const prefixes: PrefixSource = { prefixFor: (namespace) => (namespace === "urn:p" ? "p" : "") };

describe.each<[name: string, type: Datatype]>([
  ["QName", qNameDatatype],
  ["NOTATION", notationDatatype],
])("%s", (name, type) => {
  test("prefixes are looked up; without one, the default namespace", () => {
    expect(type.parse(" p:a ", bound)).toEqual({ namespace: "urn:p", localName: "a" });
    expect(type.parse("a", bound)).toEqual({ namespace: "urn:default", localName: "a" });
    expect(type.parse("a", unbound)).toEqual({ namespace: "", localName: "a" });
    expect(type.parse("q:a", bound)).toMatchObject({
      code: "cvc-datatype-valid.1.2.1",
      message: '"q:a" has a prefix that no namespace is bound to',
    });
  });

  test.each(["", ":", ":a", "a:", "a:b:c", "1a", "p:1", "p: a", "p a", "{urn:p}a"])("refuses %j", (text) => {
    expect(type.parse(text, bound)).toMatchObject({ code: "cvc-datatype-valid.1.2.1" });
  });

  test("without namespaces, texts are in Clark notation", () => {
    expect(type.parse("{urn:p}a")).toEqual({ namespace: "urn:p", localName: "a" });
    expect(type.parse("a")).toEqual({ namespace: "", localName: "a" });
    expect(type.print({ namespace: "urn:p", localName: "a" })).toBe("{urn:p}a");
    expect(type.parse("p:a")).toMatchObject({ code: "cvc-datatype-valid.1.2.1" });
  });

  test("prefixes are asked for when a value is written", () => {
    expect(type.print({ namespace: "urn:p", localName: "a" }, prefixes)).toBe("p:a");
    expect(type.print({ namespace: "urn:default", localName: "a" }, prefixes)).toBe("a");
  });

  test("a name that programs know is the one object, others are not kept", () => {
    const known = xmlName("urn:p", `known-to-${name}`);
    expect(type.parse(`p:known-to-${name}`, bound)).toBe(known);
    expect(type.parse("p:of-a-document", bound)).toEqual({ namespace: "urn:p", localName: "of-a-document" });
    expect(knownName("urn:p", "of-a-document")).toBeUndefined();
  });

  test("equality is of namespace and local name", () => {
    expect(type.equal({ namespace: "u", localName: "a" }, { namespace: "u", localName: "a" })).toBe(true);
    expect(type.equal({ namespace: "u", localName: "a" }, { namespace: "", localName: "a" })).toBe(false);
  });

  test("facets", () => {
    const listed = enumeration(["{urn:p}a", "b"]).restrict(type);
    expect(listed.parse("p:a", bound)).toEqual({ namespace: "urn:p", localName: "a" });
    expect(listed.parse("a", bound)).toMatchObject({
      code: "cvc-enumeration-valid",
      message: 'expected one of "{urn:p}a", "b"; found "{urn:default}a"',
    });
    expect(listed.parse("b", unbound)).toEqual({ namespace: "", localName: "b" });
    // A name has no length, and its prefix is the document's.
    expect(length(1).restrict(type).check({ namespace: "urn:p", localName: "abc" })).toBeUndefined();
    const prefixed = pattern(["p:.*"]).restrict(type);
    expect(prefixed.parse("p:a", bound)).toEqual({ namespace: "urn:p", localName: "a" });
    expect(prefixed.parse("a", bound)).toMatchObject({ code: "cvc-pattern-valid" });
    expect(prefixed.check({ namespace: "urn:p", localName: "a" })).toBeUndefined();
  });

  test("lists of names", () => {
    const list = listDatatype("names", type);
    const values = list.parse("p:a b", bound);
    expect(values).toEqual([
      { namespace: "urn:p", localName: "a" },
      { namespace: "urn:default", localName: "b" },
    ]);
    expect(list.print(values, prefixes)).toBe("p:a b");
  });
});

import { describe, expect, test } from "vitest";
import { list, restriction, union } from "../../../src/codegen.js";
import { builtinDatatypes } from "../../../src/datatypes/builtins.js";
import { datatypeOf } from "../../../src/model/datatype-of.js";
import * as codegen from "../../../src/schema/builtin-types.js";
import {
  enumeration,
  maxLength,
  minLength,
  pattern,
  xsDecimal,
  xsInt,
  xsNMTOKENS,
  xsString,
  xsToken,
} from "../../../src/schema/builtin-types.js";
import type { SimpleTypeDefinition, SimpleTypeDescriptor } from "../../../src/schema/descriptors.js";

function simpleType(name: string | undefined, definition: SimpleTypeDefinition): SimpleTypeDescriptor {
  return { kind: "simple", namespace: "urn:test", name, definition: () => definition };
}

test("every built-in type has its descriptor, named after it", () => {
  const isMapped = (name: string) => /As(Number|Date|String)$/.test(name);
  const exported = new Map(
    Object.entries(codegen).filter(([name, value]) => typeof value === "object" && !isMapped(name)),
  );
  const wanted = [...builtinDatatypes.keys()].map((name) => `xs${name.charAt(0).toUpperCase()}${name.slice(1)}`);
  expect([...exported.keys()].sort()).toEqual(wanted.sort());
  for (const [name, datatype] of builtinDatatypes) {
    const descriptor = exported.get(`xs${name.charAt(0).toUpperCase()}${name.slice(1)}`) as SimpleTypeDescriptor;
    expect(descriptor).toMatchObject({ kind: "simple", namespace: "http://www.w3.org/2001/XMLSchema", name });
    expect(datatypeOf(descriptor)).toBe(datatype);
    expect(datatype).toMatchObject({ name, builtin: name });
  }
});

describe("datatypeOf", () => {
  const code = simpleType("Code", restriction(xsToken, [minLength(1), maxLength(3)]));

  test("is made once for each descriptor", () => {
    expect(datatypeOf(code)).toBe(datatypeOf(code));
  });

  test("a restriction applies its facets to its base's", () => {
    const upper = simpleType("Upper", restriction(code, [pattern(["[A-Z]*"])]));
    const type = datatypeOf(upper);
    expect(type).toMatchObject({
      name: "Upper",
      builtin: "token",
      primitive: "string",
      variety: "atomic",
      whiteSpace: "collapse",
    });
    expect(type.parse(" ABC ")).toBe("ABC");
    expect(type.parse("ABCD")).toMatchObject({ code: "cvc-maxLength-valid" });
    expect(type.parse("abc")).toMatchObject({ code: "cvc-pattern-valid" });
  });

  test("an anonymous restriction has its base's name", () => {
    expect(datatypeOf(simpleType(undefined, restriction(xsInt, []))).name).toBe("int");
  });

  test("a list", () => {
    const codes = datatypeOf(simpleType("Codes", list(code)));
    expect(codes).toMatchObject({ name: "Codes", builtin: "anySimpleType", variety: "list", item: datatypeOf(code) });
    expect(codes.parse("A BC")).toEqual(["A", "BC"]);
    expect(datatypeOf(simpleType(undefined, list(code))).name).toBe("list of Code");
  });

  test("a restricted list keeps its built-in type", () => {
    const two = datatypeOf(simpleType("Two", restriction(xsNMTOKENS, [maxLength(2)])));
    expect(two).toMatchObject({ builtin: "NMTOKENS", variety: "list" });
    expect(two.parse("a b c")).toMatchObject({ code: "cvc-maxLength-valid" });
    expect(two.parse("")).toMatchObject({ code: "cvc-minLength-valid" });
  });

  test("a union", () => {
    const size = simpleType(
      "Size",
      union(xsDecimal, simpleType(undefined, restriction(xsString, [enumeration(["small"])]))),
    );
    const type = datatypeOf(size);
    expect(type).toMatchObject({ name: "Size", variety: "union", primitive: undefined });
    expect(type.parse("1.50")).toBe("1.50");
    expect(type.parse("small")).toBe("small");
    expect(type.parse("large")).toMatchObject({
      code: "cvc-datatype-valid.1.2.3",
      message: '"large" is not decimal or string',
    });
  });
});

import { describe, expect, it } from "vitest";
import {
  NameScope,
  patternName,
  propertyName,
  reservedPropertyNames,
  reservedTypeNames,
  typeName,
} from "../../../../generator/bind/names.js";

describe("propertyName", () => {
  it.each([
    ["CallId", "callId"],
    ["UMCallInfo", "umCallInfo"],
    ["ID", "id"],
    ["id", "id"],
    ["IDRef", "idRef"],
    ["first-name", "firstName"],
    ["first.name", "firstName"],
    ["a·b", "a·b"],
    ["_private", "_private"],
    ["ИмяФайла", "имяФайла"],
    ["名前", "名前"],
    ["ǅx", "ǅx"],
    ["𐐀b", "𐐨b"],
    ["__proto__", "__proto__"],
  ])("%s becomes %s", (name, property) => {
    expect(propertyName(name)).toBe(property);
  });
});

describe("typeName", () => {
  it.each([
    ["callInfo", "CallInfo"],
    ["purchase-order", "PurchaseOrder"],
    ["ы", "Ы"],
    ["_x", "_x"],
    ["·a", "_·a"],
  ])("%s becomes %s", (name, type) => {
    expect(typeName(name)).toBe(type);
  });
});

describe("patternName", () => {
  it.each([
    ["Ews{pascal}", "callInfo", "EwsCallInfo"],
    ["{name}", "callInfo", "callInfo"],
    ["{pascal}Dto", "first-name", "FirstNameDto"],
    ["{pascal}$1", "a", "A$1"],
  ])("%s of %s is %s", (pattern, name, expected) => {
    expect(patternName(pattern, name)).toBe(expected);
  });
});

describe("NameScope", () => {
  it("gives the first candidate that is free, then numbers", () => {
    const scope = new NameScope(["a"]);
    expect(scope.claim("a", "aElement")).toBe("aElement");
    expect(scope.claim("a", "aElement")).toBe("aElement2");
    expect(scope.claim("a", "aElement")).toBe("aElement3");
    expect(scope.claim("b")).toBe("b");
  });

  it("leaves out numbered names that others have taken in between", () => {
    const scope = new NameScope(["a"]);
    expect(scope.claim("a")).toBe("a2");
    expect(scope.claim("a3")).toBe("a3");
    expect(scope.claim("a")).toBe("a4");
    expect(scope.claim("a2")).toBe("a22");
  });

  it("has the names of every object and of the language reserved", () => {
    expect(reservedPropertyNames).toEqual(expect.arrayContaining(["__proto__", "constructor", "toString"]));
    expect(reservedTypeNames).toEqual(expect.arrayContaining(["Array", "Map", "XmlElement", "OneOf"]));
  });
});

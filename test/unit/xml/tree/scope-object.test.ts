import { describe, expect, it } from "vitest";
import { any, complexType, element, sequence } from "../../../../src/codegen.js";
import { parse, serialize } from "../../../../src/index.js";
import type { XmlElement } from "../../../../src/xml/tree/xml-element.js";

interface Box {
  any: readonly XmlElement[];
}

const Box = element<Box>("urn:box", "Box", () =>
  complexType<Box>("urn:box", undefined, () => ({
    content: sequence([any("any", { min: 0, max: Number.POSITIVE_INFINITY, process: "lax" })]),
  })),
);

function read(content: string): readonly XmlElement[] {
  return parse(Box, `<b:Box xmlns:b="urn:box" xmlns:x="urn:x" xmlns="urn:default">${content}</b:Box>`).any;
}

describe("the prefixes around elements that a wildcard allows", () => {
  it("are one object for siblings with the same ones", () => {
    const [first, second] = read(`<x:a/><x:b>x:text</x:b>`);
    expect(first?.namespaces).toEqual({ b: "urn:box", x: "urn:x", "": "urn:default" });
    expect(second?.namespaces).toBe(first?.namespaces);
  });

  it("are others where an element declares its own", () => {
    const [first, second, third] = read(`<x:a/><x:b xmlns:y="urn:y"/><x:c/>`);
    expect(second?.namespaces).toEqual({ b: "urn:box", x: "urn:x", "": "urn:default", y: "urn:y" });
    expect(third?.namespaces).toEqual(first?.namespaces);
  });

  it("are others where a declaration hides one", () => {
    const [first, second] = read(`<x:a/><x:b xmlns:x="urn:other"/>`.replace("<x:b xmlns:x", "<b:b xmlns:x"));
    expect(first?.namespaces?.["x"]).toBe("urn:x");
    expect(second?.namespaces?.["x"]).toBe("urn:other");
  });

  it("cannot be changed for all by changing them for one", () => {
    const [first] = read(`<x:a/>`);
    expect(Object.isFrozen(first?.namespaces)).toBe(true);
  });

  it("do not grow with the product of declarations and elements", () => {
    const declarations = Array.from({ length: 900 }, (_, index) => `xmlns:p${index}="urn:${index}"`).join(" ");
    const { any: items } = parse(Box, `<b:Box xmlns:b="urn:box" ${declarations}>${"<p1:a/>".repeat(2000)}</b:Box>`);
    expect(items).toHaveLength(2000);
    expect(new Set(items.map(({ namespaces }) => namespaces)).size).toBe(1);
  });

  it("are written as they were", () => {
    const items = read(`<x:a/><x:b>x:text</x:b>`);
    expect(parse(Box, serialize(Box, { any: items })).any.map(({ name }) => name)).toEqual(["a", "b"]);
  });
});

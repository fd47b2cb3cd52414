import { describe, expect, it } from "vitest";
import { ignoreDoctype } from "../../src/xml/doctype/doctype.js";
import { XmlReader } from "../../src/xml/fast/reader.js";
import { seeded } from "../fuzz/xml-mutations.js";
import { mutationKinds, mutations } from "./document-mutations.js";
import { outline, pathOf } from "./document-outline.js";

const text = `<?xml version="1.0"?><!DOCTYPE r [<!ELEMENT r ANY>]>
<r xmlns="urn:t" xmlns:p='urn:p' p:a='>' b="'"><!-- <x> --><c>1</c><p:d e = "2"/><![CDATA[<y>]]><f>3<?g <z>?></f></r>`;

describe("outline", () => {
  const elements = outline(text);

  it("finds elements and attributes, whatever stands between them", () => {
    expect(elements.map(pathOf)).toEqual(["/r", "/r/c", "/r/d", "/r/f"]);
    const attributes = elements.map((element) =>
      element.attributes.map(({ name, valueStart, valueEnd }) => `${name}:${text.slice(valueStart, valueEnd)}`),
    );
    expect(attributes).toEqual([["p:a:>", "b:'"], [], ["e:2"], []]);
  });

  it("knows where each begins and ends", () => {
    expect(elements.slice(1).map(({ start, end }) => text.slice(start, end))).toEqual([
      "<c>1</c>",
      '<p:d e = "2"/>',
      "<f>3<?g <z>?></f>",
    ]);
    expect(elements.slice(1).map(({ startTagEnd, endTagStart }) => text.slice(startTagEnd, endTagStart))).toEqual([
      "1",
      "",
      "3<?g <z>?>",
    ]);
  });
});

describe("mutations", () => {
  const names = { elements: [{ namespace: "urn:t", name: "g" }], types: [{ namespace: "urn:t", name: "T" }] };
  const made = [...mutations(text, names, 400, seeded(1))];

  it("are of every kind, and well-formed", () => {
    const kinds = new Set(made.map(({ label }) => label.replace(/ at .*/, "")));
    expect([...kinds].sort()).toEqual([...mutationKinds].sort());
    for (const mutation of made) {
      const reader = new XmlReader(mutation.text, { doctype: ignoreDoctype });
      expect(() => {
        while (reader.next() !== "eof");
      }, mutation.text).not.toThrow();
    }
  });

  it("are the same for the same seed", () => {
    expect([...mutations(text, names, 400, seeded(1))]).toEqual(made);
  });

  it("change one place", () => {
    const of = (label: string) => made.filter((mutation) => mutation.label === label).map((mutation) => mutation.text);
    expect(of("remove element at /r/d")).toContain(text.replace('<p:d e = "2"/>', ""));
    expect(of("swap elements at /r/c")).toContain(text.replace('<c>1</c><p:d e = "2"/>', '<p:d e = "2"/><c>1</c>'));
    expect(of("misspell attribute at /r/d")).toContain(text.replace("e =", "ex ="));
  });
});

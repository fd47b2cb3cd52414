import { describe, expect, it } from "vitest";
import { bindDocumentation } from "../../../../generator/bind/bind-documentation.js";
import { emitDocs } from "../../../../generator/emit/emit-docs.js";

describe("emitDocs", () => {
  it("says nothing where there is nothing to say", () => {
    expect(emitDocs(bindDocumentation([undefined, "  \n "]), 0)).toBe("");
  });

  it("takes one line where one is enough", () => {
    expect(emitDocs(bindDocumentation(["Ends a call."]), 2)).toBe("  /** Ends a call. */\n");
  });

  it("keeps paragraphs apart, and wraps them", () => {
    const text = emitDocs(bindDocumentation([`One.\n\n${"word ".repeat(40)}`], { origin: "type A in a.xsd" }), 0);
    const lines = text.split("\n");
    expect(lines.slice(0, 4)).toEqual(["/**", " * One.", " *", expect.stringMatching(/^ \* word word/)]);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
    expect(lines.slice(-4)).toEqual([" *", " * @generated from type A in a.xsd", " */", ""]);
  });

  it("cannot be ended, nor be given tags, by the schema", () => {
    const text = emitDocs(
      bindDocumentation(["*/ evil {@link X} <b> @deprecated"], {
        values: [{ value: "a*/b", text: "*/" }],
        rules: ["Pattern `*/`."],
        default: "`*/`",
        origin: "type */ in a.xsd",
      }),
      0,
    );
    expect(text.slice(0, -4)).not.toContain("*/");
    expect(text.match(/(?<!\\)@\w+/g)).toEqual(["@defaultValue", "@generated"]);
  });

  it("lists the values of an enumeration, each on its lines", () => {
    const values = [
      { value: "open", text: "x ".repeat(80).trim() },
      { value: "", text: "" },
    ];
    const lines = emitDocs(bindDocumentation([], { values }), 0).split("\n");
    expect(lines[1]).toMatch(/^ \* - `open`: x x/);
    expect(lines[2]).toMatch(/^ \* {3}x/);
    expect(lines[3]).toBe(' * - `""`');
  });
});

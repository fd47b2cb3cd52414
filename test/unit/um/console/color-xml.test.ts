import { describe, expect, it } from "vitest";
import { colorXml } from "../../../../src/um/console/color-xml.js";

const spell = (text: string, marks?: Parameters<typeof colorXml>[1]) =>
  colorXml(text, marks).map(
    ({ kind, text: part, problem }) => `${kind}${problem === undefined ? "" : `#${problem}`} ${part}`,
  );

describe("a document", () => {
  it("is cut into stretches", () => {
    expect(spell(`<?xml version="1.0"?><a b='c>'>d<!-- <e> --><![CDATA[<f>]]></a>`)).toEqual([
      `declaration <?xml version="1.0"?>`,
      "tag <a",
      "name  b=",
      "value 'c>'",
      "tag >",
      "text d",
      "comment <!-- <e> -->",
      "text <![CDATA[<f>]]>",
      "tag </a",
      "tag >",
    ]);
  });

  it("is marked where the problems are", () => {
    expect(spell("<a>bcd</a>", [{ offset: 4, length: 1 }])).toEqual([
      "tag <a",
      "tag >",
      "text b",
      "text#0 c",
      "text d",
      "tag </a",
      "tag >",
    ]);
    expect(
      spell("<a>b", [
        { offset: 1, length: 3 },
        { offset: 0, length: 2 },
      ]),
    ).toEqual(["tag#1 <a", "tag#0 >", "text#0 b"]);
  });

  it.each([
    "",
    "<",
    "<a",
    "<a b",
    "<a b='",
    "<a b=c>",
    "<!",
    "<!--",
    "<?",
    "< a>",
    "<<<>>>",
    "a<b<c",
    "</",
    "<a/>",
    '<a "b"">',
    "\u0000<\u{1f4de}>",
  ])("that is none, %j, loses nothing", (text) => {
    const marks = [
      { offset: 1, length: 2 },
      { offset: 99, length: 1 },
    ];
    expect(
      colorXml(text)
        .map((segment) => segment.text)
        .join(""),
    ).toBe(text);
    expect(
      colorXml(text, marks)
        .map((segment) => segment.text)
        .join(""),
    ).toBe(text);
  });

  it("of many megabytes takes no longer than it is long", () => {
    for (const unit of ["<", "<a ", "<!--", "'", "<a b='c'>", "]]>"]) {
      const text = unit.repeat(200_000);
      expect(colorXml(text).reduce((sum, segment) => sum + segment.text.length, 0)).toBe(text.length);
    }
  });
});

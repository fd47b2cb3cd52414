import { describe, expect, test } from "vitest";
import { ParseError } from "../../../../src/errors.js";
import { decodeXml } from "../../../../src/xml/stream/decode.js";
import { readXml } from "../../../../src/xml/stream/read-xml.js";

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
  return bytes;
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function declared(encoding: string, text = "<a>\u00e9</a>"): string {
  return `<?xml version="1.0" encoding="${encoding}"?>${text}`;
}

describe("how bytes are encoded", () => {
  test.each<[string, Uint8Array, string]>([
    ["UTF-8 without a word", utf8("<a>\u00e9\u20ac</a>"), "<a>\u00e9\u20ac</a>"],
    ["UTF-8 with a mark", utf8("\ufeff<a>\u00e9</a>"), "<a>\u00e9</a>"],
    ["UTF-8 declared", utf8(declared("utf-8")), declared("utf-8")],
    ["UTF-16 with a mark, big end first", utf16(`\ufeff${declared("UTF-16")}`, false), declared("UTF-16")],
    ["UTF-16 with a mark, little end first", utf16("\ufeff<a>\u00e9</a>", true), "<a>\u00e9</a>"],
    ["UTF-16LE declared", utf16(declared("UTF-16LE"), true), declared("UTF-16LE")],
    ["UTF-16BE declared", utf16(declared("UTF-16BE"), false), declared("UTF-16BE")],
    [
      "ISO-8859-1, whose 0x80 is U+0080",
      latin1(declared("ISO-8859-1", "<a>\x80\xe9</a>")),
      declared("ISO-8859-1", "<a>\x80\xe9</a>"),
    ],
    [
      "windows-1252, whose 0x80 is the euro",
      latin1(declared("windows-1252", "<a>\x80</a>")),
      declared("windows-1252", "<a>\u20ac</a>"),
    ],
    ["ASCII", latin1(declared("US-ASCII", "<a/>")), declared("US-ASCII", "<a/>")],
    ["Shift_JIS", latin1(declared("Shift_JIS", "<a>\x83\x65</a>")), declared("Shift_JIS", "<a>\u30c6</a>")],
  ])("%s", (_, bytes, text) => {
    expect(decodeXml(bytes)).toBe(text);
    expect(decodeXml(new Uint8Array([0, ...bytes]).subarray(1))).toBe(text);
  });

  test("what is said outside comes first", () => {
    expect(decodeXml(latin1(declared("UTF-8")), { encoding: "ISO-8859-1" })).toBe(declared("UTF-8"));
    const texts: string[] = [];
    for (const { kind, text } of readXml(latin1("<a>\xe9</a>"), { encoding: "ISO-8859-1" })) {
      if (kind === "text") texts.push(text);
    }
    expect(texts).toEqual(["\u00e9"]);
  });

  test.each<[Uint8Array, string, number]>([
    [utf8(declared("none-such")), "the encoding none-such is not known", 1],
    [latin1("<a>\n\xe9</a>"), "found the byte 0xe9 at 4, where utf-8 does not allow it", 2],
    [latin1("<a>\xe2\x82"), "found the byte 0xe2 at 3, where utf-8 does not allow it", 1],
    [latin1(declared("ASCII", "\n<a>\xe9</a>")), "found the byte 0xe9, which ascii does not allow", 2],
    [utf16(`\ufeff${declared("UTF-8")}`, true), "the bytes are utf-16le; the document calls itself utf-8", 1],
    [utf8(declared("UTF-16")), "the document calls itself utf-16; its bytes have no byte order mark and are not", 1],
    [
      utf8(`\ufeff${declared("ISO-8859-1")}`),
      "the bytes begin with the mark of UTF-8; the document calls itself iso-8859-1",
      1,
    ],
    [
      Uint8Array.of(0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0),
      "the bytes are UTF-32, which is not supported; expected UTF-8 or UTF-16",
      1,
    ],
    [
      Uint8Array.of(0x4c, 0x6f, 0xa7, 0x94),
      "the bytes are EBCDIC, which is not supported; expected UTF-8 or UTF-16",
      1,
    ],
  ])("%# is refused: %s", (bytes, reason, line) => {
    let error: unknown;
    try {
      decodeXml(bytes, { file: "f.xml" });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(ParseError);
    expect(error).toMatchObject({ code: "xml-encoding", reason, location: { line } });
  });
});

import { describe, expect, test } from "vitest";
import { ParseError } from "../../../../src/errors.js";
import { ignoreDoctype } from "../../../../src/xml/doctype/doctype.js";
import type { XmlReader } from "../../../../src/xml/fast/reader.js";
import { clarkName } from "../../../../src/xml/names.js";
import { readXml } from "../../../../src/xml/stream/read-xml.js";
import { XmlStream, type XmlStreamOptions } from "../../../../src/xml/stream/stream.js";

function describeEvent(reader: XmlReader): string {
  const { kind, name, prefix, depth, location } = reader;
  let line = `${depth} ${kind} ${prefix}|${clarkName(name)} @${location.line}:${location.column}+${location.offset}`;
  if (kind === "start") {
    const { attributes } = reader;
    for (let index = 0; index < attributes.length; index++) {
      const place = attributes.valueLocation(index);
      line += ` ${clarkName(attributes.name(index))}=${attributes.value(index)}@${place.line}:${place.column}`;
    }
    line += ` ${JSON.stringify(reader.namespaceDeclarations)}`;
  } else if (kind !== "end") {
    line += ` ${JSON.stringify(reader.text)}`;
  }
  return line;
}

/** The events of a document, and how it ends. */
function whole(source: string | Uint8Array): string[] {
  const lines: string[] = [];
  try {
    for (const reader of readXml(source, { doctype: ignoreDoctype })) lines.push(describeEvent(reader));
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    lines.push(error.message);
  }
  return lines;
}

async function streamed(chunks: Iterable<string | Uint8Array>, options: XmlStreamOptions = {}): Promise<string[]> {
  const lines: string[] = [];
  try {
    for await (const reader of readXml(chunks, { doctype: ignoreDoctype, windowLength: 1, ...options })) {
      lines.push(describeEvent(reader));
    }
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    lines.push(error.message);
  }
  return lines;
}

const documents = [
  '\ufeff<?xml version="1.0"?>\r\n<!-- c -->\r\n<a xmlns="u" x = "1&lt;2\n"\r\n y=\'\'>t&#x10FFFF;<b/>\r\r\n<![CDATA[<]]&]]>\ud83d\ude00</a >\n<?p d?>\n',
  '<!DOCTYPE a [<!ENTITY e "1<b>2</b>3"> <!ENTITY % p "<!ELEMENT a ANY>"> %p; <!ATTLIST b c NMTOKEN " d " #IMPLIED>]><a/>',
  '<!DOCTYPE a [<!ENTITY e "1<b>2</b>3"> <!ENTITY % p "<!ELEMENT a (#PCDATA|b)*>"> %p; <!ATTLIST b c NMTOKENS " d  e ">]>' +
    "<a>x&e;y<p:c xmlns:p='v'>&e;&e;</p:c></a>",
  "<a><b xmlns:p='u'><p:c/></b><p:d/></a>",
  "<a>]]</a>",
  "<a>]]></a>",
  "<a><b></a></b>",
  "<a><![CDAT[x]]></a>",
  "<a>text &unknown; text</a>",
  "<a b='1' b='2'/>",
  "<a/><b/>",
  "<a>unfinished",
  "",
];

/** The place of a start tag is in the message for as long as its text is held. */
function withoutStartTag(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(/ for line \d+, column \d+/, ""));
}

describe("a document in pieces reads as the whole", () => {
  test.each(documents)("%j", async (text) => {
    const expected = withoutStartTag(whole(text));
    expect(withoutStartTag(await streamed([text]))).toEqual(expected);
    expect(withoutStartTag(await streamed([...text]))).toEqual(expected);
    for (let at = 1; at < text.length; at++) {
      expect(withoutStartTag(await streamed([text.slice(0, at), text.slice(at)]))).toEqual(expected);
    }
  });

  test("as bytes too, cut inside characters", async () => {
    const text = `<?xml version="1.0" encoding="UTF-8"?><a>é€\ud83d\ude00</a>`;
    const bytes = new TextEncoder().encode(text);
    const expected = whole(text);
    expect(await streamed([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(expected);
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(bytes.subarray(0, 44));
        controller.enqueue(bytes.subarray(44));
        controller.close();
      },
    });
    const lines: string[] = [];
    for await (const reader of readXml(stream)) lines.push(describeEvent(reader));
    expect(lines).toEqual(expected);
  });
});

test("a step that the window's end interrupts begins again where it was", async () => {
  const stream = new XmlStream("<a>1<b>2</b><b>3</b></a>", { windowLength: 1 });
  await stream.step((reader) => reader.next());
  const texts: string[] = [];
  for (let found = 0; found < 2; found++) {
    texts.push(
      await stream.step((reader) => {
        while (reader.next() !== "start");
        return reader.elementText() ?? "";
      }),
    );
  }
  expect(texts).toEqual(["2", "3"]);
});

test("outside a step the reader of a stream does not move beyond its text", async () => {
  const reading = (async () => {
    for await (const reader of readXml(["<a>some text", "<b/></a>"], { windowLength: 1 })) reader.skip();
  })();
  await expect(reading).rejects.toThrow(new TypeError("the reader of a stream is moved by XmlStream.step only"));
});

test("the source is given back when the loop is left", async () => {
  let closed = 0;
  const source = (function* () {
    try {
      for (;;) yield "<a>";
    } finally {
      closed++;
    }
  })();
  for await (const reader of readXml(source, { windowLength: 1 })) if (reader.depth === 3) break;
  expect(closed).toBe(1);
});

test("no more text is taken in than is needed", async () => {
  let taken = 0;
  const source = (function* () {
    yield "<a>";
    for (let index = 0; index < 20_000; index++) {
      const piece = `<b c="${index}">text</b>`;
      taken += piece.length;
      yield piece;
    }
    yield "</a>";
  })();
  let most = 0;
  for await (const reader of readXml(source, { windowLength: 1_000 })) {
    most = Math.max(most, taken - (reader.location.offset ?? 0));
  }
  expect(most).toBeLessThan(3_000);
});

test("what one event may hold is limited, and what a document may", async () => {
  const endless = (function* () {
    yield "<a>";
    for (;;) yield "text without end ";
  })();
  expect((await streamed(endless, { limits: { maxWindowLength: 10_000 } })).at(-1)).toMatch(
    /^xml-limit: one event or item of the stream is longer than 10000; the option limits.maxWindowLength allows more/,
  );
  expect((await streamed("<a>text</a>", { limits: { maxLength: 5 } })).at(-1)).toMatch(
    /^xml-limit: the document is longer/,
  );
});

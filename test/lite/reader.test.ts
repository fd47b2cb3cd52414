import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ParseError } from "../../src/errors.js";
import { Reader, type StartTag } from "../../src/lite/reader.js";
import { XmlReader } from "../../src/xml/fast/reader.js";
import { clarkName } from "../../src/xml/names.js";
import { decodeXml } from "../../src/xml/stream/decode.js";
import { suiteTests } from "../conformance/xml-suite.js";
import { mutate, seeded, seeds } from "../fuzz/xml-mutations.js";

/** What a reader finds in a document: a line for each tag and text, and the code of the error that ends it. */
type Reading = (text: string) => { readonly lines: readonly string[]; readonly error: ParseError | undefined };

function reading(run: (text: string, lines: string[]) => void): Reading {
  return (text) => {
    const lines: string[] = [];
    try {
      run(text, lines);
      return { lines, error: undefined };
    } catch (error) {
      if (error instanceof ParseError) return { lines, error };
      throw error;
    }
  };
}

const full = reading((source, lines) => {
  // As long as the names of the W3C's suite are.
  const reader = new XmlReader(source, { limits: { maxNameLength: 100_000 } });
  let text = "";
  for (let kind = reader.next(); kind !== "eof"; kind = reader.next()) {
    if (kind === "text") text += reader.text;
    if (kind !== "start" && kind !== "end") continue;
    if (text !== "") lines.push(JSON.stringify(text));
    text = "";
    const { attributes } = reader;
    const count = kind === "end" ? 0 : attributes.length;
    const given = Array.from(
      { length: count },
      (_, index) => ` ${clarkName(attributes.name(index))}=${attributes.value(index)}`,
    );
    lines.push(kind === "end" ? "end" : clarkName(reader.name) + given.join(""));
  }
});

const small = reading((source, lines) => {
  const reader = new Reader(source, undefined);
  const enter = (tag: StartTag) => {
    lines.push(
      clarkName(tag) + tag.attributes.map((attribute) => ` ${clarkName(attribute)}=${attribute.value}`).join(""),
    );
    reader.enter(tag);
  };
  if (reader.tag !== undefined) enter(reader.tag);
  while (reader.depth > 0) {
    const text = reader.characters();
    if (text !== "") lines.push(JSON.stringify(text));
    if (reader.tag !== undefined) {
      enter(reader.tag);
    } else {
      lines.push("end");
      reader.leave();
    }
  }
  reader.finish();
});

/** How the small reader's reading of a document is another one than that of the full reader. */
function difference(text: string): string | undefined {
  const [one, other] = [full(text), small(text)];
  // Where a document has two mistakes, they may find another one first.
  if ((one.error === undefined) !== (other.error === undefined)) {
    return `${one.error?.message ?? "accepted"}; the small reader: ${other.error?.message ?? "accepted"}`;
  }
  if (one.error !== undefined) return undefined;
  const at = one.lines.findIndex((line, index) => line !== other.lines[index]);
  return at === -1 && one.lines.length === other.lines.length
    ? undefined
    : `${one.lines[at]}; the small reader: ${other.lines[at]}`;
}

test("the documents of the W3C's suite are to the small reader what they are to the full one", () => {
  const found: string[] = [];
  for (const { file, id } of suiteTests()) {
    let text: string;
    try {
      text = decodeXml(readFileSync(file));
    } catch (error) {
      if (error instanceof ParseError) continue;
      throw error;
    }
    const problem = difference(text);
    if (problem !== undefined) found.push(`${id}: ${problem}`);
  }
  expect(found).toEqual([]);
});

test("so are mutated documents", () => {
  const random = seeded(11);
  const found: string[] = [];
  for (let count = 0; count < 30_000; count++) {
    const text = mutate(seeds[random(seeds.length)] ?? "", random);
    const problem = difference(text);
    if (problem !== undefined) found.push(`${JSON.stringify(text)}: ${problem}`);
  }
  expect(found).toEqual([]);
});

test("names have the same characters", () => {
  const wrong: string[] = [];
  for (let code = 0x21; code < 0x110000; code += code < 0x3100 ? 1 : 7) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const character = String.fromCodePoint(code);
    for (const text of [`<${character}/>`, `<a${character}/>`, `<a:${character} xmlns:a="u"/>`]) {
      if (difference(text) !== undefined) wrong.push(text);
    }
  }
  expect(wrong).toEqual([]);
});

test("a document that never ends a thing is refused in no time", () => {
  const many = "<a>".repeat(100_000);
  for (const text of [
    many,
    `<a ${'b="1" '.repeat(100_000)}`,
    `<a>${"&#1".repeat(100_000)}`,
    `<a>${"<!--".repeat(100_000)}`,
    `<?xml ${" ".repeat(100_000)}`,
  ]) {
    expect(small(text).error).toBeInstanceOf(ParseError);
  }
});

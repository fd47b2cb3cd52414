import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ParseError, type SourceLocation } from "../../../../src/errors.js";
import { CompactReader } from "../../../../src/xml/compact/reader.js";
import { XmlReader } from "../../../../src/xml/fast/reader.js";
import { clarkName } from "../../../../src/xml/names.js";
import type { NamespaceDeclaration, XmlEventSource } from "../../../../src/xml/ports.js";
import { decodeXml } from "../../../../src/xml/stream/decode.js";
import { suiteTests } from "../../../conformance/xml-suite.js";
import { mutate, seeded, seeds } from "../../../fuzz/xml-mutations.js";

/** What a reader finds in a document: a line for each event, and the error that ends it. */
interface Reading {
  readonly lines: readonly string[];
  readonly error: ParseError | undefined;
}

type Open = (text: string) => XmlEventSource;

// As long as the names of the W3C's suite are.
const openFast: Open = (text) => new XmlReader(text, { limits: { maxNameLength: 100_000 } });
const openCompact: Open = (text) => new CompactReader(text);

function reading(source: XmlEventSource, read: (source: XmlEventSource, lines: string[]) => void): Reading {
  const lines: string[] = [];
  try {
    read(source, lines);
    return { lines, error: undefined };
  } catch (error) {
    if (error instanceof ParseError) return { lines, error };
    throw error;
  }
}

/** Event by event. */
function readAll(source: XmlEventSource, lines: string[]): void {
  while (source.next() !== "eof") {
    if (source.kind !== "comment" && source.kind !== "instruction") lines.push(describeEvent(source));
  }
}

/** By the moves that pass over events: the text of elements, and every third element skipped. */
function readInHaste(source: XmlEventSource, lines: string[]): void {
  let count = 0;
  source.next();
  while (source.kind !== "eof") {
    if (source.kind === "start") {
      if (++count % 3 === 0) source.skip();
      const text = source.kind === "start" ? source.elementText() : "skipped";
      lines.push(`${JSON.stringify(text ?? source.skippedText)} ${describeEvent(source)}`);
      if (source.kind === "start") continue;
    }
    source.next();
  }
}

/** Nothing but the error. */
function readOver(source: XmlEventSource): void {
  while (source.next() !== "eof");
}

/** All that a source says of its event, with the line and the column where it begins. */
function describeEvent(source: XmlEventSource): string {
  const { kind, depth, name, prefix, attributes } = source;
  const event = `${place(source.location)} ${kind} at depth ${depth}`;
  if (kind === "text") return `${event} ${JSON.stringify(source.text)}`;
  const tag = `${event} ${prefix}:${clarkName(name)}`;
  if (kind === "end") return tag;
  const given = Array.from({ length: attributes.length }, (_, index) => {
    const attribute = attributes.name(index);
    const found = attributes.indexOf(attribute) === index && attributes.get(attribute) === attributes.value(index);
    const places = `${place(attributes.location(index))} ${place(attributes.valueLocation(index))}`;
    const spelled = `${attributes.prefix(index)}:${clarkName(attribute)}=${JSON.stringify(attributes.value(index))}`;
    return ` ${places} ${spelled}${found ? "" : ", not found"}`;
  });
  const declared = describeDeclarations(source.namespaceDeclarations);
  const inScope = source.namespacesInScope();
  const wrong = inScope.filter((each) => source.lookupNamespace(each.prefix) !== each.namespace);
  const others = ["", "xml", "p", "unheard"].map((each) => source.lookupNamespace(each));
  return `${tag}${given.join("")} declares ${declared} among ${describeDeclarations(inScope)} ${others}, wrong: ${wrong}`;
}

function place({ line, column }: SourceLocation): string {
  return `${line}:${column}`;
}

/** In whatever order they come. */
function describeDeclarations(declarations: readonly NamespaceDeclaration[]): string {
  return JSON.stringify(declarations.map(({ prefix, namespace }) => `${prefix}=${namespace}`).sort());
}

/** How the compact reader's reading of a document is another one than that of the fast reader. */
function difference(text: string): string | undefined {
  for (const read of [readAll, readInHaste]) {
    const [one, other] = [reading(openFast(text), read), reading(openCompact(text), read)];
    // Where a document has two mistakes, they may find another one first.
    if ((one.error === undefined) !== (other.error === undefined)) {
      return `${one.error?.message ?? "accepted"}; the compact reader: ${other.error?.message ?? "accepted"}`;
    }
    if (one.error !== undefined) continue;
    const at = one.lines.findIndex((line, index) => line !== other.lines[index]);
    if (at !== -1) return `${one.lines[at]}; the compact reader: ${other.lines[at]}`;
    if (other.lines.length > one.lines.length) return `the compact reader: ${other.lines[one.lines.length]}`;
  }
  return undefined;
}

const isAccepted = (text: string, open = openCompact): boolean => reading(open(text), readOver).error === undefined;

test("the documents of the W3C's suite are to the compact reader what they are to the fast one", () => {
  const found: string[] = [];
  let accepted = 0;
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
    else if (isAccepted(text)) accepted++;
  }
  expect(found).toEqual([]);
  expect(accepted).toBeGreaterThan(100);
});

test("so are mutated documents", () => {
  const random = seeded(11);
  const found: string[] = [];
  let accepted = 0;
  for (let count = 0; count < 30_000; count++) {
    const text = mutate(seeds[random(seeds.length)] ?? "", random);
    const problem = difference(text);
    if (problem !== undefined) found.push(`${JSON.stringify(text)}: ${problem}`);
    else if (isAccepted(text)) accepted++;
  }
  expect(found).toEqual([]);
  expect(accepted).toBeGreaterThan(1_500);
});

test("names have the same characters", () => {
  const wrong: string[] = [];
  for (let code = 0x21; code < 0x110000; code += code < 0x3100 ? 1 : 17) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const character = String.fromCodePoint(code);
    for (const text of [`<${character}/>`, `<a${character}/>`, `<a:${character} xmlns:a="u"/>`]) {
      if (isAccepted(text) !== isAccepted(text, openFast)) wrong.push(text);
    }
  }
  expect(wrong).toEqual([]);
});

test("an error has the code and the place that the fast reader gives it", () => {
  const wrong: string[] = [];
  for (const text of [
    ...["", "a", "<a ", "<a>", "<a></b>", "<a/><a/>", "<a/>x", "<a>&b;</a>", "<a>&#0;</a>", "<a>]]></a>", "<a b='<'/>"],
    ...[
      "<a b/>",
      "<a b=c/>",
      "<a b='1' b='2'/>",
      "<a b='1'c='2'/>",
      "<a>\n <!-- -- --></a>",
      "<a><!x></a>",
      "<a>\r\n\u0000</a>",
    ],
    ...[
      "<?xml?><a/>",
      "<a><?xml v?></a>",
      "<a><?b:c?></a>",
      "<a><?b%?></a>",
      "<!DOCTYPE a><a/>",
      "<a\r>\r\n<b c='\ufffe'/></a>",
    ],
    ...["<p:a/>", "<a p:b=''/>", "<:a/>", "<a:b:c/>", "<a xmlns:p=''/>", "<a xmlns:xmlns='u'/>", "<a xmlns:xml='u'/>"],
    ...["<a xmlns:p='u' xmlns:q='u' p:b='' q:b=''/>", "<a xmlns='http://www.w3.org/2000/xmlns/'/>", "<a>".repeat(300)],
    `<a ${Array.from({ length: 1_001 }, (_, index) => `a${index}=''`).join(" ")}/>`,
  ]) {
    const [one, other] = [openFast, openCompact].map((open) => {
      const { error } = reading(open(text), readOver);
      return error === undefined ? "accepted" : `${error.code} at ${error.location && place(error.location)}`;
    });
    if (one !== other || one === "accepted") wrong.push(`${text.slice(0, 100)}: ${one}; the compact reader: ${other}`);
  }
  expect(wrong).toEqual([]);
});

test("prefixes that JavaScript has other things under are prefixes", () => {
  for (const prefix of ["__proto__", "constructor", "toString", "hasOwnProperty"]) {
    expect(difference(`<${prefix}:a xmlns:${prefix}="u" ${prefix}:b="1"><c xmlns:${prefix}="v"/></${prefix}:a>`)).toBe(
      undefined,
    );
    expect(isAccepted(`<${prefix}:a/>`)).toBe(false);
  }
});

test("a document that never ends a thing is refused in no time", () => {
  for (const text of [
    "<a>".repeat(100_000),
    `<a ${'b="1" '.repeat(100_000)}`,
    `<a>${"&#1".repeat(100_000)}`,
    `<a>${"<!--".repeat(100_000)}`,
    `<?xml ${" ".repeat(100_000)}`,
  ]) {
    expect(isAccepted(text)).toBe(false);
  }
});

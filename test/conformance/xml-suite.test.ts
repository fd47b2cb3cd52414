import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ParseError } from "../../src/errors.js";
import { ignoreDoctype } from "../../src/xml/doctype/doctype.js";
import { XmlReader } from "../../src/xml/fast/reader.js";
import { decodeXml } from "../../src/xml/stream/decode.js";
import { canonicalForm } from "./xml-canonical.js";
import { type SuiteTest, suiteTests } from "./xml-suite.js";

const tests = suiteTests();
const applicable = tests.filter(({ otherVersion }) => otherVersion === undefined);

/** Identifiers of tests, each with the reason why we do not give the verdict that the suite expects. */
const expectedFailures = new Map(
  readFileSync(new URL("xml-expected-failures.txt", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => [line.slice(0, line.indexOf("\t")), line.slice(line.indexOf("\t") + 1)] as const),
);

/** `undefined` where the document is accepted. */
function read({ file, id }: SuiteTest): ParseError | undefined {
  try {
    const reader = new XmlReader(decodeXml(readFileSync(file)), {
      doctype: ignoreDoctype,
      file: id,
      // The suite has names as long as the alphabet of all names.
      limits: { maxNameLength: 100_000 },
    });
    while (reader.next() !== "eof");
    return undefined;
  } catch (error) {
    if (error instanceof ParseError) return error;
    throw error;
  }
}

test("the suite is all there", () => {
  expect(tests.length).toBe(2585);
  expect(applicable.length).toBe(2001);
});

test("every test gives the expected verdict, or is listed with a reason", () => {
  const unexpected: string[] = [];
  for (const suiteTest of applicable) {
    const error = read(suiteTest);
    const { id, type } = suiteTest;
    const wrong = type === "error" ? false : (error === undefined) === (type === "not-wf");
    if (wrong !== expectedFailures.has(id)) unexpected.push(`${id} (${type}): ${error?.message ?? "accepted"}`);
  }
  expect(unexpected).toEqual([]);
});

test("every listed test exists", () => {
  const ids = new Set(applicable.map(({ id }) => id));
  expect([...expectedFailures.keys()].filter((id) => !ids.has(id))).toEqual([]);
});

test("every refusal has a place", () => {
  const nowhere = applicable.filter((suiteTest) => {
    const error = read(suiteTest);
    return error !== undefined && (error.location === undefined || !(error.location.line >= 1));
  });
  expect(nowhere).toEqual([]);
});

test("what is read is what the suite says the document holds", () => {
  const wrong: string[] = [];
  let compared = 0;
  for (const suiteTest of applicable) {
    const { id, output } = suiteTest;
    if (output === undefined || expectedFailures.has(id) || suiteTest.entities !== "none") continue;
    if (suiteTest.type !== "valid" && suiteTest.type !== "invalid") continue;
    compared++;
    const expected = decodeXml(readFileSync(output))
      // The second canonical form has the notations, and the instructions of the internal subset before them: neither
      // is an event of a reader.
      .replace(/^(?:<\?[^>]*\?>)*<!DOCTYPE[^[]*\[[^\]]*\]>\n/, "");
    const found = canonicalForm(decodeXml(readFileSync(suiteTest.file)));
    if (found !== expected) wrong.push(`${id}\n${found}\n${expected}`);
  }
  expect(wrong).toEqual([]);
  expect(compared).toBeGreaterThan(150);
});

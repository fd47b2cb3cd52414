import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSchemas } from "../../../../../generator/interpret/read-schemas.js";
import { nodeFiles } from "../../../../../generator/load/node-files.js";
import { diff } from "../../../../../generator/questions/diff/diff.js";
import { printDiff } from "../../../../../generator/questions/diff/print-diff.js";
import { type ReadComponents, readComponents } from "../../../../../generator/questions/read-components.js";
import { sampleDocument } from "../../../../../generator/questions/sample/sample.js";
import { validateXml } from "../../../../../src/verbs/validate-xml.js";
import { xmlName } from "../../../../../src/xml/names.js";
import { root } from "../../../../project-root.js";

const folder = `${root}/../shared/data/ews`;
const [old, now] = ["v2010_SP2", "v2018_01_08"].map((version) => `${folder}/${version}/services.wsdl`) as [
  string,
  string,
];

// The schemas of Exchange are not part of this project: without them there is nothing to compare.
describe.skipIf(!existsSync(old))("Exchange Web Services, 2010 and 2018", () => {
  const files = nodeFiles(folder);

  it("has a changelog that names what a person would", async () => {
    const difference = diff(await readComponents([old], files), await readComponents([now], files));
    const text = printDiff(difference, "2010", "2018");
    expect(text).toContain(
      "### FindFolder, FindItem, GetFolder, ExportItems, GetItem\n\n- the request may have the header ManagementRole",
    );
    expect(text).toContain(
      "- elements FieldURI, IndexedFieldURI, ExtendedFieldURI no longer repeatable — **breaks writers**",
    );
    expect(text).toMatch(/Operations \(63\): `CreateFolderPath`/);
    expect(difference.breaks).toEqual({ writers: true, readers: true });
  });

  it("accepts samples of one version by the other where it says so", async () => {
    const [before, after] = [await readComponents([old], files), await readComponents([now], files)];
    const { documents } = diff(before, after);
    const registries = {
      old: (await readSchemas([old], files)).schema,
      now: (await readSchemas([now], files)).schema,
    };
    const forWriters = documents.filter(({ breaks }) => !breaks.writers);
    const forReaders = documents.filter(({ breaks }) => !breaks.readers);
    expect(Math.min(forWriters.length, forReaders.length)).toBeGreaterThan(30);
    const refused = [
      ...check(forWriters, before, registries.now, "old documents"),
      ...check(forReaders, after, registries.old, "new documents"),
    ];
    expect(refused).toEqual([]);
    // The check can fail: what is said to break does break for some sample.
    const broken = documents.filter(({ breaks }) => breaks.readers);
    expect(check(broken, after, registries.old, "new documents").length).toBeGreaterThan(10);
  });
});

function check(
  documents: readonly { readonly namespace: string; readonly name: string }[],
  { schemas }: ReadComponents,
  schema: Parameters<typeof validateXml>[0],
  what: string,
): readonly string[] {
  return documents.flatMap(({ namespace, name }) => {
    const element = schemas.elements.get(xmlName(namespace, name));
    if (element === undefined) return [`${name} is not there`];
    return (["minimal", "maximal", "random"] as const).flatMap((kind) =>
      validateXml(schema, sampleDocument(schemas, element, { kind })).map(
        ({ message }) => `${what}: ${name}: ${message}`,
      ),
    );
  });
}

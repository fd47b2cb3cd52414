import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Issue } from "../../src/errors.js";
import { xmlName } from "../../src/xml/names.js";
import { XmlWriter } from "../../src/xml/writer.js";
import { attributeOf } from "../load/attributes.js";
import type { SourceDocument } from "../load/document.js";
import { type LoadOptions, load } from "../load/load.js";
import { xsdNamespace } from "../load/namespaces.js";
import { isXsd } from "../load/source-names.js";

/** What another processor says of schemas that this one accepts. */
export interface Verdict {
  /** What it finds fault with; empty where the two agree. */
  readonly issues: readonly Issue[];
  /** Documents that it could not be given: schemas inside of WSDL files. */
  readonly skipped: readonly string[];
}

/**
 * Has libxml2 compile the schemas too.
 *
 * @throws Error where libxmljs2 is not installed
 */
export async function verify(entries: readonly string[], options: LoadOptions): Promise<Verdict> {
  const { documents } = await load(entries, options);
  const { default: libxml } = await import("libxmljs2");
  const schemas = documents.filter(({ root }) => isXsd(root, "schema"));
  const skipped = documents.filter(({ root }) => !isXsd(root, "schema")).map(({ file }) => file);
  if (schemas.length === 0) return { issues: [], skipped };
  const folder = await mkdtemp(join(tmpdir(), "xsdsmith-verify-"));
  try {
    const driver = libxml.parseXml(await importAll(schemas, folder), { baseUrl: options.base });
    // Any document will do: the schemas are compiled first.
    libxml.parseXml("<none/>").validate(driver);
    return { issues: [], skipped };
  } catch (error) {
    const reason = error instanceof Error ? error.message.trim() : String(error);
    const message = `libxml2 does not accept the schemas: ${reason}`;
    return { issues: [{ code: "xsd-libxml2", message, severity: "warning" }], skipped };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * A schema that imports the others: libxml2 takes one document for each namespace, which includes the rest. Those that
 * came with the generator are put into the folder, and come first: others import them without saying where they are.
 */
async function importAll(schemas: readonly SourceDocument[], folder: string): Promise<string> {
  const locations = new Map<string, string>();
  for (const isLocal of [false, true]) {
    for (const { root, uri, text } of schemas) {
      const namespace = attributeOf(root, "targetNamespace")?.value ?? "";
      if (uri.startsWith("file:") !== isLocal || locations.has(namespace)) continue;
      const copy = join(folder, `${locations.size}.xsd`);
      if (!isLocal) await writeFile(copy, text);
      locations.set(namespace, isLocal ? uri : pathToFileURL(copy).href);
    }
  }
  const writer = new XmlWriter({ prefixes: { [xsdNamespace]: "xs" } });
  writer.startElement(xmlName(xsdNamespace, "schema"));
  writer.attribute(xmlName("", "targetNamespace"), "urn:xsdsmith:verify");
  for (const [namespace, location] of locations) {
    writer.startElement(xmlName(xsdNamespace, "import"));
    if (namespace !== "") writer.attribute(xmlName("", "namespace"), namespace);
    writer.attribute(xmlName("", "schemaLocation"), location);
    writer.endElement();
  }
  writer.endElement();
  return writer.toString();
}

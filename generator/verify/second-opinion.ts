import { xmlName } from "../../src/xml/names.js";
import { XmlWriter } from "../../src/xml/writer.js";
import { attributeOf } from "../load/attributes.js";
import type { LoadedDocuments, SourceDocument } from "../load/document.js";
import { xsdNamespace } from "../load/namespaces.js";
import { isXsd } from "../load/source-names.js";

/** What libxml2 finds wrong with a document; nothing where it accepts it. */
export type SecondOpinion = (text: string) => readonly string[];

/**
 * Libxml2 with the schemas, by libxmljs2 or, where that is not installed, by libxml2-wasm.
 *
 * @param base - the URI of a folder that locations may be relative to
 * @throws Error where neither is installed
 */
export async function secondOpinion({ documents }: LoadedDocuments, base: string): Promise<SecondOpinion> {
  const schemas = documents.filter(({ root, uri }) => isXsd(root, "schema") && uri.startsWith("file:"));
  const schema = importAll(schemas);
  try {
    const { default: libxml } = await import("libxmljs2");
    return byLibxmljs(libxml, schema, base);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  try {
    return byWasm(await import("libxml2-wasm"), await import("libxml2-wasm/lib/nodejs.mjs"), schema, base);
  } catch (error) {
    if (!isMissing(error)) throw error;
    const message =
      "a second opinion needs libxml2: npm install --save-dev libxmljs2, or libxml2-wasm without native code";
    throw new Error(message, { cause: error });
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND";
}

type Libxmljs = typeof import("libxmljs2");

function byLibxmljs(libxml: Libxmljs, schema: string, base: string): SecondOpinion {
  const compiled = libxml.parseXml(schema, { baseUrl: base });
  return (text) => {
    try {
      const document = libxml.parseXml(text, { huge: true });
      return document.validate(compiled)
        ? []
        : document.validationErrors.map(({ message }: { readonly message: string }) => message.trim());
    } catch (error) {
      // An ill-formed document, or schemas that it does not compile.
      return [error instanceof Error ? error.message.trim() : String(error)];
    }
  };
}

function byWasm(
  wasm: typeof import("libxml2-wasm"),
  node: typeof import("libxml2-wasm/lib/nodejs.mjs"),
  schema: string,
  base: string,
): SecondOpinion {
  node.xmlRegisterFsInputProviders();
  const validator = wasm.XsdValidator.fromDoc(wasm.XmlDocument.fromString(schema, { url: base }));
  return (text) => {
    let document: InstanceType<typeof wasm.XmlDocument> | undefined;
    try {
      document = wasm.XmlDocument.fromString(text, { option: wasm.ParseOption.XML_PARSE_HUGE });
      validator.validate(document);
      return [];
    } catch (error) {
      if (!(error instanceof wasm.XmlLibError)) throw error;
      return error.details.length === 0 ? [error.message] : error.details.map(({ message }) => message.trim());
    } finally {
      document?.dispose();
    }
  };
}

/** A schema that imports the others: libxml2 takes one document for each namespace, which includes the rest. */
function importAll(schemas: readonly SourceDocument[]): string {
  const byNamespace = new Map<string, string>();
  for (const { root, uri } of schemas) {
    const namespace = attributeOf(root, "targetNamespace")?.value ?? "";
    if (!byNamespace.has(namespace)) byNamespace.set(namespace, uri);
  }
  const writer = new XmlWriter({ prefixes: { [xsdNamespace]: "xs" } });
  writer.startElement(xmlName(xsdNamespace, "schema"));
  writer.attribute(xmlName("", "targetNamespace"), "urn:xsdsmith:second-opinion");
  for (const [namespace, uri] of byNamespace) {
    writer.startElement(xmlName(xsdNamespace, "import"));
    if (namespace !== "") writer.attribute(xmlName("", "namespace"), namespace);
    writer.attribute(xmlName("", "schemaLocation"), uri);
    writer.endElement();
  }
  writer.endElement();
  return writer.toString();
}

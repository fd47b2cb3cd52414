import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { XMLParser } from "fast-xml-parser";
import { ParseOption, XmlDocument, XsdValidator } from "libxml2-wasm";
import { xmlRegisterFsInputProviders } from "libxml2-wasm/lib/nodejs.mjs";
import libxmljs from "libxmljs2";
import { readSchemas } from "../generator/interpret/read-schemas.js";
import { nodeFiles } from "../generator/load/node-files.js";
import type { ElementDescriptor } from "../src/schema/descriptors.js";
import { parse } from "../src/verbs/parse.js";
import { validateXml } from "../src/verbs/validate-xml.js";

/** A way to take in a document of the Exchange-like schema; false where it finds the document invalid. */
export interface Contestant {
  readonly name: string;
  readonly run: (text: string) => boolean;
}

export const schemaFolder: string = join(process.cwd(), "bench/schemas");
export const schemaFile: string = join(schemaFolder, "exchange-envelope.xsd");

/**
 * Ours first, then the others.
 *
 * @param modules - a folder whose `node_modules` may hold the packages that the project does not depend on
 */
export async function contestants(modules: string | undefined): Promise<readonly Contestant[]> {
  return [...(await ours()), ...libxmljs2(), ...libxml2Wasm(), ...(await nodeSoap(modules)), ...fastXmlParser()];
}

export async function ours(): Promise<readonly Contestant[]> {
  const { components, schema } = await readSchemas([schemaFile], nodeFiles());
  const envelope = [...(components.elements ?? [])].find(({ name }) => name === "Envelope") as ElementDescriptor;
  return [
    {
      name: "parse",
      run: (text) => parse(envelope, text) !== undefined,
    },
    {
      name: "parse, validation off",
      run: (text) => parse(envelope, text, { validation: "off" }) !== undefined,
    },
    { name: "validateXml", run: (text) => validateXml(schema, text).length === 0 },
  ];
}

function libxmljs2(): readonly Contestant[] {
  const schema = libxmljs.parseXml(readFileSync(schemaFile, "utf8"), { baseUrl: schemaFile });
  return [
    {
      name: "libxmljs2 parse + validate",
      run: (text) => libxmljs.parseXml(text, { huge: true }).validate(schema) === true,
    },
  ];
}

function libxml2Wasm(): readonly Contestant[] {
  xmlRegisterFsInputProviders();
  const schema = XmlDocument.fromString(readFileSync(schemaFile, "utf8"), { url: schemaFile });
  const validator = XsdValidator.fromDoc(schema);
  return [
    {
      name: "libxml2-wasm parse + validate",
      run(text) {
        const document = XmlDocument.fromString(text, { option: ParseOption.XML_PARSE_HUGE });
        try {
          validator.validate(document);
          return true;
        } finally {
          document.dispose();
        }
      },
    },
  ];
}

interface SoapWsdl {
  onReady(done: (error: unknown) => void): void;
  xmlToObject(text: string): unknown;
}

/** node-soap is no dependency: `npm install soap` in some folder, and name that. */
async function nodeSoap(modules: string | undefined): Promise<readonly Contestant[]> {
  if (modules === undefined) return [];
  const { WSDL } = createRequire(pathToFileURL(join(modules, "index.js")))("soap") as {
    readonly WSDL: new (text: string, uri: string, options: object) => SoapWsdl;
  };
  const file = join(schemaFolder, "exchange.wsdl");
  const wsdl = new WSDL(readFileSync(file, "utf8"), file, {});
  await new Promise((resolve) => wsdl.onReady(resolve));
  return [{ name: "node-soap xmlToObject", run: (document) => wsdl.xmlToObject(document) !== undefined }];
}

function fastXmlParser(): readonly Contestant[] {
  const options = { preserveOrder: true, ignoreAttributes: false, trimValues: false, parseTagValue: false };
  return [{ name: "fast-xml-parser preserveOrder", run: (text) => new XMLParser(options).parse(text).length > 0 }];
}

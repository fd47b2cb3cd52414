import { readFileSync } from "node:fs";
import {
  ParseOption,
  XmlBufferInputProvider,
  XmlDocument,
  XmlLibError,
  XsdValidator,
  xmlRegisterInputProvider,
} from "libxml2-wasm";
import { xmlRegisterFsInputProviders } from "libxml2-wasm/lib/nodejs.mjs";
import libxmljs from "libxmljs2";

/** libxml2 with a schema: what it finds wrong with a document, nothing where it accepts it. */
export type Libxml2 = (document: string) => readonly string[];

/** libxml2 2.9, as libxmljs2 brings it along. */
export function libxmljs2(schemaFile: string): Libxml2 {
  // Relative locations start from the base URL's folder.
  const schema = libxmljs.parseXml(readFileSync(schemaFile, "utf8"), { baseUrl: schemaFile });
  return (text) => {
    try {
      const document = libxmljs.parseXml(text, { huge: true });
      return document.validate(schema) ? [] : document.validationErrors.map(({ message }) => message.trim());
    } catch (error) {
      // An ill-formed document, or a schema that it refuses.
      return [error instanceof Error ? error.message : String(error)];
    }
  };
}

let registered = false;

/** A newer libxml2, which settles where the other one is known to be wrong. */
export function libxml2Wasm(schemaFile: string): Libxml2 {
  try {
    return libxml2Schema(readFileSync(schemaFile), schemaFile);
  } catch (error) {
    return () => messagesOf(error);
  }
}

const served = new XmlBufferInputProvider({});

/** Gives the newer libxml2 the content of an address on the web. */
export function serveToLibxml2(url: string, content: Uint8Array): void {
  served.addBuffer(url, content);
}

/**
 * The newer libxml2 with a schema that need not be a file.
 *
 * @param url - what the schema's relative locations start from
 * @throws XmlLibError where it refuses the schema
 */
export function libxml2Schema(schema: Uint8Array, url: string): Libxml2 {
  if (!registered) registered = xmlRegisterFsInputProviders() && xmlRegisterInputProvider(served);
  const source = XmlDocument.fromBuffer(schema, { url, option: ParseOption.XML_PARSE_NONET });
  const validator = XsdValidator.fromDoc(source);
  return (text) => {
    let document: XmlDocument | undefined;
    try {
      document = XmlDocument.fromString(text, { option: ParseOption.XML_PARSE_HUGE });
      validator.validate(document);
      return [];
    } catch (error) {
      return messagesOf(error);
    } finally {
      document?.dispose();
    }
  };
}

function messagesOf(error: unknown): readonly string[] {
  if (!(error instanceof XmlLibError)) throw error;
  return error.details.length === 0 ? [error.message] : error.details.map(({ message }) => message.trim());
}

import { readFileSync } from "node:fs";
import { ParseOption, XmlDocument, XmlLibError, XsdValidator } from "libxml2-wasm";
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
  if (!registered) registered = xmlRegisterFsInputProviders();
  const options = { url: schemaFile, option: ParseOption.XML_PARSE_NONET };
  const schema = XmlDocument.fromBuffer(readFileSync(schemaFile), options);
  let validator: XsdValidator;
  try {
    validator = XsdValidator.fromDoc(schema);
  } catch (error) {
    return () => messagesOf(error);
  }
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

import { ParseError } from "../../src/errors.js";
import { ignoreDoctype } from "../../src/xml/doctype/doctype.js";
import { XmlReader } from "../../src/xml/fast/reader.js";
import { xmlName } from "../../src/xml/names.js";
import { resolveLocation } from "./location.js";

/** Where a document says that the schema of a namespace is (Part 1, 4.3.2): a hint, which nobody has to follow. */
export interface SchemaLocation {
  /** The empty string for `xsi:noNamespaceSchemaLocation`. */
  readonly namespace: string;
  /** An absolute URI. */
  readonly uri: string;
}

const xsi = "http://www.w3.org/2001/XMLSchema-instance";
const located = xmlName(xsi, "schemaLocation");
const unnamespaced = xmlName(xsi, "noNamespaceSchemaLocation");

/**
 * Every hint of a document in its order, those of an ill-formed one as far as it can be read.
 *
 * @param base - the document's own URI
 */
export function schemaLocations(text: string, base: string): readonly SchemaLocation[] {
  const found: SchemaLocation[] = [];
  const add = (namespace: string, location: string): void => {
    const uri = resolveLocation(location, base);
    if (uri !== undefined) found.push({ namespace, uri });
  };
  try {
    // Entities may stand for the attributes' values, so a document type declaration is no reason to stop.
    const reader = new XmlReader(text, { doctype: ignoreDoctype });
    while (reader.next() !== "eof") {
      if (reader.kind !== "start" || reader.attributes.length === 0) continue;
      const words = reader.attributes.get(located)?.trim().split(/\s+/) ?? [];
      for (let index = 0; index + 1 < words.length; index += 2) add(words[index] ?? "", words[index + 1] ?? "");
      const location = reader.attributes.get(unnamespaced)?.trim();
      if (location !== undefined) add("", location);
    }
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
  }
  return found;
}

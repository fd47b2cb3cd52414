import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { XmlLibError } from "libxml2-wasm";
import { type Libxml2, libxml2Schema, serveToLibxml2 } from "../libxml2.js";
import { catalogOf, type Family } from "./corpus.js";

/**
 * Libxml2 with the schemas as their authors published them. What they refer to on the web is found by the family's
 * catalog; the schema of the `xml` prefix, which some import without saying where it is, is the W3C's.
 *
 * @throws XmlLibError where libxml2 refuses the schema
 */
export function judgeOf(family: Family, root: string): Libxml2 {
  for (const [url, file] of catalogOf(family)) serveFolder(url, dirname(fileURLToPath(file)));
  const path = join(family.folder, root);
  try {
    return libxml2Schema(readFileSync(path), path);
  } catch (error) {
    if (!(error instanceof XmlLibError && error.message.includes("http://www.w3.org/XML/1998/namespace"))) throw error;
    return libxml2Schema(Buffer.from(importing(family, path)), join(family.folder, "all.xsd"));
  }
}

/** A schema from the web refers to its neighbours there, which stand beside the copy of it. */
function serveFolder(url: string, folder: string): void {
  if (!URL.canParse(url)) return;
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith(".xsd"))) {
    serveToLibxml2(new URL(name, url).href, readFileSync(join(folder, name)));
  }
}

function importing(family: Family, path: string): string {
  const [, namespace = ""] = /targetNamespace\s*=\s*["']([^"']*)/.exec(readFileSync(path, "utf8")) ?? [];
  const xml = join(dirname(family.folder), "soap-envelopes/schema/_ext/xml.xsd");
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:xsdsmith:all">
  <xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="${xml}"/>
  <xs:import namespace="${namespace}" schemaLocation="${path}"/>
</xs:schema>`;
}

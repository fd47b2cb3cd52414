import { XmlReader } from "../xml/fast/reader.js";
import { type XmlName, xmlName } from "../xml/names.js";

/** A service's description as it is served. */
export interface WsdlDocuments {
  readonly text: string;
  /** The documents that it and they include or import, by the location that they are imported by. */
  readonly imports?: Readonly<Record<string, string>> | undefined;
}

const soapAddresses: readonly XmlName[] = [
  /* @__PURE__ */ xmlName("http://schemas.xmlsoap.org/wsdl/soap/", "address"),
  /* @__PURE__ */ xmlName("http://schemas.xmlsoap.org/wsdl/soap12/", "address"),
];

/**
 * Answers `?wsdl` with the description, addressed to where it was asked for, and `?xsd=NAME` with a document that it
 * imports; `undefined` for other requests.
 */
export function answerWsdl(documents: WsdlDocuments, url: URL): Response | undefined {
  const { imports = {} } = documents;
  const address = url.origin + url.pathname;
  const headers = { "content-type": "text/xml; charset=utf-8" };
  if (/^\?wsdl$/i.test(url.search)) {
    return new Response(readdress(documents.text, address, imports), { headers });
  }
  const name = url.searchParams.get("xsd");
  const text = name !== null && Object.hasOwn(imports, name) ? imports[name] : undefined;
  return text === undefined ? undefined : new Response(readdress(text, address, imports), { headers });
}

/** The text with the address put right, and with the locations of known imports made addresses here. */
function readdress(text: string, address: string, imports: Readonly<Record<string, string>>): string {
  const reader = new XmlReader(text);
  const location = xmlName("", "location");
  const schemaLocation = xmlName("", "schemaLocation");
  let result = "";
  let copied = 0;
  while (reader.next() !== "eof") {
    if (reader.kind !== "start") continue;
    for (const name of [location, schemaLocation]) {
      const index = reader.attributes.indexOf(name);
      if (index === -1) continue;
      const value = reader.attributes.value(index);
      const replacement = soapAddresses.includes(reader.name)
        ? address
        : Object.hasOwn(imports, value)
          ? `${address}?xsd=${encodeURIComponent(value)}`
          : undefined;
      const { offset, length } = reader.attributes.valueLocation(index);
      if (replacement === undefined || offset === undefined || length === undefined) continue;
      result += text.slice(copied, offset) + escapeAttributeValue(replacement);
      copied = offset + length;
    }
  }
  return result + text.slice(copied);
}

function escapeAttributeValue(value: string): string {
  return value.replace(/[&<"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

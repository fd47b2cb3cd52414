import { type XmlName, xmlName } from "../xml/names.js";
import type { XmlWriter } from "../xml/write/writer.js";
import { writeEnvelope } from "./envelope.js";
import type { SoapFault } from "./fault.js";
import type { NamespaceAlias } from "./namespace-alias.js";
import type { SoapVersion } from "./soap-version.js";
import { writeElement } from "./typed-element.js";

/** Writes the envelope of a fault; one without a code has the version's code for the receiver's mistakes. */
export function writeFault(version: SoapVersion, fault: SoapFault, alias: NamespaceAlias | undefined): string {
  const write = version.name === "1.1" ? writeFault11 : writeFault12;
  return writeEnvelope(version, fault.headers, (writer) => write(version, fault, writer), undefined, alias);
}

const xmlLang = /* @__PURE__ */ xmlName("http://www.w3.org/XML/1998/namespace", "lang");

/** SOAP 1.1, 4.4. */
function writeFault11(version: SoapVersion, fault: SoapFault, writer: XmlWriter): void {
  writer.startElement(version.fault);
  writer.startElement(unqualified("faultcode"));
  writeQualifiedName(fault.faultCode ?? version.faultCodes.receiver, writer);
  writer.endElement();
  writer.startElement(unqualified("faultstring"));
  if (fault.language !== undefined) writer.attribute(xmlLang, fault.language);
  writer.text(fault.reason);
  writer.endElement();
  if (fault.actor !== undefined) writeText(unqualified("faultactor"), fault.actor, writer);
  writeDetail(unqualified("detail"), fault, writer);
  writer.endElement();
}

/** SOAP 1.2, 5.4: the code is one of the version's own, any other is a subcode. */
function writeFault12(version: SoapVersion, fault: SoapFault, writer: XmlWriter): void {
  const qualified = (name: string) => xmlName(version.namespace, name);
  const own = fault.faultCode?.namespace === version.namespace ? fault.faultCode : undefined;
  const subcode = own === undefined ? fault.faultCode : fault.subcodes[0];
  writer.startElement(version.fault);
  writer.startElement(qualified("Code"));
  writer.startElement(qualified("Value"));
  writeQualifiedName(own ?? version.faultCodes.receiver, writer);
  writer.endElement();
  if (subcode !== undefined) {
    writer.startElement(qualified("Subcode"));
    writer.startElement(qualified("Value"));
    writeQualifiedName(subcode, writer);
    writer.endElement();
    writer.endElement();
  }
  writer.endElement();
  writer.startElement(qualified("Reason"));
  writer.startElement(qualified("Text"));
  writer.attribute(xmlLang, fault.language ?? "en");
  writer.text(fault.reason);
  writer.endElement();
  writer.endElement();
  if (fault.actor !== undefined) writeText(qualified("Role"), fault.actor, writer);
  writeDetail(qualified("Detail"), fault, writer);
  writer.endElement();
}

function writeDetail(name: XmlName, fault: SoapFault, writer: XmlWriter): void {
  if (fault.detail.length === 0) return;
  writer.startElement(name);
  for (const entry of fault.detail) writeElement(entry, writer);
  writer.endElement();
}

function writeText(name: XmlName, text: string, writer: XmlWriter): void {
  writer.startElement(name);
  writer.text(text);
  writer.endElement();
}

function writeQualifiedName(name: XmlName, writer: XmlWriter): void {
  const prefix = writer.prefixFor(name.namespace);
  writer.text(prefix === "" ? name.localName : `${prefix}:${name.localName}`);
}

function unqualified(name: string): XmlName {
  return xmlName("", name);
}

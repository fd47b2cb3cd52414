import { type XmlName, xmlName } from "../xml/names.js";
import type { XmlSink } from "../xml/ports.js";
import { writeEnvelope } from "./envelope.js";
import { fastLayer } from "./fast-layer.js";
import type { SoapFault } from "./fault.js";
import type { NamespaceAlias } from "./namespace-alias.js";
import { blockWriter } from "./soap-headers.js";
import type { SoapVersion } from "./soap-version.js";
import { writeXmlElement } from "./typed-element.js";

/** Writes the envelope of a fault; one without a code has the version's code for the receiver's mistakes. */
export function writeFault(version: SoapVersion, fault: SoapFault, alias: NamespaceAlias | undefined): string {
  const write = version.name === "1.1" ? writeFault11 : writeFault12;
  return writeEnvelope(
    fastLayer,
    version,
    blockWriter(fault.headers),
    (sink) => write(version, fault, sink),
    undefined,
    alias,
  );
}

const xmlLang = /* @__PURE__ */ xmlName("http://www.w3.org/XML/1998/namespace", "lang");

/** SOAP 1.1, 4.4. */
function writeFault11(version: SoapVersion, fault: SoapFault, sink: XmlSink): void {
  sink.startElement(version.fault);
  sink.startElement(unqualified("faultcode"));
  writeQualifiedName(fault.faultCode ?? version.faultCodes.receiver, sink);
  sink.endElement();
  sink.startElement(unqualified("faultstring"));
  if (fault.language !== undefined) sink.attribute(xmlLang, fault.language);
  sink.text(fault.reason);
  sink.endElement();
  if (fault.actor !== undefined) writeText(unqualified("faultactor"), fault.actor, sink);
  writeDetail(unqualified("detail"), fault, sink);
  sink.endElement();
}

/** SOAP 1.2, 5.4: the code is one of the version's own, any other is a subcode. */
function writeFault12(version: SoapVersion, fault: SoapFault, sink: XmlSink): void {
  const qualified = (name: string) => xmlName(version.namespace, name);
  const own = fault.faultCode?.namespace === version.namespace ? fault.faultCode : undefined;
  const subcode = own === undefined ? fault.faultCode : fault.subcodes[0];
  sink.startElement(version.fault);
  sink.startElement(qualified("Code"));
  sink.startElement(qualified("Value"));
  writeQualifiedName(own ?? version.faultCodes.receiver, sink);
  sink.endElement();
  if (subcode !== undefined) {
    sink.startElement(qualified("Subcode"));
    sink.startElement(qualified("Value"));
    writeQualifiedName(subcode, sink);
    sink.endElement();
    sink.endElement();
  }
  sink.endElement();
  sink.startElement(qualified("Reason"));
  sink.startElement(qualified("Text"));
  sink.attribute(xmlLang, fault.language ?? "en");
  sink.text(fault.reason);
  sink.endElement();
  sink.endElement();
  if (fault.actor !== undefined) writeText(qualified("Role"), fault.actor, sink);
  writeDetail(qualified("Detail"), fault, sink);
  sink.endElement();
}

function writeDetail(name: XmlName, fault: SoapFault, sink: XmlSink): void {
  if (fault.detail.length === 0) return;
  sink.startElement(name);
  for (const entry of fault.detail) writeXmlElement(entry, sink);
  sink.endElement();
}

function writeText(name: XmlName, text: string, sink: XmlSink): void {
  sink.startElement(name);
  sink.text(text);
  sink.endElement();
}

function writeQualifiedName(name: XmlName, sink: XmlSink): void {
  const prefix = sink.prefixFor(name.namespace);
  sink.text(prefix === "" ? name.localName : `${prefix}:${name.localName}`);
}

function unqualified(name: string): XmlName {
  return xmlName("", name);
}

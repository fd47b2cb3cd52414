import type { OperationDescriptor } from "../../src/schema/services.js";
import { writeXmlElement } from "../../src/soap/typed-element.js";
import type { SoapFault } from "../../src/soap.js";
import { prettyXml } from "../../src/xml/write/pretty-xml.js";
import { XmlWriter } from "../../src/xml/write/writer.js";
import { toJson } from "./json-values.js";
import type { Terminal } from "./terminal.js";

/** Prints what a fault says beside its reason: a declared one as JSON, the detail of any other as it came. */
export function showFault(fault: SoapFault, { faults }: OperationDescriptor, terminal: Terminal): void {
  const { declared, detail = [], detailNamespaces } = fault;
  const descriptors: Readonly<Record<string, OperationDescriptor["input"]>> = faults;
  const descriptor = declared && descriptors[declared.name];
  if (declared !== undefined && descriptor !== undefined) {
    terminal.error(`fault ${declared.name}: ${JSON.stringify(toJson(descriptor.type(), declared.value))}`);
    return;
  }
  for (const entry of detail) {
    const writer = new XmlWriter();
    writeXmlElement({ ...entry, namespaces: { ...detailNamespaces, ...entry.namespaces } }, writer);
    terminal.error(prettyXml(writer.toString()));
  }
}

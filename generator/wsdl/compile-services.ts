import type { Issue } from "../../src/errors.js";
import type { XmlName } from "../../src/xml/names.js";
import { attributeOf, attributeValue } from "../load/attributes.js";
import type { LoadedDocuments, SourceElement } from "../load/document.js";
import { Findings } from "../load/findings.js";
import { isWsdl } from "../load/source-names.js";
import type { SchemaSet } from "../schema/components.js";
import type { Binding, Port, Service, ServiceSet } from "./components.js";
import { collectDefinitions, type Definitions, documentationOf, readName, resolveDefinition } from "./definitions.js";
import { readBinding } from "./read-binding.js";
import { MessageReader } from "./read-messages.js";
import { soapElements } from "./soap-binding.js";

export interface CompileServicesOptions {
  /** Rules whose findings become warnings, by name (`bp-R2201`). */
  readonly allow?: Iterable<string> | undefined;
}

export interface CompiledServices {
  readonly services: ServiceSet;
  /** With an error among them, the services lack what could not be read and must not be used further. */
  readonly issues: readonly Issue[];
}

/** Makes the services of WSDL 1.1, as the WS-I Basic Profile 1.1 narrows it, from the documents that `load` gave. */
export function compileServices(
  loaded: LoadedDocuments,
  schemas: SchemaSet,
  options: CompileServicesOptions = {},
): CompiledServices {
  const findings = new Findings(options.allow);
  const definitions = collectDefinitions(loaded, findings);
  const messages = new MessageReader(definitions, schemas, findings);
  const bindings = new Map<XmlName, Binding>();
  for (const [name, element] of definitions.binding) {
    const binding = readBinding({ definitions, messages, findings }, name, element);
    if (binding !== undefined) bindings.set(name, binding);
  }
  const services: Service[] = [];
  for (const [name, source] of definitions.service) {
    const ports = readPorts(source, definitions, bindings, findings);
    services.push({ source, name, documentation: documentationOf(source), ports });
  }
  return { services: { bindings: [...bindings.values()], services }, issues: findings.issues };
}

function readPorts(
  service: SourceElement,
  definitions: Definitions,
  bindings: ReadonlyMap<XmlName, Binding>,
  findings: Findings,
): readonly Port[] {
  const ports: Port[] = [];
  for (const source of service.children) {
    if (!isWsdl(source, "port")) continue;
    // A name without a definition is reported; a binding that is none of ours has been.
    if (resolveDefinition(definitions, "binding", source, "binding", findings) === undefined) continue;
    const name = readName(source, "binding", findings);
    const binding = name && bindings.get(name);
    if (binding === undefined) continue;
    const address = soapElements(source, "address")[0];
    ports.push({
      source,
      name: attributeValue(source, "name") ?? "",
      binding,
      address: address && attributeOf(address, "location")?.value,
    });
  }
  return ports;
}

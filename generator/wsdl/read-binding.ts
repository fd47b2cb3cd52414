import { clarkName, type XmlName } from "../../src/xml/names.js";
import { attributeOf, attributeValue } from "../load/attributes.js";
import type { SourceElement } from "../load/document.js";
import type { Findings } from "../load/findings.js";
import { wsdlNamespace } from "../load/namespaces.js";
import { isWsdl } from "../load/source-names.js";
import type {
  Binding,
  BindingContent,
  BindingFault,
  BindingHeader,
  BindingMessage,
  BindingOperation,
  MessagePart,
} from "./components.js";
import { type Definitions, documentationOf, readName, resolveDefinition } from "./definitions.js";
import type { MessageReader } from "./read-messages.js";
import { checkUse, readStyle, soapElements, soapVersion } from "./soap-binding.js";

/** What reading a binding needs. */
export interface BindingContext {
  readonly definitions: Definitions;
  readonly messages: MessageReader;
  readonly findings: Findings;
}

/** Reads a SOAP binding (WSDL 1.1, 2.5 and 3); `undefined` for another kind of binding, which is reported. */
export function readBinding(context: BindingContext, name: XmlName, source: SourceElement): Binding | undefined {
  const { definitions, findings } = context;
  const extension = soapElements(source, "binding")[0];
  const soap = extension && soapVersion(extension);
  if (extension === undefined || soap === undefined) {
    const message = `binding ${name.localName} is not a SOAP binding and is left out`;
    findings.warn("wsdl-unsupported", message, source);
    return undefined;
  }
  const portType = resolveDefinition(definitions, "portType", source, "type", findings);
  const portTypeName = readName(source, "type", findings);
  if (portType === undefined || portTypeName === undefined) return undefined;
  const style = readStyle(extension, "document", findings);
  const operations: BindingOperation[] = [];
  const names = new Set<string>();
  for (const child of source.children) {
    if (!isWsdl(child, "operation")) continue;
    const operation = readOperation(context, child, portType, style);
    if (operation === undefined) continue;
    if (names.has(operation.name)) {
      const message = `operation ${operation.name} is overloaded: an operation's name must be unique in its port type`;
      findings.report("bp-R2304", message, child, attributeOf(child, "name"));
      continue;
    }
    names.add(operation.name);
    operations.push(operation);
  }
  checkAllBound(context, source, portType, names);
  const extensions = readExtensions(context, name, source);
  const documentation = documentationOf(source);
  return { source, name, portType: portTypeName, documentation, soap, style, operations, extensions };
}

/** What a binding has besides SOAP: policies, mostly. It is kept, and reported once. */
function readExtensions(
  { findings }: BindingContext,
  { localName }: XmlName,
  source: SourceElement,
): readonly SourceElement[] {
  const places = [source, ...source.children.filter((child) => isWsdl(child, "operation"))];
  const extensions = places.flatMap(({ children }) => children.filter((child) => !isKnown(child)));
  const [first] = extensions;
  if (first !== undefined) {
    const names = [...new Set(extensions.map(({ name }) => clarkName(name)))].join(", ");
    findings.warn("wsdl-extension", `what binding ${localName} says by ${names} is not applied`, first);
  }
  return extensions;
}

function isKnown(element: SourceElement): boolean {
  return element.name.namespace === wsdlNamespace || soapVersion(element) !== undefined;
}

function checkAllBound(
  { findings }: BindingContext,
  binding: SourceElement,
  portType: SourceElement,
  bound: ReadonlySet<string>,
): void {
  for (const operation of portType.children) {
    const name = attributeValue(operation, "name") ?? "";
    if (!isWsdl(operation, "operation") || bound.has(name)) continue;
    const written = binding.children.some((child) => attributeValue(child, "name") === name);
    // One that is written but could not be read has been reported.
    if (!written) findings.warn("bp-R2718", `operation ${name} of the port type is not in the binding`, binding);
  }
}

function readOperation(
  context: BindingContext,
  source: SourceElement,
  portType: SourceElement,
  bindingStyle: Binding["style"],
): BindingOperation | undefined {
  const { findings } = context;
  const name = attributeValue(source, "name") ?? "";
  const abstract = portType.children.find(
    (child) => isWsdl(child, "operation") && attributeValue(child, "name") === name,
  );
  if (abstract === undefined) {
    const message = `port type ${attributeValue(portType, "name")} has no operation ${JSON.stringify(name)}`;
    findings.report("bp-R2718", message, source, attributeOf(source, "name"));
    return undefined;
  }
  const extension = soapElements(source, "operation")[0];
  const style = readStyle(extension, bindingStyle, findings);
  const directions = { source, abstract, style, operation: name };
  const input = readDirection(context, directions, "input");
  const output = readDirection(context, directions, "output");
  if (input === undefined) {
    // Notification and solicit-response operations start at the server (WS-I BP 1.1, R2303).
    if (!abstract.children.some((child) => isWsdl(child, "input"))) {
      const message = `operation ${name} has no input: a client cannot start it`;
      findings.report("bp-R2303", message, abstract);
    }
    return undefined;
  }
  return {
    source,
    name,
    documentation: documentationOf(source) ?? documentationOf(abstract),
    style,
    soapAction: (extension && attributeOf(extension, "soapAction")?.value) ?? "",
    input,
    output,
    faults: readFaults(context, source, abstract),
  };
}

interface Directions {
  readonly source: SourceElement;
  /** The operation of the port type. */
  readonly abstract: SourceElement;
  readonly style: Binding["style"];
  readonly operation: string;
}

function readDirection(
  context: BindingContext,
  { source, abstract, style, operation }: Directions,
  direction: "input" | "output",
): BindingMessage | undefined {
  const declared = abstract.children.find((child) => isWsdl(child, direction));
  if (declared === undefined) return undefined;
  const message = context.messages.resolve(declared);
  const bound = source.children.find((child) => isWsdl(child, direction));
  if (bound === undefined) {
    context.findings.report("wsdl-binding", `operation ${operation} is bound without its ${direction}`, source);
    return undefined;
  }
  if (message === undefined) return undefined;
  const contents = readContents(context, bound, message);
  const envelope = envelopeOf(bound);
  const headers = soapElements(envelope, "header").flatMap((header) => readHeader(context, header) ?? []);
  const bodyElement = soapElements(envelope, "body")[0];
  if (bodyElement === undefined) {
    context.findings.report(
      "wsdl-binding",
      `the ${direction} of operation ${operation} is bound without a soap:body`,
      bound,
    );
    return undefined;
  }
  checkUse(bodyElement, context.findings);
  const taken = new Set([...headers.map(({ part }) => part.name), ...contents.map(({ part }) => part.name)]);
  const body = readBody(context, bodyElement, message, taken);
  checkBody(context, body, style, bodyElement, `the ${direction} of operation ${operation}`);
  return {
    source: bound,
    body,
    namespace: attributeValue(bodyElement, "namespace"),
    headers,
    contents,
    addressingAction: addressingAction(declared),
  };
}

/** The namespaces of the attribute that names a message's action, the recommended one first. */
const addressingNamespaces = [
  "http://www.w3.org/2007/05/addressing/metadata",
  "http://www.w3.org/2006/05/addressing/wsdl",
];

function addressingAction(declared: SourceElement): string | undefined {
  for (const namespace of addressingNamespaces) {
    const found = declared.attributes.find(({ name }) => name.namespace === namespace && name.localName === "Action");
    if (found !== undefined) return found.value.trim();
  }
  return undefined;
}

const mime = "http://schemas.xmlsoap.org/wsdl/mime/";

/** What holds `soap:body` and `soap:header`: with attachments a part of `mime:multipartRelated` (WSDL 1.1, 5). */
function envelopeOf(bound: SourceElement): SourceElement {
  if (soapElements(bound, "body").length > 0) return bound;
  const parts = bound.children.flatMap(({ children }) => children);
  return parts.find((part) => soapElements(part, "body").length > 0) ?? bound;
}

/** The parts that are bound as attachments; several `mime:content` of one part are a choice of media types. */
function readContents(
  { messages, findings }: BindingContext,
  bound: SourceElement,
  message: SourceElement,
): readonly BindingContent[] {
  const contents = new Map<string, BindingContent>();
  const related = bound.children.filter((child) => isMime(child, "multipartRelated"));
  for (const child of related.flatMap(({ children }) => children).flatMap(({ children }) => children)) {
    if (!isMime(child, "content") && !isMime(child, "mimeXml")) continue;
    const name = attributeValue(child, "part") ?? "";
    const part = messages.parts(message).find((candidate) => candidate.name === name);
    if (part === undefined) {
      const text = `the message has no part ${JSON.stringify(name)}, so no attachment is typed by it`;
      findings.warn("wsdl-resolve", text, child);
      continue;
    }
    const type = isMime(child, "mimeXml") ? "text/xml" : (attributeValue(child, "type") ?? "*/*");
    const types = [...new Set([...(contents.get(name)?.types ?? []), type.toLowerCase()])];
    contents.set(name, { source: child, part, types });
  }
  return [...contents.values()];
}

function isMime({ name }: SourceElement, localName: string): boolean {
  return name.namespace === mime && name.localName === localName;
}

function readBody(
  { messages }: BindingContext,
  element: SourceElement,
  message: SourceElement,
  taken: ReadonlySet<string>,
): readonly MessagePart[] {
  const names = attributeValue(element, "parts");
  if (names !== undefined) {
    return names === "" ? [] : names.split(" ").flatMap((name) => messages.part(message, name, element, "parts") ?? []);
  }
  return messages.parts(message).filter((part) => !taken.has(part.name));
}

/** WS-I BP 1.1, R2201, R2203, R2204 and R2210. */
function checkBody(
  { findings }: BindingContext,
  body: readonly MessagePart[],
  style: Binding["style"],
  element: SourceElement,
  what: string,
): void {
  if (style === "document" && body.length > 1) {
    const message = `${what} has ${body.length} parts in its body, but style document allows one`;
    findings.report("bp-R2201", message, element, attributeOf(element, "parts"));
  }
  if (style === "rpc" && attributeOf(element, "namespace") === undefined) {
    findings.warn(
      "bp-R2717",
      `the soap:body of ${what} has no namespace, which its wrapper element would be in`,
      element,
    );
  }
  for (const part of body) {
    if (style === "document" && attributeOf(part.source, "type") !== undefined) {
      const message = `part ${part.name} must name an element, because ${what} is of style document`;
      findings.report("bp-R2204", message, part.source, attributeOf(part.source, "type"));
    } else if (style === "rpc" && attributeOf(part.source, "element") !== undefined) {
      const message = `part ${part.name} must name a type, because ${what} is of style rpc`;
      findings.report("bp-R2203", message, part.source, attributeOf(part.source, "element"));
    }
  }
}

function readHeader(context: BindingContext, source: SourceElement): BindingHeader | undefined {
  const part = readHeaderPart(context, source);
  const faults = soapElements(source, "headerfault").flatMap((fault) => readHeaderPart(context, fault) ?? []);
  return part && { source, part, faults };
}

function readHeaderPart({ messages, findings }: BindingContext, source: SourceElement): MessagePart | undefined {
  checkUse(source, findings);
  const message = messages.resolve(source);
  const name = attributeValue(source, "part");
  if (name === undefined)
    findings.report("wsdl-attribute", `${source.name.localName} must have the attribute part`, source);
  const part = message && name !== undefined ? messages.part(message, name, source, "part") : undefined;
  if (part !== undefined && attributeOf(part.source, "type") !== undefined) {
    findings.report("bp-R2205", `part ${part.name} must name an element, because a header is made of it`, part.source);
  }
  return part;
}

function readFaults(context: BindingContext, source: SourceElement, abstract: SourceElement): readonly BindingFault[] {
  return abstract.children
    .filter((child) => isWsdl(child, "fault"))
    .map((declared) => {
      const name = attributeValue(declared, "name") ?? "";
      const bound = source.children.find((child) => isWsdl(child, "fault") && attributeValue(child, "name") === name);
      for (const extension of bound === undefined ? [] : soapElements(bound, "fault"))
        checkUse(extension, context.findings);
      const documentation = documentationOf(declared);
      return { source: declared, name, documentation, part: readFaultPart(context, declared, name) };
    });
}

/** A fault's message has one part, and that names an element (WSDL 1.1, 3.6; WS-I BP 1.1, R2205). */
function readFaultPart(
  { messages, findings }: BindingContext,
  declared: SourceElement,
  name: string,
): MessagePart | undefined {
  const message = messages.resolve(declared);
  if (message === undefined) return undefined;
  const [part, another] = messages.parts(message);
  if (part === undefined || another !== undefined) {
    findings.report(
      "wsdl-fault",
      `the message of fault ${name} must have one part`,
      declared,
      attributeOf(declared, "message"),
    );
  } else if (attributeOf(part.source, "type") !== undefined) {
    findings.report(
      "bp-R2205",
      `part ${part.name} must name an element, because fault ${name} is made of it`,
      part.source,
    );
  }
  return part;
}

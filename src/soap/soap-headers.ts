import { type Issue, ValidationError } from "../errors.js";
import type { ElementDescriptor } from "../schema/descriptors.js";
import { features } from "../verbs/features.js";
import { toXmlElement } from "../verbs/xml-elements.js";
import { XmlReader } from "../xml/fast/reader.js";
import { clarkName } from "../xml/names.js";
import type { XmlSink } from "../xml/ports.js";
import type { XmlElement } from "../xml/tree/xml-element.js";
import { XmlWriter } from "../xml/write/writer.js";
import type { HeaderSupport } from "./client.js";
import type { ClientRequest } from "./interceptor.js";
import { type SoapVersion, soapVersions } from "./soap-version.js";
import { findValue, writeXmlElement } from "./typed-element.js";

type Descriptors = Readonly<Record<string, ElementDescriptor>>;

/** Header blocks of clients and handlers: values by the descriptors that an operation declares, and elements as they are. */
export const headerSupport: HeaderSupport = {
  writer({ headers }, { soapHeaders = [] }, call) {
    const declared = call.headers === undefined ? [] : toHeaderBlocks(headers, call.headers);
    return blockWriter([...soapHeaders, ...declared, ...(call.soapHeaders ?? [])]);
  },
  read: ({ responseHeaders }, blocks) => readHeaderValues(responseHeaders, blocks),
};

/** Writes header blocks as they are; `undefined` for none. */
export function blockWriter(blocks: readonly XmlElement[]): ((sink: XmlSink) => void) | undefined {
  if (blocks.length === 0) return undefined;
  return (sink) => {
    for (const block of blocks) writeXmlElement(block, sink);
  };
}

/** Says of a header block that whoever receives the message must understand it or refuse the message. */
export function mustUnderstand(block: XmlElement, version: SoapVersion["name"] = "1.1"): XmlElement {
  const name = clarkName(soapVersions[version].mustUnderstand);
  return { ...block, attributes: { ...block.attributes, [name]: "1" } };
}

/**
 * The header blocks of values, by the properties of declared header blocks.
 *
 * @throws {@link ValidationError} for a value that the schema does not allow, and for one that is not declared
 */
export function toHeaderBlocks(declared: Descriptors, values: object): readonly XmlElement[] {
  const blocks: XmlElement[] = [];
  const unknown: Issue[] = [];
  for (const [property, value] of Object.entries(values)) {
    if (value === undefined) continue;
    const descriptor = Object.hasOwn(declared, property) ? declared[property] : undefined;
    if (descriptor !== undefined) blocks.push(toXmlElement(descriptor, value));
    else {
      const message = `the operation declares no header \`${property}\`: it would be lost`;
      unknown.push({ code: "value-unknown-property", message, path: ["headers", property] });
    }
  }
  if (unknown.length > 0) throw new ValidationError(unknown);
  return blocks;
}

/**
 * The values of the declared header blocks that are there.
 *
 * @throws {@link ParseError} where a block is not what its descriptor says
 */
export function readHeaderValues(declared: Descriptors, blocks: readonly XmlElement[]): Record<string, unknown> {
  const plain = blocks.map(withoutSoapAttributes);
  const values: Record<string, unknown> = {};
  for (const [property, descriptor] of Object.entries(declared)) {
    const value = findValue(descriptor, plain, undefined, features);
    if (value !== undefined) values[property] = value;
  }
  return values;
}

function isSoapAttribute(name: string): boolean {
  return Object.values(soapVersions).some(({ namespace }) => name.startsWith(`{${namespace}}`));
}

/** `mustUnderstand` and the like may stand on any header block, whatever its schema says (SOAP 1.1, 4.2.1). */
function withoutSoapAttributes(block: XmlElement): XmlElement {
  const attributes = Object.entries(block.attributes ?? {});
  if (!attributes.some(([name]) => isSoapAttribute(name))) return block;
  return { ...block, attributes: Object.fromEntries(attributes.filter(([name]) => !isSoapAttribute(name))) };
}

/** The request with more header blocks, behind those that it has. */
export function withSoapHeaders(request: ClientRequest, blocks: readonly XmlElement[]): ClientRequest {
  if (blocks.length === 0) return request;
  const { body } = request;
  const place = headerPlace(body);
  const text = blocks.map(standalone).join("");
  const insertion = place.prefix === undefined ? text : wrapHeader(text, place.prefix);
  return { ...request, body: body.slice(0, place.offset) + insertion + body.slice(place.offset) };
}

interface HeaderPlace {
  /** Where the new blocks go. */
  readonly offset: number;
  /** The prefix of the envelope where it has no Header yet. */
  readonly prefix: string | undefined;
}

/** Reads an envelope up to the end of its Header, or to its Body. */
function headerPlace(envelope: string): HeaderPlace {
  const reader = new XmlReader(envelope);
  while (reader.next() !== "start") {
    // The declaration comes before the envelope.
  }
  for (;;) {
    const kind = reader.next();
    if (kind === "eof" || kind === "end") throw new TypeError("the message is no SOAP envelope");
    if (kind !== "start") continue;
    const { offset, name, prefix } = reader;
    if (name.localName !== "Header") return { offset, prefix };
    reader.skip();
    const end = reader.offset;
    // An empty-element tag has no place inside it: its end is where it begins.
    if (envelope.startsWith("</", end)) return { offset: end, prefix: undefined };
  }
}

function wrapHeader(blocks: string, prefix: string): string {
  const name = prefix === "" ? "Header" : `${prefix}:Header`;
  return `<${name}>${blocks}</${name}>`;
}

/** The text of a block that depends on no declaration around it. */
function standalone(block: XmlElement): string {
  const writer = new XmlWriter();
  writeXmlElement(block, writer);
  return writer.toString();
}

/** An element in a namespace, for header blocks that are made by hand. */
export function headerElement(
  namespace: string,
  name: string,
  content: XmlElement["content"],
  attributes?: Readonly<Record<string, string>> | undefined,
): XmlElement {
  return attributes === undefined ? { namespace, name, content } : { namespace, name, content, attributes };
}

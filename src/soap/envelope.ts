import { type Issue, ParseError, type SourceLocation } from "../errors.js";
import type { ElementDescriptor } from "../schema/descriptors.js";
import type { XmlLimits } from "../xml/limits.js";
import { clarkName, type XmlName } from "../xml/names.js";
import type { XmlEventSource, XmlSink } from "../xml/ports.js";
import { readXmlElement } from "../xml/tree/read-xml-element.js";
import type { XmlElement } from "../xml/tree/xml-element.js";
import type { NamespaceAlias } from "./namespace-alias.js";
import { type SoapVersion, soapVersions, versionOfEnvelope } from "./soap-version.js";
import type { XmlLayer } from "./xml-layer.js";

/** Each header block is kept with all prefixes in scope: what a message can make of that is bounded. */
const maxHeaders = 100;

/** How the texts of messages are read. */
export interface EnvelopeReaderOptions {
  /** What locations call the document. */
  readonly file?: string | undefined;
  /** Limits for the XML of the message. */
  readonly limits?: Partial<XmlLimits> | undefined;
  /** What the message is read through, where it refers to attachments. */
  readonly through?: ((source: XmlEventSource) => XmlEventSource) | undefined;
  readonly alias?: NamespaceAlias | undefined;
  /** Told of warnings. */
  readonly onIssue?: ((issue: Issue) => void) | undefined;
}

export interface Envelope<T> {
  readonly version: SoapVersion;
  readonly headers: readonly XmlElement[];
  readonly body: T;
}

/** What becomes of the parts of an envelope while it is read. */
export interface EnvelopeVisitor<T> {
  /** Told of the header blocks before the body is read. */
  readonly headers?: ((blocks: readonly XmlElement[], version: SoapVersion) => void) | undefined;
  /** Reads the entry of the body: the source stands on its `start`, and afterwards on its `end`. */
  readonly entry: (source: XmlEventSource, version: SoapVersion) => T;
  /** What an empty body stands for; without it, an empty body is an error. */
  readonly empty?: ((version: SoapVersion) => T) | undefined;
}

/**
 * Reads an envelope with one body entry, or none where that is allowed (WS-I Basic Profile 1.1, R9981), to its very end: a truncated message has no
 * value.
 *
 * @throws {@link ParseError} `xml-…` for an ill-formed text, `soap-…` for one that is no such envelope
 */
export function readEnvelope<T>(
  layer: XmlLayer,
  text: string,
  visitor: EnvelopeVisitor<T>,
  options: EnvelopeReaderOptions,
): Envelope<T> {
  const reader = layer.open(text, options);
  const { alias, onIssue, through } = options;
  const plain = through === undefined ? reader : through(reader);
  const source = alias === undefined ? plain : alias.reader(plain, onIssue);
  while (source.next() !== "start") {
    // A reader ends with an error, not with `eof`, where there is no root element.
  }
  const version = versionOfEnvelope(source.name) ?? failEnvelope(source);
  let headers: readonly XmlElement[] = [];
  let body: { readonly entry: T } | undefined;
  for (const child of children(source)) {
    if (child === version.header && body === undefined) {
      headers = readHeaders(source);
      visitor.headers?.(headers, version);
    } else if (child === version.body && body === undefined) {
      body = readBody(source, version, visitor);
    } else if (body === undefined || child === version.body || child.namespace === "") {
      fail("soap-envelope", `found ${clarkName(child)} in Envelope; expected Header, then Body`, source.location);
    } else {
      // SOAP 1.1, 4: elements after the body are allowed.
      source.skip();
    }
  }
  if (body === undefined) fail("soap-body", "the envelope has no Body", source.location);
  while (source.kind !== "eof") source.next();
  return { version, headers, body: body.entry };
}

/** Whether a message has a body without an entry (WS-I Basic Profile 1.1, R2202): `emptyBody` of generated code. */
export function isEmptyBody({ namespace, name }: ElementDescriptor): boolean {
  return name === "" && namespace === "";
}

/** Writes an envelope with one body entry, or none. */
export function writeEnvelope(
  layer: XmlLayer,
  version: SoapVersion,
  /** Writes the header blocks; absent where there are none. */
  headers: ((sink: XmlSink) => void) | undefined,
  entry: (sink: XmlSink) => void,
  /** The namespace that the entry's elements have without a prefix. */
  defaultNamespace: string | undefined,
  alias?: NamespaceAlias | undefined,
): string {
  const prefixes: Record<string, string> = { [version.namespace]: "soap" };
  if (defaultNamespace !== undefined && defaultNamespace !== "") prefixes[defaultNamespace] = "";
  const document = alias === undefined ? layer.begin(prefixes) : alias.sink(prefixes, (sent) => layer.begin(sent));
  document.startElement(version.envelope);
  if (headers !== undefined) {
    document.startElement(version.header);
    headers(document);
    document.endElement();
  }
  document.startElement(version.body);
  entry(document);
  document.endElement();
  document.endElement();
  return document.toString();
}

function readHeaders(source: XmlEventSource): readonly XmlElement[] {
  const blocks: XmlElement[] = [];
  for (const _name of children(source)) {
    if (blocks.length === maxHeaders)
      fail("soap-envelope", `Header has more than ${maxHeaders} blocks`, source.location);
    blocks.push(readXmlElement(source));
  }
  return blocks;
}

function readBody<T>(source: XmlEventSource, version: SoapVersion, visitor: EnvelopeVisitor<T>): { readonly entry: T } {
  let body: { readonly entry: T } | undefined;
  for (const name of children(source)) {
    if (body !== undefined) {
      fail(
        "soap-body-entries",
        `found ${clarkName(name)} after the entry of Body; expected one entry`,
        source.location,
      );
    }
    body = { entry: visitor.entry(source, version) };
  }
  if (body !== undefined) return body;
  if (visitor.empty !== undefined) return { entry: visitor.empty(version) };
  return fail("soap-body", "Body is empty; expected one entry", source.location);
}

/** The child elements of the element that the source stands on: each is to be read to its `end`. */
function* children(source: XmlEventSource): Iterable<XmlName> {
  for (;;) {
    switch (source.next()) {
      case "start":
        yield source.name;
        break;
      case "end":
        return;
      case "text":
        if (/[^ \t\r\n]/.test(source.text)) {
          fail("soap-envelope", "found text where the envelope holds elements only", source.location);
        }
        break;
      default:
        break;
    }
  }
}

function failEnvelope(source: XmlEventSource): never {
  const { name } = source;
  if (name.localName !== "Envelope") {
    fail("soap-envelope", `found ${clarkName(name)}; expected a SOAP envelope`, source.location);
  }
  const known = Object.values(soapVersions).map(({ namespace }) => namespace);
  fail("soap-version", `found an Envelope of "${name.namespace}"; expected ${known.join(" or ")}`, source.location);
}

function fail(code: string, message: string, location: SourceLocation): never {
  throw new ParseError({ code, message, location });
}

/**
 * The verbs of `xsdsmith` and its SOAP client where every byte of a bundle counts: the same engine, and with it the same
 * rules, over an XML layer of little code.
 *
 * @module xsdsmith/small
 */
import { checkDescriptor, checkSource } from "./engine/hand-ins.js";
import { type ReadOptions, readDocument } from "./engine/read-element.js";
import { checkValue, type SerializeOptions, type ValidateOptions, writeElement } from "./engine/write-element.js";
import type { Issue } from "./errors.js";
import type { ElementDescriptor } from "./schema/descriptors.js";
import type { ServiceDescriptor } from "./schema/services.js";
import { type ClientCore, newClient } from "./soap/client.js";
import type { CallOptions, Client, ClientOptions as FullClientOptions } from "./soap/client-options.js";
import { compactLayer } from "./soap/compact-layer.js";
import { refuseOthers } from "./text/unknown-option.js";
import { CompactReader, type CompactReaderOptions } from "./xml/compact/reader.js";
import { CompactWriter } from "./xml/compact/writer.js";
import type { XmlEventSource } from "./xml/ports.js";

export type { ReadOptions } from "./engine/read-element.js";
export type { SerializeOptions, ValidateOptions } from "./engine/write-element.js";
export { formatIssue, type Issue, ParseError, ValidationError, XmlError } from "./errors.js";
export { type BasicOptions, basicAuthentication } from "./soap/basic-authentication.js";
export type { CallOptions, Client, ClientMethod } from "./soap/client-options.js";
export { SoapFault } from "./soap/fault.js";
export { ResponseError } from "./soap/response-error.js";
export { TransportError } from "./soap/transport.js";

/** {@link ReadOptions}, and what errors call the document. */
export interface ParseOptions extends ReadOptions, CompactReaderOptions {}

/**
 * Reads a document whose root is the described element. Of `xsi:` attributes it keeps what `$type`, `null` and `$nil` say.
 *
 * @param source - the document as text, or a source of events before its first event or on the root's start
 * @throws {@link ParseError} where the document is ill-formed, or not what the descriptor says
 */
export function parse<T>(
  descriptor: ElementDescriptor<T>,
  source: string | XmlEventSource,
  options: ParseOptions = {},
): T {
  checkDescriptor("parse", descriptor);
  checkSource("parse", source);
  refuseOthers("parse", options, ["file", "onIssue", "schema"]);
  const events = typeof source === "string" ? new CompactReader(source, options) : source;
  return readDocument(descriptor, events, options, {});
}

/**
 * Writes a value as a document whose root is the described element.
 *
 * @throws {@link ValidationError} with every finding, where the schema does not allow the value
 */
export function serialize<T>(
  descriptor: ElementDescriptor<T>,
  value: NoInfer<T>,
  options: SerializeOptions = {},
): string {
  checkDescriptor("serialize", descriptor);
  refuseOthers("serialize", options, ["validation", "schema"]);
  const writer = new CompactWriter();
  writeElement(descriptor, value, writer, options, {});
  return writer.toString();
}

/**
 * Checks a value against its descriptor without writing it.
 *
 * @returns every finding with its path; empty exactly when `serialize` gives a document that the schema accepts
 */
export function validate(
  descriptor: ElementDescriptor,
  value: unknown,
  options: ValidateOptions = {},
): readonly Issue[] {
  checkDescriptor("validate", descriptor);
  refuseOthers("validate", options, ["schema"]);
  return checkValue(descriptor, value, options, {});
}

/** What a client needs to know of its server, and how it is to behave. */
export type ClientOptions = Omit<FullClientOptions, "attachments" | "limits" | "soapHeaders" | "validateResponse">;

/** What a client and its calls have in `xsdsmith/soap` only. */
const unavailable: readonly (keyof FullClientOptions | keyof CallOptions)[] = [
  "attachments",
  "contents",
  "headers",
  "limits",
  "soapHeaders",
  "validateResponse",
];

const core: ClientCore = {
  layer: compactLayer,
  refuse: (what, options, known) => {
    refuseOthers(
      what,
      options,
      known.filter((name) => !unavailable.some((other) => other === name)),
    );
  },
};

/**
 * Makes a client of a service: an object with a method for each operation. It is that of `xsdsmith/soap` without header
 * blocks.
 *
 * @throws TypeError for what is no service, and for options that are unknown or cannot be met
 */
export function createClient<Operations extends object>(
  service: ServiceDescriptor<Operations>,
  options: ClientOptions,
): Client<Operations> {
  return newClient(core, service, options);
}
export type { IssuesError } from "./errors.js";
export type { CompactReaderOptions } from "./xml/compact/reader.js";

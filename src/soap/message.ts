import type { ElementDescriptor } from "../schema/descriptors.js";
import { parseElement } from "../verbs/parse.js";
import { serializeElement } from "../verbs/serialize.js";
import type { XmlElement } from "../xml/tree/xml-element.js";
import { type EnvelopeReaderOptions, readEnvelope, writeEnvelope } from "./envelope.js";
import { fastLayer } from "./fast-layer.js";
import { SoapFault, type SoapFaultContent } from "./fault.js";
import type { NamespaceAlias } from "./namespace-alias.js";
import { readFault } from "./read-fault.js";
import { blockWriter } from "./soap-headers.js";
import { isFaultName, type SoapVersion, soapVersions } from "./soap-version.js";

/** The envelope around a message. */
export interface WriteMessageOptions {
  /** The default is 1.1. */
  readonly version?: SoapVersion["name"] | undefined;
  readonly headers?: readonly XmlElement[] | undefined;
  readonly alias?: NamespaceAlias | undefined;
}

/**
 * Reads the described element out of the envelope that it is the body of.
 *
 * @throws {@link ParseError} for a text that is no envelope with that element
 * @throws {@link SoapFault} for an envelope with a fault
 */
export function readMessage<T>(descriptor: ElementDescriptor<T>, text: string, options: EnvelopeReaderOptions = {}): T {
  let fault: SoapFaultContent | undefined;
  const { body } = readEnvelope(
    fastLayer,
    text,
    {
      entry(source) {
        if (!isFaultName(source.name)) return { value: parseElement(descriptor, source, { onIssue: options.onIssue }) };
        fault = readFault(source);
        return undefined;
      },
    },
    options,
  );
  if (body === undefined) throw new SoapFault(fault ?? { reason: "" });
  return body.value;
}

/**
 * Writes an envelope with the described element as its body.
 *
 * @throws {@link ValidationError} for a value that the schema does not allow
 */
export function writeMessage<T>(
  descriptor: ElementDescriptor<T>,
  value: NoInfer<T>,
  options: WriteMessageOptions = {},
): string {
  const { version = "1.1", headers = [], alias } = options;
  return writeEnvelope(
    fastLayer,
    soapVersions[version],
    blockWriter(headers),
    (sink) => serializeElement(descriptor, value, sink),
    descriptor.namespace,
    alias,
  );
}

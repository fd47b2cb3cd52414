import { readElement } from "../engine/read-element.js";
import { type Issue, XmlError } from "../errors.js";
import type { OperationDescriptor } from "../schema/services.js";
import type { XmlLimits } from "../xml/limits.js";
import { clarkName } from "../xml/names.js";
import type { XmlElement } from "../xml/tree/xml-element.js";
import { isSuccess, noFault, refuseContentType, refuseStatus } from "./answer.js";
import type { AttachmentSupport } from "./attachments.js";
import { findDeclaredFault } from "./declared-fault.js";
import { decodeLeniently } from "./decode-body.js";
import { type Envelope, isEmptyBody, readEnvelope } from "./envelope.js";
import { SoapFault, type SoapFaultContent } from "./fault.js";
import { type MediaType, parseMediaType } from "./media-type.js";
import type { MessageBody } from "./message-body.js";
import type { Attachment } from "./multipart.js";
import type { NamespaceAlias } from "./namespace-alias.js";
import { readFault } from "./read-fault.js";
import { aboutResponse } from "./response-error.js";
import { isFaultName, type SoapVersion } from "./soap-version.js";
import type { TransportResponse } from "./transport.js";
import type { XmlLayer } from "./xml-layer.js";

export interface ResponseReaderOptions {
  readonly layer: XmlLayer;
  readonly validate: boolean;
  readonly version: SoapVersion;
  readonly alias?: NamespaceAlias | undefined;
  readonly limits?: Partial<XmlLimits> | undefined;
  readonly onIssue?: ((issue: Issue) => void) | undefined;
  readonly attachments?: AttachmentSupport | undefined;
}

/** What an answer holds beside the operation's output. */
export interface ReadResponse {
  /** `undefined` for a one-way operation. */
  readonly value: unknown;
  readonly headers: readonly XmlElement[];
  readonly attachments: readonly Attachment[];
}

type Entry =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "fault"; readonly content: SoapFaultContent };

/**
 * Makes of an HTTP response the operation's output. Whatever else it is ends in an error: there is no value for an
 * answer that is empty, broken off, of another kind or about something else.
 *
 * @throws {@link SoapFault}, {@link ResponseError}, {@link TransportError}
 */
export function readResponse(
  response: TransportResponse,
  operation: OperationDescriptor,
  options: ResponseReaderOptions,
): ReadResponse {
  const { status, headers, body } = response;
  const outer = parseMediaType(headers.get("content-type"));
  const successful = isSuccess(status);
  if (operation.output === undefined && successful && body.byteLength === 0) {
    return { value: undefined, headers: [], attachments: [] };
  }
  refuseStatus(response, outer);
  const { text, mediaType, attachments, packed } = decode(response, outer, options);
  refuseContentType(
    response,
    mediaType,
    text,
    outer.type === "multipart/related" ? "XML; the option attachments reads both" : "XML",
  );
  let envelope: Envelope<Entry>;
  try {
    envelope = readEntry(text, operation, packed ? attachments : undefined, options);
  } catch (error) {
    throw aboutResponse(error, status, text);
  }
  const { body: entry, version } = envelope;
  if (version !== options.version) warnOfVersion(version, options);
  if (entry.kind === "fault") {
    const declared = findDeclaredFault(operation, entry.content, options.onIssue);
    throw new SoapFault<Readonly<Record<string, unknown>>>(entry.content, {
      status,
      headers: envelope.headers,
      declared,
    });
  }
  if (!successful) throw noFault(response, text);
  return { value: entry.value, headers: envelope.headers, attachments };
}

function decode(
  response: TransportResponse,
  mediaType: MediaType,
  { layer, attachments: support }: ResponseReaderOptions,
): MessageBody {
  try {
    if (support !== undefined) return support.readBody(response.body, mediaType);
    // Without support for its parts there is nothing in it that could be read; its beginning is for the error.
    const isPacked = mediaType.type === "multipart/related";
    const text = (isPacked ? decodeLeniently : layer.decode)(response.body, mediaType.charset);
    return { text, mediaType, attachments: [], packed: false };
  } catch (error) {
    const text = decodeLeniently(response.body.subarray(0, 4000), mediaType.charset);
    throw aboutResponse(error, response.status, text);
  }
}

function readEntry(
  text: string,
  operation: OperationDescriptor,
  attachments: readonly Attachment[] | undefined,
  options: ResponseReaderOptions,
): Envelope<Entry> {
  const { layer, alias, limits, onIssue, validate, attachments: support } = options;
  const { output } = operation;
  const isEmpty = output === undefined || isEmptyBody(output);
  return readEnvelope<Entry>(
    layer,
    text,
    {
      entry(source) {
        if (isFaultName(source.name)) return { kind: "fault", content: readFault(source) };
        if (isEmpty) {
          const message = `found ${clarkName(source.name)} in the answer to ${operation.name}; expected an empty body`;
          throw new XmlError("soap-body-entries", message);
        }
        return {
          kind: "value",
          value: readElement(output, source, { onIssue }, layer.features, true, validate ? undefined : layer.unchecked),
        };
      },
      empty: isEmpty ? () => ({ kind: "value", value: output && {} }) : undefined,
    },
    {
      alias,
      limits,
      onIssue,
      through: support && attachments ? (source) => support.open(source, attachments) : undefined,
    },
  );
}

function warnOfVersion(version: SoapVersion, { version: wanted, onIssue }: ResponseReaderOptions): void {
  const message = `the answer is SOAP ${version.name}; expected SOAP ${wanted.name}`;
  onIssue?.({ code: "soap-version", message, severity: "warning" });
}

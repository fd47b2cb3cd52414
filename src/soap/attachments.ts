import type { OperationDescriptor } from "../schema/services.js";
import { refuseUnknown } from "../text/unknown-option.js";
import type { XmlEventSource, XmlSink } from "../xml/ports.js";
import type { BodyBytes } from "./bytes.js";
import type { MediaType } from "./media-type.js";
import { type MessageBody, readMessageBody } from "./message-body.js";
import { readContents, writeContents } from "./mime-contents.js";
import { type Attachment, writeMultipart } from "./multipart.js";
import type { SoapVersion } from "./soap-version.js";
import { writeInclude, XopSource } from "./xop.js";

/** What is sent as an attachment; what arrives as one is always read. */
export interface AttachmentOptions {
  /**
   * `base64Binary` elements of more bytes than this are sent as attachments in MTOM. Without it, nothing is sent so:
   * not every server reads it.
   */
  readonly sendAbove?: number | undefined;
}

/** What a client or a handler reads and writes attachments with; see {@link attachmentSupport}. */
export interface AttachmentSupport {
  /** Takes a message apart: the envelope, and what came with it. */
  readonly readBody: (bytes: Uint8Array, mediaType: MediaType) => MessageBody;
  /** Reads the envelope with the bytes of the attachments where it refers to them. */
  readonly open: (source: XmlEventSource, attachments: readonly Attachment[]) => XmlEventSource;
  /** A sink of bytes that become attachments, and are gathered there. */
  readonly collect: (gathered: Attachment[], sink: XmlSink) => ((bytes: Uint8Array) => boolean) | undefined;
  /** The attachments of the values of parts that the WSDL binds as such. */
  readonly writeContents: (declared: OperationDescriptor["contents"], values: object) => readonly Attachment[];
  /** The values of such parts, by property. */
  readonly readContents: (
    declared: OperationDescriptor["contents"],
    attachments: readonly Attachment[],
  ) => Record<string, unknown>;
  /** The envelope and its attachments as one body, with its headers. */
  readonly pack: (
    envelope: string,
    attachments: readonly Attachment[],
    version: SoapVersion,
    action: string,
  ) => PackedMessage;
}

/** A message with its attachments, as it is sent. */
export interface PackedMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: BodyBytes;
}

/**
 * MTOM (XOP 1.0) and SOAP Messages with Attachments in both directions. What refers to an attachment has its bytes as
 * the value; parts that the WSDL binds as attachments are values of their own.
 */
export function attachmentSupport(options: AttachmentOptions = {}): AttachmentSupport {
  refuseUnknown(
    "attachmentSupport",
    options,
    Object.keys({ sendAbove: 0 } satisfies Record<keyof AttachmentOptions, 0>),
  );
  const { sendAbove } = options;
  return {
    readBody: readMessageBody,
    open: (source, attachments) => new XopSource(source, attachments),
    collect: (gathered, sink) =>
      sendAbove === undefined
        ? undefined
        : (bytes) => {
            if (bytes.length <= sendAbove) return false;
            const attachment: Attachment = {
              contentId: `${crypto.randomUUID()}@xsdsmith`,
              contentType: "application/octet-stream",
              bytes,
            };
            gathered.push(attachment);
            writeInclude(attachment, sink);
            return true;
          },
    writeContents,
    readContents,
    pack,
  };
}

function pack(
  envelope: string,
  attachments: readonly Attachment[],
  version: SoapVersion,
  action: string,
): PackedMessage {
  const boundary = `xsdsmith-${crypto.randomUUID()}`;
  if (attachments.every(({ part }) => part !== undefined)) return packPlain(envelope, attachments, version, boundary);
  return packXop(envelope, attachments, version, action, boundary);
}

/** SOAP Messages with Attachments, 3: the envelope as it is, and what goes beside it. */
function packPlain(
  envelope: string,
  attachments: readonly Attachment[],
  { mediaType }: SoapVersion,
  boundary: string,
): PackedMessage {
  const root: Attachment = {
    contentId: "envelope@xsdsmith",
    contentType: `${mediaType}; charset=utf-8`,
    bytes: new TextEncoder().encode(envelope),
  };
  const type = `multipart/related; type="${mediaType}"; start="<${root.contentId}>"; boundary="${boundary}"`;
  return { headers: { "content-type": type }, body: writeMultipart([root, ...attachments], boundary) };
}

/** MTOM 3 and its SOAP 1.1 binding: the whole and its first part tell what is packed. */
function packXop(
  envelope: string,
  attachments: readonly Attachment[],
  version: SoapVersion,
  action: string,
  boundary: string,
): PackedMessage {
  const root: Attachment = {
    contentId: "envelope@xsdsmith",
    contentType: `application/xop+xml; charset=utf-8; type="${version.mediaType}"`,
    bytes: new TextEncoder().encode(envelope),
  };
  // SOAP 1.2 has its action in the content type (MTOM's "action" of the packed type).
  const packed = version.name === "1.2" && action !== "" ? `; action="${action}"` : "";
  const type =
    `multipart/related; type="application/xop+xml"; start="<${root.contentId}>"; ` +
    `start-info="${version.mediaType}"; boundary="${boundary}"${packed}`;
  return { headers: { "content-type": type }, body: writeMultipart([root, ...attachments], boundary) };
}

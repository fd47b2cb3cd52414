import { XmlError } from "../errors.js";
import { decodeBody } from "./decode-body.js";
import { type MediaType, parseMediaType } from "./media-type.js";
import { type Attachment, readMultipart } from "./multipart.js";

/** The body of an HTTP message, taken apart. */
export interface MessageBody {
  /** The envelope. */
  readonly text: string;
  /** The envelope's own. */
  readonly mediaType: MediaType;
  readonly attachments: readonly Attachment[];
  /** Whether it had several parts, so that the envelope may refer to some. */
  readonly packed: boolean;
}

/**
 * Takes an HTTP body apart: a multipart one is an envelope with attachments, in MTOM (XOP) or as SOAP Messages with
 * Attachments.
 *
 * @throws {@link XmlError} `soap-attachments`, and what `decodeBody` throws
 */
export function readMessageBody(bytes: Uint8Array, mediaType: MediaType): MessageBody {
  if (mediaType.type !== "multipart/related") {
    return { text: decodeBody(bytes, mediaType.charset), mediaType, attachments: [], packed: false };
  }
  const parts = readMultipart(bytes, mediaType.parameters.get("boundary") ?? "");
  const start = mediaType.parameters.get("start")?.replace(/^<(.*)>$/, "$1");
  const root = start === undefined ? parts[0] : parts.find(({ contentId }) => contentId === start);
  if (root === undefined) throw new XmlError("soap-attachments", "the body has no part that is its start");
  const own = parseMediaType(root.contentType);
  return {
    text: decodeBody(root.bytes, own.charset),
    mediaType: own.type === "application/xop+xml" ? xopType(own, mediaType) : own,
    attachments: parts.filter((part) => part !== root),
    packed: true,
  };
}

/** XOP 1.0, 4.1: what is packed is told by a parameter of the part, and in MTOM by one of the whole. */
function xopType(own: MediaType, whole: MediaType): MediaType {
  const packed = parseMediaType(own.parameters.get("type") ?? whole.parameters.get("start-info") ?? "text/xml");
  return { ...packed, charset: own.charset, action: own.action ?? whole.action ?? packed.action };
}

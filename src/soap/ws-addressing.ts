import { XmlError } from "../errors.js";
import { excerptOf } from "../text/excerpt.js";
import { XmlReader } from "../xml/fast/reader.js";
import type { XmlElement } from "../xml/tree/xml-element.js";
import { decodeBody } from "./decode-body.js";
import type { Interceptor } from "./interceptor.js";
import { parseMediaType } from "./media-type.js";
import { ResponseError } from "./response-error.js";
import { headerElement, mustUnderstand, withSoapHeaders } from "./soap-headers.js";
import type { TransportResponse } from "./transport.js";

/** Web Services Addressing 1.0, as a whole. */
const wsa = "http://www.w3.org/2005/08/addressing";

/** The addresses in the headers of a request (WS-Addressing 1.0). */
export interface WsAddressingOptions {
  /** The default is the address that the client calls. */
  readonly to?: string | undefined;
  /** Where answers go; the default is the connection of the request. */
  readonly replyTo?: string | undefined;
  readonly faultTo?: string | undefined;
  readonly from?: string | undefined;
  /** The default is what the WSDL says, else the SOAPAction. */
  readonly action?: string | undefined;
  /** Whether the server must understand the blocks or refuse the message. The default is false. */
  readonly mustUnderstand?: boolean | undefined;
  /** An absolute IRI, new for each message; the default is a random UUID. */
  readonly messageId?: (() => string) | undefined;
}

/**
 * Addresses each request by WS-Addressing 1.0: Action, MessageID, To and ReplyTo. An answer that says to what message
 * it relates must name this one; else the call rejects with a {@link ResponseError} `soap-addressing`.
 */
export function wsAddressing(options: WsAddressingOptions = {}): Interceptor {
  const { messageId = () => `urn:uuid:${crypto.randomUUID()}`, replyTo = `${wsa}/anonymous` } = options;
  return async (request, next) => {
    const { operation, soap, url } = request;
    const id = messageId();
    const blocks = [
      text("Action", options.action ?? operation.addressing?.input ?? operation.action),
      text("MessageID", id),
      text("To", options.to ?? url),
      reference("ReplyTo", replyTo),
      ...(options.from === undefined ? [] : [reference("From", options.from)]),
      ...(options.faultTo === undefined ? [] : [reference("FaultTo", options.faultTo)]),
    ];
    const marked = options.mustUnderstand === true ? blocks.map((block) => mustUnderstand(block, soap)) : blocks;
    const response = await next(withSoapHeaders(request, marked));
    checkRelation(response, id);
    return response;
  };
}

function text(name: string, value: string): XmlElement {
  return headerElement(wsa, name, [value]);
}

/** An endpoint reference of nothing but an address (WS-Addressing 1.0 - Core, 2). */
function reference(name: string, address: string): XmlElement {
  return headerElement(wsa, name, [text("Address", address)]);
}

/** WS-Addressing 1.0 - Core, 3.2. An answer that cannot be read is none of our business here. */
function checkRelation(response: TransportResponse, id: string): void {
  let relation: string | undefined;
  let envelope = "";
  try {
    const { type, charset } = parseMediaType(response.headers.get("content-type"));
    if (type === "multipart/related") return;
    envelope = decodeBody(response.body, charset);
    relation = relatesTo(new XmlReader(envelope));
  } catch (error) {
    if (error instanceof XmlError) return;
    throw error;
  }
  if (relation === undefined || relation === id || relation === `${wsa}/unspecified`) return;
  const cause = new XmlError("soap-addressing", "the answer relates to another message than the one that was sent");
  throw new ResponseError(cause, response.status, excerptOf(envelope));
}

/** The text of the header block, for answers and not for other relations; nothing behind the Header is read. */
function relatesTo(reader: XmlReader): string | undefined {
  while (reader.next() !== "eof") {
    if (reader.kind !== "start") continue;
    const { namespace, localName } = reader.name;
    if (localName === "Body" && reader.depth === 2) return undefined;
    if (localName !== "RelatesTo" || namespace !== wsa || reader.depth !== 3) continue;
    const { attributes } = reader;
    const types = Array.from({ length: attributes.length }, (_, index) => index).filter(
      (index) => attributes.name(index).localName === "RelationshipType",
    );
    const isReply = types.every((index) => attributes.value(index) === `${wsa}/reply`);
    const found = reader.elementText();
    if (isReply) return found?.trim();
  }
  return undefined;
}

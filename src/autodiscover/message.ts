import { decodeBody } from "../soap/decode-body.js";
import { childrenOf, textOf } from "../soap/typed-element.js";
import { XmlReader } from "../xml/fast/reader.js";
import { xmlName } from "../xml/names.js";
import { readXmlElement } from "../xml/tree/read-xml-element.js";
import type { XmlElement } from "../xml/tree/xml-element.js";
import { XmlWriter } from "../xml/write/writer.js";

const requests = "http://schemas.microsoft.com/exchange/autodiscover/outlook/requestschema/2006";
const responses = "http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a";

/** The URLs of one way to reach the mailbox. */
export interface DiscoveredProtocol {
  /** `EXCH` within the organisation, `EXPR` from outside, `WEB`, or another. */
  readonly type: string;
  readonly umUrl: string | undefined;
  readonly ewsUrl: string | undefined;
}

/** What a server answers: settings, the address or the URL to ask instead, or that it does not know. */
export type DiscoveryAnswer =
  | {
      readonly kind: "settings";
      readonly displayName: string | undefined;
      readonly smtpAddress: string | undefined;
      readonly protocols: readonly DiscoveredProtocol[];
    }
  | { readonly kind: "redirectAddress"; readonly email: string }
  | { readonly kind: "redirectUrl"; readonly url: string }
  | { readonly kind: "error"; readonly code: string; readonly message: string }
  | { readonly kind: "unknown" };

/** The request of POX Autodiscover ([MS-OXDSCLI] 2.2.3). */
export function writeRequest(email: string): string {
  const writer = new XmlWriter();
  writer.startElement(xmlName(requests, "Autodiscover"), "");
  writer.startElement(xmlName(requests, "Request"));
  for (const [name, text] of [
    ["EMailAddress", email],
    ["AcceptableResponseSchema", responses],
  ] as const) {
    writer.startElement(xmlName(requests, name));
    writer.text(text);
    writer.endElement();
  }
  writer.endElement();
  writer.endElement();
  return writer.toString();
}

/**
 * Reads an answer ([MS-OXDSCLI] 2.2.4). Namespaces vary between servers and kinds of answers, so local names count.
 *
 * @throws {@link ParseError} for what is not well-formed
 */
export function readAnswer(bytes: Uint8Array, charset: string | undefined): DiscoveryAnswer {
  const reader = new XmlReader(decodeBody(bytes, charset));
  let kind = reader.next();
  while (kind !== "start") kind = reader.next();
  const root = readXmlElement(reader);
  while (kind !== "eof") kind = reader.next();
  const response = root.name === "Autodiscover" ? child(root, "Response") : undefined;
  const failure = child(response, "Error");
  if (failure !== undefined) {
    return { kind: "error", code: text(failure, "ErrorCode") ?? "", message: text(failure, "Message") ?? "" };
  }
  const account = child(response, "Account");
  const [email, url] = [text(account, "RedirectAddr"), text(account, "RedirectUrl")];
  switch (text(account, "Action")) {
    case "redirectAddr":
      return email === undefined ? { kind: "unknown" } : { kind: "redirectAddress", email };
    case "redirectUrl":
      return url === undefined ? { kind: "unknown" } : { kind: "redirectUrl", url };
    case "settings":
      break;
    default:
      return { kind: "unknown" };
  }
  const user = child(response, "User");
  return {
    kind: "settings",
    displayName: text(user, "DisplayName"),
    smtpAddress: text(user, "AutoDiscoverSMTPAddress"),
    protocols: children(account, "Protocol").map((protocol) => ({
      type: text(protocol, "Type") ?? protocol.attributes?.["Type"] ?? "",
      umUrl: text(protocol, "UMUrl"),
      ewsUrl: text(protocol, "EwsUrl") ?? text(protocol, "ASUrl"),
    })),
  };
}

function children(parent: XmlElement | undefined, name: string): readonly XmlElement[] {
  return parent === undefined ? [] : childrenOf(parent).filter((each) => each.name === name);
}

function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return children(parent, name)[0];
}

function text(parent: XmlElement | undefined, name: string): string | undefined {
  const found = child(parent, name);
  return found === undefined ? undefined : textOf(found).trim() || undefined;
}

import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { XmlError } from "../../errors.js";
import { headerElement, type Interceptor, mustUnderstand, withSoapHeaders } from "../../soap.js";
import { refuseUnknown } from "../../text/unknown-option.js";
import { XmlReader } from "../../xml/fast/reader.js";
import type { XmlElement } from "../../xml/tree/xml-element.js";

const wsse = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
const wsu = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
const wsa = "http://www.w3.org/2005/08/addressing";
const x509 = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3";
const base64Binary = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary";
const exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";

/** Whose signature a message has, and how long it is valid. */
export interface SignMessageOptions {
  /** In PEM. */
  readonly privateKey: string | Uint8Array | KeyObject;
  /** The certificate of the key in PEM, which goes with the message. */
  readonly certificate: string | Uint8Array;
  /** How long the message is valid, in seconds. The default is 300. */
  readonly validFor?: number | undefined;
  /** The hash of both digest and signature. The default is `sha256`; `sha1` is for old servers only. */
  readonly hash?: "sha256" | "sha512" | "sha1" | undefined;
  /** In milliseconds since 1970; the default is `Date.now`. */
  readonly now?: (() => number) | undefined;
}

const optionNames = /* @__PURE__ */ Object.keys({
  privateKey: 0,
  certificate: 0,
  validFor: 0,
  hash: 0,
  now: 0,
} satisfies Record<keyof SignMessageOptions, 0>);

/**
 * Signs each request by WS-Security 1.0 with an X.509 certificate: the Body, a Timestamp, and what WS-Addressing says.
 * It belongs behind the interceptors whose header blocks it signs, so last. It needs the package `xml-crypto`.
 *
 * @throws TypeError for a key that does not belong to the certificate
 */
export function signMessage(options: SignMessageOptions): Interceptor {
  refuseUnknown("signMessage", options, optionNames);
  const { validFor = 300, hash = "sha256", now = Date.now } = options;
  const certificate = new X509Certificate(options.certificate);
  const key = toKey(options.privateKey);
  if (!certificate.checkPrivateKey(key)) throw new TypeError("the private key does not belong to the certificate");
  const token = certificate.raw.toString("base64");
  return async (request, next) => {
    if (request.attachments.length > 0) {
      throw new XmlError("soap-attachments", "a message with attachments cannot be signed");
    }
    const { SignedXml } = await import("xml-crypto");
    const id = crypto.randomUUID();
    const hasTimestamp = has(request.body, timestampPart);
    const content = [...(hasTimestamp ? [] : [timestamp(now(), validFor)]), securityToken(token, id)];
    const { body } = withToken(request, content);
    const signed = new SignedXml({
      privateKey: key.export({ type: "pkcs8", format: "pem" }).toString(),
      idMode: "wssecurity",
      signatureAlgorithm: signatureAlgorithms[hash],
      canonicalizationAlgorithm: exclusive,
      getKeyInfoContent: () =>
        `<wsse:SecurityTokenReference xmlns:wsse="${wsse}"><wsse:Reference URI="#X509-${id}" ValueType="${x509}"/></wsse:SecurityTokenReference>`,
    });
    for (const part of signedParts) {
      if (!has(body, part)) continue;
      signed.addReference({ xpath: part.path, transforms: [exclusive], digestAlgorithm: digestAlgorithms[hash] });
    }
    const location = { reference: `/*/*[local-name()='Header']/*[local-name()='Security']`, action: "append" } as const;
    signed.computeSignature(body, { prefix: "ds", location });
    return next({ ...request, body: signed.getSignedXml() });
  };
}

const signatureAlgorithms = {
  sha256: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
  sha512: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
  sha1: "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
} as const;

const digestAlgorithms = {
  sha256: "http://www.w3.org/2001/04/xmlenc#sha256",
  sha512: "http://www.w3.org/2001/04/xmlenc#sha512",
  sha1: "http://www.w3.org/2000/09/xmldsig#sha1",
} as const;

interface SignedPart {
  readonly path: string;
  readonly namespace: string | undefined;
  readonly name: string;
}

const timestampPart: SignedPart = {
  path: "/*/*[local-name()='Header']/*[local-name()='Security']/*[local-name()='Timestamp']",
  namespace: wsu,
  name: "Timestamp",
};

/** What is signed where it is there: any path finds at most one element. */
const signedParts: readonly SignedPart[] = [
  { path: "/*/*[local-name()='Body']", namespace: undefined, name: "Body" },
  timestampPart,
  ...["Action", "MessageID", "To", "ReplyTo", "From", "FaultTo"].map((name) => ({
    path: `/*/*[local-name()='Header']/*[local-name()='${name}' and namespace-uri()='${wsa}']`,
    namespace: wsa,
    name,
  })),
];

function has(envelope: string, { namespace, name }: SignedPart): boolean {
  const reader = new XmlReader(envelope);
  while (reader.next() !== "eof") {
    if (reader.kind !== "start") continue;
    if (reader.name.localName === name && (namespace ?? reader.name.namespace) === reader.name.namespace) return true;
    if (reader.depth === 2 && reader.name.localName === "Body") return false;
  }
  return false;
}

function toKey(key: SignMessageOptions["privateKey"]): KeyObject {
  if (typeof key === "string") return createPrivateKey(key);
  return key instanceof Uint8Array ? createPrivateKey(Buffer.from(key)) : key;
}

function timestamp(time: number, validFor: number): XmlElement {
  const at = (milliseconds: number) => [new Date(milliseconds).toISOString()];
  return headerElement(wsu, "Timestamp", [
    headerElement(wsu, "Created", at(time)),
    headerElement(wsu, "Expires", at(time + validFor * 1000)),
  ]);
}

function securityToken(token: string, id: string): XmlElement {
  const attributes = { EncodingType: base64Binary, ValueType: x509, [`{${wsu}}Id`]: `X509-${id}` };
  return headerElement(wsse, "BinarySecurityToken", [token], attributes);
}

type Request = Parameters<Interceptor>[0];

/** A message has one Security header for its receiver (WS-Security 1.0, 5): what is new goes into one that is there. */
function withToken(request: Request, content: readonly XmlElement[]): Request {
  const offset = securityEnd(request.body);
  const block = headerElement(wsse, "Security", content);
  if (offset === undefined) return withSoapHeaders(request, [mustUnderstand(block, request.soap)]);
  // The texts of blocks depend on no declaration around them: those of a message of their own fit in.
  const own = withSoapHeaders({ ...request, body: "<E><Header></Header></E>" }, content).body;
  const text = own.slice("<E><Header>".length, -"</Header></E>".length);
  return { ...request, body: request.body.slice(0, offset) + text + request.body.slice(offset) };
}

/** Where a Security header ends; `undefined` for none. */
function securityEnd(envelope: string): number | undefined {
  const reader = new XmlReader(envelope);
  while (reader.next() !== "eof") {
    const { localName, namespace } = reader.name;
    if (reader.kind === "start" && reader.depth === 2 && localName === "Body") return undefined;
    if (reader.kind === "end" && localName === "Security" && namespace === wsse && reader.depth === 3) {
      return envelope.startsWith("</", reader.offset) ? reader.offset : undefined;
    }
  }
  return undefined;
}

import { type KeyObject, X509Certificate } from "node:crypto";
import { XmlError } from "../../errors.js";
import { decodeBody } from "../../soap/decode-body.js";
import { parseMediaType } from "../../soap/media-type.js";
import { aboutResponse } from "../../soap/response-error.js";
import { isFaultName, type SoapVersion, versionOfEnvelope } from "../../soap/soap-version.js";
import type { TransportResponse } from "../../soap/transport.js";
import type { Interceptor } from "../../soap.js";
import { refuseUnknown } from "../../text/unknown-option.js";
import { attributeOf, childrenOf, type PlacedElement, readPlaced, seenIn, textOf } from "./placed-element.js";

const oasis = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss";
const wsse = `${oasis}-wssecurity-secext-1.0.xsd`;
const wsu = `${oasis}-wssecurity-utility-1.0.xsd`;
const ds = "http://www.w3.org/2000/09/xmldsig#";
const exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";

/** A hash function of signatures. */
export type SignatureHash = "sha256" | "sha512" | "sha1";

const signatureAlgorithms: Readonly<Record<SignatureHash, string>> = {
  sha256: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
  sha512: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
  sha1: "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
};

const digestAlgorithms: Readonly<Record<SignatureHash, string>> = {
  sha256: "http://www.w3.org/2001/04/xmlenc#sha256",
  sha512: "http://www.w3.org/2001/04/xmlenc#sha512",
  sha1: "http://www.w3.org/2000/09/xmldsig#sha1",
};

/** Whose answers are believed, and how old they may be. */
export interface VerifySignatureOptions {
  /**
   * The certificates, in PEM, of those who may sign: several while one takes another's place. Or what decides about the
   * certificate that comes with an answer.
   */
  readonly trusted:
    | string
    | Uint8Array
    | readonly (string | Uint8Array)[]
    | ((certificate: X509Certificate) => boolean);
  /** The default is `required`: without a signed Timestamp, an old answer is as good as a new one. */
  readonly timestamp?: "required" | "optional" | undefined;
  /** How long after its creation an answer counts whose Timestamp does not say when it expires, in seconds. The default is 300. */
  readonly maxAge?: number | undefined;
  /** By how much the clocks of both sides may differ, in seconds. The default is 60. */
  readonly clockSkew?: number | undefined;
  /** The hashes that are believed. The default is `sha256` and `sha512`. */
  readonly hashes?: readonly SignatureHash[] | undefined;
  /** Whether a fault counts that nobody signed, as some servers send them. The default is `refuse`. */
  readonly unsignedFaults?: "refuse" | "allow" | undefined;
  /** In milliseconds since 1970; the default is `Date.now`. */
  readonly now?: (() => number) | undefined;
}

const optionNames = /* @__PURE__ */ Object.keys({
  trusted: 0,
  timestamp: 0,
  maxAge: 0,
  clockSkew: 0,
  hashes: 0,
  unsignedFaults: 0,
  now: 0,
} satisfies Record<keyof VerifySignatureOptions, 0>);

/** The options with their defaults. */
interface Terms {
  readonly find: (message: Security) => readonly X509Certificate[];
  readonly needsTimestamp: boolean;
  readonly maxAge: number;
  readonly clockSkew: number;
  readonly hashes: readonly SignatureHash[];
  readonly now: () => number;
}

/**
 * Requires of each answer a valid WS-Security signature over its Body and a fresh Timestamp, by a certificate that is
 * trusted. What is handed on is what was signed: header blocks that the signature does not cover are taken out, and so
 * nothing behind this interceptor can read them. It belongs behind those that read answers, so last. It needs the package
 * `xml-crypto`.
 *
 * Answers with attachments are refused, for a signature of the envelope says nothing about them.
 *
 * @throws TypeError for options that cannot be met
 */
export function verifySignature(options: VerifySignatureOptions): Interceptor {
  refuseUnknown("verifySignature", options, optionNames);
  const {
    timestamp = "required",
    maxAge = 300,
    clockSkew = 60,
    hashes = ["sha256", "sha512"],
    now = Date.now,
  } = options;
  if (!(maxAge > 0) || !(clockSkew >= 0)) throw new TypeError("maxAge and clockSkew are numbers of seconds");
  const find = certificateFinder(options.trusted);
  const terms: Terms = { find, needsTimestamp: timestamp === "required", maxAge, clockSkew, hashes, now };
  const allowsUnsignedFaults = options.unsignedFaults === "allow";
  return async (request, next) => {
    const response = await next(request);
    // What an empty answer means is the client's business.
    if (response.body.byteLength === 0) return response;
    let text = "";
    try {
      const { type, charset } = parseMediaType(response.headers.get("content-type"));
      if (type === "multipart/related") fail("an answer with attachments cannot be verified");
      text = decodeBody(response.body, charset);
      // Error pages, which a client makes errors of: nothing in them can be an envelope.
      if (!text.includes("Envelope")) return response;
      const verified = await verify(text, terms, allowsUnsignedFaults);
      return verified === undefined ? response : withText(response, type, verified);
    } catch (error) {
      throw aboutResponse(error, response.status, text);
    }
  };
}

/** @returns a text of which all was signed that a client reads; `undefined` where there is nothing for it to read */
async function verify(text: string, terms: Terms, allowsUnsignedFaults: boolean): Promise<string | undefined> {
  const envelope = readPlaced(text, ({ namespace, localName }) => namespace === ds && localName === "Signature");
  const version = versionOfEnvelope(envelope.name);
  // The client reads by the same reader, and finds no envelope either.
  if (version === undefined) return undefined;
  const bodies = childrenOf(envelope, version.namespace, "Body");
  const headers = childrenOf(envelope, version.namespace, "Header");
  const [body] = bodies;
  if (body === undefined || bodies.length > 1 || headers.length > 1)
    fail("the envelope has not one Body and one Header");
  const blocks = headers.flatMap((header) => childrenOf(header));
  const security = readSecurity(blocks, version);
  if (security === undefined) {
    const [entry, another] = childrenOf(body);
    const isFault = entry !== undefined && another === undefined && isFaultName(entry.name);
    if (allowsUnsignedFaults && isFault) return without(text, blocks);
    fail("the answer is not signed");
  }
  const signed = await verifyReferences(text, envelope, security, terms);
  if (!signed.has(body)) fail("the signature does not cover the Body");
  checkTimestamp(security, signed, terms);
  return without(
    text,
    blocks.filter((block) => !signed.has(block)),
  );
}

/** The Security header for the receiver, taken apart. */
interface Security {
  readonly signature: PlacedElement;
  readonly timestamps: readonly PlacedElement[];
  /** Of the X.509 certificates that came along. */
  readonly tokens: readonly string[];
}

/** WS-Security 1.0, 5: one block for each receiver. `undefined` where nothing is signed. */
function readSecurity(blocks: readonly PlacedElement[], version: SoapVersion): Security | undefined {
  const own = blocks.filter((block) => {
    const actor = block.attributes.find(({ name }) => name === version.actor)?.value.trim() ?? "";
    return (
      block.name.namespace === wsse &&
      block.name.localName === "Security" &&
      (actor === "" || version.receivers.includes(actor))
    );
  });
  if (own.length > 1) fail("the message has several Security headers for its receiver");
  const [block] = own;
  if (block === undefined) return undefined;
  const signatures = childrenOf(block, ds, "Signature");
  if (signatures.length > 1) fail("the message is signed several times");
  const [signature] = signatures;
  if (signature === undefined) return undefined;
  const inKey = childrenOf(signature, ds, "KeyInfo").flatMap((info) => [info, ...childrenOf(info)]);
  const certificates = inKey
    .flatMap((each) => [each, ...childrenOf(each, ds, "X509Data")])
    .flatMap((each) => childrenOf(each, ds, "X509Certificate"));
  const tokens = [...childrenOf(block, wsse, "BinarySecurityToken"), ...certificates].map(textOf);
  return { signature, timestamps: childrenOf(block, wsu, "Timestamp"), tokens: [...new Set(tokens)] };
}

/** The elements that the signature covers: each told by its place, and seen by our reader as it was signed. */
async function verifyReferences(
  text: string,
  envelope: PlacedElement,
  security: Security,
  terms: Terms,
): Promise<ReadonlySet<PlacedElement>> {
  const { signature } = security;
  const algorithm = checkSignatureElement(signature, terms);
  const identified = elementsById(envelope);
  const [signedInfo] = childrenOf(signature, ds, "SignedInfo");
  const targets = (signedInfo === undefined ? [] : childrenOf(signedInfo, ds, "Reference")).map((reference) => {
    checkReference(reference, terms);
    const found = identified.get(attributeOf(reference, "URI").slice(1)) ?? [];
    const [target] = found;
    if (target === undefined || found.length > 1) fail("a reference of the signature is not to exactly one element");
    return target;
  });
  const certificates = terms.find(security).filter((certificate) => isCurrent(certificate, terms));
  if (certificates.length === 0) fail("the answer is not signed with a certificate that is trusted and not expired");
  const slice = text.slice(signature.start, signature.end);
  // On its own it needs what is declared around it.
  const alone = slice.replace(/^<[^\s/>]+/, (tag) => tag + signature.declaredAround);
  let seen: readonly string[] | undefined;
  for (const { publicKey } of certificates) seen ??= await signedTexts(text, alone, algorithm, publicKey);
  if (seen === undefined) fail("the signature is not valid: the answer was altered, or signed by another key");
  // Two parsers read the message: the one that verifies, and ours, whose values a caller gets. They must agree.
  if (seen.length !== targets.length || targets.some((target, index) => seen[index] !== seenIn(target))) {
    fail("what was signed is not what the message says");
  }
  return new Set(targets);
}

/** What was signed, reference by reference, as our reader sees it; `undefined` where the signature is not valid. */
async function signedTexts(
  text: string,
  signature: string,
  algorithm: string,
  key: KeyObject,
): Promise<readonly string[] | undefined> {
  const { SignedXml } = await import("xml-crypto");
  const signed = new SignedXml({
    publicCert: key.export({ type: "spki", format: "pem" }),
    // The key that is trusted, whatever the message says.
    getCertFromKeyInfo: () => null,
  });
  try {
    signed.loadSignature(signature);
    if (signed.signatureAlgorithm !== algorithm || signed.canonicalizationAlgorithm !== exclusive) return undefined;
    if (!signed.checkSignature(text)) return undefined;
    return signed.getSignedReferences().map((canonical) => seenIn(readPlaced(canonical)));
  } catch {
    // xml-crypto throws plain errors for whatever it does not find as it should be.
    return undefined;
  }
}

/** @returns the algorithm of the signature, one that is believed */
function checkSignatureElement(signature: PlacedElement, { hashes }: Terms): string {
  const [info, ...moreInfos] = childrenOf(signature, ds, "SignedInfo");
  const values = childrenOf(signature, ds, "SignatureValue");
  const others = childrenOf(signature).filter(
    ({ name }) => name.namespace !== ds || !/^(SignedInfo|SignatureValue|KeyInfo)$/.test(name.localName),
  );
  if (info === undefined || moreInfos.length > 0 || values.length !== 1 || others.length > 0) {
    fail("the signature is not of SignedInfo, SignatureValue and KeyInfo");
  }
  const [canonicalization] = childrenOf(info, ds, "CanonicalizationMethod");
  const [method] = childrenOf(info, ds, "SignatureMethod");
  if (canonicalization === undefined || attributeOf(canonicalization, "Algorithm") !== exclusive) {
    fail("the signature is not over exclusive canonical XML");
  }
  const algorithm = method === undefined ? "" : attributeOf(method, "Algorithm");
  if (!hashes.some((hash) => signatureAlgorithms[hash] === algorithm)) {
    fail(`the signature is by ${algorithm.slice(0, 100)}; expected RSA with ${hashes.join(" or ")}`);
  }
  return algorithm;
}

/** A reference is to an identifier, and by nothing but exclusive canonicalization: other transforms can hide things. */
function checkReference(reference: PlacedElement, { hashes }: Terms): void {
  const transforms = childrenOf(reference, ds, "Transforms").flatMap((each) => childrenOf(each));
  const [transform] = transforms;
  const [digest] = childrenOf(reference, ds, "DigestMethod");
  if (!/^#./.test(attributeOf(reference, "URI"))) fail("a reference of the signature is not to an identifier");
  if (transform === undefined || transforms.length > 1 || attributeOf(transform, "Algorithm") !== exclusive) {
    fail("a reference of the signature is not by exclusive canonicalization alone");
  }
  const algorithm = digest === undefined ? "" : attributeOf(digest, "Algorithm");
  if (!hashes.some((hash) => digestAlgorithms[hash] === algorithm)) {
    fail(`a digest is by ${algorithm.slice(0, 100)}; expected ${hashes.join(" or ")}`);
  }
}

/** All elements by their identifiers, whatever namespace the attribute is in: xml-crypto looks no closer. */
function elementsById(root: PlacedElement): ReadonlyMap<string, readonly PlacedElement[]> {
  const found = new Map<string, PlacedElement[]>();
  const waiting = [root];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    for (const { name, value } of element.attributes) {
      if (!/^id$/i.test(name.localName)) continue;
      const same = found.get(value);
      if (same === undefined) found.set(value, [element]);
      else if (!same.includes(element)) same.push(element);
    }
    waiting.push(...childrenOf(element));
  }
  return found;
}

function checkTimestamp(
  { timestamps }: Security,
  signed: ReadonlySet<PlacedElement>,
  { needsTimestamp, maxAge, clockSkew, now }: Terms,
): void {
  const [timestamp] = timestamps;
  if (timestamps.length > 1) fail("the Security header has several timestamps");
  if (timestamp === undefined || !signed.has(timestamp)) {
    if (!needsTimestamp && timestamp === undefined) return;
    fail(timestamp === undefined ? "the answer has no Timestamp" : "the signature does not cover the Timestamp");
  }
  const created = timeOf(timestamp, "Created");
  const expires = timeOf(timestamp, "Expires") ?? (created === undefined ? undefined : created + maxAge * 1000);
  if (created === undefined || expires === undefined) fail("the Timestamp does not say when it was created");
  const skew = clockSkew * 1000;
  if (created > now() + skew) fail("the answer was created in the future: do the clocks agree?");
  if (expires <= now() - skew) fail("the answer has expired");
}

/** In milliseconds since 1970. */
function timeOf(timestamp: PlacedElement, name: "Created" | "Expires"): number | undefined {
  const [found, another] = childrenOf(timestamp, wsu, name);
  if (found === undefined) return undefined;
  const text = textOf(found).trim();
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  if (another !== undefined || Number.isNaN(time)) fail(`the Timestamp has no ${name} that is one time with its zone`);
  return time;
}

/** The certificates to try, by what is trusted. */
function certificateFinder(trusted: VerifySignatureOptions["trusted"]): Terms["find"] {
  if (typeof trusted === "function") {
    return ({ tokens }) => tokens.flatMap(toCertificate).filter((certificate) => trusted(certificate));
  }
  const given = typeof trusted === "string" || trusted instanceof Uint8Array ? [trusted] : trusted;
  if (given.length === 0) throw new TypeError("trusted names no certificate");
  const certificates = given.map((each) => {
    try {
      return new X509Certificate(each);
    } catch (cause) {
      throw new TypeError("trusted holds something that is no certificate in PEM", { cause });
    }
  });
  return () => certificates;
}

function toCertificate(token: string): readonly X509Certificate[] {
  try {
    return [new X509Certificate(Buffer.from(token, "base64"))];
  } catch {
    // A token of another kind.
    return [];
  }
}

function isCurrent({ validFrom, validTo }: X509Certificate, { now, clockSkew }: Terms): boolean {
  const skew = clockSkew * 1000;
  return Date.parse(validFrom) - skew <= now() && now() <= Date.parse(validTo) + skew;
}

/** The text without some elements of it. */
function without(text: string, elements: readonly PlacedElement[]): string {
  let result = "";
  let from = 0;
  for (const { start, end } of elements) {
    result += text.slice(from, start);
    from = end;
  }
  return result + text.slice(from);
}

function withText({ status, headers, ...rest }: TransportResponse, type: string, text: string): TransportResponse {
  const changed = new Headers(headers);
  changed.set("content-type", `${type}; charset=utf-8`);
  return { ...rest, status, headers: changed, body: new TextEncoder().encode(text) };
}

function fail(reason: string): never {
  throw new XmlError("soap-signature", reason);
}

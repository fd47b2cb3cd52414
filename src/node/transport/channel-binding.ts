import { createHash } from "node:crypto";
import { context, type DerElement, derTag, readDer, readDerIn } from "../der.js";

/** The hash of a certificate's signature, by the object identifier of the algorithm in hexadecimal DER. */
const signatureHashes: ReadonlyMap<string, string> = new Map([
  // 1.2.840.113549.1.1.{4,5,14,11,12,13}: RSA with MD5, SHA-1, SHA-224, SHA-256, SHA-384, SHA-512
  ["2a864886f70d010104", "md5"],
  ["2a864886f70d010105", "sha1"],
  ["2a864886f70d01010e", "sha224"],
  ["2a864886f70d01010b", "sha256"],
  ["2a864886f70d01010c", "sha384"],
  ["2a864886f70d01010d", "sha512"],
  // 1.2.840.10045.4.1 and 4.3.{1,2,3,4}: ECDSA with SHA-1, SHA-224, SHA-256, SHA-384, SHA-512
  ["2a8648ce3d0401", "sha1"],
  ["2a8648ce3d040301", "sha224"],
  ["2a8648ce3d040302", "sha256"],
  ["2a8648ce3d040303", "sha384"],
  ["2a8648ce3d040304", "sha512"],
]);

const rsaPss = "2a864886f70d01010a";

/** Hashes that RSASSA-PSS names (2.16.840.1.101.3.4.2.{1,2,3,4}). */
const hashes: ReadonlyMap<string, string> = new Map([
  ["608648016503040201", "sha256"],
  ["608648016503040202", "sha384"],
  ["608648016503040203", "sha512"],
  ["608648016503040204", "sha224"],
]);

/**
 * The channel binding `tls-server-end-point` (RFC 5929, 4): the hash of the server's certificate, by the hash function of
 * its signature, with SHA-256 in place of MD5 and SHA-1. `undefined` for a signature without a hash function of its own,
 * such as Ed25519, for which the binding is not defined.
 *
 * @param certificate - in DER
 */
export function serverEndPoint(certificate: Uint8Array): Uint8Array | undefined {
  const hash = hashOf(certificate);
  if (hash === undefined) return undefined;
  const strong = hash === "md5" || hash === "sha1" ? "sha256" : hash;
  return Buffer.concat([Buffer.from("tls-server-end-point:"), createHash(strong).update(certificate).digest()]);
}

/** Certificate ::= SEQUENCE { tbsCertificate, signatureAlgorithm AlgorithmIdentifier, signature } (RFC 5280, 4.1) */
function hashOf(certificate: Uint8Array): string | undefined {
  try {
    const [, algorithm] = readDerIn(readDer(certificate)[0], derTag.sequence);
    const [identifier, parameters] = readDerIn(algorithm, derTag.sequence);
    const name = hexOf(identifier);
    return name === rsaPss ? pssHash(parameters) : signatureHashes.get(name);
  } catch {
    return undefined;
  }
}

/** RSASSA-PSS-params ::= SEQUENCE { hashAlgorithm [0] AlgorithmIdentifier DEFAULT sha1, … } (RFC 4055, 3.1) */
function pssHash(parameters: DerElement | undefined): string | undefined {
  const [first] = parameters === undefined ? [] : readDerIn(parameters, derTag.sequence);
  if (first?.tag !== context(0)) return "sha1";
  const [identifier] = readDerIn(readDer(first.contents)[0], derTag.sequence);
  return hashes.get(hexOf(identifier));
}

function hexOf(element: DerElement | undefined): string {
  return element?.tag === derTag.objectIdentifier ? Buffer.from(element.contents).toString("hex") : "";
}

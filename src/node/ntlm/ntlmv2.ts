import { createHash, createHmac } from "node:crypto";
import { type AvPair, avId, writeAvPairs } from "./av-pairs.js";
import { md4 } from "./md4.js";
import { utf16 } from "./message.js";

export function hmacMd5(key: Uint8Array, ...data: readonly Uint8Array[]): Buffer {
  const hmac = createHmac("md5", key);
  for (const part of data) hmac.update(part);
  return hmac.digest();
}

export function md5(...data: readonly Uint8Array[]): Buffer {
  const hash = createHash("md5");
  for (const part of data) hash.update(part);
  return hash.digest();
}

/** NTOWFv2 ([MS-NLMP] 3.3.2): what server and client derive all keys from. */
export function responseKey(user: string, password: string, domain: string): Buffer {
  return hmacMd5(md4(utf16(password)), utf16(upperCase(user) + domain));
}

/** Windows maps each character to one; JavaScript would make SS of ß. */
function upperCase(text: string): string {
  return Array.from(text, (character) => {
    const upper = character.toUpperCase();
    return upper.length === character.length ? upper : character;
  }).join("");
}

export interface Responses {
  readonly nt: Buffer;
  readonly lm: Buffer;
  readonly sessionBaseKey: Buffer;
}

export interface ResponseInput {
  readonly key: Uint8Array;
  readonly serverChallenge: Uint8Array;
  readonly clientChallenge: Uint8Array;
  /** A FILETIME, for a server that gives no time. */
  readonly time: Uint8Array;
  readonly targetInfo: readonly AvPair[];
}

/** ComputeResponse ([MS-NLMP] 3.3.2). */
export function computeResponses(input: ResponseInput): Responses {
  const { key, serverChallenge, clientChallenge, targetInfo } = input;
  const timestamp = targetInfo.find(({ id }) => id === avId.timestamp)?.value;
  const temp = Buffer.concat([
    Uint8Array.of(1, 1, 0, 0, 0, 0, 0, 0),
    timestamp ?? input.time,
    clientChallenge,
    new Uint8Array(4),
    writeAvPairs(targetInfo),
    new Uint8Array(4),
  ]);
  const proof = hmacMd5(key, serverChallenge, temp);
  // 3.1.5.1.2: no LM response to a server that gives the time.
  const lm =
    timestamp === undefined
      ? Buffer.concat([hmacMd5(key, serverChallenge, clientChallenge), clientChallenge])
      : Buffer.alloc(24);
  return { nt: Buffer.concat([proof, temp]), lm, sessionBaseKey: hmacMd5(key, proof) };
}

/**
 * The value of MsvAvChannelBindings ([MS-NLMP] 2.2.2.1): the MD5 of a gss_channel_bindings_struct (RFC 2744, 3.11) that
 * has no addresses; zeros for no bindings.
 */
export function channelBindingsHash(applicationData: Uint8Array | undefined): Buffer {
  if (applicationData === undefined) return Buffer.alloc(16);
  const head = Buffer.alloc(20);
  head.writeUInt32LE(applicationData.byteLength, 16);
  return md5(head, applicationData);
}

import { randomBytes } from "node:crypto";
import { type AvPair, avId } from "./av-pairs.js";
import { type ChallengeMessage, readChallengeMessage } from "./challenge-message.js";
import { ntlmFlag, offeredFlags } from "./flags.js";
import { defaultVersion, signature, utf16, writeField } from "./message.js";
import { channelBindingsHash, computeResponses, hmacMd5, responseKey } from "./ntlmv2.js";
import { rc4 } from "./rc4.js";
import { type SessionSecurity, sessionSecurity } from "./session-security.js";

export interface NtlmIdentity {
  readonly user: string;
  readonly password: string;
  /** The empty string where the user name holds it: `user@domain`. */
  readonly domain: string;
  readonly workstation: string;
}

/** What differs from one handshake to the next; tests give what the specification gives. */
export interface NtlmRandomness {
  /** Eight bytes. */
  readonly clientChallenge: Uint8Array;
  /** Sixteen bytes. */
  readonly sessionKey: Uint8Array;
  /** A FILETIME: eight bytes, units of 100 ns since 1601, little-endian. */
  readonly time: Uint8Array;
  readonly version: Uint8Array;
}

export interface NtlmTarget {
  /** What binds to the TLS connection (RFC 5929); `undefined` without TLS. */
  readonly channelBinding: Uint8Array | undefined;
  /** `HTTP/host`. */
  readonly servicePrincipal: string | undefined;
}

export interface Authenticated {
  readonly message: Buffer;
  readonly security: SessionSecurity;
}

/** NEGOTIATE_MESSAGE ([MS-NLMP] 2.2.1.1), without names of domain and workstation. */
export function negotiateMessage(version: Uint8Array = defaultVersion): Buffer {
  const message = Buffer.alloc(40);
  message.set(signature);
  message.writeUInt32LE(1, 8);
  message.writeUInt32LE(offeredFlags, 12);
  writeField(message, 16, 0, 40);
  writeField(message, 24, 0, 40);
  message.set(version, 32);
  return message;
}

/**
 * AUTHENTICATE_MESSAGE ([MS-NLMP] 2.2.1.3) for a server's challenge, with a MIC where the server gives the time (3.1.5.1.2).
 *
 * @param negotiate - the message that the challenge answers
 * @throws {@link NtlmError} for a challenge that is not one of NTLMv2
 */
export function authenticateMessage(
  identity: NtlmIdentity,
  negotiate: Uint8Array,
  challengeBytes: Uint8Array,
  target: NtlmTarget,
  randomness: NtlmRandomness = freshRandomness(),
): Authenticated {
  const challenge = readChallengeMessage(challengeBytes);
  const { user, password, domain } = identity;
  const hasMic = challenge.targetInfo.some(({ id }) => id === avId.timestamp);
  const { nt, lm, sessionBaseKey } = computeResponses({
    ...randomness,
    key: responseKey(user, password, domain),
    serverChallenge: challenge.serverChallenge,
    targetInfo: hasMic ? boundTargetInfo(challenge, target) : challenge.targetInfo,
  });
  const flags = ((challenge.flags & offeredFlags) | ntlmFlag.requestTarget) >>> 0;
  // KXKEY of NTLMv2 is the session base key (3.4.5.1).
  const isExchanged = (flags & ntlmFlag.keyExchange) !== 0;
  const sessionKey = isExchanged ? randomness.sessionKey : sessionBaseKey;
  const sentKey = isExchanged ? rc4(sessionBaseKey)(randomness.sessionKey) : new Uint8Array();
  const message = layOut(identity, { flags, lm, nt, sentKey, version: randomness.version, hasMic });
  if (hasMic) message.set(hmacMd5(sessionKey, negotiate, challengeBytes, message), micOffset);
  return { message, security: sessionSecurity(flags, sessionKey) };
}

/** The pairs that the client adds: that there is a MIC, the channel bindings, and the service it believes to talk to. */
function boundTargetInfo({ targetInfo }: ChallengeMessage, target: NtlmTarget): readonly AvPair[] {
  const { channelBinding, servicePrincipal = "" } = target;
  const old = targetInfo.find(({ id }) => id === avId.flags)?.value;
  const flags = Buffer.alloc(4);
  if (old?.byteLength === 4) flags.set(old);
  flags.writeUInt32LE((flags.readUInt32LE() | 2) >>> 0);
  const added: ReadonlySet<number> = new Set([avId.flags, avId.channelBindings, avId.targetName]);
  return [
    ...targetInfo.filter(({ id }) => !added.has(id)),
    { id: avId.flags, value: flags },
    { id: avId.channelBindings, value: channelBindingsHash(channelBinding) },
    { id: avId.targetName, value: utf16(servicePrincipal) },
  ];
}

const micOffset = 72;

interface Parts {
  readonly flags: number;
  readonly lm: Uint8Array;
  readonly nt: Uint8Array;
  readonly sentKey: Uint8Array;
  readonly version: Uint8Array;
  readonly hasMic: boolean;
}

function layOut(identity: NtlmIdentity, { flags, lm, nt, sentKey, version, hasMic }: Parts): Buffer {
  const head = Buffer.alloc(hasMic ? micOffset + 16 : micOffset);
  head.set(signature);
  head.writeUInt32LE(3, 8);
  const [domain, user, workstation] = [utf16(identity.domain), utf16(identity.user), utf16(identity.workstation)];
  // Where the field of each part stands, in the order in which the parts stand in the payload.
  const fields: readonly (readonly [at: number, part: Uint8Array])[] = [
    [28, domain],
    [36, user],
    [44, workstation],
    [12, lm],
    [20, nt],
    [52, sentKey],
  ];
  let offset = head.length;
  for (const [at, part] of fields) {
    writeField(head, at, part.byteLength, offset);
    offset += part.byteLength;
  }
  head.writeUInt32LE(flags, 60);
  head.set(version, 64);
  return Buffer.concat([head, ...fields.map(([, part]) => part)]);
}

function freshRandomness(): NtlmRandomness {
  const time = Buffer.alloc(8);
  // 11,644,473,600 seconds lie between 1601 and 1970.
  time.writeBigUInt64LE((BigInt(Date.now()) + 11_644_473_600_000n) * 10_000n);
  return { clientChallenge: randomBytes(8), sessionKey: randomBytes(16), time, version: defaultVersion };
}

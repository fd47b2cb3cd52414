import { type AvPair, readAvPairs } from "./av-pairs.js";
import { hasNeededFlags } from "./flags.js";
import { NtlmError, readField, signature } from "./message.js";

/** CHALLENGE_MESSAGE ([MS-NLMP] 2.2.1.2). */
export interface ChallengeMessage {
  readonly flags: number;
  /** Eight bytes. */
  readonly serverChallenge: Uint8Array;
  readonly targetInfo: readonly AvPair[];
}

/** Longer than any server has a reason for: names of machines, of domains and of a forest. */
const longestTargetInfo = 8192;

/**
 * Reads a server's challenge. Nothing in it is trusted.
 *
 * @throws {@link NtlmError} for one that is cut off, points beyond its end, or asks for something older than NTLMv2
 */
export function readChallengeMessage(bytes: Uint8Array): ChallengeMessage {
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (message.length < 12 || !signature.every((byte, index) => message[index] === byte)) {
    throw new NtlmError("the challenge does not begin as an NTLM message");
  }
  if (message.readUInt32LE(8) !== 2) throw new NtlmError("the message is no challenge");
  if (message.length < 48) throw new NtlmError("the challenge is cut off");
  const flags = message.readUInt32LE(20);
  if (!hasNeededFlags(flags)) throw new NtlmError("the server does not offer NTLMv2");
  const targetInfo = readField(message, 40);
  if (targetInfo.length > longestTargetInfo) {
    throw new NtlmError(`the challenge's target information is longer than ${longestTargetInfo} bytes`);
  }
  return { flags, serverChallenge: message.subarray(24, 32), targetInfo: readAvPairs(targetInfo) };
}

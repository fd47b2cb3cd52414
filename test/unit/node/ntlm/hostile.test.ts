import { describe, expect, it } from "vitest";
import { readAnswer } from "../../../../src/node/auth/spnego.js";
import { context, DerError, derTag, writeDer } from "../../../../src/node/der.js";
import { writeAvPairs } from "../../../../src/node/ntlm/av-pairs.js";
import { NtlmError } from "../../../../src/node/ntlm/message.js";
import { authenticateMessage, negotiateMessage } from "../../../../src/node/ntlm/ntlm-client.js";

const identity = { user: "User", password: "Password", domain: "Domain", workstation: "" };
const target = { channelBinding: undefined, servicePrincipal: "HTTP/a" };

function challengeOf(targetInfo: Uint8Array, change: (message: Buffer) => void = () => undefined): Buffer {
  const head = Buffer.alloc(56);
  head.write("NTLMSSP\0", "latin1");
  head.writeUInt32LE(2, 8);
  head.writeUInt32LE(0xe28a8233, 20);
  head.writeUInt16LE(Math.min(targetInfo.byteLength, 0xffff), 40);
  head.writeUInt32LE(56, 44);
  const message = Buffer.concat([head, targetInfo]);
  change(message);
  return message;
}

const answer = (message: Uint8Array) => authenticateMessage(identity, negotiateMessage(), message, target);
const pairs = writeAvPairs([
  { id: 2, value: Buffer.from("LAB", "utf16le") },
  { id: 7, value: Buffer.alloc(8, 1) },
]);

describe("a challenge", () => {
  it("that is right is answered", () => {
    expect(answer(challengeOf(pairs)).message.readUInt32LE(8)).toBe(3);
  });

  it.each<[string, Uint8Array, RegExp]>([
    ["is empty", new Uint8Array(), /does not begin/],
    ["is something else", Buffer.from("NTLMSSQ\0\u0002\0\0\0"), /does not begin/],
    ["is a negotiate message", negotiateMessage(), /no challenge/],
    ["ends before its target information", challengeOf(pairs).subarray(0, 40), /cut off/],
    ["points beyond its end", challengeOf(pairs, (message) => message.writeUInt32LE(60, 44)), /beyond its end/],
    ["points far beyond its end", challengeOf(pairs, (message) => message.writeUInt32LE(0xffffffff, 44)), /beyond/],
    ["lies about a length", challengeOf(pairs, (message) => message.writeUInt16LE(0xffff, 40)), /beyond its end/],
    ["has pairs without an end", challengeOf(pairs.subarray(0, -4)), /cut off/],
    ["has a pair that lies about its length", challengeOf(Buffer.from("0200ffff00000000", "hex")), /cut off/],
    ["has no target information", challengeOf(new Uint8Array()), /cut off/],
    ["has 64 KB of it", challengeOf(writeAvPairs([{ id: 2, value: Buffer.alloc(65_520) }])), /longer than 8192/],
    ["offers NTLM 1 only", challengeOf(pairs, (message) => message.writeUInt32LE(0x00000201, 20)), /not offer NTLMv2/],
  ])("that %s is refused", (_name, message, reason) => {
    expect(() => answer(message)).toThrow(NtlmError);
    expect(() => answer(message)).toThrow(reason);
  });
});

/** The same numbers each time. */
function seeded(seed: number): (below: number) => number {
  return (below) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % below;
  };
}

describe("10,000 mutated SPNEGO messages", () => {
  it("are read or refused, and nothing else", () => {
    const random = seeded(11);
    const state = writeDer(context(0), writeDer(derTag.enumerated, Uint8Array.of(1)));
    const token = writeDer(context(2), writeDer(derTag.octetString, challengeOf(pairs)));
    const whole = writeDer(context(1), writeDer(derTag.sequence, state, token));
    const outcomes = { read: 0, refused: 0 };
    for (let run = 0; run < 10_000; run++) {
      const message = Buffer.from(whole);
      // Mostly in the frame: what is in the token is tried below.
      for (let count = random(3); count >= 0; count--) message[random(24)] = random(256);
      try {
        readAnswer(random(4) === 0 ? message.subarray(0, random(message.length)) : message);
        outcomes.read++;
      } catch (error) {
        if (!(error instanceof DerError)) throw error;
        outcomes.refused++;
      }
    }
    expect(outcomes.read).toBeGreaterThan(500);
    expect(outcomes.refused).toBeGreaterThan(500);
  });
});

describe("10,000 mutated challenges", () => {
  it("are answered or refused, and nothing else", () => {
    const random = seeded(7);
    const outcomes = { answered: 0, refused: 0 };
    for (let run = 0; run < 10_000; run++) {
      const message = Buffer.from(challengeOf(pairs));
      for (let count = random(4); count >= 0; count--) message[random(message.length)] = random(256);
      const cut = random(3) === 0 ? message.subarray(0, random(message.length + 1)) : message;
      try {
        answer(cut);
        outcomes.answered++;
      } catch (error) {
        if (!(error instanceof NtlmError)) throw error;
        outcomes.refused++;
      }
    }
    expect(outcomes.answered).toBeGreaterThan(1000);
    expect(outcomes.refused).toBeGreaterThan(1000);
  });
});

import { describe, expect, it } from "vitest";
import { readChallengeMessage } from "../../../../src/node/ntlm/challenge-message.js";
import { ntlmFlag } from "../../../../src/node/ntlm/flags.js";
import { md4 } from "../../../../src/node/ntlm/md4.js";
import { authenticateMessage, negotiateMessage } from "../../../../src/node/ntlm/ntlm-client.js";
import { channelBindingsHash, computeResponses, hmacMd5, md5, responseKey } from "../../../../src/node/ntlm/ntlmv2.js";
import { rc4 } from "../../../../src/node/ntlm/rc4.js";
import { sessionSecurity } from "../../../../src/node/ntlm/session-security.js";

const bytes = (hex: string) => Buffer.from(hex.replace(/\s/g, ""), "hex");
const hex = (data: Uint8Array) => Buffer.from(data).toString("hex");

describe("MD4", () => {
  // RFC 1320, A.5.
  it.each([
    ["", "31d6cfe0d16ae931b73c59d7e0c089c0"],
    ["a", "bde52cb31de33e46245e05fbdbd6fb24"],
    ["abc", "a448017aaf21d8525fc10ae87aa6729d"],
    ["message digest", "d9130a8164549fe818874806e1c7014b"],
    ["abcdefghijklmnopqrstuvwxyz", "d79e1c308aa5bbcdeea8ed63df412da9"],
    ["ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", "043f8582f241db351ce627e153e7f0e4"],
    [
      "12345678901234567890123456789012345678901234567890123456789012345678901234567890",
      "e33b4ddc9c38f2199c3e7b164fcc0536",
    ],
  ])("of %j", (text, digest) => {
    expect(hex(md4(Buffer.from(text)))).toBe(digest);
  });
});

describe("RC4", () => {
  it("goes on from call to call", () => {
    const cipher = rc4(Buffer.from("Key"));
    expect(hex(cipher(Buffer.from("Plain"))) + hex(cipher(Buffer.from("text")))).toBe("bbf316e8d940af0ad3");
  });
});

// [MS-NLMP] 4.2.1 and 4.2.4: user, domain, challenges, keys and messages of the specification's example of NTLMv2.
const identity = { user: "User", password: "Password", domain: "Domain", workstation: "COMPUTER" };
const randomness = {
  clientChallenge: bytes("aa aa aa aa aa aa aa aa"),
  sessionKey: bytes("55 55 55 55 55 55 55 55 55 55 55 55 55 55 55 55"),
  time: bytes("00 00 00 00 00 00 00 00"),
  version: bytes("05 01 28 0a 00 00 00 0f"),
};
const challenge = bytes(`
  4e 54 4c 4d 53 53 50 00 02 00 00 00 0c 00 0c 00 38 00 00 00 33 82 8a e2 01 23 45 67 89 ab cd ef
  00 00 00 00 00 00 00 00 24 00 24 00 44 00 00 00 06 00 70 17 00 00 00 0f 53 00 65 00 72 00 76 00
  65 00 72 00 02 00 0c 00 44 00 6f 00 6d 00 61 00 69 00 6e 00 01 00 0c 00 53 00 65 00 72 00 76 00
  65 00 72 00 00 00 00 00`);
const target = { channelBinding: undefined, servicePrincipal: undefined };

describe("the specification's example of NTLMv2", () => {
  const { flags, serverChallenge, targetInfo } = readChallengeMessage(challenge);
  const key = responseKey("User", "Password", "Domain");

  it("4.2.2.1.2 NTOWFv1, by MD4", () => {
    expect(hex(md4(Buffer.from("Password", "utf16le")))).toBe("a4f49c406510bdcab6824ee7c30fd852");
  });

  it("4.2.4.1.1 NTOWFv2", () => {
    expect(hex(key)).toBe("0c868a403bfd7a93a3001ef22ef02e3f");
  });

  it("4.2.4.3 CHALLENGE_MESSAGE", () => {
    expect(flags.toString(16)).toBe("e28a8233");
    expect(hex(serverChallenge)).toBe("0123456789abcdef");
    expect(targetInfo.map(({ id, value }) => [id, Buffer.from(value).toString("utf16le")])).toEqual([
      [2, "Domain"],
      [1, "Server"],
    ]);
  });

  it("4.2.4.1.2 and 4.2.4.2 responses and session base key", () => {
    const { nt, lm, sessionBaseKey } = computeResponses({ ...randomness, key, serverChallenge, targetInfo });
    expect(hex(sessionBaseKey)).toBe("8de40ccadbc14a82f15cb0ad0de95ca3");
    expect(hex(lm)).toBe("86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa");
    expect(hex(nt.subarray(0, 16))).toBe("68cd0ab851e51c96aabc927bebef6a1c");
    expect(hex(rc4(sessionBaseKey)(randomness.sessionKey))).toBe("c5dad2544fc9799094ce1ce90bc9d03e");
  });

  it("4.2.4.3 AUTHENTICATE_MESSAGE", () => {
    const { message } = authenticateMessage(identity, negotiateMessage(), challenge, target, randomness);
    expect(hex(message)).toBe(
      hex(
        bytes(`
          4e 54 4c 4d 53 53 50 00 03 00 00 00 18 00 18 00 6c 00 00 00 54 00 54 00 84 00 00 00 0c 00 0c 00
          48 00 00 00 08 00 08 00 54 00 00 00 10 00 10 00 5c 00 00 00 10 00 10 00 d8 00 00 00 35 82 88 e2
          05 01 28 0a 00 00 00 0f 44 00 6f 00 6d 00 61 00 69 00 6e 00 55 00 73 00 65 00 72 00 43 00 4f 00
          4d 00 50 00 55 00 54 00 45 00 52 00 86 c3 50 97 ac 9c ec 10 25 54 76 4a 57 cc cc 19 aa aa aa aa
          aa aa aa aa 68 cd 0a b8 51 e5 1c 96 aa bc 92 7b eb ef 6a 1c 01 01 00 00 00 00 00 00 00 00 00 00
          00 00 00 00 aa aa aa aa aa aa aa aa 00 00 00 00 02 00 0c 00 44 00 6f 00 6d 00 61 00 69 00 6e 00
          01 00 0c 00 53 00 65 00 72 00 76 00 65 00 72 00 00 00 00 00 00 00 00 00 c5 da d2 54 4f c9 79 90
          94 ce 1c e9 0b c9 d0 3e`),
      ),
    );
  });

  it("4.2.4.4 sealing and signing", () => {
    const { sealed, signature } = sessionSecurity(flags, randomness.sessionKey).seal(
      Buffer.from("Plaintext", "utf16le"),
    );
    expect(hex(sealed)).toBe("54e50165bf1936dc996020c1811b0f06fb5f");
    expect(hex(signature)).toBe("010000007fb38ec5c55d497600000000");
  });
});

/** The example's challenge with a time, as every Windows since Vista sends it. */
function challengeWithTime(): Buffer {
  const time = bytes("07 00 08 00 00 9a f4 3b 4b 6c dc 01");
  const timed = Buffer.concat([challenge.subarray(0, -4), time, challenge.subarray(-4)]);
  timed.writeUInt16LE(0x24 + 12, 40);
  timed.writeUInt16LE(0x24 + 12, 42);
  return timed;
}

describe("a challenge with a time", () => {
  const negotiate = negotiateMessage();
  const timed = challengeWithTime();
  const binding = Buffer.concat([Buffer.from("tls-server-end-point:"), Buffer.alloc(32, 7)]);
  const bound = { channelBinding: binding, servicePrincipal: "HTTP/mail.example.com" };
  const { message } = authenticateMessage(identity, negotiate, timed, bound, randomness);
  const field = (at: number) =>
    message.subarray(message.readUInt32LE(at + 4), message.readUInt32LE(at + 4) + message.readUInt16LE(at));

  it("is answered with a MIC over all three messages (3.1.5.1.2)", () => {
    const zeroed = Buffer.from(message);
    zeroed.fill(0, 72, 88);
    const mic = hmacMd5(randomness.sessionKey, negotiate, timed, zeroed);
    expect(hex(message.subarray(72, 88))).toBe(hex(mic));
    expect(message.readUInt32LE(28 + 4)).toBe(88);
  });

  it("is answered without an LM response, and with the server's time", () => {
    expect(hex(field(12))).toBe("00".repeat(24));
    expect(hex(field(20).subarray(24, 32))).toBe("009af43b4b6cdc01");
  });

  it("is answered with flags, channel bindings and the service's name", () => {
    const info = hex(field(20));
    expect(info).toContain("06000400" + "02000000");
    expect(info).toContain(`0a001000${hex(channelBindingsHash(binding))}`);
    const name = Buffer.from("HTTP/mail.example.com", "utf16le");
    expect(info).toContain(`09002a00${hex(name)}`);
    expect(hex(channelBindingsHash(binding))).toBe(hex(md5(bytes("00".repeat(16)), bytes("35000000"), binding)));
  });

  it("has zeros for bindings without TLS", () => {
    const { message: unbound } = authenticateMessage(identity, negotiate, timed, target, randomness);
    expect(hex(unbound)).toContain(`0a001000${"00".repeat(16)}`);
  });
});

describe("a key without key exchange", () => {
  it("is the session base key, and signatures are not encrypted", () => {
    const flags = ntlmFlag.key128 | ntlmFlag.extendedSessionSecurity;
    const one = sessionSecurity(flags, randomness.sessionKey).sign(Buffer.from("a"));
    const other = sessionSecurity(flags | ntlmFlag.keyExchange, randomness.sessionKey).sign(Buffer.from("a"));
    expect(hex(one.subarray(0, 4))).toBe("01000000");
    expect(hex(one)).not.toBe(hex(other));
    const plain = Buffer.from(challenge);
    plain.writeUInt32LE((plain.readUInt32LE(20) & ~ntlmFlag.keyExchange) >>> 0, 20);
    const { message } = authenticateMessage(identity, negotiateMessage(), plain, target, randomness);
    expect(message.readUInt16LE(52)).toBe(0);
  });
});

describe("the name of a user", () => {
  it("is upper-cased character by character", () => {
    expect(hex(responseKey("straße", "a", ""))).toBe(hex(responseKey("STRAßE", "a", "")));
    expect(hex(responseKey("straße", "a", ""))).not.toBe(hex(responseKey("STRASSE", "a", "")));
  });
});
